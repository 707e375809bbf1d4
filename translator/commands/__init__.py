"""The command line: Click functions over the steps."""

from __future__ import annotations


def main() -> None:
    """Runs the tool."""
    raise SystemExit(70)
