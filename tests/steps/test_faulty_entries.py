"""What an export takes as gaps is what the gate does not count as covered."""

from __future__ import annotations

from tests.checks.test_pairs import ROWS
from translator.catalog import Catalog, Entry
from translator.checks import CheckSettings
from translator.steps.check import CatalogInput, check_catalog, faulty_entries


def test_the_same_entries_are_faulty() -> None:
    found = 0
    for locale in ("zh", "ja", "en"):
        pairs = {source: target for _, _, direction, source, target, _ in ROWS if direction.endswith(locale)}
        catalog = Catalog(tuple(Entry(source, (target,)) for source, target in pairs.items()))
        for settings in (CheckSettings(), CheckSettings(levels={"residue": "warning"})):
            given = CatalogInput("a.po", locale, catalog)
            faulty = faulty_entries(given, settings)
            assert faulty == check_catalog(given, settings).faulty
            found += len(faulty)
    assert found > 20
