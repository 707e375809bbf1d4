"""What a translation must keep as it is: placeholders, format strings, tags, roles, code, addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from translator import inline
from translator.checks._language import IDEOGRAPHIC
from translator.checks._lost import differing, strange
from translator.checks._mentions import changed
from translator.checks._subject import Pair
from translator.checks._tokens import (
    THOUSANDS,
    Token,
    addresses,
    blanks,
    formats,
    is_plain,
    literals,
    lookalikes,
    roles,
    tags,
)
from translator.checks._value import Context, Fault, check, only_span
from translator.errors import meant, shorten
from translator.languages.sought import Sought
from translator.languages.verbatim import is_time
from translator.similarity import slip

_ENTITY = re.compile(r"&#[0-9A-Za-z,０-９]*;?|&[A-Za-z]{2,8};")
_GROUPED = re.compile("&#[0-9]{1,3},[0-9]{3};")
_GROUPED_ADDRESS = re.compile(
    r"(?:https?|ftp)://[A-Za-z0-9%._~:/?#@!$&*+;=,-]*[0-9],[0-9]{3}[A-Za-z0-9%_~:/?#@$&*+=-]*"
)
# Latin-1, the quotes, dashes and signs that people type, arrows, ideographs and kana.
_USUAL = re.compile(
    "[\u0009\u0020-\u024f\u2009\u2010-\u2014\u2018-\u201e\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2122"
    "\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u25a0-\u27bf\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e\U0001f300-\U0001faff]"
)
_WIDE_BLANK = re.compile("[〈《［\\[「『][^〉》］\\]」』]+[〉》］\\]」』]|&lt;")
_MARKS = "`*\"'“”‘’「」"
_NUMBERS = ("%d", "%i", "%u", "%ld", "%lu", "%zu", "%lld", "%llu", "{n}", "{num}", "{number}", "{count}", "{0}", "{}")


@check("placeholder-mismatch", severity="error", family="coverage", needs="%{$<％｛＄＜")
def placeholder_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A placeholder of the source is missing in the translation, or one was added, broken or unpaired.

    Placeholders stand for markup or for a value: without them the copy loses a link, an emphasis, an
    image or a number, or the program that fills them fails. Each must come as often as in the source
    (`<b1>`, `<br1/>`, `%s`, `%(name)s`, `%1$s`, `{0}`, `{name}`, `$x`); pairs must nest. The order is
    free but for `%s` and its like, which take their values in order. One in full-width look-alikes is
    corrected by `--fix`. A pair that holds words in the source holds some in the translation.

    Bad: `<b1>結果</b1>は良好` → `<b1>Results</b> are good`, `共 %d 例` → `％d cases`
    Good: `<b1>結果</b1>は良好` → `Good <b1>results</b1>`, `%(n)s 的 %(m)s` → `%(m)s of %(n)s`
    """
    if pair.is_empty:
        return
    yield from _differing(pair, _numbered)
    yield from _emptied(pair)
    if pair.source.count("<") and crossing(pair.source) is None:
        span = crossing(pair.target)
        if span:
            yield Fault(f"{pair.target[slice(*span)]} closes nothing that is open here; pairs must nest", span)
    if not {"no-c-format", "no-python-format", "no-php-format"} & set(pair.entry.flags):
        yield from _format_faults(pair)


def _emptied(pair: Pair) -> Iterator[Fault]:
    """Pairs that hold nothing in the target, and words in the source."""
    if "></" in pair.target or "> </" in pair.target:
        for match in _EMPTY.finditer(pair.target):
            inside = re.search(rf"<{match[1]}>(.*?)</{match[1]}>", pair.source, re.DOTALL)
            if inside is not None and inside[1].strip():
                told = f"<{match[1]}> holds nothing, in the source it holds “{shorten(inside[1].strip(), 30)}”"
                yield Fault(told, match.span())


_EMPTY = re.compile(r"<([a-z]+[1-9][0-9]*)>[\s\u3000]*</\1>")


def _numbered(text: str) -> Iterator[Token]:
    if "<" in text:
        yield from ((match[0], match.start(), match.end()) for match in inline.PLACEHOLDER.finditer(text))


def crossing(message: str) -> tuple[int, int] | None:
    """The first placeholder that closes what is not the innermost open one, or None."""
    opened: list[str] = []
    for match in inline.PLACEHOLDER.finditer(message):
        slash, kind, number, alone = match.groups()
        if alone:
            continue
        if not slash:
            opened.append(kind + number)
        elif not opened or opened.pop() != kind + number:
            return match.span()
    return None


