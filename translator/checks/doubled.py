"""Words, clauses and sentences that a translation says twice in a row, and its source once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from translator.checks._pairs import Pairs
from translator.checks._prose import GAP
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check
from translator.errors import shorten

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PASSAGES = re.compile(r"[。．！？!?，、,;；.\n]")
_LEAST = 5
"""The characters from which a clause is told that stands twice."""
_LATIN = re.compile(r"(?<![\w.,'’-])([A-Za-z]{1,20}) \1(?![\w'’-])")
_OPENING = re.compile(r"(?<![\w.,'’-])([A-Z])([a-z]{0,20}) ([a-z])\2(?![\w'’-])")
_IDEOGRAPHS = re.compile(f"([{_HAN}]{{2,12}}?)\\1")
_KATAKANA = re.compile("(?<![\u30a1-\u30fa\u30fc])([\u30a1-\u30fa\u30fc]{4,12}?)\\1(?![\u30a1-\u30fa\u30fc])")
_MUCH_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{8}")
_IS_HAN = re.compile(f"[{_HAN}]")
# What the source says twice itself: 非常非常, `very, very`, パゴパゴ, だんだん, 々.
_TWICE = re.compile(r"([^\W\d_]{2,20}?)[\W_]{0,2}\1|([^\W\d_A-Za-z])\2|々", re.IGNORECASE)
# 一步一步, 非常非常, 的文件的文件夹 (of files, a folder), 慢慢.
_MAY_DOUBLE = re.compile("^[一每半各几幾的之]|的|^(?:非常|更加|特别|特別|十分|什么|什麼|永远|永遠|真的)$")
_ENGLISH_DOUBLES = frozenset(
    re.findall(
        "[a-z]+",
        "that had very much many more long so no on in for it you who her his is do does did what bye ha blah far really"
        " such way day night over again now well there yes oh ever try step side",
    )
)
# Doubles that only some phrases have: “log in in”, “go on on”, “what it is is”.
_PHRASED = {
    "in": re.compile(r"\b(?:log|sign|check|opt|plug|zoom|fill|type|key|move|come|came|go|went|built|build|drop|turn|put|join|give|break|cut|get|got|let)[a-z]* $", re.IGNORECASE),
    "on": re.compile(r"\b(?:log|sign|turn|go|went|carr|put|mov|switch|add|hold|held|try|tri|pass|build|built|live|hang|keep|kept|get|got)[a-z]* $", re.IGNORECASE),
    "is": re.compile(r"\b(?:what|where|who|how|why|when|that|all|whatever|this|there|as|it)\b", re.IGNORECASE),
}  # fmt: skip
_CELLS = re.compile(f"[{_HAN}\u3041-\u30ff][ \u3000]+[{_HAN}\u3041-\u30ff]")


def _has_doubled_mark(pair: Pair, context: Context) -> bool:
    return _MARKS.search(pair.target_prose) is not None


def _may_have_doubled_mark(pairs: Pairs) -> int:
    texts = pairs.target_prose
    return texts.having(_MARKS, texts.having(_TWO_MARKS))


_MARKS = re.compile(
    r"(?<=[\w)\]）」』”’\"'%℃°\ufffc])(?:(?<!\.)\.\.(?=[\s\"'”’)）]|(?![^\0]))|(?<!,),,(?=[\s\"'”’)]|(?![^\0]))|。。(?!。)"
    r"|[，、][，、。]|。[，、]|[。．]\.(?=\s|(?![^\0]))|;;(?=\s|(?![^\0]))|；；|：：(?!\w)|(?<=[^\x00-\x7f])[,.][，。、])"
)
# What all of these have, found sooner.
_TWO_MARKS = re.compile("[.,。，、．;；：][.,。，、;；：]")


@check("doubled-mark", severity="error", family="form", needs=Sifted(_may_have_doubled_mark, _has_doubled_mark))
def doubled_mark(pair: Pair, context: Context) -> Iterator[Fault]:
    """A mark stands twice in a row, and nowhere in the source: two full stops, two commas, a comma and a full stop.

    Three dots are an ellipsis, `!!` and `？？` are a matter of style, and code (`../`, `1..5`) is left alone.

    Bad: `再発率 23%。` → `23% relapsed..`, `复发率23%。。`
    Good: `再発率 23%。` → `23% relapsed.`, `等等……` → `and so on...`
    """
    if pair.is_copy:
        return
    match = _MARKS.search(pair.target_prose)
    if match is not None and _MARKS.search(pair.source_prose) is None:
        start, end = match.span()
        # Of two different marks only a person knows which one is meant.
        is_twice = end - start == 2 and match[0][0] == match[0][1]
        fixed = pair.target[:start] + pair.target[start + 1 :] if is_twice else None
        yield Fault(f"“{match[0]}” stands at one place; write one mark", (start, end), fixed)


def _may_be_doubled(pair: Pair, context: Context) -> bool:
    """Whether a target says anything twice in a row."""
    return not pair.is_copy and next(_doubled(pair), None) is not None


def _among_doubled(pairs: Pairs) -> int:
    texts = pairs.target_prose
    found = texts.repeating(_PASSAGES, least=_LEAST)
    if pairs.tag == "en":
        return found | texts.left(texts.all & ~found, _may_say_twice)
    return found | texts.having(_IDEOGRAPHS) | texts.having(_KATAKANA, texts.having(_MUCH_KATAKANA))


def _may_say_twice(text: str) -> bool:
    """Whether an English text may have a word, or some words, twice in a row: asked of many texts."""
    words = text.lower().split()
    if any(map(str.startswith, words[1:], words)) and (_LATIN.search(text) or _OPENING.search(text)):
        return True
    couples = [*pairwise(_bare(words))]
    return len(set(couples)) < len(couples)


def _bare(words: list[str]) -> list[str]:
    return [each.rstrip(".,;:!?") for each in words]


@check("doubled-text", severity="error", needs=Sifted(_among_doubled, _may_be_doubled))
def doubled_text(pair: Pair, context: Context) -> Iterator[Fault]:
    """A word, a clause or a sentence stands twice in a row, and the source says it once.

    Words that are doubled on purpose (非常非常, that that, ゆっくりゆっくり) are left alone, as is what the source
    doubles itself.

    Bad: `结果 追踪期间` → `Result Result`, `安定。` → `病情稳定。病情稳定。`
    Good: `结果 追踪期间` → `Result Follow-up`, `とてもとても大切` → `非常非常重要`
    """
    found = None if pair.is_copy else next(_doubled(pair), None)
    if found is not None:
        yield Fault(f"“{shorten(pair.target[slice(*found)], 40)}” says the same twice", found)


def _may_repeat(pair: Pair) -> bool:
    """Whether a target has any two characters again: whatever stands twice has two at least."""
    return pair.tag == "en" or len(pair.target) - len(pair.target_chars) >= 2


def _doubled(pair: Pair) -> Iterator[tuple[int, int]]:
    prose = pair.target_prose
    if not _may_repeat(pair):
        return
    yield from _passages(pair, prose)
    if pair.tag == "en":
        found = [*_words(pair, prose)]
    elif prose.isascii():
        return
    else:
        found = [*_ideographs(prose), *(match.span() for match in _KATAKANA.finditer(prose))]
    if found and _TWICE.search(pair.source_prose) is None:
        yield from found


def _passages(pair: Pair, prose: str) -> Iterator[tuple[int, int]]:
    """Doubled clauses and sentences; none where the source has one."""
    for each in _repeated(prose):
        at = prose.find(each)
        end = prose.find(each, at + len(each)) + len(each)
        if GAP not in each and not any(_repeated(pair.source_prose)):
            yield at, min(end + 1, len(prose))


def _repeated(prose: str) -> Iterator[str]:
    pieces = _PASSAGES.split(prose) if len(prose) > 2 * _LEAST else ()
    if len(pieces) > 1:
        for one, two in pairwise(pieces):
            if len(one) >= _LEAST and one.strip() == two.strip() and len(one.strip()) >= _LEAST:
                yield one.strip()


def _phrases(words: list[str], prose: str) -> Iterator[tuple[int, int]]:
    """Two to five English words in a row that stand there twice: “points to points to”."""
    if len(set(words)) > len(words) - 2:
        return
    for size in range(2, 6):
        for at in range(len(words) - 2 * size + 1):
            if words[at] == words[at + size] and words[at : at + size] == words[at + size : at + 2 * size]:
                phrase = words[at : at + size]
                if all(map(str.isalpha, phrase)) and len(set(phrase)) > 1 and not _LINKING.isdisjoint(phrase):
                    pattern = r"\s+".join(map(re.escape, phrase * 2))
                    if (match := re.search(pattern, prose, re.IGNORECASE)) is not None:
                        yield match.span()
                        return


# A phrase that no name is: “New York New York”, “click click” may be meant.
_LINKING = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "and",
        "or",
        "but",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "that",
        "this",
        "which",
        "as",
        "it",
        "can",
        "may",
        "will",
        "not",
    ]
)


def _words(pair: Pair, prose: str) -> Iterator[tuple[int, int]]:
    """Doubled English words; the first of a sentence may begin with a capital."""
    plain = prose.lower().split()
    yield from _phrases(_bare(plain), prose)
    # Most texts have none: this is seen at once.
    if not any(map(str.startswith, plain[1:], plain)):
        return
    for match in _LATIN.finditer(prose):
        word = match[1].lower()
        phrase = _PHRASED.get(word)
        is_meant = word in _ENGLISH_DOUBLES if phrase is None else phrase.search(prose, 0, match.start()) is not None
        if not is_meant and not _are_cells(pair, prose, match):
            yield match.span()
    for match in _OPENING.finditer(prose):
        word = match[3] + match[2]
        is_told = match[1].lower() == match[3] and word != "i" and word not in _ENGLISH_DOUBLES
        if is_told and not _CELLS.search(pair.source):
            yield match.span()


def _are_cells(pair: Pair, prose: str, match: re.Match[str]) -> bool:
    """Whether one cell of a line may end, and the next begin, with the same word: `Cell` and `Cell number`."""
    if not _CELLS.search(pair.source):
        return False
    after = prose[match.end() : match.end() + 2]
    return not match[1][0].isupper() or (after[:1] == " " and not after[1:].isupper())


def _ideographs(prose: str) -> Iterator[tuple[int, int]]:
    """Doubled words in ideographs that end, or begin, at something else; 单字符字符串 may be 单字符 and 字符串."""
    for match in _IDEOGRAPHS.finditer(prose):
        start, end = match.span()
        is_inside = start > 0 and _IS_HAN.match(prose, start - 1) and _IS_HAN.match(prose, end)
        if not _MAY_DOUBLE.search(match[1]) and not (is_inside and len(match[1]) == 2):
            yield start, end
