"""Every check has pairs that it must find and pairs that nothing may be found in, for all three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.catalog import Entry
from translator.checks import Check, Context, Pair, all_checks

TAGS = {"zh": "zh-Hans", "hant": "zh-Hant", "ja": "ja", "en": "en"}
CHECKS = {each.name: each for each in all_checks() if each.scope == "entry"}
FIXTURE = Path(__file__).parent.parent / "fixtures" / "checks" / "pairs.tsv"
# Compares ideographs: there is nothing to say of English.
WRITTEN = {"unrelated-translation": {"zh", "ja"}}
Row = tuple[str, str, str, str, str, int | None]


def rows() -> list[Row]:
    out = []
    for line in FIXTURE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            check, kind, direction, source, target, *limit = line.split("\t")
            texts = (text.replace("\\n", "\n") for text in (source, target))
            out.append((check, kind, direction, *texts, int(limit[0]) if limit else None))
    return out  # type: ignore[return-value]


ROWS = rows()


def found(row: Row) -> dict[str, str]:
    """Check → message, of all checks of an entry."""
    _, _, direction, source, target, limit = row
    come, go = direction.split(">")
    locale = {"hant": "zh-Hant"}.get(go, go)
    pair = Pair(source, target, locale, TAGS[go], TAGS[come], Entry(source, (target,)), limit=limit)
    return {name: each.message for name, check in CHECKS.items() for each in check.run(pair, Context())}


@pytest.mark.parametrize("row", [row for row in ROWS if row[1] == "fires"], ids=str)
def test_a_fault_is_found_by_its_check(row: Row) -> None:
    assert row[0] in found(row)


@pytest.mark.parametrize("row", [row for row in ROWS if row[1] == "quiet"], ids=str)
def test_a_sound_pair_is_left_alone(row: Row) -> None:
    assert found(row) == {}


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_pairs_of_both_kinds_for_every_language(name: str) -> None:
    for kind in ("fires", "quiet"):
        targets = {row[2].split(">")[1] for row in ROWS if row[0] == name and row[1] == kind}
        assert targets >= WRITTEN.get(name, {"zh", "ja", "en"})


@pytest.mark.parametrize("check", [each for each in CHECKS.values() if each.signs], ids=lambda each: each.name)
def test_a_check_finds_nothing_without_its_signs(check: Check) -> None:
    """A run passes such a check over where neither text has one of them."""
    for row in ROWS:
        if check.signs.isdisjoint({*row[3], *row[4]}):
            assert check.name not in found(row), row
