"""Measures the Markdown format on a corpus folder: laws, examples, cover, throughput, memory, peers.

    python benchmarks/markdown.py CORPUS [--peers] [--mdpo FOLDER] [--only laws|speed|growth]

CORPUS holds `*.md` and, in `commonmark/` and `gfm/`, specifications with examples. Half of the
files (by a hash of the path) is held out: it was not looked at while the format was written.
`cmark-gfm` renders. `--peers` runs po4a and Translate Toolkit's md2po where they are installed,
and mdpo from the folder named. Times are CPU seconds of the child process.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from translator.document import Code, Document
from translator.formats.markdown import FORMAT
from translator.formats.markdown.frontmatter import front_matter
from translator.laws import judge
from translator.reader import ReaderOptions, read_document
from translator.writer import spliced, written

EXTENSIONS = ("footnotes", "table", "strikethrough", "autolink", "tasklist")
RENDER = ["cmark-gfm", "--unsafe", *(word for each in EXTENSIONS for word in ("-e", each))]
LAWS = ("identity", "order", "return", "reach", "cover")
WIDE = "[\u3000-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff60]"


def is_held_out(path: Path, root: Path) -> bool:
    return hashlib.md5(str(path.relative_to(root)).encode()).digest()[-1] % 2 == 1


def read(data: bytes, segmentation: str) -> Document:
    return read_document(data, "a.md", options=ReaderOptions(segmentation=segmentation, identifies=False), form=FORMAT)


def returned(document: Document) -> str:
    return spliced(document, FORMAT, contents={i: each.content for i, each in enumerate(document.segments)})[""]


def cmark(text: str, to: str) -> str:
    found = subprocess.run([*RENDER, "-t", to], input=text.encode(), capture_output=True, check=True)
    return found.stdout.decode()


def laws(files: list[Path]) -> dict[str, int]:
    """How many files keep each law in both segmentations; identity is compared here, by bytes."""
    kept: Counter[str] = Counter(files=len(files))
    for path in files:
        data = path.read_bytes()
        verdicts = [
            judge(data, path.name, options=ReaderOptions(segmentation=each), form=FORMAT)
            for each in ("sentence", "block")
        ]
        kept["refused"] += bool(verdicts[0].refused)
        for law in LAWS:
            kept[law] += all(each.laws.get(law, False) for each in verdicts)
        if not verdicts[0].refused:
            document = read(data, "sentence")
            kept["same bytes"] += written(document, FORMAT, contents={}, encoding=document.encoding) == data
    return kept


def examples(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    for match in re.finditer(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", text, re.MULTILINE | re.DOTALL):
        yield match[1].replace("→", "\t")


def rendered(text: str) -> str:
    return " ".join(cmark(text, "html").split())


def example_figures(path: Path) -> tuple[int, int, int, int]:
    """Examples; refused; rendering equal from the identity copy; from the return copy."""
    count = refused = same = back = 0
    for text in examples(path):
        count += 1
        if judge(text.encode(), "a.md", options=ReaderOptions(identifies=False), form=FORMAT).refused:
            refused += 1
            continue
        documents = [read(text.encode(), each) for each in ("sentence", "block")]
        original = rendered(text)
        same += all(rendered(spliced(each, FORMAT, contents={})[""]) == original for each in documents)
        back += all(rendered(returned(each)) == original for each in documents)
    return count, refused, same, back


def shown_letters(text: str) -> Counter[str]:
    """The letters of cmark's text nodes: no code, no raw HTML, no front matter."""
    # cmark passes control characters through, which XML does not allow.
    xml = re.sub(r"<!DOCTYPE[^>]*>|[\x00-\x08\x0b\x0c\x0e-\x1f]", "", cmark(text[front_matter(text, ()).end :], "xml"))
    tree = ElementTree.fromstring(xml)
    letters: Counter[str] = Counter()
    for node in tree.iter():
        if node.tag.endswith("}text") or node.tag == "text":
            letters.update(filter(str.isalpha, node.text or ""))
    return letters


def held_letters(document: Document) -> Counter[str]:
    letters: Counter[str] = Counter()
    for segment in document.segments:
        for each in segment.content:
            letters.update(filter(str.isalpha, each.data if isinstance(each, Code) else each))
    return letters


