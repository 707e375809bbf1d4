"""Lets real runs meet each other and an editor that saves meanwhile, and looks at what is left.

    python benchmarks/meetings.py [--repeats 10] [--documents 12] [--seed 0] [--who all]

*Two at once*: two commands are started on one project, the second a random part of the first one's time later, with and
without what an earlier run kept, with one process and with two. Then every catalog, template and copy is as after
one run alone (else: other result), both exit codes are those of undisturbed runs (else: failed), and no half-written file is left (litter).

*Editor*: while a command runs, an editor reads one catalog after the other, types a translation and saves: by renaming, by
writing over the file, or by writing over it in pieces. After one more run every typed text must be in its catalog:
in its entry, or beside the other side of a conflict that was reported (else: lost). What was not typed is as after a run alone.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kills import ROOT, files, is_temporary, run

sys.path.insert(0, str(ROOT))

from translator import po
from translator.catalog import Catalog

PAIRS = (
    ("update", "update"),
    ("build", "build"),
    ("build", "update"),
    ("extract", "update"),
    ("check --fix", "update"),
    ("--jobs 2 update", "--jobs 2 build"),
)
FAULTS = ("failed", "other result", "litter", "lost")
EDITED = ("build", "check --fix", "update", "--jobs 2 update")
STYLES = ("rename", "over", "pieces")


def tool(project: Path, command: str) -> list[str]:
    """The command line of a command."""
    return [sys.executable, str(ROOT / "cli.py"), "-q", "--project", str(project), *command.split()]


def made(project: Path, documents: int) -> None:
    """A project that was built, and whose documents have changed since."""
    sources = project / "source_texts"
    sources.mkdir(parents=True)
    (project / "translator.toml").write_text('name = "met"\nlocales = ["ja", "en"]\n[checks]\nmin-coverage = 0\n')
    for number in range(documents):
        lines = [f"第{number}页的第{each}段文字说明治疗的费用。" for each in range(40)]
        (sources / f"page{number}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    run(tool(project, "build"))
    for path in project.glob("locales/en/**/*.po"):
        file = po.read(path.read_bytes())
        filled = tuple(each.with_target(f"On the costs  , {len(each.source)}") for each in file.catalog)
        path.write_bytes(po.write(Catalog(filled[::2] + tuple(file.catalog)[1::2], file.catalog.header), file))
    run(tool(project, "build"))
    for path in sorted(sources.iterdir()):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("段文字说明", "段话说明", 9).replace("费用", "代价", 3), encoding="utf-8")


def prepared(before: Path, pair: Sequence[str], *, has_cache: bool) -> None:
    """What the commands need to have something to do."""
    if "extract" not in pair and not any("build" in each for each in pair):
        run(tool(before, "extract"))
    if not has_cache:
        shutil.rmtree(before / ".translator_cache", ignore_errors=True)


def renewed(before: Path, place: Path) -> None:
    """The project as it was."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(before, place)