def _format_faults(pair: Pair) -> Iterator[Fault]:
    may_miss = _NUMBERS if pair.entry.plural is not None and pair.form == 0 else ()
    faults = list(_differing(pair, formats, may_miss))
    yield from faults
    if faults or "%" not in pair.source or (is_time(pair.source) and is_time(pair.target)):
        return
    ours = [each[0] for each in formats(pair.source) if is_plain(each[0])]
    theirs = [each for each in formats(pair.target) if is_plain(each[0])]
    for wanted, (found, start, end) in zip(ours, theirs, strict=False):
        if wanted != found:
            yield Fault(
                f"{found} stands where the values come as {wanted}; number them (%1$s) or keep the order", (start, end)
            )
            return


def _differing(pair: Pair, read: Callable[[str], Iterator[Token]], may_miss: tuple[str, ...] = ()) -> Iterator[Fault]:
    """A fault for each token that is missing, written in look-alikes, or surplus."""
    missing, surplus = changed(pair, read)
    if missing and surplus and read is tags and _is_emphasized_otherwise(missing, surplus):
        return
    told = set()
    for each, start, end, fix in lookalikes(read, pair.target) if strange(pair) else ():
        if each[0] == "{" and each not in pair.source:
            # ｛a｝ is a text in brackets.
            continue
        told.add(each)
        yield Fault(f"“{pair.target[start:end]}” is not {each}: it is written in look-alikes", (start, end), fix)
    lost, surplus = [each for each in missing if each not in may_miss and each not in told], list(surplus)
    for old, (new, *place) in _replaced(lost, surplus):
        lost.remove(old)
        surplus.remove((new, place[0], place[1]))
        message = f"{shorten(old, 50)} became {shorten(new, 50)}"
        yield Fault(message, (place[0], place[1]), source_span=only_span(old, pair.source))
    for each in lost:
        yield Fault(f"{shorten(each, 50)} is missing in the translation", source_span=only_span(each, pair.source))
    for each, start, end in surplus:
        often = sum(token[0] == each for token in read(pair.source))
        than = (
            f" as often ({often} there, {sum(token[0] == each for token in read(pair.target))} here)" if often else ""
        )
        yield Fault(f"{shorten(each, 50)} is not in the source{than}", (start, end))


def _replaced(missing: list[str], surplus: list[Token]) -> list[tuple[str, Token]]:
    """What became of tokens that are missing: the only one that is new, or one of nearly the same name."""
    if len(missing) == len(surplus) == 1:
        return [(missing[0], surplus[0])]
    found: list[tuple[str, Token]] = []
    left = list(surplus)
    for each in missing if surplus else ():
        near = meant(each, (token[0] for token in left))
        if near:
            found.append((each, next(token for token in left if token[0] == near[0])))
            left.remove(found[-1][1])
    return found


_EMPHASIS = frozenset(f"<{slash}{name}>" for slash in ("", "/") for name in ("i", "em", "b", "strong"))


def _is_emphasized_otherwise(missing: list[str], surplus: list[Token]) -> bool:
    """Whether only italics and bold changed: Chinese and Japanese have no italics."""
    found = [each[0] for each in surplus]
    opened, closed = (sum("/" in each for each in side) for side in (missing, found))
    return opened == closed and len(missing) == len(found) and _EMPHASIS.issuperset((*missing, *found))


def _has_markup(pair: Pair, context: Context) -> bool:
    """Whether a text has a tag or a role, or the target a character reference or look-alikes."""
    if "<" in pair.source or "<" in pair.target or "&" in pair.target:
        return True
    return ":`" in pair.source or ":`" in pair.target or strange(pair)


def _has_code(pair: Pair, context: Context) -> bool:
    """Whether a text has code between doubled backticks, or look-alikes of them."""
    if "`" not in pair.source and "`" not in pair.target:
        return False
    return "``" in pair.source or "``" in pair.target or strange(pair)


def _has_address(pair: Pair, context: Context) -> bool:
    """Whether a text has a sign of an address, or the target the name of a host."""
    source, target = pair.source, pair.target_digits
    if "@" in source or "@" in target or "://" in source or "://" in target or "](" in source or "](" in target:
        return True
    if "www." in source or "www." in target or "10." in source or "10." in target:
        return True
    return "." in pair.target and _HOST.search(pair.target_prose) is not None


