"""What is done with an amount of money: paid, bought, fined, diverted, in every wording.

The verb may stand before the amount ("could divert $3 billion"), behind it ("$3 billion
could be diverted"), or be a noun ("a $3 billion fine").
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.numerals import lower
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

#: role | forms of the verb | nouns of the amount itself
_TABLE = """
paid|paid pay pays paying|payment payout settlement compensation ransom
earned|earn earned earns earning gross grossed grosses grossing took take takes taking generated|
lost|lost lose loses losing|
cost|cost costs costing|
bought|buy buys buying bought acquire acquired acquires acquiring purchase purchased purchases \
purchasing acquisition takeover buyout|deal acquisition takeover buyout purchase merger bid
sold|sell sells sold selling fetched fetch fetches|sale
raised|raise raised raising raises|
fined|fine fined fines fining|fine penalty
invested|invest invested investing invests|investment
donated|donate donated donating donates pledge pledged pledges pledging|donation gift
spent|spend spends spent spending|
stolen|stole stolen steal stealing steals|
diverted|divert diverts diverted diverting redirect redirected reallocate reallocated|
approved|approve approved approves approving allocate allocated allocates authorise authorised \
authorize authorized|
awarded|award awarded awards awarding|damages
"""
_VERBS: dict[str, str] = {}
_NOUNS: dict[str, str] = {}
for _line in _TABLE.strip().splitlines():
    _role, _forms, _nouns = _line.split("|")
    _VERBS.update(dict.fromkeys(_forms.split(), _role))
    _NOUNS.update(dict.fromkeys(_nouns.split(), _role))
_REACH = 6  # tokens between the verb and the amount
_CLAUSE_ENDS = word_set("and but that which on")
_PASSIVE = word_set("was were is are be been being has have had will would could may might can should must")
_VALUED = word_set("value values valued valuing")
_DETERMINERS = word_set("the a an its their his her")
#: Roles whose subject pays or gains, and is never what the amount measures.
_OF_AN_AGENT = word_set("paid earned lost bought raised fined invested donated spent stolen diverted")
_OF_AN_AGENT |= word_set("approved awarded")
#: What is earned or lost in a year is named by the noun: "earned a profit of", "made a profit of".
_ACCOUNTS = word_set("profit profits loss losses revenue revenues sales income earnings turnover debt budget")
#: One name for the amounts of a role, whatever noun is used.
_ONE_NAME = {"bought": "deal", "fined": "fine"}
#: Directly behind an amount, these say what it is: released on $5,000 bail.
AMOUNTS = word_set(
    """
    bail bond fine penalty reward loan grant contract profit loss budget debt deficit surplus investment
    donation gift settlement deal takeover bid buyout acquisition merger bonus salary ransom package
    """
)


def payment_role(tokens: Sequence[Word], first: int, last: int, of: str | None) -> str | None:
    """The role of the amount over ``tokens[first:last]`` that ``of`` names."""
    head = "" if of is None else of.split()[-1]
    if head in _NOUNS or (head in _ACCOUNTS and lower(tokens, last) != "in"):
        return _NOUNS.get(head)
    for j in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens[j].lower
        if tokens[j].is_number or (not tokens[j].is_word and word != "'s") or word in _CLAUSE_ENDS:
            break
        if word in _VALUED and any(_NOUNS.get(t.lower) == "bought" for t in tokens[max(0, j - 3) : j]):
            return "bought"
        if word in _VERBS and lower(tokens, j - 1) not in _DETERMINERS:
            return _VERBS[word]  # "the stolen jewels" says nothing of the amount
    at = last
    while lower(tokens, at) in _PASSIVE:
        at += 1
    return _VERBS.get(lower(tokens, at)) if at > last else None


def payment_name(of: str | None, role: str | None, is_subject: bool) -> str | None:
    """What the amount is, given its role: no agent ("the bank was fined"), one name for a deal."""
    named = of is not None and of.split()[-1] in _NOUNS
    if named or role == "fined":
        return _ONE_NAME.get(role or "", of)
    return None if is_subject and role in _OF_AN_AGENT else of
