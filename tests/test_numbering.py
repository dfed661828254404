"""Numbers for equal values: the same with and without sorting."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.numbering import _MOST_CELLS, distinct, numbered

_VALUES = st.lists(st.integers(0, 9), max_size=30)


@given(_VALUES, st.sampled_from([1, _MOST_CELLS]))
def test_equal_values_have_the_number_of_the_first(values: list[int], apart: int) -> None:
    first, place = numbered(np.array(values, dtype=np.intp) * apart)
    distinct = list(dict.fromkeys(values))
    assert [values[n] for n in first.tolist()] == distinct
    assert first.tolist() == [values.index(value) for value in distinct]
    assert place.tolist() == [distinct.index(value) for value in values]


@given(_VALUES)
def test_distinct_values_ascend(values: list[int]) -> None:
    assert distinct(np.array(values, dtype=np.intp)).tolist() == sorted({*values})
