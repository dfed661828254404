"""Numbers that name instead of count: F-16, Flight 370, No. 10, 1980s, 9 a.m., Jan. 13.

What is dropped here is offered to no fact kind. A bare year is kept (a currency sign or a
unit may follow: "1500 metres") and is dropped by the count of things.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.currencies import CODES, SIGNS
from factcheck.facts.quantities.numerals import PARTS, SMALL, Numeral, joins, lower
from factcheck.facts.tokens import Word, trait
from factcheck.lexicon.wordset import word_set

MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec
    """
)
#: Before a number these make it a name, however they are written.
_ALWAYS = word_set(
    """
    ftse russell nikkei cac stoxx asx fortune
    no nos nr nrs page pages pp section sections article articles chapter chapters paragraph flight
    highway route interstate boeing airbus psalm figure top appendix # § ¶ version v vol issue grade
    phase
    """
)
#: These only when capitalised: "Level 4", "Game 7", "Windows 11", but "at level two".
_CAPITALISED = word_set(
    """
    act amendment apollo area bill block channel class district division episode flight formula game
    gate group iphone lane level line lot model number part platform precinct proposition prop
    resolution room round rule season stage suite table terminal title tier track type unit war ward
    week windows zone form schedule runway exit pier pope falcon soyuz category day year
    """
)
_CLOCK = word_set("a.m. p.m. am pm o'clock gmt utc bst est edt pst cet")
#: Words without which a passage has no labels of these sorts.
_NAMING = trait(_ALWAYS | _CAPITALISED | {"v", "nr", "nrs", "pp", "vol", "poor", "&"})
_DATING, _AFTER_NUMBER = trait(MONTHS), trait(_CLOCK | {"block"})
#: Letters that may touch a number's last digit: units, clocks are handled above.
_SUFFIXES = word_set(
    """
    km m cm mm kg g mg t lb lbs ft mph kph mi l ml c p gb mb tb kb kw mw gw kwh mwh hz khz mhz ghz twh
    in hr hrs min mins sec secs yo pc pct sq kmh kms mw km² m² cm² ha oz yd yds bn tn trn mn mln bln
    tln k yr yrs h w v
    """
)
_PRONOUN_BEFORE = word_set(
    """
    no the this that which every any each such another last next everyone some
    """
)
_PRONOUN_AFTER = frozenset(
    (
        "of",
        "another",
        "who",
        "that",
        "which",
        "can",
        "could",
        "must",
        "is",
        "was",
        "has",
        "had",
        "may",
        "might",
        "should",
        "would",
        "will",
        "does",
        "did",
        "whose",
        "by",
        "to",
        "for",
        "on",
        "at",
        "with",
        "as",
        "from",
        "if",
        "when",
        "but",
        "so",
        "than",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        ")",
        "”",
        '"',
        "'s",
        "or",
        "and",
        "after",
        "about",
        "it",
        "i",
        "you",
        "we",
        "they",
        "he",
        "she",
    )
)
_ONE_DAY = word_set(
    """
    in within for than least just only about nearly almost takes take took lasts lasted every
    """
)
#: Units a figure of one is written with: "one mile", "no one metre".
MEASURED = word_set("mile metre meter foot inch kilometre kilometer acre tonne ton litre gallon")
_SUBJECT_VERBS = word_set("was is has had")


def is_label(tokens: Sequence[Word], number: Numeral, traits: int) -> bool:
    """Whether the number is part of a name, a date, a clock time or an idiom.

    ``traits`` are those of the passage.
    """
    first, last = number.first, number.last
    if tokens[first].glued and _touched_left(tokens, first):
        return True
    if last < len(tokens) and (tokens[last].glued or tokens[last].traits & _AFTER_NUMBER):
        block = tokens[last].lower == "block" and lower(tokens, last + 1) in ("of", "on")
        if block or _touched_right(tokens, last):
            return True
    if traits & _NAMING and _designated(tokens, first):
        return True
    if traits & _DATING and _dated(tokens, number):
        return True
    return tokens[first].lower == "one" and last == first + 1 and _pronoun(tokens, first)


def _touched_left(tokens: Sequence[Word], first: int) -> bool:
    """F-16, G20, #5, .25, mid-1972; a currency code or "magnitude-" may touch."""
    if first == 0:
        return False
    left = tokens[first - 1]
    if left.is_word:
        return left.text not in CODES and left.lower != "rs"
    if left.text in ("#", "@", "_", "=", "&", "\\", "'"):
        return True
    if left.text in "./" and first > 1 and left.glued:
        return True
    if not joins(tokens, first - 1):
        return left.text == "."
    before = tokens[first - 2]
    return before.is_word and before.lower not in ("magnitude", "to", "than") and before.lower not in SMALL


