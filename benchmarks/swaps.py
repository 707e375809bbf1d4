"""How many exchanges of two numbers the checks tell, made anew from clean pairs.

    python benchmarks/swaps.py CORPORA [--half held|open]

Of every clean pair whose target has two numbers or more that the source has in figures too, every two of them are
exchanged, eight couples a pair at most. Prints shares by direction and by source. `quality/injected.*.jsonl` holds few such
rows; these are many, and no rule was fitted on those of the held half.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.checks import MEANT, Row, fires, parallel, table
from translator.checks import Context

_NUMBER = re.compile(r"(?<![A-Za-z0-9_.,])[0-9]+(?:[.,][0-9]+)*(?![A-Za-z0-9_])")
_MOST = 8


def swapped(row: Row) -> Iterator[Row]:
    """The pair with two numbers of its target exchanged, each couple in turn."""
    known = set(_NUMBER.findall(row.source))
    found = [each for each in dict.fromkeys(_NUMBER.findall(row.target)) if each in known]
    for one, two in itertools.islice(itertools.combinations(found, 2), _MOST):
        turned = {one: two, two: one}
        target = _NUMBER.sub(lambda match, turned=turned: turned.get(match[0], match[0]), row.target)
        yield replace(row, target=target, fault="swap_numbers", detail=f"{one}<->{two}")


def main() -> None:
    """Prints the shares that are told."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--half", choices=("held", "open"), default="held")
    options = parser.parse_args()
    context = Context()
    total, told = Counter[str](), Counter[str]()
    for row in parallel(options.corpora, options.half):
        for each in swapped(row) if row.has_number else ():
            is_told = bool(MEANT["swap_numbers"] & fires(each, context).keys())
            for name in ("all", f"{row.come}→{row.go}", row.origin):
                total[name] += 1
                told[name] += is_told
    print(f"\n## Two numbers exchanged, made anew ({options.half} half)\n")
    print(table(["pairs", "rows", "told"], [[name, total[name], f"{told[name] / total[name]:.3f}"] for name in total]))


if __name__ == "__main__":
    main()
