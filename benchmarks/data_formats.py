"""Measures CSV, JSON, YAML and subtitles: laws, suites, speed beside Translate Toolkit, memory.

    python benchmarks/data_formats.py CORPORA [--out benchmarks/results/data_formats.md] [--scale 1.0] [--only-speed]

CORPORA holds `documents/json/JSONTestSuite`, `documents/csv/csv-spectrum`, `documents/subtitles/vtt.js`,
`documents/yaml/yaml-test-suite` and `documents/okapi`. The suites are conformance tests, so that there
is no half to hold out; nothing but the specifications was read to write the formats. Identity is
compared here, by bytes, not by the tool. Speed: every tool is a process of its own that makes a
template of the same file; the processor time of the same work on a tiny file is taken off. The
peers' programs (`json2po` …) must be on the path; they are called, never imported.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from translator.formats import format_for
from translator.laws import LAWS, judge
from translator.reader import ReaderOptions, read_document
from translator.writer import written

SUFFIXES = (".json", ".jsonl", ".csv", ".tsv", ".yaml", ".yml", ".srt", ".vtt")
BLOCKS = ReaderOptions(identifies=False, segmentation="block")
PEERS = {"json": "json2po", "csv": "csv2po", "yaml": "yaml2po", "srt": "sub2po", "vtt": "sub2po"}
SIZES = {"json": 2.0, "csv": 2.0, "yaml": 0.4, "srt": 1.0, "vtt": 1.0}
OURS = """
import sys
from pathlib import Path
from translator import po
from translator.formats import ReadOptions
from translator.reader import ReaderOptions, read_document
from translator.steps.extract import extract
path, out, mode = sys.argv[1:]
# csv2po takes the column `source` alone.
values = {"columns": ["source"], "header": "true"} if path.endswith(".csv") else {}
options = ReaderOptions(identifies=mode == "sentence", segmentation=mode, read=ReadOptions(values=values))
document = read_document(Path(path).read_bytes(), path, options=options)
Path(out).write_bytes(po.write(extract(document)))
"""
READ = """
import sys
from pathlib import Path
from translator.reader import ReaderOptions, read_document
from translator.formats import format_for
from translator.writer import written
data = Path(sys.argv[1]).read_bytes()
document = read_document(data, sys.argv[1], options=ReaderOptions(identifies=False, segmentation="block"))
if sys.argv[3] == "export":
    written(document, format_for(sys.argv[1]), contents={i: s.content for i, s in enumerate(document.segments)})
