"""Targets with broken characters, lost in a conversion or read in another encoding, and with such that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._invisible import SIGNS, named, strays
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check
from translator.errors import shorten

# What no converter could read, controls, noncharacters; tab, line and page ends are none of them. Then private use:
# every font draws its own signs there, a source that has one may mean it.
_BROKEN = ((0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xFFFD, 0xFFFF), (0xFDD0, 0xFDEF), (0xE000, 0xF8FF))
# How the first bytes of ideographs, kana and full-width forms look in the encodings that UTF-8 is taken for.
_LEADS = tuple(bytes([lead, trail]) for lead in (*range(0xE2, 0xEA), 0xEF) for trail in range(0x80, 0xC0))
_TAKEN_FOR = {char for each in _LEADS for encoding in ("gbk", "cp932") for char in each.decode(encoding, "ignore")}
_TAKEN_FOR |= {chr(lead) for lead in (0xC2, 0xC3, *range(0xE2, 0xEA), 0xEF)}
_SIGNS = SIGNS | frozenset(
    {"?", *_TAKEN_FOR, *(chr(each) for first, last in _BROKEN for each in range(first, last + 1))}
)
_UNREADABLE = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _BROKEN) + "]+|锟斤拷?")
_QUESTION_MARKS = re.compile(r"\?{3,}|(?<=[a-z])\?(?=[a-z])")
_RUN = re.compile("[^\x00-\x7f]{2,}")
_NOT_LATIN = re.compile("[^\x80-\u02dc\u2013-\u203a\u20ac\u2122]")
_QUOTES = frozenset("“”‘’«»‹›„‚…–—")


def _has_signs(pair: Pair, context: Context) -> bool:
    """Whether a target has a character that broken text has."""
    return not _SIGNS.isdisjoint(pair.target_chars) and not pair.is_empty


def _may_be_broken(pairs: Pairs) -> int:
    return pairs.targets.having(_ANY_SIGN) | pairs.targets.where(["\0" in each for each in pairs.targets])


# A NUL would be taken for what parts texts that are looked through together.
_ANY_SIGN = re.compile(f"[{re.escape(''.join(sorted(_SIGNS - {chr(0)})))}]")
_BROKEN_OR_UNSEEN = Sifted(_may_be_broken, _has_signs)


@check("garbled-text", severity="error", needs=_BROKEN_OR_UNSEEN)
def garbled_text(pair: Pair, context: Context) -> Iterator[Fault]:
    """Characters of the translation are broken: it went through a wrong encoding.

    The sign for what could not be read (U+FFFD), controls, signs of private use, question marks in the
    place of letters, and UTF-8 that was taken for a Western, Japanese or Chinese encoding (`Ã©`, `ã€‚`, `縺ｮ`,
    `锟斤拷`). What the source has itself may stand.

    Bad: `微小な変化` → `a slight ch\ufffdnge`, `结果。` → `結果ã€‚`
    Good: `微小な変化` → `a slight change`, `结果。` → `結果。`
    """
    if not _has_signs(pair, context):
        return
    for start, end in _joined(sorted({*_unreadable(pair), *_misread(pair)})):
        yield Fault(f"“{_shown(pair.target[start:end])}” is broken text", (start, end))


@check("invisible-character", severity="error", family="form", needs=_BROKEN_OR_UNSEEN)
def invisible_character(pair: Pair, context: Context) -> Iterator[Fault]:
    """A character that nobody sees stands in the translation, and not in the source.

    A zero-width space, a soft hyphen, a joiner, a byte order mark or a mark of direction inside a word: readers do
    not find the word by search, and copies of it differ. Corrected by `--fix`, which takes them out. Joiners of
    emoji and of scripts that need them, marks of direction beside Arabic or Hebrew, a break beside a mark, and what
    the source has in the same place may stand.

    Bad: `两者均未` → `nei\\u200bther`
    Good: `两者均未` → `neither`, `家族` → `👨\\u200d👩\\u200d👧`
    """
    if not _has_signs(pair, context) or SIGNS.isdisjoint(pair.target_chars):
        return
    found = list(strays(pair.source, pair.target, pair.tag))
    fix = pair.target
    for start, end in reversed(found):
        fix = fix[:start] + fix[end:]
    for start, end in found:
        names = ", ".join(dict.fromkeys(map(named, pair.target[start:end])))
        beside = (
            f"{_UNSEEN.sub('', pair.target[max(0, start - 8) : start])}|{_UNSEEN.sub('', pair.target[end : end + 8])}"
        )
        yield Fault(f"an invisible character ({names}) stands in “{beside}”", (start, end), fix)


_UNSEEN = re.compile(f"[{re.escape(''.join(sorted(SIGNS)))}]")


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _shown(text: str) -> str:
    """A broken stretch, with a name for what has no shape."""
    plain = (each if each.isprintable() or each == "\ufffd" else f"U+{ord(each):04X}" for each in text)
    return shorten("".join(plain), 30)


def _unreadable(pair: Pair) -> Iterator[tuple[int, int]]:
    for match in _UNREADABLE.finditer(pair.target):
        if not all(each in pair.source for each in match[0]):
            yield match.span()
    if "?" in pair.target and "?" not in pair.source and "？" not in pair.source:
        for match in _QUESTION_MARKS.finditer(pair.target_prose):
            yield match.span()


def _misread(pair: Pair) -> Iterator[tuple[int, int]]:
    """The runs that are UTF-8 when they are written back in the encoding that they were read in."""
    for match in _RUN.finditer(pair.target):
        if match[0] in pair.source:
            continue
        for start, end in _pieces(match[0]):
            if any(_is_misread(match[0][start:end], each) for each in ("cp1252", "cp932", "gbk")):
                yield match.start() + start, match.start() + end


def _pieces(run: str) -> Iterator[tuple[int, int]]:
    """The whole run, and the Latin parts of a run that has other characters too."""
    yield 0, len(run)
    if _NOT_LATIN.search(run):
        for match in _LATIN_PART.finditer(run):
            if len(match[0]) < len(run):
                yield match.span()


_LATIN_PART = re.compile("[\x80-\u02dc\u2013-\u203a\u20ac\u2122]{2,}")


def _is_misread(text: str, encoding: str) -> bool:
    """Whether a text is UTF-8 that was read in another encoding.

    >>> _is_misread("Ã©", "cp1252"), _is_misread("縺薙ｌ縺ｯ", "cp932"), _is_misread("浏览器", "gbk")
    (True, True, False)
    """
    written = _written(text, encoding)
    if written is None:
        return False
    read = written.decode("utf-8", "ignore")
    wide = sum(each > "\u07ff" for each in read)
    if encoding == "cp1252" and len(read.encode()) == len(written):
        return not _QUOTES.issuperset(text[1:])
    # A byte may be lost, the end cut.
    return wide >= 2 and 30 * wide >= (6 if encoding == "cp1252" else 8) * len(written)


def _written(text: str, encoding: str) -> bytes | None:
    """The bytes of a text, None where it cannot have been read in an encoding."""
    if encoding != "cp1252":
        return text.encode(encoding, "ignore") or None
    try:
        # What Windows leaves undefined, readers take as it stands.
        return b"".join(each.encode("latin-1" if "\x80" <= each <= "\x9f" else encoding) for each in text)
    except UnicodeEncodeError:
        return None
