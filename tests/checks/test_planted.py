"""Faults planted into the sample's own catalogs: each is found, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translator import po
from translator.checks import CatalogInput, CheckSettings
from translator.steps.check import check_catalog

ROOT = Path(__file__).parents[2] / "locales"
CATALOGS = {locale: ROOT / locale / "LC_MESSAGES" / "sle-msc-trials.txt.po" for locale in ("zh", "ja", "en")}


def given(locale: str) -> CatalogInput:
    path = CATALOGS[locale]
    file = po.read(path.read_bytes(), path.name)
    return CatalogInput(path.name, locale, file.catalog, locate=file.locate)


@pytest.mark.parametrize("locale", CATALOGS)
def test_the_sample_is_silent(locale: str) -> None:
    assert check_catalog(given(locale), CheckSettings()).findings == ()


@pytest.mark.parametrize(
    ("locale", "old", "new", "wanted"),
    [
        ("en", "1×10^6/kg", "1×10^9/kg", "number-mismatch"),
        ("en", "1×10^6/kg", "1×10^6/g", "unit-mismatch"),
        ("zh", "1×10^6/kg", "1×10^6/g", "unit-mismatch"),
        ("en", "12.2", "1.22", "number-mismatch"),
        ("ja", "18.4", "14.8", "number-mismatch"),
        ("zh", "94%", "49%", "number-mismatch"),
        ("en", "SLEDAI", "SLE score", "acronym-mismatch"),
        ("en", "dsDNA", "DNA", "exchanged-code"),
        ("en", "SDF-1", "SDF-2", "identifier-mismatch"),
    ],
)
def test_a_planted_fault_is_found(locale: str, old: str, new: str, wanted: str) -> None:
    sound = given(locale)
    assert sound.catalog is not None
    entry = next(each for each in sound.catalog.live() if old in each.target)
    bad = entry.with_target(entry.target.replace(old, new, 1))
    entries = tuple(bad if each is entry else each for each in sound.catalog.entries)
    planted = replace(sound, catalog=replace(sound.catalog, entries=entries), locate=None)
    found = check_catalog(planted, CheckSettings()).findings
    assert {each.source for each in found} == {entry.source}
    assert wanted in {each.check for each in found}
