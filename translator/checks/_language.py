"""What checks ask of the languages: the source's tag, and what in a target is foreign to its locale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from translator import languages, locales, notes
from translator.catalog import Catalog, Entry, Key
from translator.checks._prose import hide
from translator.checks._subject import Pair
from translator.document import Foreign, Language
from translator.errors import TranslatorError
from translator.languages import Unit

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆〇"
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
IDEOGRAPHIC = re.compile(f"[{HAN}{KANA}]")
_WORD = re.compile(r"(?<![A-Za-z0-9_.@/\\-])[A-Za-z][a-z]+(?:['’-][a-z]+)*(?![A-Za-z0-9_@/\\-]|\.[A-Za-z])")
_BRACKETED = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]{1,60})[)）\]］】]")
_HIRAGANA = re.compile("[\u3041-\u309f\u30fc]+")
_ENDONYM = re.compile("日本語|简体中文|繁體中文|正體中文|簡體中文|中文|汉语|漢語|한국어")
_WIDE_DIGITS = re.compile("[０-９]+(?:[．，／：％][０-９]+)*％?")
JUDGED = ("zh-Hans", "zh-Hant", "ja", "en")
"""The languages whose extent, numbers and claims are known."""


def source_tags(catalog: Catalog | None, entries: Sequence[Entry]) -> Mapping[Key, str]:
    """The language of each entry's source: as noted, as the catalog's header says, or as identified."""
    tags: dict[Key, str] = {}
    declared = _declared(catalog)
    unknown: list[Entry] = []
    for entry in entries:
        noted = notes.read_language(entry.notes)
        if noted:
            tags[entry.key] = noted[0]
        elif declared:
            tags[entry.key] = declared
        else:
            unknown.append(entry)
    if unknown:
        found = languages.identify_all([Unit(hide(each.source)) for each in unknown])
        tags |= {entry.key: language.tag for entry, language in zip(unknown, found, strict=True)}
    return tags


def _declared(catalog: Catalog | None) -> str:
    """The content tag of `X-Source-Language`, or "" where it is missing or wrong."""
    value = catalog.header.get("X-Source-Language") if catalog and catalog.header else ""
    if not value:
        return ""
    try:
        return locales.content_tag(value)
    except TranslatorError:
        return ""


@lru_cache(maxsize=4096)
def identify(text: str) -> Language:
    """The language of a text by itself."""
    return languages.identify(text)


def is_same(source_tag: str, tag: str) -> bool:
    """Whether two tags are of one language, whatever the script, or the first is of none."""
    return source_tag in (tag, "zxx") or (source_tag[:3] == "zh-" and tag[:3] == "zh-")


def words(text: str) -> list[str]:
    """Latin words that are prose: no parts of names with digits, of paths, codes or acronyms."""
    return _WORD.findall(text)


def residue(pair: Pair, allow: Iterable[str]) -> tuple[Foreign, ...]:
    """The spans of the target that cannot belong to the locale's language, without what may stand.

    What may stand: code that the source has too, allowed terms, a bracketed reading or original
    spelling that the source has too, the name of a language in itself, digits in full width.
    """
    if pair.target.isascii() or not languages.may_have_residue(pair.target_chars, pair.tag):
        return ()
    prose = pair.target_new
    spans = languages.residue(prose, pair.tag)
    if not spans:
        return ()
    if pair.tag == "en" and _WIDE_DIGITS.search(prose):
        spans = languages.residue(_WIDE_DIGITS.sub(lambda match: "0" * len(match[0]), prose), pair.tag)
    kept = list(_kept(pair, prose, allow))
    return tuple(each for each in spans if not any(start <= each.start and each.end <= end for start, end in kept))


def _kept(pair: Pair, prose: str, allow: Iterable[str]) -> Iterator[tuple[int, int]]:
    lowered = prose.lower()
    for term in allow:
        at = lowered.find(term.lower()) if term else -1
        while at >= 0:
            yield at, at + len(term)
            at = lowered.find(term.lower(), at + 1)
    for match in _ENDONYM.finditer(prose):
        if match[0] in pair.source:
            yield match.span()
    for match in _BRACKETED.finditer(prose):
        inner = match[1]
        is_original = inner in pair.source and (match.end() - match.start()) * 3 <= len(prose) * 2
        if is_original and (_HIRAGANA.fullmatch(inner) or not _is_bracketed(inner, pair.source)):
            yield match.span()


def _is_bracketed(inner: str, source: str) -> bool:
    """Whether the source too has a text in brackets: then it says something, and is no original."""
    return any(match[1] == inner for match in _BRACKETED.finditer(source))
