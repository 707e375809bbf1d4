"""What one file each adds is found, and only what is asked for is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from translator import registry
from translator.formats import Format, all_formats, format_for

SUFFIXES = [(each.name, suffix) for each in all_formats() for suffix in each.suffixes]


@pytest.mark.parametrize(("name", "suffix"), SUFFIXES)
def test_a_format_is_found_by_what_its_module_says(name: str, suffix: str) -> None:
    assert name in [each.name for each in registry.values("translator.formats", Format, (suffix,))]
    for path in (f"a/b.c{suffix}", f"第1.2版{suffix.upper()}"):
        found = format_for(path)
        assert found is not None and found.name == name


def test_a_document_loads_its_own_format_alone() -> None:
    program = (
        "import sys\nfrom translator.formats import format_for\nprint(format_for('a.csv').name)\nprint(*sys.modules)"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    found, modules = done.stdout.splitlines()
    assert found == "csv"
    formats = {each for each in modules.split() if each.startswith("translator.formats.")}
    assert "translator.formats.delimited" in formats
    assert not formats & {"translator.formats.html", "translator.formats.markdown", "translator.formats.yaml"}


def test_no_format_reads_what_none_names() -> None:
    assert [format_for(path) for path in ("a.unknown", "txt", "", "a.txt/b")] == [None] * 4
