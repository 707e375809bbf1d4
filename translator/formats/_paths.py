"""Chooses values of structured data by the path of their keys, and names their place in words.

A path is written as in RFC 6901: `/items/0/title`, with `~1` for a slash in a key and `~0` for a
tilde. In a pattern `*` stands for any characters of one step and `**` for any number of steps; a
pattern that starts with `/` begins at the root, another one fits anywhere (`title` is every
`title`). What fits a pattern is chosen with everything in it. `!pattern` leaves out.
"""

from __future__ import annotations

import re

from translator import locales
from translator.errors import TranslatorError, shorten

# A key that names a language declares it for the value: {"title": {"zh-Hans": …, "ja": …}}.
_TAG = re.compile(r"(?:zh|ja|en)(?:[-_](?:Hans|Hant|CN|SG|TW|HK|MO|JP|US|GB))*", re.IGNORECASE)


class Paths:
    """The choice that a list of patterns makes; without patterns every path is chosen."""

    def __init__(self, patterns: object) -> None:
        listed = [patterns] if isinstance(patterns, str) else list(patterns or ())  # type: ignore[call-overload]
        wrong = [each for each in listed if not isinstance(each, str) or not each.strip("!/")]
        if wrong:
            raise TranslatorError(f'`paths` holds “{wrong[0]}”; write patterns such as "/items/*/title"')
        self._chosen = [_compiled(each) for each in listed if not each.startswith("!")]
        self._left_out = [_compiled(each[1:]) for each in listed if each.startswith("!")]
        self.is_everything = not listed

    def choose(self, path: str) -> bool:
        """Whether the value at a path (`/items/0/title`, "" for the root) is chosen."""
        fits = not self._chosen or any(each.fullmatch(path) for each in self._chosen)
        return fits and not any(each.fullmatch(path) for each in self._left_out)


def _compiled(pattern: str) -> re.Pattern[str]:
    steps = pattern.strip("/").split("/")
    if not pattern.startswith("/"):
        steps.insert(0, "**")
    parts = ["(?:/[^/]*)*" if step == "**" else "/" + "[^/]*".join(map(re.escape, step.split("*"))) for step in steps]
    return re.compile("".join(parts) + "(?:/.*)?", re.DOTALL)


def step(key: str) -> str:
    """A key as a step of a path.

    >>> step("a/b")
    '/a~1b'
    """
    return "/" + key.replace("~", "~0").replace("/", "~1")


def place(key: str | None, parent: str) -> str:
    """The note of a value: `“title” in “items”`, or `item of “items”` where it has no key."""
    inside = shorten(parent, 40)
    if key is None:
        return f"item of “{inside}”" if inside else "item"
    return f"“{shorten(key, 40)}” in “{inside}”" if inside else f"“{shorten(key, 40)}”"


def declared(key: str) -> str:
    """The language that a key or a column's name declares, as a BCP 47 tag, or "".

    >>> declared("zh_Hans"), declared("title")
    ('zh-Hans', '')
    """
    return locales.normalize(key) if _TAG.fullmatch(key) else ""
