"""Writes translator/languages/data/unit_names.txt: the names of units in CLDR, by way of Babel.

Run it after an update of Babel: `python benchmarks/generate_unit_names.py`. Only units that data/units.txt knows
are kept; names in which the number does not come first are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale

DATA = Path(__file__).parent.parent / "translator" / "languages" / "data"
LOCALES = ("en", "ja", "zh_Hans", "zh_Hant")
HEAD = "# Names of units in zh, zh-Hant, ja and en, made from CLDR by benchmarks/generate_unit_names.py."


def leaves(value: Any) -> Iterator[str]:
    """The strings of a nested mapping."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) or hasattr(value, "values"):
        for each in value.values():
            yield from leaves(each)


def names(locale: str, unit: str) -> set[str]:
    """The ways to write a unit behind a number in a locale."""
    patterns = Locale.parse(locale)._data["unit_patterns"].get(unit, {})
    out = set()
    for pattern in leaves(patterns):
        name = pattern.removeprefix("{0}").strip().replace("\u00a0", " ")
        # Bare letters are ambiguous (`m` of metres, minutes, months): units.txt lists those.
        # “in” and “'” are other words and signs far more often.
        if not pattern.startswith("{0}") or name in ("", "in", "'", '"', "″", "′") or name[0] in "/0":
            continue
        if not name.startswith("per ") and (len(name) > 1 or not name.isascii()):
            out.add(name)
    return out


def main() -> None:
    """Writes the data file."""
    known = [
        line.split("\t")[0]
        for line in (DATA / "units.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    lines = [HEAD]
    for unit in known:
        found = set().union(*(names(locale, unit) for locale in LOCALES))
        if found:
            lines.append(f"{unit}\t{'|'.join(sorted(found))}")
    (DATA / "unit_names.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