@check("markup-mismatch", severity="error", needs=_has_markup)
def markup_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """Markup of the source is missing in the translation, or some was added.

    HTML tags by name (their attributes may differ), reStructuredText roles by label, and character
    references that are broken or stand for a character that the source does not have. Bold may stand for italics,
    which Chinese and Japanese have not. For catalogs of
    other extractors, which leave markup in the message.

    Bad: `请参阅 :ref:`安装 <install>`` → `See :ref:`installing``, `<b>结果</b>` → `<b>Results`
    Good: `请参阅 :ref:`安装 <install>`` → `See :ref:`install``
    """
    if pair.is_empty:
        return
    yield from _differing(pair, tags)
    yield from _differing(pair, roles)
    if "<" in pair.source:
        yield from _lost_blanks(pair)
    if "&" in pair.target:
        yield from _entities(pair)


def _lost_blanks(pair: Pair) -> Iterator[Fault]:
    """Words in angle brackets of which the target has neither the same nor one of its own."""
    missing, surplus = differing(pair, blanks)
    if not missing:
        return
    for each, start, end, fix in lookalikes(blanks, pair.target) if strange(pair) else ():
        if each in missing:
            yield Fault(f"“{pair.target[start:end]}” is not {each}: it is written in look-alikes", (start, end), fix)
            return
    if pair.target.count("<") < pair.source.count("<") and not _WIDE_BLANK.search(pair.target):
        span = surplus[0][1:] if surplus else None
        told = f"{shorten(missing[0], 50)} is missing in the translation"
        yield Fault(told, span, source_span=only_span(missing[0], pair.source))


def _entities(pair: Pair) -> Iterator[Fault]:
    """Character references that are broken, or name a character that no text needs."""
    known = html.unescape(pair.source)
    for match in _ENTITY.finditer(pair.target_digits):
        if match[0] in pair.source or _GROUPED.fullmatch(match[0]):
            continue
        char = html.unescape(match[0])
        if char == match[0] or not match[0].endswith(";"):
            if match[0][1] == "#":
                yield Fault(f"{match[0]} is a broken character reference", match.span())
        elif match[0][1] == "#" and char not in known and not _USUAL.fullmatch(char):
            yield Fault(f"{match[0]} stands for U+{ord(char[0]):04X}, which the source does not have", match.span())


@check("code-mismatch", severity="error", needs=_has_code)
def code_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """Code between doubled backticks is missing in the translation, or was changed.

    Bad: ```None`` を返す`` → ``returns ``none````
    Good: ```None`` を返す`` → ``returns ``None````
    """
    if pair.is_empty or not _has_code(pair, context):
        return
    told = set()
    for each, start, end, fix in lookalikes(literals, pair.target) if strange(pair) else ():
        told.add(each)
        yield Fault(f"“{pair.target[start:end]}” is not {each}: it is written in look-alikes", (start, end), fix)
    missing, surplus = changed(pair, literals)
    translated = sum(IDEOGRAPHIC.search(each[0]) is not None for each in surplus)
    for each in missing:
        if translated and (IDEOGRAPHIC.search(each) or " " in each):
            translated -= 1
        elif each in told or (surplus and IDEOGRAPHIC.search(each)):
            continue
        elif not _is_marked_otherwise(pair.target, each.strip("`")):
            yield Fault(f"{shorten(each, 50)} is missing in the translation", source_span=only_span(each, pair.source))


def _is_marked_otherwise(target: str, code: str) -> bool:
    """Whether the code stands in the target under other marks than doubled backticks."""
    at = target.find(code)
    while at >= 0:
        before, after = target[at - 1 : at] if at else "", target[at + len(code) : at + len(code) + 1]
        if before and before in _MARKS and after and after in _MARKS and target[at - 2 : at] != "``":
            return True
        at = target.find(code, at + 1)
    return False


