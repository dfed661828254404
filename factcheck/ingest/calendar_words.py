"""Words of dates and times, as publication lines and datelines write them."""

from __future__ import annotations

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
]  # fmt: skip
_WEEKDAYS = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
]  # fmt: skip

#: Full, three-letter and AP forms of the months, to their number.
MONTHS: dict[str, int] = {
    **{name: i for i, name in enumerate(_MONTHS, 1)},
    **{name[:3]: i for i, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
WEEKDAYS: frozenset[str] = frozenset([*_WEEKDAYS, *(d[:3] for d in _WEEKDAYS), "tues", "thur", "thurs"])
TIME_ZONES: frozenset[str] = frozenset({
    "gmt", "utc", "bst", "cet", "cest", "eet", "eest", "msk", "ist", "est", "edt", "et", "cst", "cdt",
    "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "jst", "kst", "hkt", "sgt", "aest", "aedt", "acst",
    "awst", "nzst", "nzdt", "wib", "uk", "us", "eastern", "central", "pacific", "time", "local",
})  # fmt: skip


def month_number(word: str) -> int | None:
    """The month a lower-case word means, also if a letter is missing or doubled ("Novemer").

    >>> month_number("sept"), month_number("novemer"), month_number("marching")
    (9, 11, None)
    """
    if word in MONTHS:
        return MONTHS[word]
    number = MONTHS.get(word[:3])
    if number is None or len(word) < 5 or len(_MONTHS[number - 1]) < 6:
        return None
    return number if _one_letter_off(word, _MONTHS[number - 1]) else None


def _one_letter_off(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) != 1:
        return False
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
