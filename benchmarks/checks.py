"""How much the checks find, how often they are wrong, and how fast they are, beside their peers.

    python benchmarks/checks.py CORPORA [--half held|open] [--peers] [--speed] [--sample CHECK]

Reads `quality/injected.*.jsonl` (one fault in each pair) and `parallel/*.tsv` (clean pairs). Rows are
parted in two halves by a checksum of their id: rules were written and fitted on the open half alone;
the held half is what is reported. A Chinese text is judged by the script that it is written in.
`--peers` runs pofilter, dennis, msgcheck and msgfmt over the same pairs in the same run, `--speed`
times all default checks and pofilter over catalogs of 10,000 entries (`--entries`), `--only-speed` nothing but these. `--sample` prints alarms of
a check on clean pairs of the open half, to be read.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from translator import languages, po
from translator.catalog import Entry
from translator.checks import CatalogInput, CheckSettings, Context, Pair, all_checks
from translator.steps.check import check_catalog

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}
CHECKS = tuple(each for each in all_checks() if each.scope == "entry")
SEVERITY = {each.name: each.severity for each in all_checks()}
NUMBERS = frozenset({"number-mismatch", "unit-mismatch"})
TOKENS = frozenset(
    {
        "placeholder-mismatch", "markup-mismatch", "code-mismatch", "mention-mismatch", "url-mismatch",
        "identifier-mismatch", "placeholder-order",
    }
)  # fmt: skip
FOREIGN = frozenset({"copied-source", "wrong-language", "half-translated", "residue"})
MEANT = {
    "drop_number": NUMBERS | TOKENS | {"bracket-mismatch"},
    "alter_digit": NUMBERS | TOKENS | {"bracket-mismatch", "exchanged-code"},
    "decimal_shift": NUMBERS | TOKENS | {"exchanged-code"},
    "swap_numbers": NUMBERS | TOKENS | {"bracket-mismatch", "exchanged-number", "exchanged-code"},
    "swap_unit": NUMBERS | TOKENS,
    "drop_placeholder": TOKENS,
    "alter_placeholder": TOKENS | {"residue"},
    "drop_bracket": frozenset({"bracket-mismatch"}),
    "half_translated": FOREIGN,
    "untranslated": frozenset({"copied-source"}),
    "truncated": frozenset({"truncated", "length-mismatch"}),
    "residual_kana": FOREIGN,
    "wrong_script": FOREIGN,
    "wrong_pair": frozenset(each.name for each in CHECKS),
}
"""Fault class → the checks that are meant to find it.

