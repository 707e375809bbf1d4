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
    assert name in [each.name for each in registry.values("translator.formats", Format, saying=(suffix,))]
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


@pytest.mark.parametrize("group", ["translator.formats", "translator.others"])
def test_guests_are_found_and_nothing_is_loaded_where_there_are_none(tmp_path: Path, group: str) -> None:
    (tmp_path / "guest.py").write_text(
        "from translator.formats import Format\nFORM = Format('guest', ('.guest',), None, None)\n"
    )
    named = tmp_path / "guest-1.0.dist-info"
    named.mkdir()
    (named / "METADATA").write_text("Metadata-Version: 2.1\nName: guest\nVersion: 1.0\n")
    (named / "entry_points.txt").write_text(f"[{group}]\nguest = guest:FORM\n")
    program = (
        f"import sys\nsys.path = [each for each in sys.path if 'site-packages' not in each] + [{str(tmp_path)!r}]\n"
        "from translator.formats import format_for\nfound = format_for('a.guest')\n"
        "print(found and found.name, 'importlib.metadata' in sys.modules)"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-S", "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == (["guest", "True"] if group == "translator.formats" else ["None", "False"])
