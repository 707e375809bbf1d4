"""The page `docs/settings.md`, made from the keys that the settings are parsed with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translator.config_keys import CONTEXT, DOCUMENT, LOCALE, ROWS, TABLES, TOP, Key
from translator.formats import all_formats

EXAMPLE = """\
name = "Clinic pages"
locales = ["zh", "ja", "en"]
fallback = "source"

[locale.zh]
folder = "zh_CN"

[checks]
min-coverage = { en = 95 }

[[documents]]
path = "old/*.txt"
encoding = "shift_jis"
language = "ja"

[[rows]]
path = "trials.txt"
pattern = '(\\S+) (\\d+) (.+)'
columns = ["疾患", "人数", "結果"]
"""


def settings_page() -> str:
    """The whole page, in Markdown."""
    lines = [
        "# Settings",
        "",
        "`translator.toml` is looked for in the working directory and above. Options of the command line overrule it.",
        "An unknown key is an error that names the nearest one. This page is made from the code.",
        "",
        "```toml",
        *EXAMPLE.splitlines(),
        "```",
        "",
        *_table("Top level", (*TOP, *TABLES)),
        *_table("`[locale.TAG]`", LOCALE),
        *_table("`[[documents]]`", DOCUMENT),
        *_table("`[[rows]]`", ROWS),
        *_table("`[[context]]`", CONTEXT),
    ]
    for form in all_formats():
        if form.options:
            options = (Key(each.name, each.default, each.doc, each.choices) for each in form.options)
            lines += _table(f"`[formats.{form.name}]`", options)
    return "\n".join(lines).rstrip() + "\n"


def _table(title: str, keys: Iterable[Key]) -> Iterator[str]:
    yield from (f"## {title}", "", "| key | default | meaning |", "|---|---|---|")
    for key in keys:
        choices = f" (one of {', '.join(f'`{each}`' for each in key.choices if each)})" if key.choices else ""
        yield f"| `{key.name}` | {_default(key.default)} | {key.doc}{choices} |"
    yield ""


def _default(value: object) -> str:
    if value in ("", [], {}):
        return "–"
    if isinstance(value, list | tuple):
        return f"`[{', '.join(repr(each).replace(chr(39), chr(34)) for each in value)}]`"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
