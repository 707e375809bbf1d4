"""HTML: the five laws over a folder of documents, what a browser shows, and speed beside the peers.

    python benchmarks/html_pages.py FOLDER… [--shown] [--peers] [--hard]

Documents are the folder's `.html`, `.htm` and `.xhtml` files, and every `#data` section of a
tree-construction `.dat` file. `--shown` asks Chromium for the text that it shows and counts the
letters of it that lie in segments (playwright; CHROMIUM names the browser). `--peers` times
extraction beside html2po, po4a and itstool, each on the files that it can read, CPU time of one
core; po4a and itstool get the files as lxml repairs them, since they read well-formed markup alone. `--hard` times documents made to be slow. Every third document by hash is held out.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.etree
import lxml.html

from translator import po
from translator.document import Code, Document
from translator.errors import TranslatorError
from translator.formats._html_names import IN_TAG
from translator.formats._html_tokens import unescape
from translator.formats.html import FORMAT
from translator.laws import LAWS, judge
from translator.reader import ReaderOptions, read_document
from translator.steps.extract import extract

OPTIONS = ReaderOptions(segmentation="block", identifies=False)
FULL = ReaderOptions()
SUFFIXES = (".html", ".htm", ".xhtml")
MARKUP = re.compile(r"(?is)<!--.*?--!?>|<(script|style)\b.*?</\1[^>]*>|<[^>]*>")
LETTER = re.compile(r"[^\W\d_]")


def documents(folders: list[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            if path.is_file() and path.suffix.lower() in SUFFIXES:
                yield name, path.read_bytes()
            elif path.suffix == ".dat" and path.is_file():
                for number, part in enumerate(re.split(rb"(?:^|\n)#data\n", path.read_bytes())[1:]):
                    yield f"{name}#{number}.html", re.split(rb"\n#(?:errors|encoding)\b", part)[0]


def is_held_out(data: bytes) -> bool:
    return hashlib.sha256(data).digest()[0] % 3 == 0


def laws(found: list[tuple[str, bytes]]) -> None:
    kept: dict[str, Counter[str]] = {"seen": Counter(), "held out": Counter()}
    for name, data in found:
        count = kept["held out" if is_held_out(data) else "seen"]
        verdict = judge(data, name)
        count["documents"] += 1
        count["segments"] += verdict.segments
        count["refused"] += bool(verdict.refused)
        if verdict.refused:
            print(f"refused: {verdict.refused}", file=sys.stderr)
        count.update(law for law, is_kept in verdict.laws.items() if is_kept)
    print(f"| documents | refused | segments | {' | '.join(LAWS)} |")
    print(f"|{'---|' * (4 + len(LAWS) - 1)}")
    for part, count in kept.items():
        readable = count["documents"] - count["refused"]
        shares = " | ".join(f"{100 * count[law] / max(readable, 1):.2f} %" for law in LAWS)
        print(f"| {part}: {count['documents']} | {count['refused']} | {count['segments']} | {shares} |")


def in_segments(document: Document) -> str:
    """The letters of the segments in document order, without those of attributes."""
    out: list[str] = []
    for segment in document.segments:
        if segment.form.split()[1] in ("double", "single", "unquoted"):
            continue
        block = document.blocks[segment.block]
        depth = 0
        for piece in block.pieces:
            if piece.end <= segment.start or piece.start >= segment.end:
                continue
            if isinstance(piece.content, Code):
                if piece.content.kind in IN_TAG:
                    depth += {"open": 1, "close": -1}.get(piece.content.form, 0)
                    continue
                shown = unescape(MARKUP.sub("", piece.content.data))
            elif depth == 0:
                # What stands in the document: a ruby's reading is inside its segment.
                inside = document.parts[""][piece.start : piece.end]
                is_ruby = inside[:5].lower() == "<ruby"
                shown = unescape(re.sub(r"<[^>]*>", "", inside)) if is_ruby else piece.content
                if not is_ruby and piece.end - piece.start == len(piece.content):
                    low, high = max(segment.start - piece.start, 0), min(segment.end, piece.end) - piece.start
                    shown = piece.content[low:high]
            else:
                continue
            out.append(shown)
    return "".join(LETTER.findall("".join(out)))


def covered(lines: list[str], letters: str) -> tuple[int, int]:
    """(shown letters, those found in the segments), each shown line looked for as a whole, else by words."""
    shown = hit = at = 0
    for line in lines:
        wanted = "".join(LETTER.findall(line))
        shown += len(wanted)
        place = letters.find(wanted, at)
        if place < 0:
            place = letters.find(wanted)
        if place >= 0:
            hit += len(wanted)
            at = place + len(wanted)
        else:
            hit += sum(len(word) for word in re.split(r"[\W\d_]+", line) if word in letters)
    return shown, hit


def shown_text(found: list[tuple[str, bytes]]) -> None:
    from playwright.sync_api import sync_playwright

    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    flags += " --disable-component-update --disable-sync"
    total: dict[str, Counter[str]] = {"seen": Counter(), "held out": Counter()}
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=flags.split()
        )
        page = browser.new_context(java_script_enabled=False, offline=True).new_page()
        page.set_default_timeout(15000)
        for name, data in found:
            try:
                document = read_document(data, name, options=OPTIONS, form=FORMAT)
            except TranslatorError:
                continue
            path = Path(folder, "a" + Path(name).suffix.lower())
            path.write_bytes(b"\xef\xbb\xbf" + document.parts[""].encode())
            try:
                page.goto(path.as_uri(), wait_until="domcontentloaded")
                text = str(
                    page.evaluate(
                        "document.documentElement ? (document.body || document.documentElement).innerText || '' : ''"
                    )
                )
            except Exception as error:
                print(f"the browser failed: {name}: {str(error)[:100]}", file=sys.stderr)
                continue
            count = total["held out" if is_held_out(data) else "seen"]
            letters = in_segments(document)
            shown, hit = covered(re.split(r"[\n\t]", text), letters)
            count["documents"] += 1
            count["shown"] += shown
            count["covered"] += hit
            if hit < shown:
                print(f"{shown - hit} of {shown} letters: {name}", file=sys.stderr)
        browser.close()
    print("\n| documents | letters shown by Chromium | in segments |\n|---|---|---|")
    for part, count in total.items():
        share = 100 * count["covered"] / max(count["shown"], 1)
        print(f"| {part}: {count['documents']} | {count['shown']} | {share:.3f} % |")


def cpu_of(command: list[str], folder: str) -> tuple[float, bool]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, done.returncode == 0


def trees(found: list[tuple[str, bytes]]) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """The documents as lxml repairs them, for tools that read well-formed markup alone."""
    for name, data in found:
        try:
            text = read_document(data, name, options=OPTIONS, form=FORMAT).parts[""]
            tree = lxml.html.document_fromstring(re.sub(r"<\?xml[^>]*>|[\0-\x08\x0b\x0c\x0e-\x1f]", "", text))
        except (TranslatorError, ValueError, lxml.etree.ParserError):
            continue
        tree.set("xmlns", "http://www.w3.org/1999/xhtml")
        yield name, tree


def peers(found: list[tuple[str, bytes]]) -> None:
    from translate.convert import html2po

    print(
        "\n| tool | files read | refused | MB | MB/s | ours on the same files | ratio "
        f"| with sentences and languages | ratio |\n|{'---|' * 9}"
    )
    big = [(name, data) for name, data in found if ".dat#" not in name and len(data) > 2000]

    def by_html2po(name: str, data: bytes) -> tuple[float, bool]:
        start = time.process_time()
        source = io.BytesIO(data)
        source.name = name  # type: ignore[attr-defined]
        try:
            html2po.converthtml(source, io.BytesIO(), None)
        except Exception:
            return 0.0, False
        return time.process_time() - start, True

    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "e.html")
        empty.write_text("<html><body><p>x</p></body></html>", encoding="utf-8")
        po4a = ["po4a-updatepo", "-f", "xhtml", "-M", "UTF-8", "-m"]
        itstool = ["itstool", "-o", "o.pot"]
        startup = {
            "po4a": cpu_of([*po4a, "e.html", "-p", "o.po"], folder)[0],
            "itstool": cpu_of([*itstool, "e.html"], folder)[0],
        }

        def by_command(tool: str, data: bytes) -> tuple[float, bool]:
            Path(folder, "a.html").write_bytes(data)
            Path(folder, "o.po").unlink(missing_ok=True)
            command = [*po4a, "a.html", "-p", "o.po"] if tool == "po4a" else [*itstool, "a.html"]
            spent, is_read = cpu_of(command, folder)
            return max(spent - startup[tool], 0.0), is_read

        strict = [
            (f"{name}.xhtml", lxml.html.tostring(tree, encoding="utf-8", method="xml")) for name, tree in trees(big)
        ]
        for tool, given in (("html2po", big), ("html2po", strict), ("po4a", strict), ("itstool", strict)):
            spent = ours = full = 0.0
            size = read = refused = 0
            for name, data in given:
                seconds, is_read = by_html2po(name, data) if tool == "html2po" else by_command(tool, data)
                if not is_read:
                    refused += 1
                    continue
                start = time.process_time()
                po.write(extract(read_document(data, name, options=OPTIONS, form=FORMAT)))
                middle = time.process_time()
                po.write(extract(read_document(data, name, options=FULL, form=FORMAT)))
                ours, full = ours + middle - start, full + time.process_time() - middle
                spent, size, read = spent + seconds, size + len(data), read + 1
            if read:
                speed, mine, whole = size / spent / 1e6, size / ours / 1e6, size / full / 1e6
                row = f"| {tool}, {'repaired' if given is strict else 'as found'} | {read} | {refused} | {size / 1e6:.1f} |"
                print(f"{row} {speed:.2f} | {mine:.2f} | {mine / speed:.1f} | {whole:.2f} | {whole / speed:.1f} |")
    start = time.process_time()
    for name, data in big:
        extract(read_document(data, name, options=OPTIONS, form=FORMAT))
    size = sum(len(data) for _, data in big)
    print(
        f"| translator, every file | {len(big)} | 0 | {size / 1e6:.1f} | {size / (time.process_time() - start) / 1e6:.2f} | | | | |"
    )
    memory(big)


MEMORY = """
import re, sys
from translator.formats.html import FORMAT
from translator.reader import ReaderOptions, read_document
from translator.writer import written
data = open(sys.argv[1], "rb").read()
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) * 1024
before = peak()
document = read_document(data, sys.argv[2], options=ReaderOptions(segmentation="block", identifies=False), form=FORMAT)
held = peak()
written(document, FORMAT, contents={i: each.content for i, each in enumerate(document.segments)})
print(len(data), held - before, peak() - before)
"""


def memory(found: list[tuple[str, bytes]]) -> None:
    """Peak memory above the interpreter's of a process that reads a long page and writes it back.

    The page is one of the largest ten, repeated; the peak is the kernel's VmHWM.
    """
    print("\n| page, repeated to 8 MB | read | read and written back |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in sorted(found, key=lambda each: -len(each[1]))[:10]:
            path = Path(folder, "a.html")
            path.write_bytes(data * max(1, 8_000_000 // len(data)))
            done = subprocess.run([sys.executable, "-c", MEMORY, str(path), "a.html"], capture_output=True, check=True)
            size, held, peak = map(int, done.stdout.split())
            print(f"| {name} | {held / size:.1f} × | {peak / size:.1f} × |")


HARD = {
    "div in div": lambda n: "<div>" * n + "文" + "</div>" * n,
    "span in span": lambda n: "<p>文" + "<span>" * n + "文" + "</span>" * n,
    "tables in cells": lambda n: "<table><tr><td>" * n + "文",
    "stray end tags": lambda n: "文" + "</b></div>" * n,
    "li after divs": lambda n: "<ul>" + "<div>" * n + "<li>文" * n,
    "unclosed comments": lambda n: "<!--" * n,
    "unclosed tags": lambda n: "<a b='" * n,
    "svg and p": lambda n: "<svg><p>" * n + "文</svg>",
    "ruby": lambda n: "<ruby>漢<rt>" * n,
    "ampersands": lambda n: "&" * n + "文",
    "literal placeholders": lambda n: "<p>" + "&lt;b1&gt;文" * n,
    "links": lambda n: "<a>文</a>" * n,
    "alt texts": lambda n: "文" + '<img alt="文">' * n,
    "attributes": lambda n: "<p " + "title=文 " * n + ">文",
    "column spans": lambda n: "<table><tr>" + "<th colspan=999 rowspan=999>文" * n + "<tr><td>文" * n,
}


def hard() -> None:
    print("\n| made to be slow | 12,500 × | 50,000 × |\n|---|---|---|")
    for name, make in HARD.items():
        spent = []
        for count in (12500, 50000):
            start = time.process_time()
            read_document(make(count).encode(), "a.html", options=OPTIONS, form=FORMAT)
            spent.append(time.process_time() - start)
        print(f"| {name} | {spent[0]:.2f} s | {spent[1]:.2f} s |")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    for flag in ("--shown", "--peers", "--hard"):
        parser.add_argument(flag, action="store_true")
    given = parser.parse_args()
    found = list(documents(given.folders))
    laws(found)
    if given.shown:
        shown_text(found)
    if given.peers:
        peers(found)
    if given.hard:
        hard()


if __name__ == "__main__":
    main()
