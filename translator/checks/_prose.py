"""Which stretches of a message are no prose: placeholders, format strings, markup, code, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from translator.languages.addresses import HOST, MAIL, URL, may_have_address

GAP = "\ufffc"
"""What `hide` writes over every character of a hidden stretch."""

FORMAT = (
    r"%\([^()\s]{1,60}\)[#0 +-]*[0-9]*(?:\.[0-9]+)?[a-zA-Z]"
    r"|%[0-9]{1,3}\$[#0 +-]*[0-9]*(?:\.[0-9]+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z@]"
    r"|%[#0+-]*[0-9]*(?:\.(?:[0-9]+|\*))?(?:hh|h|ll|l|z|j|t)?[diouxXeEfFgGaAcrspn@](?![A-Za-z])"
    r"|\$\{\{?[^{}\s][^{}\n]{0,120}\}\}?|\{\{?[^{}\s][^{}\n]{0,120}\}\}?|\{\}"
    r"|\$[A-Za-z_][A-Za-z0-9_]*"
)
MARKUP = r"</?[A-Za-z][^<>]{0,400}>|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
CODE = r":[A-Za-z][A-Za-z0-9:+_.-]{0,40}:`[^`]{1,400}`|``[^`].{0,400}?``|`(?!__?(?:[\s.,;:!?()/-]|[^\x00-\x7f]|$)|[^`<]*<[^`>]*>`_|[^`'\n]{0,80}(?<![(\[=,: `])'(?![A-Za-z]))[!-_a-~][ -_a-~]{0,400}`"
ADDRESS = rf"{URL}(?<![.,:;!?])|{HOST}(?<![.?])"
# Every alternative begins with a character of its own: the rest of a text is passed over at once.
_HIDDEN = re.compile(f"{CODE}|{ADDRESS}|{MARKUP}|{FORMAT}", re.ASCII)
_HIDDEN_BUT_ADDRESSES = re.compile(f"{CODE}|{MARKUP}|{FORMAT}", re.ASCII)
_MAIL = re.compile(MAIL, re.ASCII)
_DOI = re.compile(r"(?<![\w/.])(?:doi:\s?)?10\.[0-9]{4,9}/[A-Za-z0-9._;()/:-]+(?<![.;:])", re.ASCII)
_HINT = re.compile(r"[%{<&@$`:]|www\.")


_TEN = re.compile(r"10\.")


def hidden_in() -> tuple[re.Pattern[str], ...]:
    """The patterns of which a text has one where `hide` writes over any of it."""
    return _HINT, _TEN


@lru_cache(maxsize=32768)
def hide(text: str) -> str:
    """The text with everything that is no prose written over; every offset stays what it was.

    >>> hide("共 <b1>%d</b1> 個").replace(GAP, "_")
    '共 ___________ 個'
    >>> hide("See http://a.cn/b.").replace(GAP, "_")
    'See _____________.'
    """
    if "10." in text:
        text = _DOI.sub(_gap, text)
    if _HINT.search(text) is None:
        return text
    text = _pattern(text).sub(_gap, text)
    return _MAIL.sub(_gap, text) if "@" in text else text


def _pattern(text: str) -> re.Pattern[str]:
    return _HIDDEN if may_have_address(text) else _HIDDEN_BUT_ADDRESSES


def hide_known(text: str, known: str) -> str:
    """The same for only those stretches whose inner text another text has too.

    >>> hide_known("a %s and {b}", "{b}").replace(GAP, "_")
    'a %s and ___'
    """
    if "10." in text:
        text = _DOI.sub(_gap, text)
    if _HINT.search(text) is None:
        return text

    def hidden(match: re.Match[str]) -> str:
        """The stretch, written over where the other text has it too."""
        return _gap(match) if match[0].strip("`") in known else match[0]

    text = _pattern(text).sub(hidden, text)
    return _MAIL.sub(hidden, text) if "@" in text else text


_WIDE_DIGIT = re.compile("[０-９]")
# Behind wide digits, and in front of others, a wide comma parts thousands and a wide point tenths.
_WIDE_SEPARATOR = re.compile("(?<=[０-９])(?:，(?=[０-９]{3}(?![０-９]))|．(?=[０-９]))")
_WIDE_DIGITS = {0xFF10 + digit: 0x30 + digit for digit in range(10)}


def plain_digits(text: str) -> str:
    """The text with half-width digits; every offset stays what it was.

    >>> plain_digits("{０} 個")
    '{0} 個'
    >>> plain_digits("３３，０００．５、２，３")
    '33,000.5、2，3'
    """
    if _WIDE_DIGIT.search(text) is None:
        return text
    return _WIDE_SEPARATOR.sub(_narrow, text).translate(_WIDE_DIGITS)


def _narrow(match: re.Match[str]) -> str:
    return "," if match[0] == "，" else "."


def _gap(match: re.Match[str]) -> str:
    return GAP * (match.end() - match.start())


_CLOSERS = "\"'”’」』)）]］》>_`* \t\r\n\u3000"
"""What may stand behind the mark that ends a text."""


def bared(text: str, prose: str) -> str:
    """The prose of a text without the brackets, quotes and tags behind its last mark; a placeholder stays.

    >>> bared("“Done.”</b> ", "“Done.”\ufffc\ufffc\ufffc\ufffc ")
    '“Done.'
    """
    end = len(text)
    while end:
        shorter = len(text[:end].rstrip(_CLOSERS))
        tag = (
            _TAG_AT_END.search(text, max(0, shorter - 400), shorter + 1) if text[shorter : shorter + 1] == ">" else None
        )
        if tag:
            shorter = tag.start()
        if shorter == end:
            break
        end = shorter
    ellipsis = _ELLIPSIS.search(text, max(0, end - 10), end) if text[end - 1 : end] == ";" else None
    return prose[: ellipsis.start()] + "…" if ellipsis else prose[:end]


_TAG_AT_END = re.compile(r"</?[A-Za-z][^<>]*>$")
_ELLIPSIS = re.compile(r"&(?:#8230|hellip);$")
