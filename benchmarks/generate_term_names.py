"""Writes `translator/languages/data/term_names.txt`: what CLDR calls countries, languages, currencies, months and days.

    python benchmarks/generate_term_names.py

One concept a line, as in `terms.txt`: kind, the forms in Chinese (simplified and traditional), in Japanese, in English.
Names that two concepts of a kind share in one language alone are left to both.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale

OUTPUT = Path(__file__).parent.parent / "translator/languages/data/term_names.txt"
TAGS = {"zh": ("zh_Hans", "zh_Hant", "zh_Hant_HK"), "ja": ("ja",), "en": ("en", "en_GB")}
HEAD = (
    "# Names of countries, languages, currencies, months and days in zh, ja and en, made from CLDR (Unicode licence) by"
)


def main() -> None:
    """Writes the file anew."""
    locales = {tag: Locale.parse(tag) for tags in TAGS.values() for tag in tags}
    lines = [f"{HEAD} benchmarks/generate_term_names.py."]
    for kind, keys, name in _concepts(locales):
        for key in keys:
            cells = []
            for tags in TAGS.values():
                found = dict.fromkeys(filter(None, (name(locales[tag], key) for tag in tags)))
                cells.append("|".join(each for each in found if "|" not in each))
            if all(cells):
                lines.append("\t".join((kind, *cells)))
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _concepts(locales: dict[str, Locale]) -> Iterator[tuple]:
    english = locales["en"]
    yield (
        "territory",
        [k for k in sorted(english.territories) if k.isalpha()],
        lambda each, key: each.territories.get(key),
    )
    yield "language", [k for k in sorted(english.languages) if len(k) == 2], lambda each, key: each.languages.get(key)
    yield "currency", sorted(_current(english)), lambda each, key: each.currencies.get(key)
    yield "month", range(1, 13), lambda each, key: each.months["stand-alone"]["wide"].get(key)
    yield "weekday", range(7), lambda each, key: each.days["stand-alone"]["wide"].get(key)


def _current(english: Locale) -> set[str]:
    """The currencies in use: names of others have years in brackets."""
    return {code for code, name in english.currencies.items() if "(" not in name}


if __name__ == "__main__":
    main()
