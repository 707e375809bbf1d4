"""The tags that are known by heart, and what CLDR says of them."""

from __future__ import annotations

import pytest

from translator import locales


@pytest.mark.parametrize("tag", locales._USUAL)
def test_usual_tags_are_what_cldr_says(tag: str) -> None:
    assert locales._checked(tag, tag) == tag
    assert locales._likely(tag) == locales._USUAL[tag]
