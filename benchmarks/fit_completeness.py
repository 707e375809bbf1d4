"""Fits what `translator/checks/_completeness.py` holds: the table of text ends, and the weights.

    python benchmarks/fit_completeness.py CORPORA [--more PAIRS] [--ends FILE]

Reads the open half (by checksum of the row's id) of `parallel/*.tsv` and `quality/injected.*.jsonl`.
`--more` adds clean pairs of other material, JSON Lines with `a`, `b` (languages), `s`, `t` (texts): the
first third of them, by checksum of the source, is fitted on, some also cut short at a random place; in the last
the ends are counted.
Prints the weights, and the recall at several shares of false alarms, for the corpora and for the middle third of the
other material. Needs numpy.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from translator.catalog import Entry
from translator.checks import Pair
from translator.checks._completeness import features
from translator.checks._ends import MARKS, ends, grams
from translator.checks._prose import bared

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}


def is_open(key: str) -> bool:
    """Whether a row may be looked at."""
    return zlib.crc32(key.encode()) % 2 == 0


def pair(source: str, target: str, come: str, go: str) -> Pair:
    """The pair as the checks see it."""
    return Pair(source, target, go, TAGS[go], TAGS[come], Entry(source, (target,)))


def clean(folder: Path, third: int | None) -> Iterator[Pair]:
    """The clean pairs of the open half, or the third of them that ends are not counted in."""
    for path in sorted((folder / "parallel").glob("*.tsv")):
        one, two = path.stem.split("-")
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            if not is_open(cells[0]) or (third is not None and zlib.crc32(cells[0].encode()) // 2 % 3 != third):
                continue
            yield pair(cells[1], cells[2], one, two)
            yield pair(cells[2], cells[1], two, one)


def truncated(folder: Path) -> Iterator[Pair]:
    """The truncated pairs of the open half."""
    for path in sorted((folder / "quality").glob("injected.*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["error"] == "truncated" and is_open(row["id"]):
                yield pair(row["src"], row["tgt_bad"], *row["dir"].split(">"))


def more(path: Path | None, part: int) -> Iterator[Pair]:
    """The clean pairs of a part of other material, in both directions: 0 to fit on, 1 to report on, 2 for the ends."""
    for line in path.read_text(encoding="utf-8").splitlines() if path else ():
        row = json.loads(line)
        if zlib.crc32(row["s"].encode()) % 3 == part:
            yield pair(row["s"], row["t"], row["a"], row["b"])
            yield pair(row["t"], row["s"], row["b"], row["a"])


def cut(pairs: Iterator[Pair], chance: random.Random, share: float) -> Iterator[Pair]:
    """A share of the pairs, cut short at a random place."""
    for each in pairs:
        if chance.random() > share or sum(map(str.isalpha, each.target)) < 8:
            continue
        rest = each.target[: int(len(each.target) * chance.uniform(0.3, 0.7))]
        if sum(map(str.isalpha, rest)) > 3:
            yield pair(each.source, rest, each.source_tag[:2], each.locale)


def write_ends(folder: Path, path: Path, other: Path | None) -> None:
    """Writes the table of ends: language, logarithm, last characters."""
    inside: dict[str, Counter[str]] = {"zh": Counter(), "ja": Counter(), "en": Counter()}
    last: dict[str, Counter[str]] = {"zh": Counter(), "ja": Counter(), "en": Counter()}
    for group in (clean(folder, 1), clean(folder, 2), more(other, 2)):
        for each in group:
            if each.locale in inside:
                inside[each.locale].update(parts(each.target_prose.strip(), each.locale))
                bare = bared(each.target, each.target_prose).rstrip(MARKS)
                last[each.locale].update(ends(bare, each.locale))
    lines = [
        "# Language, natural logarithm of how much more often than others they end a text, last characters.",
        "# English: the letters that end a word, or a cut one; _ is the blank before it.",
        "# Counted by benchmarks/fit_completeness.py --ends.",
    ]
    for language, counts in inside.items():
        groups: dict[float, list[str]] = {}
        for each, value in told(counts, last[language], language):
            groups.setdefault(value, []).append(each.replace(" ", "_"))
        lines += [f"{language}\t{value}\t{' '.join(sorted(groups[value]))}" for value in sorted(groups)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def told(counts: Counter[str], last: Counter[str], language: str) -> Iterator[tuple[str, float]]:
    """The last characters that say more than a shorter end does, with how much more often they end a text."""
    least = 2 if language == "en" else 1
    shortest = [each for each in counts if len(each) == least]
    total = sum(last[each] for each in shortest) / sum(counts[each] for each in shortest)
    share: dict[str, float] = {}
    known: dict[str, float] = {}
    for each in sorted(counts, key=len):
        if any(char in each for char in "\t\n_") or (language != "en" and each != each.strip()):
            continue
        # More characters are believed beside what fewer of them say.
        shorter = each[1:]
        expected = share.get(shorter, total)
        share[each] = (last[each] + expected * 8) / (counts[each] + 8)
        if counts[each] < (12 if len(each) == 2 and language != "en" else 20) or (each.isascii() and language != "en"):
            continue
        value = max(-4.0, min(3.0 if language == "en" else 1.5, round(math.log(share[each] / total) * 2) / 2))
        before = next((known[each[at:]] for at in range(1, len(each)) if each[at:] in known), 0.0)
        if len(each) == least or abs(before - value) >= 1:
            known[each] = value
            yield each, value


def parts(text: str, language: str) -> Iterator[str]:
    """What may end the text wherever it is cut: letters of English words, or single characters and couples of another."""
    if language == "en":
        for word in re.findall("[A-Za-z]+", text):
            for end in range(1, len(word) + 1):
                yield from grams(word[:end].lower())
    else:
        yield from text
        yield from (text[at : at + 2] for at in range(len(text) - 1) if not text[at : at + 2].isspace())


def main() -> None:
    """Fits and prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--more", type=Path)
    parser.add_argument("--ends", type=Path)
    options = parser.parse_args()
    if options.ends:
        write_ends(options.corpora, options.ends, options.more)
        return
    chance = random.Random(3)
    bad = [values for each in truncated(options.corpora) if (values := features(each))]
    total_bad = sum(1 for _ in truncated(options.corpora))
    good = [features(each) for each in clean(options.corpora, 0)]
    own = [values for each in cut(clean(options.corpora, 0), chance, 1 / 12) if (values := features(each))]
    others = [features(each) for each in more(options.more, 0)]
    cuts = [values for each in cut(more(options.more, 0), chance, 1 / 6) if (values := features(each))]
    share = len(others) / max(1, len(good))
    groups = (
        (bad, 1.0, 1.0),
        (own, 1.0, len(bad) / max(1, len(own))),
        (cuts, 1.0, len(bad) / max(1, len(cuts))),
        (good, 0.0, 0.35),
        (others, 0.0, 0.35 / max(share, 1e-9)),
    )
    rows = [(values, answer, weight) for group, answer, weight in groups for values in group if values]
    total_good = len(good)
    good = [each for each in good if each]
    fitted = fit(
        np.array([values for values, _, _ in rows]),
        np.array([answer for _, answer, _ in rows]),
        np.array([weight for _, _, weight in rows]),
    )
    print([round(float(each), 2) for each in fitted])
    report("corpora", np.array(good) @ fitted, np.array(bad) @ fitted, total_good, total_bad)
    if options.more:
        others = [features(each) for each in more(options.more, 1)]
        cuts = [features(each) for each in cut(more(options.more, 1), chance, 1 / 6)]
        sides = (np.array([each for each in side if each]) @ fitted for side in (others, cuts))
        report("other material", *sides, len(others), len(cuts))


def fit(matrix: np.ndarray, answers: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression."""
    fitted = np.zeros(matrix.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-matrix @ fitted))
        slope = matrix.T @ (weight * (answers - chance)) - 0.05 * fitted
        bend = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + 0.05 * np.eye(len(fitted))
        fitted = fitted + np.linalg.solve(bend, slope)
    return fitted


def report(name: str, good: np.ndarray, bad: np.ndarray, total_good: int, total_bad: int) -> None:
    """Prints the recall at several shares of false alarms."""
    print(name)
    alarms = np.sort(good)[::-1]
    for share in (0.001, 0.002, 0.003, 0.004, 0.005, 0.0075, 0.01, 0.015):
        threshold = alarms[int(share * total_good)]
        print(f"{share:.2%}: threshold {threshold:.2f}, recall {(bad > threshold).sum() / total_bad:.3f}")


if __name__ == "__main__":
    main()
