"""Measures plain text on a corpus folder: laws, throughput, memory, growth, guessed encodings.

    python benchmarks/text.py CORPUS [--peers] [--folder DIR…]

CORPUS holds `documents/` (its text files are judged, its Markdown files are the prose that is
repeated for speed) and `languages/labelled.tsv` (its rows are encoded in legacy encodings and
guessed again). `--folder` adds folders of text files. Half of the rows, by a hash, is held out:
the guess was not tuned on it. `--peers` runs Translate Toolkit's txt2po and po2txt, and po4a,
where they are installed. Times are CPU seconds of the child process, start included.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from translator import encoding
from translator.errors import TranslatorError
from translator.formats.text import FORMAT
from translator.laws import LAWS, judge
from translator.reader import ReaderOptions, read_document
from translator.writer import written

LEGACY = {
    "ja": ("cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be"),
    "zh_Hans": ("gb2312", "gbk", "gb18030", "utf-16-le", "utf-16-be"),
    "zh_Hant": ("big5", "big5hkscs", "gb18030", "utf-16-le", "utf-16-be"),
    "en": ("cp1252", "utf-16-le", "utf-16-be"),
}
LENGTHS = (1, 3, 10, 40)
SAMPLES = 200
BANDS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01))


def laws(files: list[Path]) -> Iterator[str]:
    """How many files keep each law in both segmentations; identity is compared here, by bytes."""
    kept: Counter[str] = Counter(files=len(files))
    for path in files:
        data = path.read_bytes()
        verdicts = [
            judge(data, path.name, options=ReaderOptions(segmentation=each), form=FORMAT)
            for each in ("sentence", "block")
        ]
        if verdicts[0].refused:
            kept["refused"] += 1
            yield f"  refused: {verdicts[0].refused}"
            continue
        for law in LAWS:
            kept[law] += all(each.laws.get(law, False) for each in verdicts)
        for each in verdicts:
            for law, fault in each.faults.items():
                yield f"  {path.name}: {law}: {fault}"
        document = read_document(data, path.name, options=ReaderOptions(identifies=False), form=FORMAT)
        kept["same bytes"] += written(document, FORMAT, contents={}, encoding=document.encoding) == data
    yield ", ".join(f"{key} {value}" for key, value in kept.items())


OURS = """
import sys
from pathlib import Path
from translator import po
from translator.formats.text import FORMAT
from translator.reader import ReaderOptions, read_document
from translator.steps.export import ExportOptions, export
from translator.steps.extract import extract
action, mode, source, catalog, out = sys.argv[1], sys.argv[2], *map(Path, sys.argv[3:6])
options = ReaderOptions(segmentation="block" if mode == "block" else "sentence", identifies=mode == "full")
document = read_document(source.read_bytes(), source.name, options=options, form=FORMAT)
if action == "extract":
    catalog.write_bytes(po.write(extract(document)))
elif action == "export":
    filled = po.read(catalog.read_bytes()).catalog
    copy = export(document, filled, form=FORMAT, locale="en", options=ExportOptions(fallback="source", is_marked=False))
    out.write_bytes(copy.data)