# The process's own peak: what the kernel hands to a parent counts the parent's memory at the fork.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
NOTHING = "finds no cue | – | – | – | – | –"
TURNS = 3
WORDS = (
    "治疗后症状明显改善",
    "患者の負担",
    "治療費は高い",
    "SLE",
    "12.5mg",
    "第二の結果です",
    "自体免疫性疾病",
    "。",
    "、",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only-speed", action="store_true")
    arguments = parser.parse_args()
    documents = arguments.corpora / "documents"
    lines = ["Measured by `python benchmarks/data_formats.py CORPORA --out benchmarks/results/data_formats.md`.", ""]
    lines += [f"Python {platform.python_version()}", ""]
    for table in () if arguments.only_speed else (laws, suites):
        lines += [*table(documents), ""]
    with tempfile.TemporaryDirectory() as folder:
        lines += speed(Path(folder), arguments.scale)
        if not arguments.only_speed:
            lines += ["", *growth(Path(folder), arguments.scale)]
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


def laws(documents: Path) -> Iterator[str]:
    """A row per format: files, refused, and how many keep each law."""
    yield "| format | files | refused | same bytes | " + " | ".join(LAWS) + " |"
    yield "|---|--:|--:|--:|" + "--:|" * len(LAWS)
    count: dict[str, Counter[str]] = {}
    faults: list[str] = []
    folders = [documents / name for name in ("json", "csv", "yaml", "subtitles", "okapi")]
    paths = sorted(
        path for each in folders for path in each.rglob("*") if path.name.endswith(SUFFIXES) and path.is_file()
    )
    for path in paths:
        form = format_for(path.name)
        assert form is not None
        row = count.setdefault(form.name, Counter())
        data = path.read_bytes()
        verdict = judge(data, path.name)
        row["files"] += 1
        if verdict.refused:
            row["refused"] += 1
            continue
        document = read_document(data, path.name, options=BLOCKS)
        row["same bytes"] += written(document, form, contents={}, encoding=document.encoding) == data
        row.update(law for law, kept in verdict.laws.items() if kept)
        faults += [f"- {path.relative_to(documents)}: {law}: {what}" for law, what in verdict.faults.items()]
    for name, row in sorted(count.items()):
        cells = [row["files"], row["refused"], row["same bytes"], *(row[law] for law in LAWS)]
        yield f"| {name} | " + " | ".join(map(str, cells)) + " |"
    yield from (
        ["", "Faults:", "", *faults] if faults else ["", "No law is broken. Refused files stand in the next table."]
    )


def suites(documents: Path) -> Iterator[str]:
    """What the conformance suites ask for, and what differs."""
    yield "| suite | asked | as asked | differs |"
    yield "|---|---|--:|---|"
    folder = documents / "json" / "JSONTestSuite"
    wrong = {"n": [], "y": []}  # type: dict[str, list[str]]
    asked: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        kind = path.name[0]
        if kind in wrong:
            asked[kind] += 1
            if bool(judge(path.read_bytes(), path.name).refused) != (kind == "n"):
                wrong[kind].append(path.name)
    for kind, word in (("y", "accepted"), ("n", "refused")):
        yield f"| JSONTestSuite | {word} | {asked[kind] - len(wrong[kind])} of {asked[kind]} | {' '.join(wrong[kind])} |"
    yield _spectrum(documents / "csv" / "csv-spectrum")
    yield _cues(documents / "subtitles" / "vtt.js")
    yield from _yaml(documents / "yaml" / "yaml-test-suite" / "src")


def _spectrum(folder: Path) -> str:
    right, wrong = 0, []
    paths = sorted((folder / "csvs").iterdir())
    for path in paths:
        found = read_document(path.read_bytes(), path.name, options=BLOCKS)
        rows = json.loads((folder / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
        if isinstance(rows, list):
            table = [[*rows[0]], *([*row.values()] for row in rows)]
        else:
            # The one file whose table is not there: broken UTF-8. Python's reader judges.
            table = list(csv.reader(io.StringIO(found.parts[""], newline="")))
        wanted = [cell.replace("\r\n", "\n") for row in table for cell in row if re.search(r"[^\W\d_]", cell)]
        said = ["".join(str(piece.content) for piece in block.pieces) for block in found.blocks]
        right += said == wanted
        wrong += [] if said == wanted else [path.name]
    return f"| csv-spectrum | cells with letters | {right} of {len(paths)} | {' '.join(wrong)} |"


def _cues(folder: Path) -> str:
    right, total, wrong = 0, 0, []
    for path in sorted(folder.rglob("*.vtt")):
        beside = path.with_suffix(".json")
        # Without a signature vtt.js reads no cue; we refuse. Other files have their cues beside them.
        if not beside.exists():
            continue
        total += 1
        cues = [cue["text"] for cue in json.loads(beside.read_text(encoding="utf-8"))["cues"]]
        if judge(path.read_bytes(), path.name).refused:
            same = not cues
        else:
            found = read_document(path.read_bytes(), path.name, options=BLOCKS)
            said = [found.parts[""][block.start : block.end] for block in found.blocks]
            worded = [cue for cue in cues if re.search(r"\w", re.sub(r"<[^>]*>", "", cue))]
            same = len(said) == len(worded) and all(a in b for a, b in zip(said, worded, strict=True))
        right += same
        wrong += [] if same else [str(path.relative_to(folder))]
    return f"| vtt.js | the cues of the file | {right} of {total} | {' '.join(wrong)} |"


def _yaml(folder: Path) -> Iterator[str]:
    asked: Counter[bool] = Counter()
    wrong: dict[bool, list[str]] = {True: [], False: []}
    reasons: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        before: dict[str, Any] = {}
        for number, case in enumerate(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))):
            before = {**{k: v for k, v in before.items() if k != "fail"}, **case}
            text = re.sub("—*»", "\t", before["yaml"]).replace("␣", " ").replace("←", "\r").replace("⇔", "\ufeff")
            text = text.replace("↵", "").replace("∎\n", "")
            is_bad = bool(before.get("fail"))
            asked[is_bad] += 1
            refused = judge(text.encode(), "case.yaml").refused
            if bool(refused) != is_bad:
                wrong[is_bad].append(f"{path.stem}-{number}")
                reasons[re.sub(r"^case\.yaml(:\d+)*: ", "", refused) or "accepted"] += 1
    for is_bad, word in ((False, "accepted"), (True, "refused")):
        right = asked[is_bad] - len(wrong[is_bad])
        yield f"| yaml-test-suite | {word} | {right} of {asked[is_bad]} | {' '.join(wrong[is_bad])} |"
    yield ""
    yield "What ruamel.yaml's parser says where a valid case is refused:"
    yield ""
    yield from (f"- {count} × {reason}" for reason, count in reasons.most_common() if reason != "accepted")


def generated(name: str, size: float) -> bytes:
    """A document of about `size` million bytes."""
    random.seed(7)

    def said() -> str:
        return "".join(random.choices(WORDS, k=random.randint(3, 9)))

    out: list[str] = []
    length = number = 0
    while length < size * 1e6:
        number += 1
        if name == "json":
            row = json.dumps({f"k{number}": {"title": said(), "body": said() + "\n" + said()}}, ensure_ascii=False)[
                1:-1
            ]
        elif name == "csv":
            row = f'{said()}{number},"{said()}, {said()}",c{number}'
        elif name == "yaml":
            row = (
                f'k{number}:\n  title: {said()}x\n  body: "{said()}\\n{said()}"\n  text: |\n    {said()}\n    {said()}'
            )
        else:
            point = "," if name == "srt" else "."
            at = f"{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}{point}"
            row = f"{number}\n{at}000 --> {at}900\n{said()}\n<i>{said()}</i>\n"
        out.append(row)
        length += len(row.encode()) + 1
    if name == "json":
        return ("{" + ",".join(out) + "}").encode()
    head = {"csv": "source,target,context\n", "vtt": "WEBVTT\n\n"}.get(name, "")
    return (head + "\n".join(out) + "\n").encode()


def ran(command: list[str]) -> tuple[float, int]:
    """Processor seconds of a process that must succeed, and the peak in bytes that it prints."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stderr is not None
    told, said = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        raise SystemExit(f"{command}: {said[-500:]}")
    return usage.ru_utime + usage.ru_stime, int(told) * 1024 if told.strip().isdigit() else 0


def ours(source: Path, target: Path, mode: str) -> list[str]:
    return [sys.executable, "-c", OURS, str(source), str(target), mode]


def speed(folder: Path, scale: float) -> Iterator[str]:
    """Template of the same file: ours by blocks, ours with sentences and languages, the peer; the best of some turns."""
    yield (
        "| template | MB | ours, blocks: MB/s | ours, sentences and languages | peer | peer: MB/s | blocks ÷ peer"
        " | sentences and languages ÷ peer | entries, ours | entries, peer |"
    )
    yield "|---|--:|--:|--:|---|--:|--:|--:|--:|--:|"
    for name, size in SIZES.items():
        big, tiny = folder / f"big.{name}", folder / f"tiny.{name}"
        big.write_bytes(generated(name, size * scale))
        tiny.write_bytes(generated(name, 0.0001))
        length = big.stat().st_size / 1e6
        peer, made = PEERS[name], folder / f"peer.{name}.pot"
        has_peer = shutil.which(peer) is not None
        common = [peer, "--progress=none", "--duplicates=msgctxt", "-P"]
        best = {"block": 0.0, "sentence": 0.0, peer: 0.0}
        for _ in range(TURNS):
            for mode in ("block", "sentence"):
                base = ran(ours(tiny, folder / "tiny.pot", mode))[0]
                taken = ran(ours(big, folder / f"{mode}.pot", mode))[0] - base
                best[mode] = max(best[mode], length / max(taken, 1e-3))
            if has_peer:
                base = ran([*common, str(tiny), str(folder / "peer.tiny.pot")])[0]
                best[peer] = max(best[peer], length / max(ran([*common, str(big), str(made)])[0] - base, 1e-3))
        blocks = (folder / "block.pot").read_bytes().count(b"\nmsgid ")
        cells = "not installed | – | – | – | – | –"
        if has_peer:
            entries = made.read_bytes().count(b"\nmsgid ") if made.exists() else 0
            rates = f"{best[peer]:.2f} | {best['block'] / best[peer]:.2f} | {best['sentence'] / best[peer]:.2f}"
            cells = f"{peer} | {rates} | {blocks} | {entries}" if entries else NOTHING
        yield f"| {name} | {length:.1f} | {best['block']:.2f} | {best['sentence']:.2f} | {cells} |"


def growth(folder: Path, scale: float) -> Iterator[str]:
    """Reading and writing back at three sizes: seconds a MB, and peak memory above a tiny file's."""
    yield "| read, then write every segment back | MB | s/MB | memory ÷ file, read | memory ÷ file, written |"
    yield "|---|--:|--:|--:|--:|"
    sizes = {**{name: (size, size * 2, size * 4) for name, size in SIZES.items()}, "json": (5.0, 10.0, 50.0)}
    for name, steps in sizes.items():
        tiny = folder / f"tiny.{name}"
        tiny.write_bytes(generated(name, 0.0001))
        base, floor = ran([sys.executable, "-c", READ, str(tiny), "-", "export"])
        for size in steps:
            path = folder / f"grown.{name}"
            path.write_bytes(generated(name, size * scale))
            length = path.stat().st_size
            seconds, high = ran([sys.executable, "-c", READ, str(path), "-", "export"])
            read = ran([sys.executable, "-c", READ, str(path), "-", "read"])[1]
            rate = (seconds - base) / length * 1e6
            yield f"| {name} | {length / 1e6:.1f} | {rate:.2f} | {(read - floor) / length:.1f} | {(high - floor) / length:.1f} |"


if __name__ == "__main__":
    main()