Numbers inside placeholders, code, addresses and character references (`&#8220;`) are their checks' work.
"""
FLOORS = {
    "drop_number": 0.97, "alter_digit": 0.97, "decimal_shift": 0.97, "swap_numbers": 0.95, "swap_unit": 0.90,
    "drop_placeholder": 0.995, "alter_placeholder": 0.995, "drop_bracket": 0.98, "half_translated": 0.97,
    "untranslated": 0.97, "truncated": 0.97, "residual_kana": 0.97, "wrong_script": 0.97, "wrong_pair": 0.5,
}  # fmt: skip
PLACEHOLDER_NUMBER = re.compile(r"[{%$&#]|:[a-z]+:`")


@dataclass(frozen=True, slots=True)
class Row:
    """One pair to judge."""

    come: str
    go: str
    source: str
    target: str
    origin: str
    fault: str = ""
    detail: str = ""
    has_number: bool = False


def is_open(key: str) -> bool:
    """Whether a row belongs to the half that may be looked at."""
    return zlib.crc32(key.encode()) % 2 == 0


def injected(folder: Path, half: str) -> Iterator[tuple[Row, Row]]:
    """(the pair with the fault, the clean pair) of a half."""
    for path in sorted((folder / "quality").glob("injected.*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if is_open(row["id"]) == (half == "open"):
                come, go = row["dir"].split(">")
                fault = row["error"] if row["kind"] == "error" else f"benign {row['error']}"
                yield (
                    Row(come, go, row["src"], row["tgt_bad"], row["source"], fault, row["detail"]),
                    Row(come, go, row["src"], row["tgt_clean"], row["source"]),
                )


def parallel(folder: Path, half: str) -> Iterator[Row]:
    """Clean pairs of a half, in both directions."""
    for path in sorted((folder / "parallel").glob("*.tsv")):
        one, two = path.stem.split("-")
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            if is_open(cells[0]) == (half == "open"):
                has_number = "number" in cells[5]
                yield Row(one, two, cells[1], cells[2], cells[3], has_number=has_number)
                yield Row(two, one, cells[2], cells[1], cells[3], has_number=has_number)


def tag(language: str, text: str) -> str:
    """The tag that a text is judged by: a Chinese one by its script."""
    is_traditional = language == "zh" and languages.residue(text, "zh-Hans") and not languages.residue(text, "zh-Hant")
    return "zh-Hant" if is_traditional else TAGS[language]


def fires(row: Row, context: Context) -> dict[str, str]:
    """Check → first message, for the checks that find something."""
    target = TAGS[row.go] if row.fault else tag(row.go, row.target)
    pair = Pair(row.source, row.target, row.go, target, tag(row.come, row.source), Entry(row.source, (row.target,)))
    found = {}
    for each in CHECKS:
        fault = next(each.run(pair, context), None)
        if fault:
            found[each.name] = fault.message
    return found


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table in Markdown."""
    names = list(head)
    lines = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def recall(folder: Path, half: str) -> None:
    """Prints recall by fault class and direction, and alarms on benign changes."""
    context = Context()
    hit: Counter[tuple[str, str]] = Counter()
    any_hit: Counter[str] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    benign: dict[str, Counter[str]] = defaultdict(Counter)
    plain_hit: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for bad, good in injected(folder, half):
        found = fires(bad, context)
        if bad.fault.startswith("benign"):
            errors = {name for name in found if SEVERITY[name] == "error"}
            benign[bad.fault]["rows"] += 1
            benign[bad.fault]["numbers and units"] += bool(errors & NUMBERS)
            benign[bad.fault]["any error"] += bool(errors)
            clean = fires(replace(good, fault="clean"), context)
            benign[bad.fault]["new error"] += bool(errors - set(clean))
            continue
        place = (bad.fault, f"{bad.come}→{bad.go}")
        total[place] += 1
        is_hit = bool(MEANT[bad.fault] & found.keys())
        hit[place] += is_hit
        any_hit[bad.fault] += bool(found)
        if not PLACEHOLDER_NUMBER.search(bad.source) or "number" not in bad.fault:
            plain[bad.fault] += 1
            plain_hit[bad.fault] += is_hit
    directions = sorted({place[1] for place in total})
    rows = []
    for fault, wanted in FLOORS.items():
        count = sum(total[fault, each] for each in directions)
        reached = sum(hit[fault, each] for each in directions) / count
        by_direction = [
            f"{hit[fault, each] / total[fault, each]:.3f}" if total[fault, each] else "" for each in directions
        ]
        in_prose = f"{plain_hit[fault] / plain[fault]:.3f}" if plain[fault] else ""
        rows.append(
            [
                fault,
                count,
                wanted,
                f"**{reached:.3f}**",
                in_prose,
                f"{any_hit[fault] / count:.3f}",
                *by_direction,
            ]
        )
    print(f"\n## Recall ({half} half)\n")
    head = ["fault", "rows", "wanted", "by the checks meant", "… sources without format strings", "by any"]
    print(table([*head, *directions], rows))
    print("\n## Benign changes: share of rows with an error\n")
    head = ["change", "rows", "numbers and units", "any error", "an error that the unchanged pair has not"]
    print(
        table(
            head,
            [
                [
                    name,
                    c["rows"],
                    *(f"{c[key] / c['rows']:.2%}" for key in ("numbers and units", "any error", "new error")),
                ]
                for name, c in benign.items()
            ],
        )
    )


