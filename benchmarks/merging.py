"""Measures the three-way merge of catalogs against git's merge of lines and msgcat.

    python benchmarks/merging.py CORPORA [--catalogs 200] [--entries 40]

A catalog's sources are the old texts of real one-line revisions (`quality/revisions.*.tsv`), its targets come from the
parallel corpora. On one branch some of the sources are revised and the catalog is updated; on the other one translators
work on the old catalog. Then the branches are merged. In the busy histories 15 % of the sources and 30 % of the targets
change, in the calm ones a sixth of that. The files are wrapped as gettext wraps them. Counted are, in catalogs and entries:

* unreadable: the result is no PO file that msgfmt would read (conflict marks, duplicates);
* asked: a person has to decide something;
* silent: a pair of source and target, not fuzzy, that neither branch had;
* lost: a target that one branch gave, and that is nowhere in the result, not even in a comment;
* undone: an entry that one branch removed, or a target that one branch replaced, is live and sure again.
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from translator import po
from translator.catalog import Catalog, Entry
from translator.commands._merging import merged_files
from translator.errors import TranslatorError
from translator.po import new_header
from translator.steps.update import update

Merger = Callable[[bytes, bytes, bytes], tuple[bytes, bool]]


def column(path: Path, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Rows of a table, some of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            tuple(row[name].strip() for name in names)
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if all((row[name] or "").strip() for name in names)
        ]


def history(
    revisions: list[tuple[str, ...]], targets: list[str], size: int, rng: random.Random, *, pace: float
) -> tuple[bytes, bytes, bytes]:
    """A catalog, what an update made of it, and what translators made of it."""
    rows = list({row[0]: row for row in rng.sample(revisions, size)}.values())
    texts = rng.sample(targets, len(rows) * 2)
    header = new_header("p", "en", ())
    base = po.read(
        po.write(
            Catalog(
                tuple(
                    Entry(row[0], (texts[number] if rng.random() < 0.8 else "",), references=("a.md",))
                    for number, row in enumerate(rows)
                ),
                header,
            )
        )
    )
    template: list[Entry] = []
    for row in rows:
        chance = rng.random() / pace
        if chance < 0.15:
            template.append(Entry(row[1], references=("a.md",)))
        elif chance > 0.03 + 0.15:
            template.append(Entry(row[0], references=("a.md",)))
    template = list({each.key: each for each in template}.values())
    updated = update(Catalog(tuple(template)), base.catalog, locale="en").catalog
    translated = tuple(
        replace(entry, targets=(text,)) if rng.random() < 0.3 * pace else entry
        for entry, text in zip(base.catalog, texts[len(rows) :], strict=False)
    )
    # Some translators work on the branch with the update, too.
    updated = replace(
        updated,
        entries=tuple(
            entry.with_target(entry.target + "!") if not entry.is_obsolete and rng.random() < 0.05 * pace else entry
            for entry in updated
        ),
    )
    return tuple(  # type: ignore[return-value]
        wrapped(po.write(each, base)) for each in (base.catalog, updated, Catalog(translated, base.catalog.header))
    )


def wrapped(data: bytes) -> bytes:
    """The catalog as gettext writes it."""
    return subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True).stdout


def ours(base: bytes, one: bytes, two: bytes) -> tuple[bytes, bool]:
    """`translator merge-driver`, without its process."""
    merged, data = merged_files(*map(po.read, (base, one, two)))
    return data, bool(merged.conflicts)


def by_lines(*options: str) -> Merger:
    """`git merge-file`."""

    def merge(base: bytes, one: bytes, two: bytes) -> tuple[bytes, bool]:
        done = _run(["git", "merge-file", "-p", *options, "one", "base", "two"], base, one, two)
        return done.stdout, done.returncode > 0

    return merge


def msgcat(base: bytes, one: bytes, two: bytes) -> tuple[bytes, bool]:
    """`msgcat --use-first`, what scripts around git often do."""
    return _run(["msgcat", "--use-first", "--no-wrap", "one", "two"], base, one, two).stdout, False


def _run(command: list[str], base: bytes, one: bytes, two: bytes) -> subprocess.CompletedProcess[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("base", base), ("one", one), ("two", two)):
            (Path(folder) / name).write_bytes(data)
        return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def judged(base: bytes, one: bytes, two: bytes, result: bytes) -> Counter[str]:
    """What is wrong with a result."""
    try:
        file = po.read(result)
    except TranslatorError:
        return Counter(unreadable=1)
    if any(each.severity == "error" for each in file.findings):
        return Counter(unreadable=1)
    sides = [po.read(each).catalog for each in (one, two)]
    before = po.read(base).catalog
    sure = {(each.key, each.target) for side in sides for each in side if not each.is_fuzzy}
    old = {(each.key, each.target) for each in before}
    known = {each.target for each in before}
    text = " ".join(" ".join((*each.targets, *each.comments)) for each in file.catalog)
    found: Counter[str] = Counter()
    for entry in file.catalog.live():
        if entry.is_filled and not entry.is_fuzzy:
            found["silent"] += (entry.key, entry.target) not in sure
            was_left = all((entry.key, entry.target) in {(e.key, e.target) for e in side.live()} for side in sides)
            found["undone"] += (entry.key, entry.target) in old and not was_left
    for side in sides:
        for entry in side:
            found["lost"] += entry.target not in known and entry.target not in text
    return found


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--catalogs", type=int, default=200)
    parser.add_argument("--entries", type=int, default=40)
    options = parser.parse_args()
    targets = sorted({row[0] for path in options.corpora.glob("parallel/*en*.tsv") for row in column(path, ("en",))})
    mergers: dict[str, Merger] = {
        "translator": ours,
        "git": by_lines(),
        "git, union": by_lines("--union"),
        "msgcat": msgcat,
    }
    print("| histories | tool | catalogs | unreadable | asked | entries: silent | lost | undone |")
    print("|---|---|---:|---:|---:|---:|---:|---:|")
    for path in sorted(options.corpora.glob("quality/revisions.*.tsv")):
        revisions = [row for row in column(path, ("old", "new")) if row[0] != row[1]]
        for title, pace in (("calm", 1 / 6), ("busy", 1.0)):
            rng = random.Random(11)
            cases = [history(revisions, targets, options.entries, rng, pace=pace) for _ in range(options.catalogs)]
            for name, merge in mergers.items():
                total: Counter[str] = Counter()
                for case in cases:
                    data, is_asked = merge(*case)
                    total["asked"] += is_asked
                    total += judged(*case, data)
                cells = (total[each] for each in ("unreadable", "asked", "silent", "lost", "undone"))
                print(f"| {path.stem}, {title} | {name} | {len(cases)} | {' | '.join(map(str, cells))} |")


if __name__ == "__main__":
    main()
