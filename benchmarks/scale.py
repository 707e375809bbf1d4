"""Measures `translator build`, `check`, `extract` and `export` over many documents: first run, nothing changed, two cores.

    PYTHONPATH=. python benchmarks/scale.py [--documents 1000] [--entries 30] [--jobs 1,2] [--verbs build] [--empty] [--keep DIR]

The project is made from sentence templates by a fixed seed: documents in zh, in ja and mixed with en, with filled
catalogs in zh, ja and en, or without any. Every run is a whole process. Shares of processor time hold on a busy machine too; the gain of a second core is
told by the seconds alone, where nothing else runs.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from translator import po
from translator.project import Project
from translator.reader import read_document
from translator.steps.extract import extract

ROOT = Path(__file__).parent.parent
SUFFIXES = ("txt", "txt", "md", "txt", "html")
PLACES = (
    ("东京", "東京", "Tokyo"), ("上海", "上海", "Shanghai"), ("大阪", "大阪", "Osaka"), ("广州", "広州", "Guangzhou"),
    ("横滨", "横浜", "Yokohama"), ("成都", "成都", "Chengdu"), ("札幌", "札幌", "Sapporo"), ("西安", "西安", "Xi'an"),
    ("神户", "神戸", "Kobe"), ("武汉", "武漢", "Wuhan"), ("仙台", "仙台", "Sendai"), ("福冈", "福岡", "Fukuoka"),
)  # fmt: skip
THINGS = (
    ("仓库", "倉庫", "warehouse"), ("图书馆", "図書館", "library"), ("医院", "病院", "hospital"),
    ("工厂", "工場", "factory"), ("车站", "駅", "station"), ("学校", "学校", "school"),
    ("邮局", "郵便局", "post office"), ("餐厅", "食堂", "canteen"), ("机场", "空港", "airport"),
    ("实验室", "実験室", "laboratory"),
)  # fmt: skip
GOODS = (
    ("苹果", "りんご", "apples"), ("书", "本", "books"), ("药品", "薬", "medicines"), ("零件", "部品", "parts"),
    ("包裹", "小包", "parcels"), ("椅子", "椅子", "chairs"), ("电池", "電池", "batteries"), ("样品", "サンプル", "samples"),
)  # fmt: skip
TEMPLATES = (
    ("{p}的{t}在{y}年收到了{n}箱{g}。", "{p}の{t}は{y}年に{g}を{n}箱受け取りました。", "In {y} the {t} in {p} received {n} boxes of {g}."),
    ("从{p}到{t}的路程是{n}公里。", "{p}から{t}までの道のりは{n}キロメートルです。", "The way from {p} to the {t} is {n} kilometres."),
    ("第{n}号{t}位于{p}，共有{m}名员工。", "第{n}号の{t}は{p}にあり、{m}名の職員がいます。", "The {t} with the number {n} is in {p} and has {m} employees."),
    ("{t}每天检查{n}件{g}，其中{m}件要送到{p}。", "{t}では毎日{n}個の{g}を検査し、そのうち{m}個を{p}へ送ります。", "Every day the {t} inspects {n} {g}, of which {m} are sent to {p}."),
    ("{y}年，{p}的{g}价格上涨了{n}%。", "{y}年、{p}の{g}の価格は{n}%上がりました。", "In {y} the price of {g} in {p} rose by {n}%."),
    ("请在{n}分钟内把{g}放进{t}的{m}号房间。", "{n}分以内に{g}を{t}の{m}番の部屋に入れてください。", "Please put the {g} into room {m} of the {t} within {n} minutes."),
    ("{p}的{t}没有订购编号为{n}的{g}。", "{p}の{t}は番号{n}の{g}を注文していません。", "The {t} in {p} did not order the {g} with the number {n}."),
    ("我们需要{n}张{t}的照片，编号从{m}开始。", "{t}の写真が{n}枚必要で、番号は{m}から始まります。", "We need {n} photos of the {t}, with numbers from {m} on."),
)  # fmt: skip


def sentences(rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """Endless sentences in zh, ja and en that say the same."""
    while True:
        place, thing, good = rng.choice(PLACES), rng.choice(THINGS), rng.choice(GOODS)
        numbers = {"n": rng.randrange(2, 9_999), "m": rng.randrange(2, 999), "y": rng.randrange(1950, 2025)}
        frame = rng.choice(TEMPLATES)
        yield tuple(  # type: ignore[misc]
            text.format(p=place[at], t=thing[at], g=good[at], **numbers) for at, text in enumerate(frame)
        )


def written(lines: list[str], suffix: str) -> str:
    """A document with the sentences: five a paragraph, a heading before the first."""
    blocks = [
        "".join(each + " " * each.isascii() for each in lines[at : at + 5]).strip() for at in range(1, len(lines), 5)
    ]
    if suffix == "html":
        body = "".join(f"<p>{block}</p>\n" for block in blocks)
        return f"<!DOCTYPE html>\n<html><body>\n<h1>{lines[0]}</h1>\n{body}</body></html>\n"
    head = f"# {lines[0]}" if suffix == "md" else lines[0]
    return "\n\n".join((head, *blocks)) + "\n"


def made(folder: Path, documents: int, entries: int, *, has_catalogs: bool) -> None:
    """Writes the project; every third document is in zh, every third in ja, the others mix all three languages."""
    rng = random.Random(20240501)
    stock = sentences(rng)
    (folder / "source_texts").mkdir(parents=True)
    (folder / "translator.toml").write_text('locales = ["zh", "ja", "en"]\n', encoding="utf-8")
    project = Project.open(folder)
    for number in range(documents):
        suffix = SUFFIXES[number % len(SUFFIXES)]
        said = {each[at]: each for each in (next(stock) for _ in range(entries)) for at in (_side(number, rng),)}
        name = f"{number // 100:03}/page-{number:05}.{suffix}"
        path = folder / "source_texts" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(written(list(said), suffix), encoding="utf-8")
        if not has_catalogs:
            continue
        document = read_document(path.read_bytes(), f"source_texts/{name}")
        template = extract(document)
        for at, locale in enumerate(project.settings.locales):
            filled = tuple(each.with_target(said[each.source][at]) for each in template.entries)
            header = po.new_header(project.name, locale.tag, ("zh-Hans", "ja"), team="none")
            target = project.catalog_path(name, locale)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(po.write(replace(template, entries=filled, header=header)))


def _side(number: int, rng: random.Random) -> int:
    return (0, 1, rng.randrange(3))[number % 3]


class Took(NamedTuple):
    """What a run took: processor seconds, seconds, MiB of all its processes together (shared pages once) and of the largest.

    That of the largest is its VmHWM, the peak as the kernel counts it; the sum is looked at 20 times a second.
    """

    processor: float
    seconds: float
    memory: float
    largest: float


def timed(folder: Path, *words: str) -> Took:
    """What a run of the tool takes."""
    command = [sys.executable, str(ROOT / "cli.py"), "-q", "--project", str(folder), *words]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))
    peak = largest = 0.0
    while run.poll() is None:
        peak = max(peak, _held(run.pid))
        largest = max(largest, _peak(run.pid))
        time.sleep(0.05)
    if run.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit code {run.returncode}")
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, seconds, peak / 1024, largest / 1024
    )


def _held(pid: int) -> float:
    """What a process and its children hold, in KiB; of shared pages each counts its part."""
    return _kibibytes(pid, "smaps_rollup", "Pss:") + sum(map(_held, _children(pid)))


def _peak(pid: int) -> float:
    """The most that a process or any child of it held so far, in KiB."""
    return max((_kibibytes(pid, "status", "VmHWM:"), *map(_peak, _children(pid))))


def _kibibytes(pid: int, name: str, field: str) -> float:
    try:
        lines = Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(field)), 0)


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def forgotten(folder: Path, *names: str) -> None:
    """Removes what a build makes, so that the next one is a first run."""
    for name in (".translator_cache", *names):
        shutil.rmtree(folder / name, ignore_errors=True)
    for path in (folder / "locales").rglob("*.mo") if names else ():
        path.unlink()


def touched(folder: Path, number: int) -> None:
    """Changes one sentence of one document."""
    path = sorted((folder / "source_texts").rglob("*.txt"))[number]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("。", f"（{number}）。", 1), encoding="utf-8")


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=30)
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--verbs", default="extract,export,build,check", help="the commands to measure")
    parser.add_argument("--empty", action="store_true", help="without translations: the catalogs are made by the tool")
    parser.add_argument("--keep", help="make the project there, and leave it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(given.keep or temporary) / "project"
        if not folder.exists():
            made(folder, given.documents, given.entries, has_catalogs=not given.empty)
        report(folder, given)


def report(folder: Path, given: argparse.Namespace) -> None:
    """Runs everything and prints the table, a row as soon as it is known."""
    print(f"{given.documents} documents, {given.entries} entries each, 3 locales\n")
    print("| run | processor s | of the first | s | of the first | MiB, all | MiB, largest |")
    print("|---|---:|---:|---:|---:|---:|---:|", flush=True)
    verbs, jobs = given.verbs.split(","), given.jobs.split(",")
    if "extract" in verbs:
        _compared(folder, jobs, "extract", "locales/templates")
    if "export" in verbs:
        _compared(folder, jobs, "export", "build")
    if "build" in verbs:
        first = _compared(folder, jobs, "build", "locales/templates", "build")
        _row("build, nothing changed", min(timed(folder, "build") for _ in range(3)), first)
        _changed(folder, "build", first)
    if "check" in verbs:
        first = _compared(folder, jobs, "check")
        _row("check, nothing changed", min(timed(folder, "check") for _ in range(3)), first)
        _changed(folder, "check", first)


def _changed(folder: Path, verb: str, first: Took) -> None:
    """The quickest of three runs after a change of one document each."""
    took = []
    for number in range(3):
        touched(folder, number)
        took.append(timed(folder, verb))
    _row(f"{verb}, one document changed", min(took), first)


def _compared(folder: Path, jobs: Sequence[str], verb: str, *made: str) -> Took:
    """First runs of a command with numbers of processes; what that with the first number took."""
    first: Took | None = None
    for number in jobs:
        forgotten(folder, *made)
        took = timed(folder, "--jobs", number, verb)
        first = first or took
        _row(f"{verb}, first run, jobs: {number}", took, first)
    assert first is not None
    return first


def _row(name: str, run: Took, first: Took) -> None:
    shares = (run.processor / first.processor, run.seconds / first.seconds)
    print(
        f"| {name} | {run.processor:.2f} | {shares[0]:.3f} | {run.seconds:.2f} | {shares[1]:.3f} | "
        f"{run.memory:.0f} | {run.largest:.0f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