"""


def cpu(command: list[str], statuses: tuple[int, ...] = (0,), **options: object) -> float:
    """CPU seconds of a process; bytecode is kept, as it is of whatever is installed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, **options
    )  # type: ignore[call-overload]
    if done.returncode not in statuses:
        raise SystemExit(f"{command}: {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


_WIDE = re.compile("[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]+")
_MARKS = str.maketrans("，、。：；！？（）・　", ",,.:;!?()/ ", "「」『』“”《》")
_WORDS = [
    "the",
    "result",
    "of",
    "a",
    "test",
    "is",
    "kept",
    "in",
    "this",
    "list",
    "and",
    "shown",
    "to",
    "every",
    "reader",
    "who",
    "opened",
    "the",
    "page",
    "before",
    "it",
    "was",
    "changed",
    "by",
    "another",
    "component",
    "that",
    "needs",
    "the",
    "same",
    "value",
    "again",
]


def english(text: str) -> str:
    """The text with English words for its ideographs and kana: the gate judges what an export is given."""

    def said(match: re.Match[str]) -> str:
        first = sum(map(ord, match[0]))
        return " " + " ".join(_WORDS[(first + at) % len(_WORDS)] for at in range(len(match[0]) // 2 + 1)) + " "

    return _WIDE.sub(said, text).translate(_MARKS)


def translated(path: Path) -> None:
    """Fills a catalog with targets in English."""
    text = path.read_text(encoding="utf-8")
    pattern = r'(msgid ((?:"(?:[^"\\]|\\.)+"\n)(?:".*"\n)*|""\n(?:".+"\n)+))msgstr ""\n'
    path.write_text(re.sub(pattern, lambda match: f"{match[1]}msgstr {english(match[2])}", text), encoding="utf-8")


def prose(corpus: Path, size: int) -> bytes:
    """Lines of the corpus' documents until there are enough; a second round of a line is numbered, so that none repeats."""
    lines = [
        line
        for path in sorted((corpus / "documents" / "markdown").rglob("*.md"))
        for line in path.read_text(encoding="utf-8", errors="ignore").replace("\0", "").splitlines()
    ]
    out: list[str] = []
    total = turn = 0
    while total < size:
        turn += 1
        for line in lines:
            out.append(f"{line} {turn}" if line.strip() and turn > 1 else line)
            total += len(out[-1].encode()) + 1
            if total >= size:
                break
    return "\n".join(out).encode() + b"\n"


def speed(data: bytes, has_peers: bool) -> Iterator[tuple[str, float, float]]:
    """(tool, extract, export) in MB/s on one file, one process a step."""
    size = len(data) / 1e6
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "a.txt").write_bytes(data)
        cpu([sys.executable, "-m", "translator", "--help"])
        for mode, label in (
            ("block", "blocks"),
            ("sentence", "sentences"),
            ("full", "sentences and languages"),
        ):
            run = [sys.executable, "-c", OURS]
            places = [mode, str(root / "a.txt"), str(root / "ours.po"), str(root / "out.txt")]
            first = cpu([*run, "extract", *places])
            translated(root / "ours.po")
            yield f"translator, {label}", size / first, size / cpu([*run, "export", *places])
            yield f"translator, {label} (reading alone)", size / cpu([*run, "read", *places]), 0.0
        first, cold, known = whole(root, data, size)
        yield "translator extract, translator export", first, cold
        yield "translator export after translator check", known, 0.0
        if has_peers and shutil.which("txt2po"):
            first = cpu(["txt2po", "--progress=none", "a.txt", "txt.po"], cwd=root)
            translated(root / "txt.po")
            back = cpu(["po2txt", "--progress=none", "-t", "a.txt", "txt.po", "back.txt"], cwd=root)
            yield "txt2po, po2txt", size / first, size / back
        if has_peers and shutil.which("po4a-updatepo"):
            charset = ["-M", "UTF-8"]
            first = cpu(["po4a-updatepo", "-f", "text", *charset, "-m", "a.txt", "-p", "po4a.po"], cwd=root)
            translated(root / "po4a.po")
            command = ["po4a-translate", "-f", "text", *charset, "-k", "0", "-m", "a.txt", "-p", "po4a.po"]
            yield "po4a", size / first, size / cpu([*command, "-l", "back2.txt"], cwd=root)


def whole(root: Path, data: bytes, size: float) -> tuple[float, float, float]:
    """(extract, export, export after a check) in MB/s of the commands as a user runs them, languages told.

    With `segmentation = "block"`. An export alone first judges whether each target is in the locale's language and
    whole; a check has judged that already, and says of itself how long it takes elsewhere.
    """
    project = root / "project"
    (project / "source_texts").mkdir(parents=True)
    (project / "source_texts" / "a.txt").write_bytes(data)
    (project / "translator.toml").write_text('locales = ["en"]\nsegmentation = "block"\n', encoding="utf-8")
    command = [sys.executable, "-m", "translator", "--project", str(project)]
    first = cpu([*command, "extract"])
    catalog = project / "locales" / "en" / "LC_MESSAGES" / "a.txt.po"
    catalog.parent.mkdir(parents=True)
    shutil.copy(project / "locales" / "templates" / "a.txt.pot", catalog)
    translated(catalog)
    cold = cpu([*command, "export", "--fallback", "source"])
    cpu([*command, "check"], (0, 1))
    known = cpu([*command, "export", "--fallback", "source"])
    return size / first, size / cold, size / known


GROWTH = """
import re, sys, time
from translator.formats.text import FORMAT
from translator.reader import ReaderOptions, read_document
from translator.writer import spliced
data = open(sys.argv[1], "rb").read()
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) * 1024
before = peak()
start = time.process_time()
document = read_document(data, "a.txt", options=ReaderOptions(segmentation="block", identifies=False), form=FORMAT)
middle, held = time.process_time(), peak()
spliced(document, FORMAT, contents={i: each.content for i, each in enumerate(document.segments)})
end = time.process_time()
print(len(data), middle - start, end - middle, held - before, peak() - before)
"""


def growth(corpus: Path) -> Iterator[tuple[float, ...]]:
    """(MB, read MB/s, write MB/s, memory after reading and after writing, in sizes) of one file that grows.

    The peak is the kernel's VmHWM: ru_maxrss begins with the parent's.
    """
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.txt"
        for size in (1, 2, 4, 8, 16):
            path.write_bytes(prose(corpus, size * 1_000_000))
            found = subprocess.run([sys.executable, "-c", GROWTH, str(path)], capture_output=True, check=True)
            length, reading, writing, held, memory = map(float, found.stdout.split())
            yield length / 1e6, length / 1e6 / reading, length / 1e6 / writing, held / length, memory / length


def is_held_out(text: str) -> bool:
    return hashlib.md5(text.encode()).digest()[-1] % 2 == 1


def rows(corpus: Path, has_held_out: bool) -> dict[str, list[str]]:
    """The texts of one half, by label, in a fixed random order."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (corpus / "languages" / "labelled.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        text, label = line.split("\t")[:2]
        if is_held_out(text) == has_held_out:
            found[label].append(text)
    for texts in found.values():
        random.Random(7).shuffle(texts)
    return found


def samples(texts: list[str], codec: str, length: int) -> Iterator[tuple[str, bytes]]:
    """Texts of so many lines that come back from the encoding, of which some character is not ASCII."""
    usable = []
    for text in texts:
        # cp932 writes both 〜 and ～ as one: such a text cannot come back.
        if text.encode(codec, "replace").decode(codec, "replace") != text:
            continue
        if not text.isascii() or codec.startswith("utf-16"):
            usable.append(text)
    for at in range(0, min(len(usable) - length + 1, SAMPLES * length), length):
        text = "\n".join(usable[at : at + length]) + "\n"
        yield text, text.encode(codec)


def guesses(texts: dict[str, list[str]]) -> Iterator[str]:
    """A table of right, wrong and refused guesses, and how often a stated confidence was right."""
    bands: dict[tuple[float, float], Counter[bool]] = {each: Counter() for each in BANDS}
    total: dict[int, Counter[str]] = {each: Counter() for each in LENGTHS}
    for label, codecs in LEGACY.items():
        for codec in codecs:
            cells = []
            for length in LENGTHS:
                seen: Counter[str] = Counter()
                for text, data in samples(texts[label], codec, length):
                    answer, confidence = _guess(text, data)
                    seen[answer] += 1
                    if answer != "refused":
                        band = next(each for each in BANDS if each[0] <= confidence < each[1])
                        bands[band][answer == "right"] += 1
                total[length] += seen
                cells.append(f"{seen['right']}/{seen['wrong']}/{seen['refused']}")
            yield f"{label:8} {codec:10} " + "  ".join(f"{each:>12}" for each in cells)
    yield (
        "all      "
        + " " * 11
        + "  ".join(f"{each['right']}/{each['wrong']}/{each['refused']}".rjust(12) for each in total.values())
    )
    for (low, high), count in bands.items():
        if count.total():
            yield f"confidence {low:.2f}–{min(high, 1):.2f}: {count[True] / count.total():.1%} right of {count.total()}"


def _guess(text: str, data: bytes) -> tuple[str, float]:
    try:
        found, how = encoding.decode(data)
    except TranslatorError:
        return "refused", 0.0
    return "right" if found == text else "wrong", how.confidence


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--folder", type=Path, action="append", default=[])
    parser.add_argument("--only", choices=("laws", "speed", "growth", "guesses"))
    options = parser.parse_args()
    wanted = {options.only} if options.only else {"laws", "speed", "growth", "guesses"}
    if "laws" in wanted:
        folders = [options.corpus / "documents", *options.folder]
        files = sorted({path for folder in folders for path in folder.rglob("*.txt") if path.is_file()})
        print(*laws(files), sep="\n")
    if "speed" in wanted:
        print("\nMB/s of CPU time on one file of 4 MB: extract, export")
        for tool, first, second in speed(prose(options.corpus, 4_000_000), options.peers):
            print(f"{tool}: {first:.2f}, {second:.2f}" if second else f"{tool}: {first:.2f}", flush=True)
    if "growth" in wanted:
        print(
            "\none file: MB, read MB/s, write MB/s, peak memory above the interpreter's after reading and writing, in file sizes"
        )
        for row in growth(options.corpus):
            print(", ".join(f"{each:.2f}" for each in row), flush=True)
    if "guesses" in wanted:
        for name, has_held_out in (("seen", False), ("held out", True)):
            print(f"\nguessed encodings, {name}: right/wrong/refused in samples of 1, 3, 10, 40 lines")
            print(*guesses(rows(options.corpus, has_held_out)), sep="\n", flush=True)


if __name__ == "__main__":
    main()