def alarms(folder: Path, half: str, sample: str) -> None:
    """Prints the share of clean pairs that each check fires on."""
    context = Context()
    count: Counter[str] = Counter()
    fired: Counter[str] = Counter()
    by_direction: Counter[tuple[str, str]] = Counter()
    origins: dict[str, Counter[str]] = defaultdict(Counter)
    shown: list[tuple[Row, str]] = []
    for row in parallel(folder, half):
        place = f"{row.come}→{row.go}"
        count["all"] += 1
        count[place] += 1
        count["number"] += row.has_number
        found = fires(row, context)
        for name in found:
            fired[name] += 1
            by_direction[name, place] += 1
            origins[name][row.origin] += 1
            if name == sample:
                shown.append((row, found[name]))
        severities = {SEVERITY[name] for name in found}
        fired["error"] += "error" in severities
        fired["error or warning"] += bool(severities & {"error", "warning"})
        fired["any"] += bool(found)
        fired["numbers"] += bool(NUMBERS & found.keys())
        fired["numbers of number pairs"] += row.has_number and bool(NUMBERS & found.keys())
    directions = sorted(each for each in count if "→" in each)
    print(f"\n## False alarms on {count['all']} clean pairs ({half} half)\n")
    rows = [
        [
            name,
            SEVERITY[name],
            f"{fired[name] / count['all']:.2%}",
            *(f"{by_direction[name, each] / count[each]:.2%}" for each in directions),
            ", ".join(f"{origin} {number}" for origin, number in origins[name].most_common(3)),
        ]
        for name in sorted(SEVERITY, key=lambda each: -fired[each])
        if fired[name]
    ]
    print(table(["check", "severity", "share", *directions, "most from"], rows))
    told = {
        "number and unit checks, of number-bearing pairs": fired["numbers of number pairs"] / max(1, count["number"]),
        "any error": fired["error"] / count["all"],
        "any error or warning": fired["error or warning"] / count["all"],
        "anything": fired["any"] / count["all"],
    }
    print("\n" + "\n".join(f"- {name}: {share:.2%}" for name, share in told.items()))
    random.seed(7)
    for row, message in random.sample(shown, min(40, len(shown))):
        print(f"- {row.origin} | {row.source[:160]} | {row.target[:160]} | {message}")


def quoted(text: str) -> str:
    """A PO string."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{plain}"'


def catalog(rows: Iterable[Row], locale: str, source: str = "") -> str:
    """A catalog with an entry for each row, its number as context."""
    posix = {"zh": "zh_CN"}.get(locale, locale)
    head = (
        f'"Language: {posix}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Project-Id-Version: x\\n"\n"Last-Translator: x\\n"\n'
        f'"Language-Team: x\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n"MIME-Version: 1.0\\n"\n'
    )
    head += f'"X-Source-Language: {source}\\n"\n' if source else ""
    entries = [
        f"{_flag(row.source)}msgctxt {quoted(str(number))}\nmsgid {quoted(row.source)}\nmsgstr {quoted(row.target)}\n"
        for number, row in enumerate(rows)
    ]
    return f'msgid ""\nmsgstr ""\n{head}\n' + "\n".join(entries)


def _flag(source: str) -> str:
    if "%(" in source:
        return "#, python-format\n"
    return "#, python-brace-format\n" if re.search(r"\{[0-9a-z_]*\}", source) else ""


def peers(folder: Path, half: str) -> None:
    """Prints what other linters find in the same pairs: recall by class, and alarms on the clean ones."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for bad, clean in injected(folder, half):
        if not bad.fault.startswith("benign"):
            groups[bad.fault, bad.go].append(bad)
            groups["clean", bad.go].append(clean)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    count: Counter[str] = Counter()
    names = [name for name in PEERS if shutil.which(PEERS[name])]
    with tempfile.TemporaryDirectory() as place:
        for (fault, go), rows in groups.items():
            path = Path(place) / "a.po"
            path.write_text(catalog(rows, go), encoding="utf-8")
            count[fault] += len(rows)
            for name in names:
                found[name][fault] += len(flagged(name, path, len(rows)))
    print(f"\n## Peers: share of pairs in which they report anything ({half} half)\n")
    faults = [*FLOORS, "clean"]
    print(table(["fault", *names], [[f, *(f"{found[n][f] / count[f]:.3f}" for n in names)] for f in faults]))