def cover(files: list[Path]) -> tuple[int, int]:
    """Letters that cmark shows, and those of them that lie in segments."""
    total = found = 0
    for path in files:
        data = path.read_bytes()
        document = read(data, "sentence")
        shown, held = shown_letters(document.parts[""]), held_letters(document)
        total += shown.total()
        found += (shown & held).total()
    return total, found


def same_pages(files: list[Path]) -> int:
    """Files whose return copy renders as the original; a soft break between CJK characters is no space."""
    count = 0
    for path in files:
        document = read(path.read_bytes(), "sentence")
        pages = (rendered(text) for text in (document.parts[""], returned(document)))
        first, second = (re.sub(f"(?<={WIDE}) (?={WIDE})", "", page) for page in pages)
        count += first == second
    return count


OURS = """
import sys
from pathlib import Path
from translator import po
from translator.formats.markdown import FORMAT
from translator.reader import ReaderOptions, read_document
from translator.steps.export import ExportOptions, export
from translator.steps.extract import extract
action, source, catalogs, out = sys.argv[1], *map(Path, sys.argv[2:5])
options = ReaderOptions() if sys.argv[5:] else ReaderOptions(segmentation="block", identifies=False)
for path in sorted(source.glob("*.md")):
    document = read_document(path.read_bytes(), path.name, options=options, form=FORMAT)
    if action == "read":
        continue
    if action == "extract":
        (catalogs / (path.name + ".po")).write_bytes(po.write(extract(document)))
    else:
        catalog = po.read((catalogs / (path.name + ".po")).read_bytes()).catalog
        copy = export(document, catalog, form=FORMAT, locale="en", options=ExportOptions(fallback="source", is_marked=False))
        (out / path.name).write_bytes(copy.data)
"""


def cpu(command: list[str], **options: Any) -> float:
    """CPU seconds of a process; bytecode is kept, as it is of whatever is installed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    options["env"] = {**environment, **options.get("env", {})}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def translated(folder: Path) -> None:
    """Fills every catalog with a target that differs from its source."""
    for path in folder.glob("*.po"):
        text = path.read_text(encoding="utf-8")
        entries = re.sub(
            r'(msgid ((?:"(?:[^"\\]|\\.)+"\n)(?:".*"\n)*|""\n(?:".+"\n)+))msgstr ""\n', r"\1msgstr \2", text
        )
        path.write_text(re.sub(r'(msgstr "|msgstr ""\n")', r"\1", entries), encoding="utf-8")


def speed(files: list[Path], has_peers: bool, mdpo: str) -> Iterator[tuple[str, float, float]]:
    """(tool, extract, export) in MB/s over the files, each taken twice, in one process a tool."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for folder in ("docs", "ours", "out", "pot", "po", "back"):
            (root / folder).mkdir()
        for number, path in enumerate(files * 2):
            shutil.copyfile(path, root / "docs" / f"{number:04}.md")
        size = sum(path.stat().st_size for path in files) * 2 / 1e6
        ours = [sys.executable, "-c", OURS]
        places = [str(root / each) for each in ("docs", "ours", "out")]
        first = cpu([*ours, "extract", *places])
        translated(root / "ours")
        yield "translator", size / first, size / cpu([*ours, "export", *places])
        yield "translator (reading alone)", size / cpu([*ours, "read", *places]), 0.0
        shutil.rmtree(root / "ours")
        (root / "ours").mkdir()
        first = cpu([*ours, "extract", *places, "full"])
        translated(root / "ours")
        second = size / cpu([*ours, "export", *places, "full"])
        yield "translator, with sentences and languages", size / first, second
        if not has_peers:
            return
        first = cpu(["md2po", "--progress=none", "-P", "docs", "pot"], cwd=root)
        for path in (root / "pot").glob("*.pot"):
            shutil.copyfile(path, root / "po" / (path.stem + ".po"))
        translated(root / "po")
        yield (
            "md2po, po2md",
            size / first,
            size / cpu(["po2md", "--progress=none", "-t", "docs", "po", "back"], cwd=root),
        )
        yield "po4a", *_po4a(root, size)
        if mdpo:
            script = "import glob\nfrom mdpo.md2po import markdown_to_pofile\nfor f in glob.glob('docs/*.md'): markdown_to_pofile(f)"
            yield "mdpo", size / cpu([sys.executable, "-c", script], cwd=root, env={"PYTHONPATH": mdpo}), 0.0


