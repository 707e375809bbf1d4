"""Which stretches of a text are no prose: placeholders, tags, addresses, entities and codes.

Numbers inside them are not read as numbers: they are compared verbatim, by other checks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from translator.languages.addresses import HOST, MAIL, URL, may_have_address
from translator.languages.sought import Sought

GAP = "\ufffc"
"""What `mask` writes over every character of a hidden stretch."""

_TAG = r"</?[A-Za-z][^<>]{0,400}>|<!--.{0,400}?-->"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
# `{0}`, `{count}`, `{0:>5}`, `{{x}}`; not a set of numbers such as `{1, 2}`.
_BRACES = r"(?:\$\{|\{)\{?\s*(?:[0-9]{1,3}|[A-Za-z_$][^{}\n]{0,120}?)?(?:[!:][^{}\n]{0,40})?\s*\}\}?"
_PERCENT = (
    r"%\([A-Za-z_][A-Za-z0-9_ .]{0,60}\)[#0 +-]*[0-9]*(?:\.[0-9]+)?[a-zA-Z]"
    r"|%(?:[0-9]{1,3}\$)?[#0+-]*(?:[0-9]*|\*(?:[0-9]{1,3}\$)?)(?:\.(?:[0-9]*|\*(?:[0-9]{1,3}\$)?))?<PRI[A-Za-z0-9]{1,8}>"
    r"|%[0-9]{1,3}\$[#0 +'-]*(?:[0-9]*|\*(?:[0-9]{1,3}\$)?)(?:\.(?:[0-9]+|\*(?:[0-9]{1,3}\$)?))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z@]"
    r"|(?<![0-9A-Za-z%])%[1-9][0-9]?(?![0-9A-Za-z$%]|[.,][0-9])"
    # A width tells a conversion by itself: %0.3fs is some seconds.
    r"|(?<![0-9])%(?:0[0-9]*(?:\.[0-9]+)?|[0-9]*\.[0-9]+)[dfegx]"
    r"|(?<![0-9])%[#0+'-]*[0-9]*(?:\.(?:[0-9]+|\*))?(?:hh|h|ll|l|z|j|t)?[diouxXeEfFgGaAcrspn@](?![a-z])"
    r"|%%|%[0-9A-F]{2}(?=%[0-9A-F]{2})|(?<=%[0-9A-F]{2})%[0-9A-F]{2}"
)
_VARIABLE = r"\$[A-Za-z_][A-Za-z0-9_]*"
_HEX = (
    r"(?<![A-Za-z0-9])0[xX](?:[0-9A-Fa-f]+|(?=\.\.|[%{]))|(?<![A-Za-z0-9])0[oObB][0-7]+|[Uu]\+[0-9A-Fa-f]{4,6}"
    r"|\\[xuUN](?:[0-9A-Fa-f]{2,8}|\{[^}]{1,60}\})|(?<![A-Za-z0-9&])#[0-9A-Fa-f]{8}(?![0-9A-Za-z])"
    r"|(?<![A-Za-z0-9&])#(?=[0-9]*[A-Fa-f])[0-9A-Fa-f]{3,6}(?![0-9A-Za-z])"
)
_KINDS = (URL, HOST, _TAG, _ENTITY, _BRACES, _PERCENT, _VARIABLE, _HEX)
_HIDDEN = Sought("|".join(_KINDS), re.ASCII)
_HIDDEN_BUT_ADDRESSES = Sought("|".join(_KINDS[2:]), re.ASCII)
# Mail begins anywhere.
_HIDDEN_WITH_MAIL = re.compile("|".join((*_KINDS[:2], MAIL, *_KINDS[2:])), re.ASCII)
_HINT = Sought(r"[%{<&@$#\\+]|0[xXoObB]|:|www\.")
_EXPONENT_TAG = re.compile(r"10(<sup[0-9]*>)([-+−]?[0-9]{1,3})(</sup[0-9]*>)")

CODE = Sought(
    r"(?<![A-Za-z0-9_])"
    r"(?=[A-Za-z0-9_.-]*[A-Za-z])(?=[A-Za-z_.-]*[0-9]|[A-Za-z]*[a-z]?[A-Z]{2}|[a-z]+[A-Z])"
    r"[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*",
    re.ASCII,
)

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# The wide comma and semicolon part clauses: they are folded only between wide digits.
del _WIDE[0xFF0C], _WIDE[0xFF1B]
_WIDE |= {0x3000: 0x20, 0xA0: 0x20, 0x202F: 0x20, 0x2009: 0x20, 0x2212: 0x2D, 0xFE63: 0x2D}
_WIDE_ANY = re.compile("[" + "".join(map(chr, _WIDE)).replace("-", r"\-").replace("]", r"\]") + "]")
_WIDE_COMMA = Sought("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


def fold(text: str) -> str:
    """The text with full-width ASCII made half-width; every offset stays what it was.

    >>> fold("１２．２％")
    '12.2%'
    """
    if text.isascii() or _WIDE_ANY.search(text) is None:
        return text
    return _WIDE_COMMA.sub(",", text).translate(_WIDE)


def mask(text: str) -> str:
    """The text with what is no prose written over; every offset stays what it was.

    >>> mask("{0} is 5 of %d").replace(GAP, "_")
    '___ is 5 of __'
    >>> mask("访问http://a.cn/b查看12个").replace(GAP, "_")
    '访问_____________查看12个'
    """
    if not _HINT.search(text):
        return text
    if "10<sup" in text:
        text = _EXPONENT_TAG.sub(_as_power, text)
    if "@" in text:
        return _HIDDEN_WITH_MAIL.sub(_gap, text)
    return (_HIDDEN if may_have_address(text) else _HIDDEN_BUT_ADDRESSES).sub(_gap, text)


@lru_cache(maxsize=256)
def prose(text: str) -> str:
    """The folded text with what is no prose written over; every offset stays what it was.

    >>> prose("５ of {0}").replace(GAP, "_")
    '5 of ___'
    """
    return mask(fold(text))


def prose_differs() -> tuple[re.Pattern[str] | Sought, ...]:
    """The patterns of which a text has one where its `prose` is another text."""
    return _WIDE_ANY, _HINT


def _gap(match: re.Match[str]) -> str:
    return GAP * (match.end() - match.start())


def _as_power(match: re.Match[str]) -> str:
    """`10<sup1>6</sup1>` as `10^    6      `, of the same length."""
    return f"10{'^':<{len(match[1])}}{match[2]}{' ' * len(match[3])}"


@lru_cache(maxsize=64)
def codes(text: str) -> tuple[tuple[str, int, int], ...]:
    """Codes and acronyms with their spans, in order: `dsDNA`, `SLEDAI`, `utf8`, `ISO-8859-1`.

    >>> [each[0] for each in codes("抗dsDNA 抗体、ISO-8859-1 and a word")]
    ['dsDNA', 'ISO-8859-1']
    """
    found = CODE.finditer(prose(text))
    return tuple((match.group().rstrip("."), match.start(), match.end()) for match in found)


_TIME = re.compile(r"%[-_0^#EO]?([A-Za-z])")
_WORDS_OF_TIME = 20
"""With more letters around it a pattern is told of, or filled in a sentence."""
_OF_TIME = frozenset("aAbBcdDeFHIjklmMpPrRSTuxXyYzZ")
_OF_TIME_ALONE = frozenset("bBDFHIjklmMRTyY")


def is_time(text: str) -> bool:
    """Whether a text is a pattern of a date or time: its parts and their order are each language's own.

    >>> is_time("%a, %d %B %Y"), is_time("%Y年%m月%d日"), is_time("%d of %s")
    (True, True, False)
    """
    if text.count("%") < 2:
        return False
    letters = [match[1] for match in _TIME.finditer(text)]
    if sum(map(str.isalpha, _TIME.sub("", text))) > _WORDS_OF_TIME:
        return False
    return len(letters) > 1 and _OF_TIME.issuperset(letters) and not _OF_TIME_ALONE.isdisjoint(letters)


_GLUED = re.compile(r"([A-Za-z]{2,})([0-9]+(?:\.[0-9]+)?)", re.ASCII)


def is_said_apart(code: str, text: str) -> bool:
    """Whether a text has the letters of a code and its number with a blank or a word between them.

    What is written without a blank (`WBC2.47`) may be a name and a value.

    >>> is_said_apart("WBC2.47", "WBC为2.47"), is_said_apart("HGB74", "HGB 74.5"), is_said_apart("C3", "C 3")
    (True, False, False)
    """
    match = _GLUED.fullmatch(code)
    if match is None:
        return False
    apart = rf"(?<![A-Za-z]){match[1]}[^A-Za-z0-9]{{1,4}}(?:(?:of|at|is|was) )?{re.escape(match[2])}(?![0-9]|\.[0-9])"
    return re.search(apart, text, re.IGNORECASE) is not None


_ROMAN = re.compile("(I{1,3}|IV|VI{0,3}|IX|XI{0,2})([a-c]?)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_HAN_DIGITS = "〇一二三四五六七八九十"


def is_said_in_figures(code: str, text: str) -> bool:
    """Whether a text has a Roman number, with a letter or without, in one sign or in figures: III as Ⅲ or 3, IIb as 2b.

    >>> [is_said_in_figures("III", each) for each in ("Ⅲ期试验", "phase 3", "三期", "phase 13")]
    [True, True, True, False]
    >>> is_said_in_figures("IIb", "phase 2b"), is_said_in_figures("IIb", "phase 2"), is_said_in_figures("VPN", "5")
    (True, False, False)
    """
    match = _ROMAN.fullmatch(code)
    if match is None:
        return False
    value = _ROMANS.index(match[1]) + 1
    forms = [chr(0x215F + value), rf"(?<![0-9.]){value}", *_HAN_DIGITS[value : value + 1]]
    said = rf"(?:{'|'.join(forms)}){match[2]}(?![0-9a-z])"
    return re.search(said, text, re.IGNORECASE) is not None
