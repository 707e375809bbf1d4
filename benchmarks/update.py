"""Measures `translator update` against msgmerge, pot2po and pybabel: time, right and wrong suggestions.

    python benchmarks/update.py CORPORA [--sizes 1000,3000,10000,30000] [--language ja] [--peers msgmerge,pot2po]

Sources come from the parallel corpora (`parallel/*.tsv`). Of the entries 5 % are edited a little (insert, delete,
replace, reorder, number, clause: a fixed mix), 2 % are removed and 2 % are new. Everything runs as a whole process.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from translator import po
from translator.catalog import Catalog, Entry
from translator.po import new_header

ROOT = Path(__file__).parent.parent
CODES = {"zh": "zh_CN", "ja": "ja", "en": "en"}


def pairs(corpora: Path, language: str) -> list[tuple[str, str]]:
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
                if len(source) > 3 and target:
                    found.setdefault(source, target)
    rows = list(found.items())
    random.Random(7).shuffle(rows)
    return rows


def grown(rows: list[tuple[str, str]], size: int, rng: random.Random) -> list[tuple[str, str]]:
    """As many pairs as wanted: where the corpus ends, two of its rows make one."""
    out = dict(rows[:size])
    while len(out) < size:
        (a, b), (c, d) = rng.sample(rows, 2)
        out.setdefault(a + c, f"{b} {d}")
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


def workload(corpora: Path, language: str, size: int) -> tuple[Catalog, Catalog, dict[str, str], set[str]]:
    """(old catalog, template, edited source → old target, new sources)."""
    rng = random.Random(size)
    rows = pairs(corpora, language)
    fresh_count = size // 50
    pool, fresh = rows[: -max(fresh_count, 1) - 500], rows[-max(fresh_count, 1) :]
    old = grown(pool, size, rng)
    others = [source for source, _ in rows[-500:]]
    truth: dict[str, str] = {}
    wanted: list[str] = []
    known = dict(old)
    kinds = list(KINDS)
    for number, (source, target) in enumerate(old):
        chance = rng.random()
        if chance < 0.02:
            continue
        if chance < 0.07:
            new = edited(source, kinds[number % len(kinds)], others, rng)
            if new in known or new in truth:
                wanted.append(source)
                continue
            truth[new] = target
            wanted.append(new)
            continue
        wanted.append(source)
    new_sources = {source for source, _ in fresh if source not in known}
    for source in new_sources:
        wanted.insert(rng.randrange(len(wanted)), source)
    header = new_header("benchmark", "en" if language != "en" else "ja", (language,))
    catalog = Catalog(tuple(Entry(source, (target,)) for source, target in old), header)
    return catalog, Catalog(tuple(map(Entry, wanted)), header), truth, new_sources


def run(command: list[str], cwd: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, capture_output=True)
    return time.perf_counter() - start


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


def quality(path: Path, truth: dict[str, str], fresh: set[str]) -> tuple[float, float]:
    """(right old targets offered for edited entries, new entries that were given one)."""
    entries = po.read(path.read_bytes(), str(path)).catalog.by_key()
    right = sum(1 for source, target in truth.items() if (e := entries.get((None, source))) and e.target == target)
    wrong = sum(1 for source in fresh if (e := entries.get((None, source))) and e.target not in ("", source))
    return right / max(len(truth), 1), wrong / max(len(fresh), 1)


def measure(corpora: Path, language: str, size: int, chosen: list[str], runs: int) -> list[str]:
    catalog, template, truth, fresh = workload(corpora, language, size)
    lines = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "c.po").write_bytes(po.write(catalog))
        (folder / "t.pot").write_bytes(po.write(template))
        base = 0.0
        for tool, command in commands(folder, "en").items():
            if tool not in chosen:
                continue
            if tool == "pybabel":
                (folder / "pybabel.po").write_bytes((folder / "c.po").read_bytes())
            seconds = min(run(command, folder) for _ in range(runs if tool.startswith("translator") else 1))
            base = base or seconds
            out = folder / next((each for each in command if each.endswith(".po") and each != "c.po"), "c.po")
            right, wrong = quality(out, truth, fresh)
            lines.append(
                f"| {language} {size:,} | {tool} | {seconds:.2f} | {seconds / base:.2f} | {right:.4f} | {wrong:.4f} |"
            )
    return lines


def misses(corpora: Path, language: str, size: int) -> None:
    """Prints by kind what is not found, in this process, for whoever improves it."""
    from translator.steps.update import update

    catalog, template, truth, fresh = workload(corpora, language, size)
    done = update(template, catalog, "en").catalog.by_key()
    lost = Counter[str]()
    for source, target in truth.items():
        entry = done.get((None, source))
        if entry is None or entry.target != target:
            lost["missed" if entry is None or not entry.target else "other"] += 1
            print("MISSED", source[:60], "→", entry.target[:60] if entry else None)
    for source in fresh:
        entry = done.get((None, source))
        if entry is not None and entry.target not in ("", source):
            lost["wrong"] += 1
            print("WRONG", source[:60], "←", (entry.previous.source or "")[:60] if entry.previous else entry.target)
    print(lost, len(truth), len(fresh))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sizes", default="1000,3000,10000,30000")
    parser.add_argument("--languages", default="ja")
    parser.add_argument("--tools", default="translator,translator --no-fuzzy,msgmerge -N,pot2po,msgmerge")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    print("| sources | tool | seconds | ratio | right | wrong for new |\n|---|---|---|---|---|---|")
    for language in options.languages.split(","):
        for size in map(int, options.sizes.split(",")):
            if options.misses:
                misses(options.corpora, language, size)
            else:
                print(
                    "\n".join(measure(options.corpora, language, size, options.tools.split(","), options.runs)),
                    flush=True,
                )


if __name__ == "__main__":
    main()
