"""Writes translator/checks/data/names.txt: names that CLDR says in other letters in zh and ja, by way of Babel.

Run it after an update of Babel: `python benchmarks/generate_names.py`. Languages, scripts, territories, cities,
currencies, months and days. Names of three letters or less are left out: they may be codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

DATA = Path(__file__).parent.parent / "translator" / "checks" / "data"
HEAD = """\
# English names of languages, scripts, territories, cities, currencies, months and days that Chinese and Japanese
# write in their own letters, in lower case; made from CLDR by benchmarks/generate_names.py.
"""
LATIN = re.compile("[A-Za-z]")


def named(locale: Locale) -> Iterator[tuple[str, str]]:
    """(what is named, its name) in a locale."""
    for kind in ("languages", "scripts", "territories", "currencies"):
        yield from ((f"{kind} {code}", name) for code, name in getattr(locale, kind).items())
    for code, zone in locale._data["time_zones"].items():
        if "city" in zone:
            yield f"city {code}", zone["city"]
    for kind in ("months", "days"):
        for width in ("wide", "abbreviated"):
            names = getattr(locale, kind)["format"][width]
            yield from ((f"{kind} {width} {number}", name) for number, name in names.items())


def main() -> None:
    """Writes the data file."""
    english = dict(named(Locale("en")))
    # Cities whose English name is the last part of the zone's: CLDR leaves them out.
    for code in Locale("ja")._data["time_zones"]:
        english.setdefault(f"city {code}", code.rpartition("/")[2].replace("_", " "))
    others = [dict(named(Locale.parse(each))) for each in ("zh_Hans", "ja")]
    found = set()
    for key, name in english.items():
        said = [other.get(key, name) for other in others]
        if len(name) > 3 and not any(LATIN.search(each) for each in said):
            found |= {name.lower(), re.sub(r"\s*\(.*\)$", "", name).lower()}
    (DATA / "names.txt").write_text(HEAD + "".join(f"{each}\n" for each in sorted(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
