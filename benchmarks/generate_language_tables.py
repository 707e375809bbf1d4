"""Writes translator/languages/data from named sources; the package never runs this.

    pip install opencc jieba janome cjclassifier
    apt-get install unicode-data
    apt-get download {libreoffice-help,libreoffice-l10n,firefox-esr-l10n}-{ja,zh-cn,zh-tw}
    for p in *.deb; do dpkg-deb -x $p packages/${p%%_*}; done
    python benchmarks/generate_language_tables.py --packages packages

The labelled corpus of the benchmarks takes no part: what is measured there was not seen here.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import html
import importlib.metadata
import importlib.util
import math
import re
import subprocess
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from gettext import GNUTranslations
from itertools import pairwise
from pathlib import Path

TAGS = ("zh-Hans", "zh-Hant", "ja")
SUFFIXES = {"zh-Hans": "zh-cn", "zh-Hant": "zh-tw", "ja": "ja"}
DATA = Path(__file__).parent.parent / "translator" / "languages" / "data"
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff々〆\U00020000-\U0003ffff]+")
CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
BIGRAMS = 100_000
SHARES = {"wiki": 0.4, "text": 0.4, "words": 0.2}
FLOOR = 3e-6
"""Added to every frequency: below it, counts say nothing."""
STEP = 4
"""Weights are written in quarters of a nat."""
BIGRAM_SHARE = 1.0
OLD_FORM = -11.4
"""Log frequency in Japanese from which an old form counts as alive."""
OUTSIDE = 3.0
"""Nats against a language whose repertoire lacks the character."""

Weights = dict[str, tuple[float, float, float]]
Pair = tuple[float, str, tuple[float, ...]]
"""Importance, two characters, log weights."""


def unihan(folder: Path, name: str) -> dict[str, dict[str, str]]:
    """The fields of one Unihan file: field → character → value."""
    fields: dict[str, dict[str, str]] = defaultdict(dict)
    with bz2.open(folder / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                point, field, value = line.rstrip("\n").split("\t")
                fields[field][chr(int(point[2:], 16))] = value
    return fields


def opencc(name: str) -> dict[str, list[str]]:
    """An OpenCC dictionary of the installed wheel: entry → candidates."""
    spec = importlib.util.find_spec("opencc")
    assert spec is not None
    assert spec.origin is not None
    base = Path(spec.origin).parent / "clib"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.txt"
        source = base / "share" / "opencc" / f"{name}.ocd2"
        subprocess.run(
            [base / "bin" / "opencc_dict", "-i", source, "-o", out, "-f", "ocd2", "-t", "text"],
            check=True,
            capture_output=True,
        )
        pairs = (line.split("\t") for line in out.read_text(encoding="utf-8").splitlines() if "\t" in line)
        return {key: value.split() for key, value in pairs}


def encodable(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def wiki() -> tuple[Weights, Weights]:
    """Log probabilities of characters and pairs in the Chinese and Japanese Wikipedias (cjclassifier)."""
    spec = importlib.util.find_spec("cjclassifier")
    assert spec is not None
    assert spec.origin is not None
    single: Weights = {}
    double: Weights = {}
    with gzip.open(Path(spec.origin).parent / "cjlogprobs.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            gram, *values = line.split()
            hans, hant, ja = (float(value) or -17.5 for value in values)
            (single if len(gram) == 1 else double)[gram] = (hans, hant, ja)
    return single, double


class Repertoires:
    """Which language may hold a character."""

    def __init__(self, folder: Path, frequency: Weights) -> None:
        other = unihan(folder, "OtherMappings")
        like = unihan(folder, "DictionaryLikeData")
        to_traditional = opencc("STCharacters")
        to_simplified = opencc("TSCharacters")
        shinjitai = opencc("JPShinjitaiCharacters")
        lowest = (-17.5, -17.5, -17.5)

        def rarer(char: str, here: int, there: int) -> float:
            values = frequency.get(char, lowest)
            return values[there] - values[here]

        ideographs = [chr(i) for i in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x31350))]
        big5 = {c: int(c.encode("big5").hex(), 16) for c in ideographs if encodable(c, "big5")}
        hans = set(other["kGB0"]) | set(other["kTGH"])
        # 於 後 菸 stand in the table of standard characters for surnames and terms, not for prose.
        hans -= {c for c in hans if to_simplified.get(c, [c])[0] != c and rarer(c, 0, 1) > 2.0}
        first_level = {c for c, code in big5.items() if 0xA440 <= code <= 0xC67E}
        second_level = {
            c
            for c, code in big5.items()
            if code > 0xC67E and (c not in to_traditional or c in to_traditional[c] or rarer(c, 1, 0) < 0.5)
        }
        # 着 衞 户 温: standard forms of Hong Kong.
        hongkong = {c for c in like["kHKGlyph"] if c not in to_traditional or c in to_traditional[c]}
        hongkong |= {c for forms in opencc("HKVariants").values() for c in forms}
        hant = first_level | second_level | hongkong
        ja = {c for c in ideographs if encodable(c, "cp932")}
        ja |= {c for c in other["kJIS0213"] if rarer(c, 2, 0) < 1 and rarer(c, 2, 1) < 1}
        # 體 發 當: replaced by 体 発 当 since 1946; 國 龍 are allowed in names, 澤 學 濱 are met in them.
        old = {
            before
            for new, befores in shinjitai.items()
            for before in befores
            if before != new and new in other["kJoyoKanji"] and frequency.get(before, lowest)[2] < OLD_FORM
        }
        ja -= old - set(other["kJoyoKanji"]) - set(other["kJinmeiyoKanji"])
        self.sets = {"zh-Hans": hans, "zh-Hant": hant, "ja": ja}

    def lines(self) -> Iterator[str]:
        """One line per combination of languages that leaves one out."""
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for char in set().union(*self.sets.values()):
            holders = tuple(tag for tag in TAGS if char in self.sets[tag])
            if len(holders) < len(TAGS):
                found[holders].append(char)
        for holders, chars in sorted(found.items()):
            yield f"{' '.join(holders)}\t{''.join(sorted(chars))}"


class Frequencies:
    """Relative frequencies of characters and pairs inside runs of ideographs, by language."""

    def __init__(self) -> None:
        self.single: list[Counter[str]] = [Counter() for _ in TAGS]
        self.double: list[Counter[str]] = [Counter() for _ in TAGS]

    def add(self, index: int, text: str, weight: float = 1.0) -> None:
        for run in HAN.findall(text):
            for char in run:
                self.single[index][char] += weight
            for first, second in pairwise(run):
                self.double[index][first + second] += weight

    def normalized(self) -> Frequencies:
        for index in range(len(TAGS)):
            total = sum(self.single[index].values())
            for table in (self.single[index], self.double[index]):
                for gram in table:
                    table[gram] /= total
        return self

    def include(self, share: float, other: Frequencies) -> None:
        for index in range(len(TAGS)):
            for gram, value in other.single[index].items():
                self.single[index][gram] += share * value
            for gram, value in other.double[index].items():
                self.double[index][gram] += share * value


def wiki_frequencies(single: Weights, double: Weights) -> Frequencies:
    found = Frequencies()
    for index in range(len(TAGS)):
        for table, source, share in ((found.single, single, 1.0), (found.double, double, 0.8)):
            table[index].update({g: share * math.exp(v[index]) for g, v in source.items() if v[index] > -17.4})
    return found


def package_lines(folder: Path, suffix: str) -> set[str]:
    """The distinct texts of help pages, message catalogs and settings of unpacked packages."""
    found: set[str] = set()
    for path in sorted((folder / f"libreoffice-help-{suffix}").rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        page = re.sub(r"(?s)<(script|style).*?</\1>", "", page[page.find('id="DisplayArea"') :])
        found.update(re.split(r"</?(?:p|h\d|td|th|li|div|a name|br|table|tr)\b[^>]*>", page))
    for path in sorted((folder / f"libreoffice-l10n-{suffix}").rglob("*.mo")):
        with path.open("rb") as file:
            found.update(vars(GNUTranslations(file))["_catalog"].values())
    for path in sorted((folder / f"libreoffice-l10n-{suffix}").rglob("*.xcd")):
        found.update(re.findall(r"<value[^>]*>([^<]+)</value>", path.read_text(encoding="utf-8")))
    for path in sorted((folder / f"firefox-esr-l10n-{suffix}").rglob("*.xpi")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".ftl", ".properties", ".ini")):
                    lines = archive.read(name).decode("utf-8").splitlines()
                    found.update(line.partition("=")[2] for line in lines if not line.startswith("#"))
    plain = (" ".join(html.unescape(re.sub(r"<[^>]*>|[~_]", "", text)).split()) for text in found)
    return {text for text in plain if CJK.search(text)}


def text_frequencies(folder: Path) -> Frequencies:
    found = Frequencies()
    for index, tag in enumerate(TAGS):
        for line in package_lines(folder, SUFFIXES[tag]):
            found.add(index, line)
    return found.normalized()


def word_frequencies() -> Frequencies:
    import jieba
    import opencc as converter
    from janome import sysdic

    found = Frequencies()
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    words = [(line.split()[0], int(line.split()[1])) for line in lines]
    converted = converter.OpenCC("s2twp").convert("\n".join(word for word, _ in words)).split("\n")
    for (word, count), other in zip(words, converted, strict=True):
        found.add(0, word, math.sqrt(count))
        found.add(1, other, math.sqrt(count))
    costs: dict[str, int] = {}
    for entry in sysdic.entries().values():
        costs[entry[0]] = min(entry[3], costs.get(entry[0], 99_999))
    for word, cost in costs.items():
        found.add(2, word, math.exp(-cost / 3000))
    return found.normalized()


def evidence(mixed: Frequencies, sets: dict[str, set[str]]) -> tuple[Weights, list[Pair]]:
    """Log weights of characters, and what pairs add to them with their importance."""
    single: Weights = {}
    for char in set().union(*mixed.single):
        hans, hant, ja = (
            math.log(mixed.single[i][char] + FLOOR) - (0.0 if char in sets[tag] or not HAN.match(char) else OUTSIDE)
            for i, tag in enumerate(TAGS)
        )
        if any(char in known for known in sets.values()) or char == "々":
            single[char] = (hans, hant, ja)
    pairs = []
    for gram in set().union(*mixed.double):
        values = []
        for i in range(len(TAGS)):
            apart = (mixed.single[i][gram[0]] + FLOOR) * (mixed.single[i][gram[1]] + FLOOR)
            values.append(BIGRAM_SHARE * math.log((mixed.double[i][gram] + 0.5 * apart + 1e-7) / apart))
        spread = max(values) - min(values)
        frequency = max(mixed.double[i][gram] for i in range(len(TAGS)))
        pairs.append((frequency * spread if spread > 0.4 else 0.0, gram, tuple(values)))
    return single, sorted(pairs, key=lambda pair: (-pair[0], pair[1]))


def grouped(weights: Iterable[tuple[str, tuple[float, ...]]], limit: int = 40) -> Iterator[str]:
    """Lines `hans hant<TAB>grams`: steps above (below) Japanese, clipped, and the sorted grams."""
    groups: dict[tuple[int, int], list[str]] = defaultdict(list)
    for gram, values in weights:
        steps = [max(-limit, min(limit, round(STEP * (value - values[2])))) for value in values[:2]]
        if len(gram) == 2:
            steps = [2 * round(step / 2) for step in steps]
        if any(steps):
            groups[steps[0], steps[1]].append(gram)
    for (hans, hant), grams in sorted(groups.items()):
        yield f"{hans} {hant}\t{''.join(sorted(grams))}"


def by_first(lines: Iterable[str]) -> Iterator[str]:
    """Lines `first<TAB>hans hant seconds<TAB>…` of the lines that `grouped` makes of pairs, by first character."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        weights, _, pairs = line.partition("\t")
        seconds: dict[str, str] = defaultdict(str)
        for first, second in zip(pairs[::2], pairs[1::2], strict=True):
            seconds[first] += second
        for first, chars in seconds.items():
            found[first].append(f"{weights} {chars}")
    for first in sorted(found):
        yield "\t".join((first, *found[first]))


