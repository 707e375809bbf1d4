"""Lines of subtitles are the translator's to break."""

from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import CatalogInput, CheckSettings
from translator.steps.check import check_catalog


@pytest.mark.parametrize(
    ("notes", "fires"),
    [(("cue",), False), (("cue, voice “Ann”", "lang: zh-Hans"), False), (("heading",), True), ((), True)],
)
def test_line_breaks_of_cues(notes: tuple[str, ...], fires: bool) -> None:
    entry = Entry("须经医生允许后方可开始。", ("Start only after your doctor\nhas given permission.",), notes=notes)
    found = check_catalog(CatalogInput("a.po", "en", Catalog((entry,))), CheckSettings()).findings
    assert ("line-break-mismatch" in {each.check for each in found}) == fires
