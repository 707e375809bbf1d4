"""In which language a target is: what of it is the source's, what is foreign, what is as it should be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translator import inline
from translator.checks._english import is_common, is_own_name, is_word
from translator.checks._language import HAN, IDEOGRAPHIC, KANA, identify, is_same, residue, words
from translator.checks._persons import without_persons
from translator.checks._prose import GAP
from translator.checks._shared import is_shared_term
from translator.checks._splice import is_spliced
from translator.checks._subject import Pair
from translator.checks._value import Context
from translator.document import Foreign
from translator.languages import latin

_LETTER = re.compile(r"[^\W\d_]")
_KANA = re.compile(f"[{KANA}]")
_HAN = re.compile(f"[{HAN}]")
_PHRASE = re.compile(r"[A-Za-z'’,;.:!-]+(?: [A-Za-z'’,;.:!-]+)+")
_IDEOGRAPHIC_TAGS = ("zh-Hans", "zh-Hant", "ja")
_INSIDE_WORD = re.compile(r"[A-Za-z][A-Za-z]")
_SYNOPSIS = re.compile(r"\s*(?:[a-z][a-z0-9_.+-]*\s+){1,4}(?:\[|\(?--?[A-Za-z]|\(?<[A-Za-z])")
_FUNCTION_WORD = re.compile(r"\b(?:the|a|an|to|of|is|are|was|be|for|with|that|this|you|your|not)\b")
_QUOTES = "\"'“”‘’「」『』"
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks of language share: at most one of the first four is set.

    `is_copied`: the target is a copy of a foreign source; `is_kept`: of a short noun that both languages may write so. `language`: the tag of the other language that
    the whole target is in. `left` are runs of the source that were left as they were. `spans` is
    other residue, in order.
    """

    is_copied: bool = False
    is_kept: bool = False
    language: str = ""
    left: tuple[tuple[int, int], ...] = ()
    spans: tuple[Foreign, ...] = ()


CLEAN = Judgement()
"""What most pairs are: the target is in its language, and nothing in it is foreign."""


def is_foreign(pair: Pair, context: Context) -> bool:
    """Whether anything of a target is not in the locale's language."""
    return judge(pair, context) is not CLEAN


def judge(pair: Pair, context: Context) -> Judgement:
    """The judgement on a pair, made once."""
    made: Judgement | None = pair.memory.get("judgement")
    if made is None:
        made = pair.memory["judgement"] = _judge(pair, context)
    return made


def _judge(pair: Pair, context: Context) -> Judgement:
    if pair.target == inline.EMPTY:
        return CLEAN
    spans = without_persons(pair, residue(pair, context.allow))
    if pair.is_copy:
        if _is_foreign_copy(pair, spans, context):
            if not spans and is_shared_term(pair):
                return Judgement(is_kept=True)
            return Judgement(is_copied=True)
        return Judgement(spans=spans) if spans else CLEAN
    left = tuple(leftovers(pair, spans)) if not is_same(pair.source_tag, pair.tag) else ()
    shared = sum(end - start for start, end in left)
    language = foreign_language(pair, spans)
    if language and shared * 2 <= len(pair.target):
        return Judgement(language=language)
    if not left and not spans:
        return CLEAN
    return Judgement(left=left, spans=tuple(each for each in spans if not _lies_in(each, left)))


def _lies_in(span: Foreign, runs: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in runs)


def _is_foreign_copy(pair: Pair, spans: tuple[Foreign, ...], context: Context) -> bool:
    """Whether a target that equals its source is in another language than the locale's."""
    prose = pair.target_prose
    if pair.source_tag in (pair.tag, "zxx") or prose.strip().lower() in map(str.lower, context.allow):
        return False
    if IDEOGRAPHIC.search(prose) is None:
        if pair.tag in _IDEOGRAPHIC_TAGS:
            # What a Chinese or Japanese author wrote in Latin letters may stay so, but for a phrase.
            return _is_english(prose, context) and (pair.source_tag == "en" or len(words(prose)) > 1)
        return _is_phrase(pair, prose)
    if spans:
        return True
    if is_same(pair.source_tag, pair.tag):
        return False
    found = identify(prose)
    return found.tag != "und" and found.confidence >= _SURE and not is_same(found.tag, pair.tag)


