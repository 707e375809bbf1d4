"""The PO and MO codec against GNU gettext, polib and Babel: fidelity on a corpus, speed and memory on a big file.

    python benchmarks/po.py CORPUS [--entries 100000] [--runs 5] > benchmarks/results/po.md

CORPUS is a folder of catalogs; `real/` in it holds those that the speed measures are made from, `encodings/`
one catalog in several charsets. Peers run in the same run. Times are medians of processor seconds, each run in
its own process, in turns; "process" is a whole process from start to end, "in-process" reads and compiles.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from translator import mo, po
from translator.catalog import Catalog, Entry
from translator.commands.compile import compiled as compiled_bytes
from translator.errors import TranslatorError

MO_MAGIC = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--worker", nargs=2)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(WORKERS[options.worker[0]](Path(options.worker[1]))))
        return
    print("# PO and MO codec\n\n`python benchmarks/po.py CORPUS --runs 3 > benchmarks/results/po.md`\n")
    gettext = run("msgfmt", "--version").stdout.decode().splitlines()[0]
    print(f"{gettext}, polib {version('polib')}, Babel {version('babel')}, Python {sys.version.split()[0]}\n")
    files = sorted(path for path in options.corpus.rglob("*") if path.is_file() and is_text(path))
    verdicts(files, options.corpus)
    real = sorted((options.corpus / "real").glob("*.po"))
    untouched([path for path in files if accepted(path)], "accepted catalogs")
    untouched(real, "real catalogs")
    changes(real)
    peers(files, options.corpus)
    encodings(sorted((options.corpus / "encodings").glob("*.po")))
    compiled([path for path in files if accepted(path)], options.corpus)
    with tempfile.TemporaryDirectory() as folder:
        speed(real, Path(folder), options)


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False)


def is_text(path: Path) -> bool:
    return path.read_bytes()[:4] not in MO_MAGIC


def is_held_out(path: Path, root: Path) -> bool:
    """A third of the files, by the hash of their name; verdicts on all of them were seen while the codec was written."""
    return hashlib.sha256(str(path.relative_to(root)).encode()).digest()[0] % 3 == 0


def accepted(path: Path) -> bool:
    return run("msgfmt", "-o", "/dev/null", path).returncode == 0


def ours(path: Path) -> bool:
    try:
        file = po.read(path.read_bytes(), str(path))
    except TranslatorError:
        return False
    return not any(each.severity == "error" for each in file.findings)


def verdicts(files: list[Path], root: Path) -> None:
    """Accept or reject, as `msgfmt -o /dev/null` says by its exit status."""
    print("## Accept or reject, against msgfmt's exit status\n")
    print("| part | files | same | we accept, msgfmt rejects | we reject, msgfmt accepts |\n|---|---|---|---|---|")
    apart: list[Path] = []
    for part, chosen in parts(files, root):
        counts = Counter((accepted(path), ours(path)) for path in chosen)
        apart += [path for path in chosen if accepted(path) != ours(path)]
        same = counts[True, True] + counts[False, False]
        print(f"| {part} | {len(chosen)} | {same} | {counts[False, True]} | {counts[True, False]} |")
    print("\nNot the same:", ", ".join(sorted({str(path.relative_to(root)) for path in apart})) or "none", "\n")
    print(ON_PURPOSE)


ON_PURPOSE = (
    "On purpose: CP932 whose backslashes are doubled for byte-wise tools is read; two domains of one file may share "
    "a key (msgfmt -o joins them); a byte order mark is a warning.\n"
)


def parts(files: list[Path], root: Path) -> Iterator[tuple[str, list[Path]]]:
    yield "a third", [path for path in files if is_held_out(path, root)]
    yield "all", files


def untouched(files: list[Path], what: str) -> None:
    import polib

    print(f"## Saved untouched: {len(files)} {what}\n\n| tool | byte-identical |\n|---|---|")
    counts: Counter[str] = Counter()
    for path in files:
        data = path.read_bytes()
        file = po.read(data, recover=True)
        fresh = Catalog(tuple(replace(each) for each in file.catalog), file.catalog.header)
        counts["translator"] += po.write(file.catalog, file) == data
        counts["translator, all entries rebuilt"] += po.write(fresh, file) == data
        try:
            counts["polib"] += str(polib.pofile(str(path))).encode("utf-8") == data
        except Exception:
            counts["polib raises"] += 1
        done = run("msgcat", path)
        counts["msgcat"] += done.returncode == 0 and done.stdout == data
    for name, count in counts.items():
        print(f"| {name} | {count} of {len(files)} ({100 * count / len(files):.1f} %) |")
    print()


def changes(files: list[Path]) -> None:
    """One changed target in a real catalog: every byte outside of the entry stays, and it is read again."""
    total = faults = 0
    for path in files:
        data = path.read_bytes()
        file = po.read(data, recover=True)
        entries = file.catalog.entries
        for index in range(0, len(entries), max(1, len(entries) // 40)):
            unit = file.unit_of(index)
            new = replace(entries[index], targets=("変更\n二行",) * len(entries[index].targets))
            catalog = Catalog((*entries[:index], new, *entries[index + 1 :]), file.catalog.header)
            written = po.write(catalog, file)
            is_kept = written.startswith(data[: file.starts[unit]]) and written.endswith(data[file.ends[unit] :])
            faults += not (is_kept and po.read(written, recover=True).catalog == catalog)
            total += 1
    print(f"## One changed entry\n\n{total} changes in {len(files)} real catalogs: {faults} touched another line.\n")


def plain(entries: Iterable[Entry]) -> list[tuple[object, ...]]:
    return [
        (each.source, each.context, each.plural, each.targets, each.is_fuzzy)
        for each in entries
        if not each.is_obsolete
    ]


def peers(files: list[Path], root: Path) -> None:
    """Entries as polib and Babel see them, and as we see what msgcat writes."""
    import polib
    from babel.messages import pofile

    print("## The same live entries (source, context, plural, targets, fuzzy)\n")
    print("| peer | part | files it reads | same | what differs |\n|---|---|---|---|---|")
    rows: dict[str, dict[Path, bool]] = defaultdict(dict)
    for path in files:
        if not accepted(path):
            continue
        data = path.read_bytes()
        mine = plain(po.read(data, recover=True).catalog)
        done = run("msgcat", "--to-code=UTF-8", path)
        if done.returncode == 0:
            rows["msgcat"][path] = sorted(map(repr, plain(po.read(done.stdout).catalog))) == sorted(map(repr, mine))
        with contextlib.suppress(Exception):
            rows["polib"][path] = plain(po.from_polib(polib.pofile(str(path))).entries) == mine
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                catalog = pofile.read_po(io.BytesIO(data))
            texts = {(m.id if isinstance(m.id, str) else m.id[0], m.context): m.string for m in catalog if m.id}
            rows["Babel"][path] = all(
                texts.get((source, context)) in (targets, targets[0])
                for source, context, _, targets, _ in mine
                if any(targets)
            )
        except Exception:
            pass
    for peer, found in rows.items():
        for part, chosen in parts(sorted(found), root):
            wrong = [path for path in chosen if not found[path]]
            shown = ", ".join(str(path.relative_to(root)) for path in wrong[:6]) + (" …" if len(wrong) > 6 else "")
            print(f"| {peer} | {part} | {len(chosen)} | {len(chosen) - len(wrong)} | {shown} |")
    print()


def encodings(files: list[Path]) -> None:
    """The same catalog in several charsets has the same entries."""
    print(
        "## The same catalog in several charsets\n\n| file | charset | entries equal to the UTF-8 one |\n|---|---|---|"
    )
    catalogs = {path: po.read(path.read_bytes()) for path in files}
    for path, file in catalogs.items():
        language = path.name.split(".")[1]
        twins = [each for other, each in catalogs.items() if other.name.split(".")[1] == language]
        utf8 = next((each for each in twins if each.encoding == "utf-8"), None)
        if utf8 is not None:
            same = sum(a == b for a, b in zip(plain(file.catalog), plain(utf8.catalog), strict=False))
            print(f"| {path.name} | {file.encoding} | {same} of {len(plain(utf8.catalog))} |")
    print()


def compiled(files: list[Path], root: Path) -> None:
    """Our .mo against msgfmt's: the same bytes, or at least the same entries."""
    counts: Counter[str] = Counter()
    apart: list[str] = []
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            target, source = Path(folder) / "a.mo", Path(folder) / "a.po"
            converted = run("msgconv", "-t", "UTF-8", path)
            source.write_bytes(converted.stdout if converted.returncode == 0 else path.read_bytes())
            run("msgfmt", "-o", target, source)
            if not target.exists():
                counts["nothing to compile: msgfmt writes no file"] += 1
                continue
            theirs = target.read_bytes()
            data = mo.compile_catalog(po.read(source.read_bytes(), recover=True).catalog)
        if data == theirs:
            counts["same bytes"] += 1
        elif mo.read(data) == mo.read(theirs):
            counts["same entries"] += 1
        elif theirs[4:8] != b"\0\0\0\0":
            counts["msgfmt writes strings that depend on the system (revision 0.1, 1.1)"] += 1
        elif with_utf8(mo.read(data)) == with_utf8(mo.read(theirs)):
            counts["same but for a charset in the header that is not that of the texts"] += 1
        else:
            counts["different"] += 1
            apart.append(str(path.relative_to(root)))
    print("## Compiled, against msgfmt\n\n| | catalogs |\n|---|---|")
    for name, count in counts.most_common():
        print(f"| {name} | {count} |")
    print("\nDifferent:", ", ".join(apart) or "none", "\n")


