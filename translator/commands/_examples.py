"""The examples below the help of every command; a test runs them in a copy of the sample."""

from __future__ import annotations

EXAMPLES = {
    "init": ("translator init clinic", "translator init clinic --locale zh-Hant --locale ja", "translator init --git"),
    "extract": ("translator extract", "translator extract source_texts/about.md"),
    "update": (
        "translator update",
        "translator update -l ja --dry-run",
        "translator update --accept variants,punctuation",
        "translator update --template a.pot --catalog ja.po",
    ),
    "status": (
        "translator status",
        "translator status --stale",
        "translator status --filled -l ja",
        "translator status --format json",
    ),
    "check": (
        "translator check",
        "translator check -l ja --fix --dry-run",
        "translator check ja.po --fail-on warning",
        "translator check --format sarif --min-coverage 95",
    ),
    "explain": ("translator explain", "translator explain number-mismatch", "translator explain settings"),
    "compile": ("translator compile", "translator compile ja.po --out ja.mo"),
    "export": (
        "translator export",
        "translator export -l en --fallback source --out site",
        "translator export --fallback variant --prune",
        "translator export source_texts/about.md --unmarked",
    ),
    "build": ("translator build", "translator build -q --project clinic"),
    "verify": ("translator verify source_texts", "translator verify source_texts/about.md"),
    "diff": ("translator diff old.po ja.po", "translator diff HEAD:locales/ja/a.po locales/ja/a.po --format json"),
    "merge-driver": ("translator merge-driver base.po ours.po theirs.po",),
    "segments": ("translator segments source_texts/about.md", "translator segments --lang ja --explain notes.txt"),
}


def below_help(name: str) -> str:
    """The examples of a command as Click's epilog takes them, one a line."""
    lines = EXAMPLES.get(name, ())
    return "\n".join(("\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {each}" for each in lines)))