def _po4a(root: Path, size: float) -> tuple[float, float]:
    lines = ["[po_directory] po4a", '[options] opt:"--keep 0 -M UTF-8 -L UTF-8"']
    lines += [
        f'[type: text] docs/{path.name} en:back/{path.name} opt:"-o markdown"'
        for path in sorted((root / "docs").iterdir())
    ]
    (root / "po4a").mkdir()
    (root / "po4a" / "all.pot").write_text("")
    (root / "po4a" / "en.po").write_text("")
    (root / "po4a.cfg").write_text("\n".join(lines) + "\n")
    masters = [word for path in sorted((root / "docs").iterdir()) for word in ("-m", str(path))]
    first = cpu(["po4a-updatepo", "-f", "text", "-o", "markdown", "-M", "UTF-8", *masters, "-p", str(root / "all.pot")])
    shutil.copyfile(root / "all.pot", root / "po4a" / "all.pot")
    shutil.copyfile(root / "all.pot", root / "po4a" / "en.po")
    translated(root / "po4a")
    return size / first, size / cpu(["po4a", "--no-update", "--no-backups", "po4a.cfg"], cwd=root)


GROWTH = """
import re, sys, time
from translator.formats.markdown import FORMAT
from translator.reader import ReaderOptions, read_document
from translator.writer import written
data = open(sys.argv[1], "rb").read()
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) * 1024
before = peak()
start = time.process_time()
document = read_document(data, "a.md", options=ReaderOptions(segmentation="block", identifies=False), form=FORMAT)
middle, held = time.process_time(), peak()
written(document, FORMAT, contents={i: each.content for i, each in enumerate(document.segments)})
print(len(data), middle - start, time.process_time() - middle, held - before, peak() - before)
"""


def growth(files: list[Path]) -> Iterator[tuple[float, ...]]:
    """(MB, read MB/s, write MB/s, memory after reading and after writing, in sizes) of one file that grows.

    The peak is the kernel's VmHWM: ru_maxrss begins with the parent's.
    """
    text = b"\n\n".join(path.read_bytes() for path in files)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.md"
        for times in (1, 2, 4):
            path.write_bytes(text * times)
            found = subprocess.run([sys.executable, "-c", GROWTH, str(path)], capture_output=True, check=True)
            size, reading, writing, held, memory = map(float, found.stdout.split())
            yield size / 1e6, size / 1e6 / reading, size / 1e6 / writing, held / size, memory / size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--mdpo", default="")
    parser.add_argument("--only", choices=("laws", "speed", "growth"))
    options = parser.parse_args()
    files = sorted(options.corpus.rglob("*.md"))
    wanted = {options.only} if options.only else {"laws", "speed", "growth"}
    if "laws" in wanted:
        for name, part in (
            ("seen", [each for each in files if not is_held_out(each, options.corpus)]),
            ("held out", [each for each in files if is_held_out(each, options.corpus)]),
        ):
            print(f"\n{name}:", ", ".join(f"{key} {value}" for key, value in laws(part).items()))
            total, found = cover(part)
            print(f"letters that cmark shows {total}, in segments {found} ({found / max(total, 1):.4%})")
            print(f"return copies that render as the original: {same_pages(part)} of {len(part)}")
        print("\nexamples: count, refused, identity copy renders the same, return copy renders the same")
        for path in sorted([*options.corpus.glob("*mark/*.txt"), *options.corpus.glob("gfm/*.txt")]):
            if any(True for _ in examples(path)):
                print(path.relative_to(options.corpus), *example_figures(path))
    if "speed" in wanted:
        print("\nMB/s of CPU time: extract, export")
        for tool, first, second in speed(files, options.peers, options.mdpo):
            print(f"{tool}: {first:.2f}, {second:.2f}" if second else f"{tool}: {first:.2f}")
    if "growth" in wanted:
        print(
            "\none file: MB, read MB/s, write MB/s, peak memory above the interpreter's in sizes: read, and written back"
        )
        for row in growth(files):
            print(", ".join(f"{each:.2f}" for each in row))


if __name__ == "__main__":
    main()