def with_utf8(texts: dict[bytes, bytes]) -> dict[bytes, bytes]:
    return {key: re.sub(rb"charset=\S+", b"charset=UTF-8", text) if not key else text for key, text in texts.items()}


def multiplied(files: list[Path], count: int, target: Path, *, wants_cjk: bool = False) -> None:
    """A big catalog: real entries over and over, each with a number in its source."""
    opened = [po.read(path.read_bytes()) for path in files]
    written: list[str] = []
    round_number = 0
    while len(written) < count:
        for name, file in enumerate(opened):
            for index, entry in enumerate(file.catalog.entries):
                if len(written) < count and is_usable(entry) and (is_cjk(entry) or not wants_cjk):
                    unit = file.unit_of(index)
                    start, middle, stop = file.starts[unit], file.keyword_offset(unit), file.ends[unit]
                    head, quote, rest = file.data[middle:stop].decode().partition('msgid "')
                    number = f"{'条目' if wants_cjk else ''}{round_number}-{name}-{index} "
                    written.append(file.data[start:middle].decode() + head + quote + number + rest)
        round_number += 1
    header = po.write(Catalog((), po.new_header("benchmark", "ja", ["en"]))).decode()
    target.write_text(header + "\n" + "\n\n".join(written) + "\n", encoding="utf-8")