PEERS = {"pofilter": "pofilter", "dennis": "dennis-cmd", "msgcheck": "msgcheck", "msgfmt -c": "msgfmt"}


def flagged(name: str, path: Path, count: int) -> set[int]:
    """The numbers of the entries that a linter reports."""
    if name == "pofilter":
        out = path.with_suffix(".out.po")
        language = "--language=" + _language(path)
        subprocess.run(["pofilter", language, str(path), str(out)], capture_output=True, check=False)
        if not out.exists():
            return set()
        text = out.read_text(encoding="utf-8")
        out.unlink()
        return {int(each) for each in re.findall(r'^msgctxt "([0-9]+)"', text, re.MULTILINE)}
    command = {
        "dennis": ["dennis-cmd", "lint", "--reporter=line", str(path)],
        "msgcheck": ["msgcheck", "-o", "oneline", str(path)],
        "msgfmt -c": ["msgfmt", "-c", "-o", "/dev/null", str(path)],
    }[name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [int(each) for each in re.findall(rf"{re.escape(str(path))}: ?([0-9]+)", done.stdout + done.stderr)]
    starts = [n for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if line.startswith("msgctxt")]
    return {max(0, sum(start <= line for start in starts[:count]) - 1) for line in set(lines)}


def _language(path: Path) -> str:
    match = re.search(r"Language: ([A-Za-z_]+)", path.read_text(encoding="utf-8"))
    return match[1] if match else "en"


def speed(folder: Path, half: str, entries: int) -> None:
    """Times all default checks and pofilter over catalogs of as many entries, in turns, four times each."""
    out = []
    for come, go in (("en", "zh"), ("ja", "zh")):
        rows = [row for row in parallel(folder, half) if (row.come, row.go) == (come, go) and row.origin != "tatoeba"]
        random.seed(1)
        random.shuffle(rows)
        ours, theirs, alone = _timed(rows[:entries], come, go)
        faster = f"{(theirs - alone) / ours:.1f}×"
        out.append([f"{come}→{go}", len(rows[:entries]), f"{ours:.2f}", f"{theirs:.2f}", f"{alone:.2f}", faster])
    print("\n## Speed (one process, CPU seconds, best of four)\n")
    print(table(["direction", "entries", "ours, all default checks", "pofilter", "of it starting", "ratio"], out))


def _timed(rows: list[Row], come: str, go: str) -> tuple[float, float, float]:
    """CPU seconds of all default checks, of pofilter, and of pofilter when it only starts: the least of each."""
    posix = {"zh": "zh_CN"}
    ours, theirs, alone = [], [], []
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "a.po"
        path.write_text(catalog(rows, go, posix.get(come, come)), encoding="utf-8")
        for _ in range(4):
            begin = time.process_time()
            file = po.read(path.read_bytes(), str(path))
            given = CatalogInput(str(path), go, file.catalog, locate=file.locate)
            check_catalog(given, CheckSettings())
            ours.append(time.process_time() - begin)
            language = f"--language={posix.get(go, go)}"
            theirs.append(_child_time(["pofilter", language, str(path), str(Path(place) / "b.po")]))
            alone.append(_child_time(["pofilter", "--version"]))
    return min(ours), min(theirs), min(alone)


def _child_time(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Runs what is asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--half", choices=("held", "open"), default="held")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--sample", default="")
    parser.add_argument("--only-speed", action="store_true")
    parser.add_argument("--entries", type=int, default=10000)
    options = parser.parse_args()
    if options.only_speed:
        speed(options.corpora, options.half, options.entries)
        return
    recall(options.corpora, options.half)
    alarms(options.corpora, options.half, options.sample if options.half == "open" else "")
    if options.peers:
        peers(options.corpora, options.half)
    if options.speed:
        speed(options.corpora, options.half, options.entries)


if __name__ == "__main__":
    main()