def two_at_once(
    folder: Path, pair: Sequence[str], rng: random.Random, *, repeats: int
) -> tuple[Counter[str], list[str]]:
    """Lets two commands meet; how often something was wrong, and what."""
    place, wrong, told = folder / "work", Counter[str](), list[str]()
    renewed(folder / "before", place)
    start = time.perf_counter()
    codes = [run(tool(place, each)).returncode for each in pair]
    seconds = (time.perf_counter() - start) / 2
    run(tool(place, "build"))
    wanted = files(place)
    for number in range(repeats):
        renewed(folder / "before", place)
        running = []
        for command in pair:
            running.append(subprocess.Popen(tool(place, command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
            time.sleep(rng.random() * seconds * (number % 3) / 2)
        said = [each.communicate(timeout=120)[1].decode() for each in running]
        for command, code, process, error in zip(pair, codes, running, said, strict=True):
            # Whoever comes first may find templates or findings that the other one has not made or mended yet.
            if process.returncode not in (code, 0, 1) or "Traceback" in error:
                wrong["failed"] += 1
                told.append(f"{command} of {pair}: {process.returncode}: {error[-400:]}")
        litter = [each for each in files(place) if is_temporary(each)]
        last = run(tool(place, "build"))
        found = files(place)
        differing = [each for each in found.keys() | wanted.keys() if found.get(each) != wanted.get(each)]
        for name, faults in (("litter", litter), ("other result", differing)):
            wrong[name] += bool(faults)
            told += [f"{pair}: {name}: {each}" for each in faults[:3]]
        if last.returncode not in (0, 1):
            wrong["failed"] += 1
    return wrong, told


def saved(path: Path, data: bytes, style: str) -> None:
    """Saves a file as an editor does."""
    if style == "rename":
        other = path.with_name(path.name + "~tmp")
        other.write_bytes(data)
        other.replace(path)
    elif style == "over":
        path.write_bytes(data)
    else:
        with path.open("wb", buffering=0) as file:
            for at in range(0, len(data), 2000):
                file.write(data[at : at + 2000])


def edited(project: Path, command: str, style: str, rng: random.Random) -> tuple[Counter[str], list[str], int]:
    """Saves catalogs while a command runs; how often something was wrong, what, and how many saves there were."""
    wrong, told, saves = Counter[str](), list[str](), 0
    typed: dict[tuple[Path, str], str] = {}
    paths = sorted(project.glob("locales/en/**/*.po"))
    log = project.with_name("said")
    with log.open("wb") as file:  # a pipe that nobody empties would stop the command
        process = subprocess.Popen(tool(project, command), stdout=file, stderr=subprocess.STDOUT)
    while process.poll() is None:
        path = rng.choice(paths)
        file = po.read(path.read_bytes())
        live = [each for each in file.catalog if not each.is_obsolete]
        chosen = rng.choice(live)
        target = f"Typed {saves}."
        entries = tuple(
            each.with_target(target) if each.source == chosen.source and not each.is_obsolete else each
            for each in file.catalog
        )
        saved(path, po.write(Catalog(entries, file.catalog.header), file), style)
        typed[path, chosen.source] = target
        saves += 1
        time.sleep(rng.random() * 0.02)
    said = log.read_text(encoding="utf-8")
    again = run(tool(project, "update"))
    is_told = "changed while this ran; run again" in said  # A build publishes nothing that it has not judged.
    if "Traceback" in said or again.returncode not in (0, 1) or process.returncode not in (0, 1, 3 if is_told else 0):
        wrong["failed"] += 1
        told.append(f"{command}, {style}: {process.returncode}, {again.returncode}: {said[-400:]}")
    for (path, source), target in typed.items():
        text = path.read_text(encoding="utf-8")
        if target not in text:
            wrong["lost"] += 1
            told.append(f"{command}, {style}: {path.name}: {source} → {target}")
    wrong["litter"] += any(map(is_temporary, files(project)))
    keys = {
        path: {each.source for each in po.read(path.read_bytes()).catalog if not each.is_obsolete} for path in paths
    }
    for path, found in keys.items():
        name = path.relative_to(project / "locales/en/LC_MESSAGES").as_posix().removesuffix(".po")
        template = po.read((project / "locales/templates" / f"{name}.pot").read_bytes()).catalog
        if found != {each.source for each in template}:
            wrong["other result"] += 1
            told.append(f"{command}, {style}: {path.name} is behind its template")
    return wrong, told, saves


def main() -> None:
    """Prints a table, and every fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=10)
    parser.add_argument("--documents", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--who", choices=("all", "pairs", "editor"), default="all")
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    rng = random.Random(given.seed)
    faults: list[str] = []
    print(f"| who meets | cache | meetings | {' | '.join(FAULTS)} |\n|---|---|---:|{'---:|' * len(FAULTS)}")
    with tempfile.TemporaryDirectory() as name:
        made(Path(name) / "stock", given.documents)
        for pair in PAIRS if given.who != "editor" else ():
            for has_cache in (True, False):
                folder = Path(name) / "pair"
                renewed(Path(name) / "stock", folder / "before")
                prepared(folder / "before", pair, has_cache=has_cache)
                wrong, told = two_at_once(folder, pair, rng, repeats=given.repeats)
                _row(" and ".join(pair), "yes" if has_cache else "no", given.repeats, wrong)
                faults += told
        for command in EDITED if given.who != "pairs" else ():
            for style in STYLES:
                wrong, saves = Counter[str](), 0
                for _ in range(max(1, given.repeats // 2)):
                    place = Path(name) / "edited"
                    renewed(Path(name) / "stock", place)
                    run(tool(place, "extract"))
                    found, told, count = edited(place, command, style, rng)
                    wrong, saves, faults = wrong + found, saves + count, faults + told
                _row(f"{command} and an editor ({style})", "yes", saves, wrong)
    print("\n".join(faults))


def _row(name: str, cache: str, count: int, wrong: Counter[str]) -> None:
    print(f"| {name} | {cache} | {count} | {' | '.join(str(wrong[each]) for each in FAULTS)} |", flush=True)


if __name__ == "__main__":
    main()
