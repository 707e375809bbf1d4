"""Measures `translator update` against msgmerge, pot2po and pybabel: time, right and wrong suggestions.

    python benchmarks/update.py CORPORA [--sizes 1000,10000,30000] [--languages ja] [--tools translator,msgmerge]
    python benchmarks/update.py CORPORA --revisions [--tools …]

Sources of the workload come from the parallel corpora (`parallel/*.tsv`). Of the entries 5 % are edited a little
(insert, delete, replace, reorder, number, clause: a fixed mix), 2 % are removed and 2 % are new. `--seed` makes
another one, `--shuffled` a template in another order, `--part` takes half of the rows (`open` is what the cutoffs
were chosen by, `held` nobody looked at). `--revisions` takes real edits of documents (`quality/revisions.*.tsv`,
`fuzzy_prev.jsonl`): a catalog of the lines before and a template of the lines after for each commit of 30 or more,
in their order and shuffled; every tenth line is new, every tenth removed. Everything runs as a whole process, of
compiled modules, as an installation leaves them. Times are seconds of processor
time; `right` is the part of edited entries that were offered their own old target, `wrong` that of new entries
that were offered any.
"""

from __future__ import annotations

import argparse
import compileall
import csv
import itertools
import json
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from translator import po
from translator.catalog import Catalog, Entry
from translator.po import new_header

ROOT = Path(__file__).parent.parent
CODES = {"zh": "zh_CN", "ja": "ja", "en": "en"}


@dataclass(frozen=True)
class Workload:
    """A catalog and a template, which old target each edited source had, and the new sources."""

    name: str
    catalog: Catalog
    template: Catalog
    truth: dict[str, str]
    fresh: set[str]


def is_in(text: str, part: str) -> bool:
    """Whether a row belongs to a part of the corpora."""
    return part == "all" or (zlib.crc32(text.encode()) % 2 == 0) == (part == "open")


def pairs(corpora: Path, language: str, part: str = "all") -> list[tuple[str, str]]:
    """Unique (source, target) pairs of a language, shuffled by a fixed seed."""
    found: dict[str, str] = {}
    for path in sorted((corpora / "parallel").glob("*.tsv")):
        one, other = path.stem.split("-")
        if language not in (one, other):
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                source = row[language].strip()
                target = row[other if language == one else one].strip()
                if len(source) > 3 and target and is_in(source, part):
                    found.setdefault(source, target)
    rows = list(found.items())
    random.Random(7).shuffle(rows)
    return rows


def grown(rows: list[tuple[str, str]], size: int, rng: random.Random) -> list[tuple[str, str]]:
    """As many pairs as wanted: where the corpus ends, two of its rows make one sentence."""
    out = dict(rows[:size])
    while len(out) < size:
        (a, b), (c, d) = rng.sample(rows, 2)
        out.setdefault(f"{a.rstrip('。.')}、{c}", f"{b}, {d}")
    return list(out.items())


