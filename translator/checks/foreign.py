"""Targets that are not in the locale's language and script: whole, half, or in single characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator import locales
from translator.checks._judgement import is_foreign, judge
from translator.checks._narrow import narrowed
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.errors import shorten

# Marks, letters and digits that Chinese and Japanese share.
_FULL_WIDTH = re.compile("[\u3000-\u303f\uff01-\uff5e\uffe0-\uffe6\u00b7\u30fb]+")


_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff々]+")


@check("copied-source", severity="error", family="coverage", needs=is_foreign)
def copied_source(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation is a copy of a source in another language.

    It counts as filled in other tools; the reader sees a page in the wrong language. Numbers, codes,
    names and allowed terms may be equal in all languages.

    Bad: `红斑性狼疮` → `红斑性狼疮` in en
    Good: `SLEDAI 12.2` → `SLEDAI 12.2` in en
    """
    if judge(pair, context).is_copied:
        yield Fault(f"the translation is a copy of the source (“{shorten(pair.source, 40)}”)", (0, len(pair.target)))


@check("copied-term", severity="warning", family="coverage", needs=is_foreign)
def copied_term(pair: Pair, context: Context) -> Iterator[Fault]:
    """A term of two common nouns is a copy of the source: both languages may write it so, and one may say it otherwise.

    Bad: `疾病名称` → `疾病名称` in ja, where 疾患名 is usual
    Good: `疾病名称` → `疾患名`
    """
    if judge(pair, context).is_kept:
        yield Fault(f"“{pair.target}” is as in the source: both languages may write it so", (0, len(pair.target)))


@check("wrong-language", severity="error", family="coverage", needs=is_foreign)
def wrong_language(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation is written in another language, or in the other Chinese script.

    Bad: `効果は持続的` → `效果持续` in ja
    Good: `効果は持続的` → `効果は持続的` in ja, `效果持久` in zh
    """
    tag = judge(pair, context).language
    if tag:
        name = "another language" if tag == "und" else locales.name(tag)
        yield Fault(f"the translation is in {name}, not in {locales.name(pair.tag)}", (0, len(pair.target)))


@check("half-translated", severity="error", family="coverage", needs=is_foreign)
def half_translated(pair: Pair, context: Context) -> Iterator[Fault]:
    """A part of the source was left in the translation as it was.

    Bad: `臨床応答なし。副作用もなし。` → `No clinical response. 副作用もなし。`
    Good: `臨床応答なし。副作用もなし。` → `No clinical response and no side effects.`
    """
    for start, end in judge(pair, context).left:
        yield Fault(f"“{shorten(pair.target[start:end], 40)}” is still as in the source", (start, end))


@check("residue", severity="error", family="coverage", needs=is_foreign)
def foreign_residue(pair: Pair, context: Context) -> Iterator[Fault]:
    """Characters of another language are left in the translation.

    Kana in Chinese, traditional or Japanese forms in simplified Chinese, simplified forms in
    traditional Chinese and Japanese, ideographs and full-width forms in English. Allowed terms, code
    that the source has too, and a bracketed original that the source has too may stand. `--fix` writes full-width marks in
    English in half width, where nothing else in the translation is Chinese or Japanese.

    Bad: `治疗費` in zh, `检査` in ja, `12.2。` in en
    Good: `治疗费`, `検査`, `12.2.`
    """
    for each in judge(pair, context).spans:
        found = pair.target[each.start : each.end]
        origin = f" ({locales.name(each.tag)})" if each.tag not in ("und", "zxx") else ""
        if pair.tag == "en" and _HAN.fullmatch(found):
            # Which of the two languages wrote them is not told by single characters.
            origin = " (Han characters)"
        fix = None
        if pair.tag == "en" and _FULL_WIDTH.fullmatch(found):
            origin = " (full-width)"
            fix = narrowed(pair.target)
        told = f"“{shorten(found, 30)}”{origin} does not belong in {locales.name(pair.tag)}"
        yield Fault(told, (each.start, each.end), fix)