def _is_phrase(pair: Pair, prose: str) -> bool:
    """Whether a copy in another Latin language than English is an English phrase, not a shared word."""
    return pair.tag != "en" and sum(each.islower() for each in words(prose)) >= 3


def _is_english(text: str, context: Context) -> bool:
    """Whether Latin text is words of a language, not a name or a code.

    A word in lower case is one; a word with a capital where the catalog knows it in lower case, or
    where it is a common English word.
    """
    if _is_synopsis(text):
        return False
    return any(_is_common(each, context) for each in words(text)) or is_own_name(text)


def _is_synopsis(text: str) -> bool:
    """Whether a text shows how a command is called: `tool add [--all] <name>`."""
    return _SYNOPSIS.match(text) is not None and _FUNCTION_WORD.search(text) is None


def _is_common(word: str, context: Context) -> bool:
    if word.islower():
        return len(word) > 2
    return word.lower() in context.vocabulary or is_common(word)


def foreign_language(pair: Pair, spans: tuple[Foreign, ...]) -> str:
    """The language of a target that as a whole is in another one than the locale's, or ""."""
    if not spans and pair.tag not in _IDEOGRAPHIC_TAGS:
        return "und" if pair.tag == "en" and latin.is_other(pair.target_prose) else ""
    # What is no prose holds back more than what only the source has too.
    if not spans and (IDEOGRAPHIC if pair.tag != "ja" else _KANA).search(pair.target_prose) is not None:
        # Ideographs make a text Chinese, kana make it Japanese.
        return ""
    prose = pair.target_new
    if IDEOGRAPHIC.search(prose) is None:
        return "en" if pair.tag in _IDEOGRAPHIC_TAGS and _is_new_english(pair, prose) else ""
    if not spans and pair.tag != "ja":
        return ""
    if not spans and _KANA.search(prose) is not None:
        # Kana make a text Japanese.
        return ""
    letters = len(_LETTER.findall(prose))
    foreign = sum(each.end - each.start for each in spans)
    if foreign > 1 and foreign * 3 > letters:
        found = identify(prose).tag
        return max(spans, key=lambda each: each.end - each.start).tag if found in (pair.tag, "und", "zxx") else found
    if pair.tag not in ("ja", "zh-Hans", "zh-Hant") or letters < 6:
        return ""
    if _KANA.search(prose):
        # Kana make a text Japanese; few of them in a Chinese one are residue.
        return ""
    found = identify(prose).tag
    is_other = found not in ("und", "en") and identify(prose).confidence >= _SURE and not is_same(found, pair.tag)
    return found if is_other and (spans or (letters >= 8 and _is_no_noun(pair, prose))) else ""


def _is_no_noun(pair: Pair, prose: str) -> bool:
    """Whether a text without kana is more than a term that Chinese and Japanese write alike: 難治性SLE・紅斑性狼瘡.

    Only from a Chinese source a Japanese term comes with the characters that it has there.
    """
    return pair.tag != "ja" or pair.source_tag[:2] != "zh" or _CHINESE_SENTENCE.search(prose) is not None


# Marks and words of a sentence; not inside what Japanese has too: 目的, 完了, 不明, 現在, 国是.
_CHINESE_SENTENCE = re.compile(
    "[。！？，；]|[這这們们没你她它嗎吗呢吧很哪怎麼么您我还讓让給给個个跟]|(?<![目標公射])的(?![確中外])"
    "|(?<![完終])了(?![解承])|(?<![現存不])在(?![庫宅籍住位留任学校職日米来外野室中])|(?<!国)是(?![非正認])"
)


def _is_new_english(pair: Pair, prose: str) -> bool:
    """Whether Latin text is a phrase in words that the source does not have in this order."""
    if prose.strip() in pair.source:
        return False
    lower = [each for each in words(prose) if each.islower()]
    if len(lower) >= 2 and (sum(each not in pair.source for each in lower) >= 2 or pair.source_tag == "en"):
        return True
    return _is_english_title(pair, prose)