def edited(source: str, kind: str, others: list[str], rng: random.Random) -> str:
    """The source with one small edit of a kind."""
    at = rng.randrange(len(source))
    other = rng.choice(others)
    size = max(1, min(len(source) // 8, 6))
    if kind == "insert":
        return source[:at] + other[:size] + source[at:]
    if kind == "delete":
        return source[:at] + source[at + size :] if len(source) > size + 2 else source + other[:1]
    if kind == "replace":
        return source[:at] + other[:size] + source[at + size :]
    if kind == "reorder":
        parts = re.split(r"(?<=[、，,；;])", source)
        if len(parts) > 1:
            return "".join((*parts[1:-1], parts[-1].rstrip("。."), parts[0]))
        return source[at:] + source[:at]
    if kind == "number":
        digits = re.search(r"\d+", source)
        if digits:
            return source[: digits.start()] + str(int(digits[0]) + 1) + source[digits.end() :]
        return source[:at] + "2" + source[at:]
    return source + other[: max(3, len(source) // 3)]


KINDS = ("insert", "delete", "replace", "reorder", "number", "clause")


def workload(corpora: Path, language: str, size: int, options: argparse.Namespace) -> Workload:
    """The workload of a size: a fixed mix of edits."""
    rng = random.Random(size + options.seed)
    rows = pairs(corpora, language, options.part)
    rng.shuffle(rows)
    fresh_count = size // 50
    pool, fresh = rows[: -max(fresh_count, 1) - 500], rows[-max(fresh_count, 1) :]
    old = grown(pool, size, rng)
    others = [source for source, _ in rows[-500:]]
    truth: dict[str, str] = {}
    wanted: list[str] = []
    known = dict(old)
    for number, (source, target) in enumerate(old):
        chance = rng.random()
        if chance < 0.02:
            continue
        if chance < 0.07:
            new = edited(source, KINDS[number % len(KINDS)], others, rng)
            if new in known or new in truth:
                wanted.append(source)
                continue
            truth[new] = target
            wanted.append(new)
            continue
        wanted.append(source)
    new_sources = {source for source, _ in fresh if source not in known}
    for source in sorted(new_sources):
        wanted.insert(rng.randrange(len(wanted)), source)
    if options.shuffled:
        rng.shuffle(wanted)
    header = new_header("benchmark", "en" if language != "en" else "ja", (language,))
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in old), header)
    name = f"{language} {size:,}{' shuffled' if options.shuffled else ''}"
    return Workload(name, catalog, Catalog(tuple(map(Entry, wanted)), header), truth, new_sources)


def revisions(corpora: Path, options: argparse.Namespace) -> Iterator[Workload]:
    """Real edits, a catalog for each larger commit, in the order of the file and shuffled."""
    for path in (*sorted((corpora / "quality").glob("revisions.*.tsv")), corpora / "quality" / "fuzzy_prev.jsonl"):
        for is_shuffled in (False, True):
            for commit, edits in _commits(path).items():
                if is_in(commit, options.part) or path.suffix == ".jsonl":
                    name = f"{path.stem}{' shuffled' if is_shuffled else ''}"
                    yield _revised(name, edits, is_shuffled, random.Random(options.seed))


def _revised(name: str, edits: list[tuple[str, str]], is_shuffled: bool, rng: random.Random) -> Workload:
    olds, news = Counter(old for old, _ in edits), Counter(new for _, new in edits)
    truth: dict[str, str] = {}
    fresh: set[str] = set()
    entries: list[Entry] = []
    wanted: list[str] = []
    for number, (old, new) in enumerate(edits):
        if olds[old] > 1 or news[new] > 1 or old in news or new in olds:
            continue
        chance = rng.random()
        # A target begins and ends its lines as its source does, or the catalog is faulty.
        target = ("\n" if old.startswith("\n") else "") + f"target {number}" + ("\n" if old.endswith("\n") else "")
        if chance < 0.8:
            truth[new] = target
        elif chance < 0.9:
            fresh.add(new)
        if chance < 0.9:
            wanted.append(new)
        if new not in fresh:
            entries.append(Entry(old, (target,)))
    if is_shuffled:
        rng.shuffle(wanted)
    header = new_header("benchmark", "en", ("ja",))
    return Workload(name, Catalog(tuple(entries), header), Catalog(tuple(map(Entry, wanted)), header), truth, fresh)


def _commits(path: Path) -> dict[str, list[tuple[str, str]]]:
    """(old, new) by commit, of those that are large enough to mistake one line for another."""
    found: dict[str, list[tuple[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".jsonl":
            for line in file:
                row = json.loads(line)
                found.setdefault("", []).append((row["prev_msgid"], row["msgid"]))
            return found
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["commit"], []).append((row["old"], row["new"]))
    return {commit: edits for commit, edits in found.items() if len(edits) >= 30}


def run(command: list[str], cwd: Path) -> float:
    """Runs a process; its seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=cwd, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def commands(folder: Path, locale: str) -> dict[str, list[str]]:
    tool = [sys.executable, str(ROOT / "cli.py"), "-q", "update", "--template", "t.pot", "--catalog", "c.po"]
    return {
        "translator": [*tool, "--out", "translator.po"],
        "translator --no-fuzzy": [*tool, "--no-fuzzy", "--out", "exact.po"],
        "msgmerge": ["msgmerge", "-q", "--previous", "-o", "msgmerge.po", "c.po", "t.pot"],
        "msgmerge -N": ["msgmerge", "-q", "-N", "-o", "n.po", "c.po", "t.pot"],
        "pot2po": ["pot2po", "-t", "c.po", "t.pot", "pot2po.po", "--progress=none"],
        "pybabel": ["pybabel", "-q", "update", "-l", locale, "-i", "t.pot", "-o", "pybabel.po", "--previous"],
    }


def is_same(target: str, wanted: str) -> bool:
    """Whether a target is the wanted one: with what is known of an added sentence, or its sentences in another order."""
    return wanted in target or Counter(target.split()) == Counter(wanted.split())


def quality(path: Path, truth: dict[str, str], fresh: set[str]) -> tuple[int, int]:
    """(right old targets offered for edited entries, new entries that were given one)."""
    entries = po.read(path.read_bytes(), str(path), recover=True).catalog.by_key()
    right = sum(
        1 for source, target in truth.items() if (e := entries.get((None, source))) and is_same(e.target, target)
    )
    wrong = sum(1 for source in fresh if (e := entries.get((None, source))) and e.target not in ("", source))
    return right, wrong


def measure(work: Workload, chosen: list[str], runs: int) -> Iterator[tuple[str, float, int, int]]:
    """(tool, seconds, right, wrong) of every chosen tool."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "c.po").write_bytes(po.write(work.catalog))
        (folder / "t.pot").write_bytes(po.write(work.template))
        for tool, command in commands(folder, "en").items():
            if tool not in chosen:
                continue
            if tool == "pybabel":
                (folder / "pybabel.po").write_bytes((folder / "c.po").read_bytes())
            seconds = min(run(command, folder) for _ in range(runs if tool.startswith("translator") else 1))
            out = folder / next((each for each in command if each.endswith(".po") and each != "c.po"), "c.po")
            yield (tool, seconds, *quality(out, work.truth, work.fresh))


def misses(work: Workload) -> None:
    """Prints what is not found, and what is found for new entries, for whoever improves it."""
    from translator.steps.update import update

    # In the locale of the catalog: in the sources' own they would be filled with themselves.
    header = work.catalog.header
    done = update(work.template, work.catalog, locale=header.get("Language") if header else "en").catalog.by_key()
    lost = Counter[str]()
    for source, target in work.truth.items():
        entry = done.get((None, source))
        if entry is None or not is_same(entry.target, target):
            lost["missed" if entry is None or not entry.target else "other"] += 1
            print("MISSED", source[:60], "→", entry.target[:60] if entry else None)
    for source in work.fresh:
        entry = done.get((None, source))
        if entry is not None and entry.target not in ("", source):
            lost["wrong"] += 1
            print("WRONG", source[:60], "←", (entry.previous.source or "")[:60] if entry.previous else entry.target)
    print(work.name, dict(lost), "of", len(work.truth), "edited and", len(work.fresh), "new")


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sizes", default="1000,3000,10000,30000")
    parser.add_argument("--languages", default="ja")
    parser.add_argument("--tools", default="translator,translator --no-fuzzy,msgmerge -N,pot2po,msgmerge")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--part", choices=("all", "open", "held"), default="all")
    parser.add_argument("--shuffled", action="store_true")
    parser.add_argument("--revisions", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "translator", quiet=1)
    works = (
        revisions(options.corpora, options)
        if options.revisions
        else (
            workload(options.corpora, language, int(size), options)
            for language in options.languages.split(",")
            for size in options.sizes.split(",")
        )
    )
    if not options.misses:
        print("| sources | tool | seconds | translator is | right | wrong |\n|---|---|---|---|---|---|")
    growth: dict[str, list[tuple[int, float]]] = {}
    for name, group in itertools.groupby(works, lambda work: work.name):
        sums: dict[str, list[float]] = {}
        edits = news = 0
        for work in group:
            edits, news = edits + len(work.truth), news + len(work.fresh)
            if options.misses:
                misses(work)
                continue
            for tool, *numbers in measure(work, options.tools.split(","), options.runs):
                sums[tool] = [a + b for a, b in zip(sums.get(tool, [0, 0, 0]), numbers, strict=True)]
                growth.setdefault(tool, []).append((len(work.catalog.entries), numbers[0]))
        for tool, (seconds, right, wrong) in sums.items():
            ours = sums.get("translator --no-fuzzy" if tool.endswith("-N") else "translator", [seconds])[0]
            print(
                f"| {name} | {tool} | {seconds:.2f} | {ours / seconds:.3f} × | {right / max(edits, 1):.4f}"
                f" | {wrong / max(news, 1):.4f} |",
                flush=True,
            )
    for tool, points in growth.items():
        (small, fast), (large, slow) = min(points), max(points)
        if large > 3 * small and not options.revisions:
            print(f"\n{tool}: grows with the exponent {math.log(slow / fast) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