def variants(folder: Path) -> Iterator[str]:
    """Classes of characters that are forms of one another, each led by its first member."""
    leaders: dict[str, str] = {}

    def leader(char: str) -> str:
        while leaders.get(char, char) != char:
            char = leaders[char]
        return char

    for name in ("STCharacters", "TSCharacters", "TWVariants", "HKVariants", "JPShinjitaiCharacters"):
        for char, others in sorted(opencc(name).items()):
            for other in others:
                if len(char) == len(other) == 1 and leader(char) != leader(other):
                    first, last = sorted((leader(char), leader(other)))
                    leaders[last] = first
    for char, value in sorted(unihan(folder, "Variants")["kZVariant"].items()):
        other = chr(int(value.split()[0].split("<")[0][2:], 16))
        if leader(char) != leader(other):
            first, last = sorted((leader(char), leader(other)))
            leaders[last] = first
    classes: dict[str, list[str]] = defaultdict(list)
    for char in leaders:
        classes[leader(char)].append(char)
    for first, rest in sorted(classes.items()):
        yield first + "".join(sorted(rest))


def write(name: str, head: Iterable[str], lines: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in (*(f"# {line}" for line in head), *lines))
    (DATA / name).write_text(text, encoding="utf-8", newline="")
    print(f"{name}: {len(text.encode()):,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True, help="folder of unpacked localization packages")
    parser.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode"))
    options = parser.parse_args()
    version = importlib.metadata.version
    single, double = wiki()
    repertoires = Repertoires(options.unihan, single)
    made = "Made by benchmarks/generate_language_tables.py; do not edit."
    unicode = "Unihan 15.0.0 (Unicode licence): kGB0 kTGH kJIS0213 kJoyoKanji kJinmeiyoKanji kHKGlyph kZVariant."
    occ = f"OpenCC {version('opencc')} (Apache-2.0): STCharacters TSCharacters TWVariants HKVariants JPShinjitai."
    wikipedia = f"cjclassifier {version('cjclassifier')} (Apache-2.0): frequencies in zh and ja Wikipedia."
    write(
        "characters.txt",
        (made, unicode, occ, "Big5 and cp932 repertoires: Python's codecs.", wikipedia,
         "Languages that may hold the characters, a tab, the characters; those of all three are left out."),
        repertoires.lines(),
    )  # fmt: skip
    write(
        "variants.txt",
        (made, unicode, occ, "Characters that are forms of one another; the first stands for all in a comparison key."),
        variants(options.unihan),
    )
    mixed = Frequencies()
    mixed.include(SHARES["wiki"], wiki_frequencies(single, double))
    mixed.include(SHARES["text"], text_frequencies(options.packages))
    mixed.include(SHARES["words"], word_frequencies())
    singles, pairs = evidence(mixed, repertoires.sets)
    write(
        "statistics.txt",
        (made, wikipedia,
         "LibreOffice 7.4 help and interface, Firefox ESR interface (MPL-2.0): frequencies in their localizations.",
         f"jieba {version('jieba')} dict.txt (MIT); the same by OpenCC s2twp.",
         f"IPADIC as in janome {version('janome')} (NAIST licence).",
         "Quarters of a nat for zh-Hans and for zh-Hant over ja, a tab, the characters or pairs of characters.",
         "Characters first, then, after an empty line, what pairs add to their characters: the first character of",
         "pairs, then, each after a tab, the weights and all second characters that go with them."),
        (*grouped(singles.items()), "", *by_first(grouped(((g, v) for _, g, v in pairs[:BIGRAMS]), limit=20))),
    )  # fmt: skip


if __name__ == "__main__":
    main()
