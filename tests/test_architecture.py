"""The import rules of docs/architecture.md, read from the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "translator"
FLOORS = (
    {
        "document",
        "columns",
        "keeping",
        "lazy",
        "frozen",
        "findings",
        "similarity",
        "errors",
        "collector",
        "cache",
        "patterns",
    },
    {"catalog", "inline", "locales", "registry", "segmentation", "runs", "notes", "memory", "batch"},
    {
        "formats",
        "interchange",
        "providers",
        "languages",
        "po",
        "mo",
        "encoding",
        "glossary",
        "report",
        "config",
        "config_keys",
        "config_page",
    },
    {
        "checks",
        "project",
        "reader",
        "settling",
        "writer",
        "candidates",
        "nearness",
        "differences",
        "origins",
        "merging",
        "laws",
        "store",
    },
    {"steps", "babel_extractors"},
    {"commands", "editor"},
)
HIGH = len(FLOORS)
THIRD_PARTY_HOMES = {
    "click": {"commands"},
    "polib": {"po"},
    "rapidfuzz": {"similarity"},
    "ruamel": {"formats"},
    "babel": {"locales"},
    "dask": {"batch"},
    "distributed": {"batch"},
    "httpx": {"providers"},
}
SIBLINGS_APART = {"formats", "checks", "providers"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def floor(parts: tuple[str, ...]) -> int:
    if len(parts) < 2 or parts[1] == "__main__":
        return HIGH if parts[1:] == ("__main__",) else -1
    for number, names in enumerate(FLOORS):
        if parts[1] in names:
            return number
    raise AssertionError(f"{'.'.join(parts)} stands on no floor")


def imports(path: Path) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield tuple(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = tuple((node.module or "").split("."))
            for alias in node.names:
                target = PACKAGE.parent.joinpath(*base, alias.name)
                is_module = target.with_suffix(".py").exists() or target.is_dir()
                yield (*base, alias.name) if is_module and base[0] == "translator" else base


@pytest.mark.parametrize("path", modules(), ids=lambda each: ".".join(dotted(each)))
def test_nothing_imports_upward(path: Path) -> None:
    here = dotted(path)
    for name in imports(path):
        if name[0] == "translator":
            assert floor(name) <= floor(here), f"{'.'.join(here)} imports {'.'.join(name)} above it"


@pytest.mark.parametrize("path", modules(), ids=lambda each: ".".join(dotted(each)))
def test_siblings_stay_apart(path: Path) -> None:
    here = dotted(path)
    if len(here) < 3 or here[1] not in SIBLINGS_APART:
        return
    for name in imports(path):
        if name[:2] == here[:2] and len(name) > 2:
            assert name[2] == here[2] or name[2].startswith("_"), f"{'.'.join(here)} imports {'.'.join(name)}"


@pytest.mark.parametrize("path", modules(), ids=lambda each: ".".join(dotted(each)))
def test_special_doors(path: Path) -> None:
    here = dotted(path)
    room = here[1] if len(here) > 1 else ""
    for name in imports(path):
        assert room in THIRD_PARTY_HOMES.get(name[0], {room}), f"{'.'.join(here)} names {name[0]}"
        if name[:2] == ("translator", "catalog"):
            assert room != "formats", f"{'.'.join(here)} imports catalog"
        if name[:2] == ("translator", "formats"):
            assert room != "checks", f"{'.'.join(here)} imports formats"


def test_the_floors_are_drawn_as_they_are() -> None:
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = [
        set(re.findall(r"([a-z_]+)(?:/|\.py)", line)) for line in page.splitlines() if re.match(r"floor \d   ", line)
    ]
    rooms = {dotted(path)[1] for path in modules() if len(dotted(path)) > 1} - {"__main__"}
    assert drawn == [floor & rooms for floor in reversed(FLOORS)]


def test_no_circles() -> None:
    graph = {dotted(path): {n for n in imports(path) if n[0] == "translator"} for path in modules()}
    done: set[tuple[str, ...]] = set()

    def visit(node: tuple[str, ...], trail: tuple[tuple[str, ...], ...]) -> None:
        assert node not in trail, " → ".join(".".join(each) for each in (*trail, node))
        if node in done:
            return
        for following in sorted(graph.get(node, ())):
            if following != node:
                visit(following, (*trail, node))
        done.add(node)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", modules(), ids=lambda each: ".".join(dotted(each)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400, f"{path}: over 400 lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno < 60, f"{path}:{node.lineno}: {node.name} is over 60 lines"


@pytest.mark.parametrize("path", modules(), ids=lambda each: ".".join(dotted(each)))
def test_every_public_function_says_what_it_does(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            is_told = ast.get_docstring(node) or any(ast.unparse(each) == "overload" for each in node.decorator_list)
            assert is_told, f"{path}:{node.lineno}: {node.name} has no docstring"


def test_no_group_is_repeated_possessively() -> None:
    """Before 3.11.5, `(?:…)*+` loses matches where the group can backtrack (CPython gh-106052); `(?>(?:…)*)` does not.

    What such a group remembers is let go at its end alone, so a long repetition is made of groups of a thousand.
    """
    found = [
        f"{path.relative_to(PACKAGE)}: {match.group()}"
        for path in modules()
        for match in re.finditer(r"(?<![\\(])\)(?:[*+?]|\{\{?[0-9,]+\}\}?)\+", path.read_text(encoding="utf-8"))
    ]
    assert not found