@check("url-mismatch", severity="error", needs=_has_address)
def url_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A URL, e-mail address or DOI of the source is not in the translation, was changed, or was added.

    A link that leads to the localized page of the same host is taken for the same.

    Bad: `doi:10.1000/182` → `doi:10.1000/128`, `治疗价目表` → `Price list: www.example.org/prices`
    Good: `https://example.org/zh/a` → `https://example.org/en/a`
    """
    if pair.is_empty:
        return
    missing, surplus = differing(pair, addresses)
    left = list(surplus)
    for each in missing:
        partner = next((other for other in left if _is_localized(each, other[0])), None)
        if partner:
            left.remove(partner)
        elif each not in pair.target:
            near = next((other for other in left if other[0][:12] == each[:12]), None)
            told = f"{shorten(each, 60)} became {shorten(near[0], 60)}" if near else f"{shorten(each, 60)} is missing"
            yield Fault(told, (near[1], near[2]) if near else None)
            left = [other for other in left if other is not near]
    yield from _invented(pair, [] if missing else left)


def _invented(pair: Pair, surplus: Iterable[Token]) -> Iterator[Fault]:
    """Addresses that the source does not have, nor a page of theirs in another language."""
    known = [each[0] for each in addresses(pair.source)]
    found = [*surplus, *((match[0], *match.span()) for match in _HOST.finditer(pair.target_prose))]
    for each, start, end in found:
        if each.lower() not in pair.source.lower() and not any(_host(each) == _host(other) for other in known):
            yield Fault(f"{shorten(each, 60)} is not in the source", (start, end))


# `example.org`: a host in running text, by the endings that are nothing else.
_HOST = Sought(
    r"(?<![\w.@/-])[A-Za-z0-9][A-Za-z0-9-]*\.(?:[a-z0-9-]+\.)*(?:com|org|net|info|edu|gov|jp|cn|tw|hk)(?![\w.-])",
    re.ASCII,
)


def _host(address: str) -> str:
    """The last two names of an address's host: those of `en.example.org` and `ja.example.org` are one."""
    return ".".join(address.rpartition("://")[2].rpartition("@")[2].partition("/")[0].lower().split(".")[-2:])


_TAGGED = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?:?", re.ASCII)


def _is_localized(one: str, two: str) -> bool:
    """Whether two URLs may be one page in two languages: a language in the path, or another host."""
    if "://" not in one or "://" not in two:
        return False
    first, second = one.partition("://")[2].split("/"), two.partition("://")[2].split("/")
    if first[0] == second[0]:
        paths = ([each for each in path[1:] if not _TAGGED.fullmatch(each)] for path in (first, second))
        return next(paths) == next(paths)
    if _NUMERIC_HOST.fullmatch(first[0]) and _NUMERIC_HOST.fullmatch(second[0]):
        return False
    if _is_slip(first[0].lower(), second[0].lower()):
        return False
    return first[0].split(".")[-2:] == second[0].split(".")[-2:] or first[1:] == second[1:] != []


def _is_slip(one: str, two: str) -> bool:
    """Whether two hosts differ by a slip in one name: `exmaple.org` is no other host of `example.org`."""
    pairs = [pair for pair in zip(one.split("."), two.split("."), strict=False) if pair[0] != pair[1]]
    if len(pairs) != 1 or one.count(".") != two.count("."):
        return False
    return min(map(len, pairs[0])) >= _LONG_NAME and slip(*pairs[0]) != ""


_LONG_NAME = 5
"""The letters from which two names of hosts that differ by one slip are one."""


_NUMERIC_HOST = re.compile(r"[0-9.]+(?::[0-9]+)?")


def _has_thousands(pair: Pair, context: Context) -> bool:
    return "," in pair.target and THOUSANDS.search(pair.target) is not None


@check("separator-in-code", severity="info", family="form", needs=_has_thousands)
def separator_in_code(pair: Pair, context: Context) -> Iterator[Fault]:
    """A thousands separator was put into a link, a reference or code.

    The value is the same for a reader, but a link no longer leads there. Corrected by `--fix`.

    Bad: `https://example.org/18204` → `https://example.org/18,204`
    Good: `https://example.org/18204` → `https://example.org/18204`
    """
    if pair.is_empty or not _has_thousands(pair, context):
        return
    for start, end in _grouped(pair):
        written = pair.target[start:end]
        plain = THOUSANDS.sub("", written)
        fix = pair.target[:start] + plain + pair.target[end:] if plain in pair.source or "&#" in written else None
        yield Fault(f"{shorten(written, 50)} has a thousands separator", (start, end), fix)


def _grouped(pair: Pair) -> Iterator[tuple[int, int]]:
    """The spans of links, references and code with a thousands separator that the source does not have."""
    found = [match.span() for each in (_GROUPED, _GROUPED_ADDRESS) for match in each.finditer(pair.target)]
    for read in (roles, literals):
        found += [(start, end) for _, start, end in read(pair.target)]
    for start, end in sorted(set(found)):
        if THOUSANDS.search(pair.target[start:end]) and pair.target[start:end] not in pair.source:
            yield start, end
