"""Measures what the start of the tool costs against importing Click: medians of whole processes, in turns.

python benchmarks/start.py > benchmarks/results/start.md
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 15
COMMANDS = {
    "import click": ["-c", "import click"],
    "translator --version": ["cli.py", "--version"],
    "import translator": ["-c", "import translator"],
}


def main() -> None:
    """Prints the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
    found: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
            found[name].append(time.perf_counter() - start)
    base = statistics.median(found["import click"])
    print("# Start\n\n`python benchmarks/start.py > benchmarks/results/start.md`\n")
    print("| process | × `import click` |\n|---|---|")
    for name, seconds in found.items():
        print(f"| {name} | {statistics.median(seconds) / base:.2f} |")


if __name__ == "__main__":
    main()
