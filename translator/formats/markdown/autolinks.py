"""Bare URLs and mail addresses in running text (GFM §6.9)."""

from __future__ import annotations

import re

from translator.formats._characters import WIDE

_SCHEME = re.compile(r"(?<![A-Za-z])(?:https?|ftp)\Z", re.IGNORECASE)
# Ideographs and katakana are part of an address where one of its steps begins with them (/wiki/高血圧, #結果). Other words
# of a sentence that runs on right behind it stay text, though GitHub takes them, and 。 too, into the link.
_NARROW = r"[^\s<\u2e80-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_URL = re.compile(
    rf"{_NARROW}+(?:(?<=[/#=&_-])[\u3005-\u3007\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff]"
    rf"[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff]*{_NARROW}*)*"
)
_DOMAIN = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_URL_END = re.compile(r"(?:[?!.,:*_~'\"&]|&[A-Za-z0-9]+;)\Z")
_MAIL_BEFORE = re.compile(r"[A-Za-z0-9.+_-]+\Z")
MAIL = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")


def mail(text: str, at: int, *, floor: int) -> tuple[int, int] | None:
    """The span of the address whose `@` stands at an offset; it starts after `floor`."""
    before = _MAIL_BEFORE.search(text, max(floor, at - 254), at)
    after = MAIL.match(text, at + 1)
    if before is None or after is None or after[0][-1] in "-_":
        return None
    return before.start(), after.end()


def url(text: str, at: int, *, floor: int) -> tuple[int, int] | None:
    """The span of the URL whose `www.` or `://` stands at an offset; it starts after `floor`."""
    start = host = at
    if text[at] == ":":
        scheme = _SCHEME.search(text, max(at - 6, 0), at) if text.startswith("://", at) else None
        if scheme is None or floor > scheme.start():
            return None
        start, host = scheme.start(), at + 3
    elif at and not (text[at - 1] in " \t\n*_~(" or WIDE.match(text[at - 1])):
        return None
    match = _URL.match(text, start)
    domain = _DOMAIN.match(text, host)
    if match is None or domain is None or "_" in ".".join(domain[0].split(".")[-2:]):
        return None
    end = start + len(trimmed(match[0]))
    return (start, end) if end > host else None


def trimmed(url: str) -> str:
    """A bare URL without the punctuation that belongs to the sentence (GFM §6.9).

    >>> trimmed("https://a.b/c(d)).")
    'https://a.b/c(d)'
    """
    while True:
        match = _URL_END.search(url)
        if match:
            url = url[: match.start()]
        elif url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1]
        else:
            return url
