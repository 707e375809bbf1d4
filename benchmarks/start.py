"""Measures what the start of the tool costs against importing Click: medians of processor time, whole processes in turns.

python benchmarks/start.py > benchmarks/results/start.md

The commands run in a project of one document with one sentence, without what earlier runs have kept: all they take is
loading modules and compiling patterns.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 15
TOOL = str(ROOT / "cli.py")
PROCESSES = {
    "import click": ["-c", "import click"],
    "import translator": ["-c", "import translator"],
    "translator --version": [TOOL, "--version"],
    "translator extract": [TOOL, "extract"],
    "translator status": [TOOL, "status"],
    "translator check": [TOOL, "check", "--fail-on", "never"],
    "translator export": [TOOL, "export", "--fallback", "source"],
}


def seconds(arguments: list[str], folder: Path) -> float:
    """Processor seconds of a process that must succeed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{arguments}: {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Prints the table."""
    found: dict[str, list[float]] = {name: [] for name in PROCESSES}
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        (project / "source_texts").mkdir()
        (project / "source_texts" / "a.txt").write_text("検査の結果は12.5 mgです。\n", encoding="utf-8")
        (project / "translator.toml").write_text('locales = ["en"]\n', encoding="utf-8")
        for each in ("extract", "update"):
            seconds([TOOL, each], project)
        for _ in range(RUNS):
            for name, arguments in PROCESSES.items():
                shutil.rmtree(project / ".translator_cache", ignore_errors=True)
                found[name].append(seconds(arguments, project))
    base = statistics.median(found["import click"])
    print("# Start\n\n`python benchmarks/start.py > benchmarks/results/start.md`\n")
    print("| process | × `import click` |\n|---|---|")
    for name, taken in found.items():
        print(f"| {name} | {statistics.median(taken) / base:.2f} |")


if __name__ == "__main__":
    main()