def _is_english_title(pair: Pair, prose: str) -> bool:
    """Whether Latin text is a phrase in capitals of words that a text in Han or kana does not have.

    `Umbilical Cord Blood Stem Cells` is one; `Visual Studio` for ビジュアルスタジオ is a name.
    """
    source = pair.source_prose
    said = len(IDEOGRAPHIC.findall(source))
    if (
        said < (_TITLE if " " in prose.strip() else 2)
        or _HAN.search(source) is None
        or sum(map(str.isascii, words(source))) * 3 > said
    ):
        return False
    plain = prose.lower() if prose.isupper() else prose
    new = {each for each in words(plain) if each.lower() not in source.lower()}
    if len(new) == 1 and _ENGLISH_WORD.fullmatch(prose.strip()) and not _KANA.search(source):
        # 貯法 is no “Storage”; what Japanese writes in kana may be a name.
        return is_common(prose.strip().lower())
    return len(new) >= 2 and sum(map(is_word, new)) >= max(2, len(new) - 1)


_ENGLISH_WORD = re.compile("[A-Z][a-z]{3,}")
_TITLE = 4
"""The characters that a source must have for a Latin translation of it to be judged."""


def leftovers(pair: Pair, spans: Iterable[Foreign]) -> Iterator[tuple[int, int]]:
    """The runs of the source that stand in the target as they were, in order."""
    source, target = pair.source, pair.target
    ends = _ends(pair)
    last = 0
    for each in spans:
        if each.end <= last or _lies_in(each, ends):
            continue
        start, end = each.start, each.end
        if target[start:end] not in source:
            # Only a part of the span may come from the source: the cut can fall into a word.
            start, end = _longest_shared(target, start, end, source)
        start, end = _grown(target, start, end, source)
        if end - start >= 4:
            last = end
            ends.append(_trimmed(target, start, end))
    if pair.tag in _IDEOGRAPHIC_TAGS:
        ends += [each for each in _phrases(pair) if not any(a <= each[0] < b for a, b in ends)]
    yield from sorted(ends)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without numbers at its ends: of 錠500 it is 錠 that was left."""
    bare = _UNNUMBERED.search(text, start, end)
    return bare.span() if bare else (start, end)


_UNNUMBERED = re.compile(r"[^\d\s.,:/%％](?:.*[^\d\s.,:/%％])?", re.DOTALL)


def _ends(pair: Pair) -> list[tuple[int, int]]:
    """The end of the target, or its beginning, where it is the source's and in another language."""
    source, target = pair.source, pair.target
    if source[-4:] != target[-4:] and source[:4] != target[:4]:
        return []
    if source.strip() in target or target.strip() in source:
        # `type alias` → `type alias -- 类型别名`: a gloss keeps the original.
        return []
    most = min(len(source), len(target)) - 1
    after = before = 0
    while after < most and source[-1 - after] == target[-1 - after]:
        after += 1
    while before < most and source[before] == target[before]:
        before += 1
    found = []
    if after > 3 and not _differs_by_case(source[-1 - after], target[-1 - after]):
        at = len(target) - after
        is_broken = bool(_INSIDE_WORD.match(source, len(source) - after - 1))
        end = pair.target_prose[at:]
        if _is_foreign_end(pair, end, is_broken) or is_spliced(pair, at) or _is_last_word(pair, at):
            found.append((at, len(target)))
    if before > 3 and _is_foreign_end(pair, pair.target_prose[:before], bool(_INSIDE_WORD.match(source, before - 1))):
        found.append((0, before))
    titles = _titles(pair)
    return [each for each in found if not any(start <= each[0] and each[1] <= end for start, end in titles)]


def _differs_by_case(one: str, two: str) -> bool:
    """Whether two characters are a letter in both cases: `pixbuf` became `Pixbuf`."""
    return one != two and one.isascii() and one.casefold() == two.casefold()


def _titles(pair: Pair) -> list[tuple[int, int]]:
    """The links of reStructuredText in the target, whose titles may stay as they are: `Title <https://…>`_."""
    return [match.span() for match in _LINK.finditer(pair.target)] if ">`_" in pair.target else []


_LINK = re.compile(r"`[^`<]*<[^`>]*>`__?:?")


