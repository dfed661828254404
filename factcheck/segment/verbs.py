"""Whether a line may state something: a light test for finite verbs, without a tagger.

It errs towards "yes": what it calls verbless is left out of the comparison.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.tokens import Word
from factcheck.segment.speech import SPEECH_VERBS

_AUXILIARIES = frozenset({
    "is", "are", "was", "were", "am", "be", "been", "has", "have", "had", "do", "does", "did", "will",
    "would", "can", "could", "may", "might", "must", "shall", "should", "isn't", "aren't", "wasn't",
    "weren't", "hasn't", "haven't", "hadn't", "don't", "doesn't", "didn't", "won't", "wouldn't", "can't",
    "cannot", "couldn't", "he's", "she's", "it's", "that's", "there's", "who's", "what's", "i'm",
    "we're", "they're", "you're", "i've", "we've", "they've", "you've", "i'll", "we'll", "they'll",
    "it'll", "he'll", "she'll", "i'd", "he'd", "she'd", "we'd", "they'd", "let's",
})  # fmt: skip
# Irregular past tenses, and the bare and -s forms that headlines use.
_IRREGULAR = frozenset({
    "beat", "beats", "bore", "bred", "clung", "crept", "dug", "fed", "forbade", "froze", "hid", "knelt",
    "laid", "lent", "lit", "rode", "rang", "sang", "shrank", "slid", "slept", "split", "spread", "sprang",
    "stuck", "stung", "swam", "swung", "tore", "wept", "wound", "woke",
    "became", "began", "begin", "begins", "bit", "blew", "broke", "break", "bring", "brought", "build",
    "built", "bought", "buy", "burn", "burnt", "came", "come", "caught", "catch", "chose", "cut", "cuts",
    "deal", "dealt", "die", "dies", "draw", "drew", "drop", "drove", "eat", "face", "faces", "fall",
    "falls", "fell", "felt", "fight", "find", "finds", "found", "flee", "flees", "fled", "fly", "flew",
    "forgot", "fought", "gave", "get", "gets", "give", "gives", "go", "goes", "got", "grew", "grow",
    "had", "hang", "held", "help", "hit", "hits", "hold", "holds", "hurt", "jolt", "keep", "keeps",
    "kept", "kill", "kills", "knew", "know", "knows", "lead", "leads", "leave", "leaves", "led", "left",
    "lose", "loses", "lost", "lay", "let", "lie", "made", "make", "makes", "mean", "meant", "meet",
    "meets", "met", "order", "open", "opens", "paid", "pay", "pays", "put", "quit", "quits", "ran",
    "rise", "rises", "rose", "rock", "rocks", "run", "runs", "sank", "saw", "see", "sees", "seek",
    "seeks", "seize", "sell", "sells", "send", "sends", "sent", "set", "sets", "shake", "shakes",
    "shook", "shot", "shoot", "shut", "sign", "signs", "sit", "slam", "slams", "sold", "speak", "spent",
    "spoke", "stand", "stands", "stood", "steal", "stole", "stop", "stops", "strike", "strikes",
    "struck", "sue", "sues", "sweep", "swept", "swore", "take", "takes", "taught", "think", "thought",
    "threw", "took", "tell", "told", "try", "vote", "votes", "want", "wants", "warn", "win", "wins",
    "won", "withdrew", "wore", "write", "wrote", "hails", "urge", "urges", "back", "backs", "ban",
    "bans", "call", "calls", "claim", "deny",
})  # fmt: skip
# Predicates of headlines without a verb: "Five dead after blast".
_PREDICATES = frozenset({
    "dead", "injured", "wounded", "missing", "killed", "hurt", "arrested", "feared", "charged",
    "trapped", "homeless",
})  # fmt: skip
_NOUN_ENDINGS = ("ss", "us", "is", "ness")


_SUBJECTS = frozenset({
    "i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "this",
})  # fmt: skip


def may_state(tokens: Sequence[Word]) -> bool:
    """Some word can be a finite verb or a headline's predicate."""
    return any(_may_be_verb(tokens, i) for i, t in enumerate(tokens) if t.is_word)


def has_certain_verb(tokens: Sequence[Word]) -> bool:
    """An auxiliary, a verb of saying, or an irregular or regular past."""
    return any(
        t.lower in _AUXILIARIES or t.lower in SPEECH_VERBS or t.lower in _IRREGULAR or t.lower in _PREDICATES
        for t in tokens
    ) or any(t.lower.endswith("ed") and len(t.text) > 4 for t in tokens[1:])


def _may_be_verb(tokens: Sequence[Word], i: int) -> bool:
    word = tokens[i].lower
    if word in _AUXILIARIES or word in _IRREGULAR or word in SPEECH_VERBS or word in _PREDICATES:
        return True
    if i == 0:
        return False
    # "It's cold.", "I love it.": a subject pronoun goes with a verb.
    subject = i - 2 if tokens[i - 1].lower == "'s" and i > 1 else i - 1
    if tokens[subject].lower in _SUBJECTS:
        return True
    if word.endswith("ed") and len(word) > 4:
        return True
    if word == "to":  # "Panel to meet": a headline's future
        return i + 1 < len(tokens) and tokens[i + 1].lower not in {"the", "a", "an"}
    # "Storm batters coast": a noun before it, and something after it.
    return word.endswith("s") and not word.endswith(_NOUN_ENDINGS) and len(word) > 3 and i + 1 < len(tokens)
