"""Writes the pages that are made from the code: settings, checks, and a page per format.

    python docs/generate.py

`tests/test_docs.py` asserts that the committed pages are these.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from translator.checks import checks_page  # noqa: E402
from translator.config_page import settings_page  # noqa: E402
from translator.errors import TranslatorError, shorten  # noqa: E402
from translator.formats import Format, all_formats, documentation  # noqa: E402
from translator.inline import to_message  # noqa: E402
from translator.reader import ReaderOptions, read_document  # noqa: E402

FIXTURES = ROOT / "tests" / "fixtures" / "formats"
LONGEST = 900


def pages() -> dict[str, str]:
    """Path below docs/ → text, for every page."""
    found = {"settings.md": settings_page(), "checks.md": checks_page(), "formats/README.md": index()}
    found.update({f"formats/{form.name}.md": page(form) for form in all_formats()})
    return found


def index() -> str:
    """The list of formats."""
    rows = [f"| [{form.name}]({form.name}.md) | {_suffixes(form)} | {_title(form)} |" for form in all_formats()]
    return "\n".join(("# Formats", "", "| format | suffixes | what is read |", "|---|---|---|", *rows)) + "\n"


def page(form: Format) -> str:
    """The page of a format: its documentation, its options, and a document as the tool sees it."""
    lines = [f"# {form.name}", "", documentation(form), "", f"Suffixes: {_suffixes(form)}.", ""]
    if form.extra:
        lines += [f"Needs the extra `{form.extra}`: `pip install '.[{form.extra}]'`.", ""]
    if form.options:
        lines += ["## Options", "", "| option | default | meaning |", "|---|---|---|"]
        lines += [
            f"| `{each.name}` | `{each.default!r}` | {each.doc.replace('|', chr(92) + '|')} |" for each in form.options
        ]
        lines += [""]
    lines += list(_example(form))
    return "\n".join(lines).rstrip() + "\n"


def _example(form: Format) -> Iterator[str]:
    """The largest fixture that still fits a page, and its segments."""
    fitting: list[tuple[int, Path]] = []
    for path in sorted((FIXTURES / form.name).glob("*")):
        data = path.read_bytes()
        if path.is_file() and len(data) <= LONGEST and b"\r" not in data:
            fitting.append((len(data), path))
    for _, path in sorted(fitting, reverse=True):
        try:
            document = read_document(path.read_bytes(), path.name, options=ReaderOptions(identifies=False), form=form)
        except TranslatorError:
            continue
        text = document.parts[next(iter(document.parts))]
        if document.encoding.name != "utf-8" or "````" in text:
            continue
        yield from ("## An example", "", f"`{path.name}`:", "", "````", *text.rstrip("\n").split("\n"), "````", "")
        yield from ("Its segments:", "", "| kind | note | message |", "|---|---|---|")
        for segment in document.segments:
            message = shorten(to_message(segment.content), 80).replace("|", "\\|").replace("`", "'")
            yield f"| {segment.kind} | {segment.note.replace('|', chr(92) + '|')} | `{message}` |"
        return


def _suffixes(form: Format) -> str:
    return ", ".join(f"`{each}`" for each in form.suffixes)


def _title(form: Format) -> str:
    return documentation(form).split("\n")[0]


def write() -> None:
    """Writes every page."""
    for name, text in pages().items():
        path = ROOT / "docs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