def _is_foreign_end(pair: Pair, end: str, is_broken: bool) -> bool:
    if IDEOGRAPHIC.search(end) is None:
        if pair.tag not in _IDEOGRAPHIC_TAGS or end.strip()[-1:] in _QUOTES:
            return False
        latin = words(end.replace(GAP, " "))
        lower = sum(each.islower() for each in latin)
        if len(latin) > 1 and _FUNCTION_WORD.search(end) and any(_is_plain(each) for each in latin):
            return True
        common = sum(map(is_common, latin))
        if lower and common >= 3 and common == len(latin):
            return True
        return lower >= 3 or (is_broken and (lower == 2 or common >= 2))
    if pair.tag.startswith("en") or len(IDEOGRAPHIC.findall(_NAMES.sub("", end))) < 5:
        return False
    found = identify(end)
    return found.tag not in ("und", "en", "zxx") and found.confidence >= _SURE and not is_same(found.tag, pair.tag)


# A firm and its address keep their characters in Chinese: 株式会社（大阪市中央区）.
_NAMES = re.compile(
    "(?:株式|有限|合同|合資)会社|[一-龥]{2,3}[都道府県](?=[一-龥])|[一-龥ヶ]{1,4}[市区郡町村](?![民内場外])|[0-9０-９一二三四五六七八九十-]+(?:丁目|番地?|号)"
)


def _is_plain(word: str) -> bool:
    """Whether a word is in lower case, and none that joins the words of a name: University of Tokyo."""
    return word.islower() and word not in ("of", "the", "and", "for", "in", "to", "a")


def _is_last_word(pair: Pair, at: int) -> bool:
    """Whether an end is one English word behind an ideograph, of several that the source has."""
    match = _LAST_WORD.match(pair.target, at)
    return (
        match is not None
        and is_common(match[1])
        and IDEOGRAPHIC.match(pair.target, at - 1) is not None
        and pair.source_tag == "en"
        and len(words(pair.source_prose)) > 1
    )


_LAST_WORD = re.compile(r" ([A-Z][a-z]{3,})[.!?:…]*$")


def _phrases(pair: Pair) -> Iterator[tuple[int, int]]:
    """Phrases of Latin words that the source has word for word, outside quotes, brackets and lists of names."""
    prose = pair.target_prose
    if prose.count(" ") < 2 or pair.source.count(" ") < 2:
        return
    titles = _titles(pair)
    for match in _PHRASE.finditer(prose):
        start, end = match.span()
        if any(first <= start and end <= last for first, last in titles):
            continue
        while start < end and prose[start] in _QUOTES:
            start += 1
        while start < end and prose[end - 1] in _QUOTES:
            end -= 1
        around = prose[max(0, start - 1) : start], prose[end : end + 1]
        if around in _ENCLOSED or _is_quoted(prose, start, end):
            continue
        phrase = prose[start:end]
        plain = [each for each in phrase.split() if each.islower() and len(each.strip(",;.")) > 1]
        if len(plain) >= 3 and not _is_list(phrase) and phrase in pair.source:
            yield start, end


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a stretch lies between two quotation marks, alone or among other words."""
    before, after = text[max(0, start - _QUOTE) : start], text[end : end + _QUOTE]
    opening, closing = _OPENING.search(before), _CLOSING.search(after)
    return opening is not None and closing is not None


_QUOTE = 60
"""How far off the marks of a quotation are looked for."""
_OPENING = re.compile(r"(?:(?<![A-Za-z])['\"]|[“‘「『])[^“”‘’「」『』\"。]*$")
_CLOSING = re.compile(r"^[^“”‘’「」『』\"。]*?(?:['\"](?![A-Za-z])|[”’」』])")
_ENCLOSED = {("(", ")"), ("（", "）"), ("*", "*")}


def _is_list(phrase: str) -> bool:
    """Whether a phrase is a list of names: `hour, minute, second`."""
    return phrase.count(",") * 2 >= len(phrase.split()) - 1


def _longest_shared(text: str, start: int, end: int, source: str) -> tuple[int, int]:
    """The longest stretch of text[start:end] that the source has."""
    best = (start, start)
    for at in range(start, end):
        until = at + (best[1] - best[0]) + 1
        while until <= end and text[at:until] in source:
            best = (at, until)
            until += 1
    return best


def _grown(text: str, start: int, end: int, source: str) -> tuple[int, int]:
    """The stretch made longer at both ends while the source has it."""
    if start == end:
        return start, end
    while end < len(text) and text[start : end + 1] in source:
        end += 1
    while start > 0 and text[start - 1 : end] in source:
        start -= 1
    return start, end
