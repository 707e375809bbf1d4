"""Catalogs sent through gettext, polib and Babel and back: what must last, lasts."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib  # type: ignore[import-untyped]
import pytest
from babel.messages import pofile

from translator import po
from translator.catalog import Catalog, Entry, Key, Previous

needs_gettext = pytest.mark.skipif(shutil.which("msgmerge") is None, reason="GNU gettext is not installed")

ENTRIES = (
    Entry(
        "治疗费",
        ("treatment fee",),
        notes=("表头",),
        comments=("translator: state: reviewed", "说明"),
        references=("a.md",),
    ),
    Entry("治疗费", ("cost of treatment",), context="价目", references=("a.md",)),
    Entry(
        "細胞数：1×10^6/kg",
        ("cell count: 1×10^6/kg\nper “dose”\t\\",),
        is_fuzzy=True,
        previous=Previous("細胞数"),
        comments=("translator: origin: memory",),
        references=("b.md",),
    ),
    Entry("%d 人", ("%d person", "%d people"), plural="%d 人们", flags=("c-format",), references=("b.md",)),
    Entry("一行\n二行\n", ("one\ntwo\n",), context="多行", references=("b.md",)),
    Entry("未译", references=("c.md",)),
    Entry("旧的", ("old",), comments=("translator: state: approved",), is_obsolete=True),
)
CATALOG = Catalog(ENTRIES, po.new_header("sample", "en", ["zh", "ja"]))


def gettext_tool(*command: str) -> Callable[[bytes, Path], bytes]:
    def through(data: bytes, folder: Path) -> bytes:
        source, template = folder / "a.po", folder / "a.pot"
        source.write_bytes(data)
        bare = [Entry(each.source, ("",), each.context, references=each.references) for each in ENTRIES[:-1]]
        bare[3] = replace(bare[3], plural="%d 人们", targets=("", ""), flags=("c-format",))
        template.write_bytes(po.write(Catalog(tuple(bare), po.new_header("sample"))))
        names = [{"PO": str(source), "POT": str(template)}.get(each, each) for each in command]
        return subprocess.run(names, check=True, capture_output=True).stdout

    return through


def through_polib(data: bytes, folder: Path) -> bytes:
    (folder / "a.po").write_bytes(data)
    polib.pofile(str(folder / "a.po")).save(str(folder / "b.po"))
    return (folder / "b.po").read_bytes()


def through_babel(data: bytes, folder: Path) -> bytes:
    out = io.BytesIO()
    pofile.write_po(out, pofile.read_po(io.BytesIO(data), locale="en"), width=30)
    return out.getvalue()


def durable(catalog: Catalog) -> dict[Key, tuple[object, ...]]:
    return {each.key: (each.targets, each.is_fuzzy, each.comments, each.plural, each.is_obsolete) for each in catalog}


TOOLS = {
    "msgcat": gettext_tool("msgcat", "PO"),
    "msgcat --width=30": gettext_tool("msgcat", "--width=30", "PO"),
    "msgattrib": gettext_tool("msgattrib", "PO"),
    "msgmerge": gettext_tool("msgmerge", "--quiet", "PO", "POT"),
    "msgconv": gettext_tool("msgconv", "--to-code=GB18030", "PO"),
    "polib": through_polib,
    "babel": through_babel,
}


@needs_gettext
@pytest.mark.parametrize("name", TOOLS)
def test_durable_facts_come_back(name: str, tmp_path: Path) -> None:
    back = po.read(TOOLS[name](po.write(CATALOG), tmp_path)).catalog
    assert durable(back) == durable(CATALOG)
    assert back.header is not None
    assert back.header.get("Language") == "en"


@needs_gettext
@pytest.mark.parametrize("name", ["msgcat", "msgattrib", "msgconv", "polib", "babel"])
def test_the_previous_source_comes_back(name: str, tmp_path: Path) -> None:
    back = po.read(TOOLS[name](po.write(CATALOG), tmp_path)).catalog
    assert back.by_key()[ENTRIES[2].key].previous == Previous("細胞数")


@needs_gettext
@pytest.mark.parametrize("locale", ["zh", "zh-Hant", "zh-Hant-HK", "ja", "en", ""])
def test_msgfmt_takes_a_new_header(locale: str, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(po.write(Catalog((), po.new_header("sample", locale, ["zh", "ja"]))))
    done = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", tmp_path / "a.po"],
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin"},
    )
    said = [line.partition("warning: ")[2] for line in done.stderr.splitlines() if "warning: " in line]
    # A date would change without anyone's work.
    assert said == ["header field 'PO-Revision-Date' missing in header"] or not locale
    assert done.returncode == 0


def test_a_new_header_is_whole() -> None:
    assert po.new_header("sample", "ja", ["zh", "und", "ja", "zh"]).fields == (
        ("Project-Id-Version", "sample"),
        ("Last-Translator", ""),
        ("Language-Team", "Japanese"),
        ("Language", "ja"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
        ("X-Generator", "translator"),
        ("X-Source-Language", "zh_CN"),
    )
