"""Which concepts are judged in texts of which length."""

from __future__ import annotations

from translator.languages import concepts, opposites


def test_every_concept_that_is_limited_is_one_of_the_lists() -> None:
    known = {concept for concept, _ in opposites.sides()}
    assert known >= concepts.TITLES | concepts.EVERYDAY
    assert {each for each in known if concepts.longest(each) < 1_000_000} >= concepts.TITLES | concepts.EVERYDAY