def _touched_right(tokens: Sequence[Word], last: int) -> bool:
    """1980s, 777F, 11a; 9 a.m. and 6pm, also apart."""
    following = lower(tokens, last)
    if following in _CLOCK:
        return True
    if last >= len(tokens) or not tokens[last - 1].is_number or not tokens[last].glued:
        return False
    right = tokens[last]
    if right.text == "." and last + 1 < len(tokens) and tokens[last + 1].glued:
        return tokens[last + 1].text.isupper()  # a wire's code of a share: 7201.T
    if right.text == "/":
        return last + 1 < len(tokens) and tokens[last + 1].is_number and tokens[last + 1].glued
    known = right.lower in _SUFFIXES or right.text in CODES or right.text in SIGNS
    if right.text == "G":
        return True  # 5G
    return (right.is_word and not known) or right.text in ("_", "@", "\\")


def _designated(tokens: Sequence[Word], first: int) -> bool:
    """Flight 370, No. 10, Article 5, Level 4."""
    at = first - 1
    if lower(tokens, at) == "." and lower(tokens, at - 1) in ("no", "nos", "nr", "nrs", "pp", "vol", "v"):
        at -= 1
    if at < 0 or tokens[first].lower == "one":
        return False
    word = tokens[at]
    if (lower(tokens, at - 1), word.lower) in (("poor", "'s"), ("&", "p")):
        return True  # the S&P 500
    if word.lower == "of" and lower(tokens, at - 1) == "group":
        return True  # the Group of Seven
    if word.lower in ("no", "v"):
        # "No 10" names, "no two people" and "there were no 12" do not
        return at < first - 1 or (tokens[first].is_number and word.text in ("No", "NO", "v"))
    return word.lower in _ALWAYS or (word.lower in _CAPITALISED and word.text[0].isupper() and at > 0)


def _dated(tokens: Sequence[Word], number: Numeral) -> bool:
    """13 January, Jan. 13, 8th of March: the day of a month."""
    if number.value is None or not isinstance(number.value, int) or number.value > 31 or number.value < 1:
        return False
    if number.last - number.first > (2 if number.ordinal else 1):
        return False
    at = number.last + 1 if lower(tokens, number.last) == "of" and number.ordinal else number.last
    if joins(tokens, at) and tokens[at + 1].is_word:
        at += 1
    if lower(tokens, at) in MONTHS and tokens[at].text[0].isupper():
        return True
    at = number.first - 1
    at = at - 1 if lower(tokens, at) in (".", "the") else at
    return at >= 0 and tokens[at].lower in MONTHS and tokens[at].text[0].isupper()


def _pronoun(tokens: Sequence[Word], i: int) -> bool:
    """Whether "one" stands for a person or thing, or is fixed in an idiom."""
    before, after = lower(tokens, i - 1), lower(tokens, i + 1)
    if after in MEASURED:
        return False
    if before in ("minus", "negative") or after in ("in", "out", "over"):
        return after == "in" and not (
            i + 2 < len(tokens) and (tokens[i + 2].is_number or tokens[i + 2].lower in SMALL)
        )
    if before in _PRONOUN_BEFORE:
        return True
    if joins(tokens, i + 1):
        following = lower(tokens, i + 2)
        return (
            following not in PARTS
            and following not in SMALL
            and following not in ("in",)
            and not _spans_time(following)
        )
    if after == "day":
        return before not in _ONE_DAY
    if i + 1 < len(tokens) and tokens[i + 1].is_number:
        return True
    if after in ("time", "side", "hand", "way", "thing"):
        return True
    if after in _SUBJECT_VERBS:
        # "one was killed" counts; only a participle right after tells
        return lower(tokens, i + 2) not in (
            "killed",
            "injured",
            "wounded",
            "arrested",
            "dead",
            "hurt",
            "missing",
        )
    if after in ("", ".", ",", ";", "and") and before.endswith(("ing", "ed", "s")):
        return before.removesuffix("s") not in (
            "kill",
            "killed",
            "killing",
            "injure",
        ) and not before.endswith("ing")
    return after in _PRONOUN_AFTER or after == ""


def _spans_time(word: str) -> bool:
    return word in (
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "mile",
        "metre",
        "meter",
        "foot",
    )