def is_usable(entry: Entry) -> bool:
    texts = (entry.source, entry.plural or "")
    return not (entry.is_obsolete or "<PRI" in entry.source or any(each.startswith("\n") for each in texts))


def is_cjk(entry: Entry) -> bool:
    has_cjk = any("\u3040" <= char <= "\u9fff" for char in entry.target)
    return has_cjk and entry.is_filled and not entry.is_fuzzy and entry.plural is None


def read_all(entries: Iterable[Entry]) -> int:
    return sum(len((e.source, e.targets, e.context, e.flags, e.comments, e.notes)) for e in entries)


def load_translator(path: Path) -> dict[str, float]:
    start = time.process_time()
    file = po.read(path.read_bytes(), str(path))
    read_all(file.catalog)
    loaded = time.process_time()
    peak = peak_memory()
    entries = list(file.catalog.entries)
    entries[len(entries) // 2] = replace(entries[len(entries) // 2], targets=("変更",))
    catalog = Catalog(tuple(entries), file.catalog.header)
    before = time.process_time()
    path.with_suffix(".out").write_bytes(po.write(catalog, file))
    return {"load": loaded - start, "peak": peak, "save": time.process_time() - before}


def load_polib(path: Path) -> dict[str, float]:
    import polib

    start = time.process_time()
    file = polib.pofile(str(path))
    for e in file:
        len((e.msgid, e.msgstr, e.msgctxt, e.flags, e.tcomment, e.comment))
    loaded = time.process_time()
    peak = peak_memory()
    file[len(file) // 2].msgstr = "変更"
    before = time.process_time()
    file.save(str(path.with_suffix(".out")))
    return {"load": loaded - start, "peak": peak, "save": time.process_time() - before}


def load_polib_unwrapped(path: Path) -> dict[str, float]:
    import polib

    file = polib.pofile(str(path), wrapwidth=0)
    before = time.process_time()
    file.save(str(path.with_suffix(".out")))
    return {"save": time.process_time() - before}


def load_babel(path: Path) -> dict[str, float]:
    from babel.messages import pofile

    start = time.process_time()
    with path.open("rb") as source:
        catalog = pofile.read_po(source)
    for message in catalog:
        len((message.id, message.string, message.context, message.flags, message.user_comments))
    loaded = time.process_time()
    peak = peak_memory()
    before = time.process_time()
    with path.with_suffix(".out").open("wb") as target:
        pofile.write_po(target, catalog)
    return {"load": loaded - start, "peak": peak, "save": time.process_time() - before}


def compile_translator(path: Path) -> dict[str, float]:
    start = time.process_time()
    path.with_suffix(".mo").write_bytes(compiled_bytes(path.read_bytes(), str(path)))
    return {"in-process": time.process_time() - start}


def compile_polib(path: Path) -> dict[str, float]:
    import polib

    start = time.process_time()
    file = polib.pofile(str(path))
    loaded = time.process_time()
    file.save_as_mofile(str(path.with_suffix(".mo")))
    end = time.process_time()
    return {"in-process": end - start, "write": end - loaded}


def compile_babel(path: Path) -> dict[str, float]:
    from babel.messages import mofile, pofile

    start = time.process_time()
    with path.open("rb") as source:
        catalog = pofile.read_po(source)
    loaded = time.process_time()
    with path.with_suffix(".mo").open("wb") as target:
        mofile.write_mo(target, catalog)
    end = time.process_time()
    return {"in-process": end - start, "write": end - loaded}


def peak_memory() -> float:
    """The most memory this process had, in MB; unlike getrusage it does not begin with the parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


WORKERS = {
    "load translator": load_translator,
    "load polib": load_polib,
    "load polib unwrapped": load_polib_unwrapped,
    "load Babel": load_babel,
    "compile translator": compile_translator,
    "compile polib": compile_polib,
    "compile Babel": compile_babel,
}


def measured(names: list[str], path: Path, runs: int) -> dict[str, dict[str, float]]:
    """Medians by worker; the workers take turns, so that a busy machine slows all of them."""
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    for _ in range(runs):
        for name in names:
            start = children()
            if name == "compile msgfmt":
                run("msgfmt", "-o", path.with_suffix(".mo"), path).check_returncode()
                result = {}
            else:
                said = run(sys.executable, __file__, str(path), "--worker", name, str(path)).stdout
                result = json.loads(said.splitlines()[-1])
            found[name].append({**result, "process": children() - start})
    return {
        name: {key: statistics.median(each[key] for each in results) for key in results[0]}
        for name, results in found.items()
    }


def children() -> float:
    """The processor time of all finished child processes, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def speed(real: list[Path], folder: Path, options: argparse.Namespace) -> None:
    big = folder / "big.po"
    multiplied(real, options.entries, big)
    names = ["load translator", "load polib", "load polib unwrapped", "load Babel"]
    found = measured(names, big, options.runs)
    polib, polib_save = found["load polib"], found["load polib unwrapped"]["save"]
    size = big.stat().st_size / 1e6
    print(f"## {options.entries} entries ({size:.0f} MB): load and read all fields, change one, save\n")
    print("| tool | load s | × polib | peak MB | save s | × polib | × polib unwrapped |\n|---|---|---|---|---|---|---|")
    for name in ("load translator", "load polib", "load Babel"):
        row = found[name]
        print(
            f"| {name[5:]} | {row['load']:.2f} | {row['load'] / polib['load']:.2f} | {row['peak']:.0f} "
            f"| {row['save']:.3f} | {row['save'] / polib['save']:.2f} | {row['save'] / polib_save:.2f} |"
        )
    print("\n## Compile CJK entries\n")
    print("| entries | tool | process s | × msgfmt | in-process s | × msgfmt's process |")
    print("|---|---|---|---|---|---|")
    for count in (10_000, 30_000):
        path = folder / f"{count}.po"
        multiplied(real, count, path, wants_cjk=True)
        found = measured(["compile translator", "compile msgfmt", "compile polib", "compile Babel"], path, options.runs)
        base = found["compile msgfmt"]["process"]
        for name, row in found.items():
            inner = row.get("in-process")
            extra = f"{inner:.3f} | {inner / base:.2f}" if inner else " | "
            print(f"| {count} | {name[8:]} | {row['process']:.3f} | {row['process'] / base:.2f} | {extra} |")


if __name__ == "__main__":
    main()
