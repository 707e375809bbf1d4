"""What a text says of common acts and states, each affirmed or denied: 不会影响 and 影響はありません deny one thing, “affects” affirms it.

Where texts deny several things, counting denials does not tell which of them was lost; the word that is denied does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from translator.languages import abreast, denials
from translator.languages.candidates import Hints, Words, latin_words, matches
from translator.languages.difference import Difference
from translator.languages.numerals import data_lines
from translator.languages.numerals_en import alternation
from translator.languages.sought import Sought
from translator.languages.texts import Texts, members
from translator.languages.turned import says_the_same
from translator.languages.verbatim import prose

Span = tuple[int, int]
Said = Mapping[str, tuple[str, Span]]
"""The sign of each concept, `+` or `-`, with the place of its first word."""
_LONGEST, _DENSEST = 240, 120
"""In longer sentences together, with English and without, one word is said of several things."""


Listed = Mapping[str, tuple[Sequence[str], Sequence[str]]]
"""The words of a concept by language: those that tell its sign, and those that only say it."""


@cache
def listed() -> Mapping[str, Listed]:
    """The words of all concepts, read once for all who ask."""
    found: dict[str, dict[str, tuple[Sequence[str], Sequence[str]]]] = {}
    for line in data_lines("predicates.txt"):
        concept, language, words, *more = line.split("\t")
        parts = [each.split("|") if each else [] for each in (words, *more, "")]
        found.setdefault(concept, {})[language] = (parts[0], parts[1])
    return found


@cache
def _table(tongue: str) -> Mapping[str, tuple[str, ...]]:
    """The concepts of the words of zh, ja or en; a Latin beginning of words ends in “*”."""
    found: dict[str, list[str]] = {}
    for concept, words in listed().items():
        for word in words[tongue][0]:
            found.setdefault(word, []).append(concept)
    return {word: tuple(concepts) for word, concepts in found.items()}


@cache
def _bits() -> Mapping[str, int]:
    concepts = (concept for concept, words in listed().items() if words["en"][0])
    return {concept: 1 << number for number, concept in enumerate(concepts)}


@cache
def _hints(tongue: str) -> Hints:
    return Hints((word, _bits()[each]) for word, concepts in _table(tongue).items() for each in concepts)


@cache
def _words(tongue: str) -> Words:
    return Words(_table(tongue))


@cache
def _pattern() -> re.Pattern[str]:
    found = _table("en")
    stems = alternation(each[:-1] for each in found if each[-1] == "*")
    whole = alternation(each for each in found if each[-1] != "*")
    return re.compile(rf"\b(?:(?:{whole})\b|(?:{stems})[a-z]*)")


@lru_cache(maxsize=16384)
def _concepts(word: str) -> tuple[str, ...]:
    """The concepts of an English word."""
    table = _table("en")
    stems = (word[:end] + "*" for end in range(len(word), 1, -1))
    return tuple(dict.fromkeys(concept for each in (word, *stems) for concept in table.get(each, ())))


@lru_cache(maxsize=16384)
def _begun(word: str) -> int:
    bits = _bits()
    return sum(bits[each] for each in _concepts(word)) | _hints("en").begun(word)


@lru_cache(maxsize=16)
def _may_say(text: str, tongue: str) -> int:
    """The bits of the concepts that a text may have words for."""
    if tongue != "en":
        return _hints(tongue).read(text)
    found = 0
    for word in latin_words(text):
        found |= _begun(word)
    return found


def opposing(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> Mapping[int, int]:
    """The texts that deny something or whose translation does, by place, with the bits of what both may have words for."""
    may = _denying(sources.prose, tongues[0]) | _denying(targets.prose, tongues[1])
    if not may:
        return {}
    sides = sorted(zip((sources.prose, targets.prose), tongues, strict=True), key=lambda side: side[1] != "en")
    # English takes least to look through: what is asked of all other texts is asked of those alone that are left.
    (first, tongue), (second, other) = sides
    said = first.meaning(_begun) if tongue == "en" else None
    out = {}
    for at in members(may):
        one = said[at] if said is not None else _may_say(first[at], tongue)
        if one and (shared := one & _may_say(second[at], other)):
            out[at] = shared
    return out


def _denying(texts: Texts, tongue: str) -> int:
    """The texts in which a word may be denied."""
    return texts.naming(_EN_ANY) if tongue == "en" else texts.having(_DENIED[tongue])


# Whatever denies in front of its word: directly, or somewhere in its clause.
_ZH_DENIED = re.compile(
    "(?:[不没沒未无無勿莫]|[没沒]有|[请請切]勿|禁止|[严嚴]禁|避免|并非|並非|不得|不能)"
    "[会會能可得应應该該需须須被再会得许許要允]{0,3}[直接给給于於把将將向对對有任何过過予以作为為其它此]{0,4}$"
)
_JA_DENIED = re.compile(
    "[\u3041-\u3096ー]{0,8}?(?:な(?:い|かった|く(?!な[るりっ])|し)|ません|ず[、に。]|禁止|不可|できな|できませ|を?控え|を?避け|は?ご遠慮|は?お断り)"
)
_JA_ANY = Sought(
    "な[いかくけしさ]|ませ[んぬ]|[ずぬ](?=[、。にとに])|[不無未非禁避除外防失否難控拒停止断反]|遠慮|お断り|おやめ|やめ|危険|まい|限り|だけ|のみ|しか|ほか|以外|なし"
)
_JA_BEFORE = re.compile("[不無未非]$")
_EN_DENIED = re.compile(
    r"(?:\b(?:not|never|no|cannot|neither|nor|without|don['’]t)|n(?:['’]|\ufffc+)t)(?: (?:be|been|being|yet|to|have|has|had|a|an|any|the|your|you|personal|further|directly|currently|covered|known|being|significantly|clinically))*\s$"
)
_EN_BEHIND = re.compile(r" (?:no(?![.])|none|nothing|neither)\b")
_CLAUSE = {
    "zh": Sought("[，。；：,;:！？!?()（）]|[.](?![A-Za-z0-9_])|但|而(?=[且是])"),
    "ja": Sought("[。；：;:！？!?()（）]|[.](?![A-Za-z0-9_])|[すたるだ]が、|[るたうくすむぶつぬい]ので、|ため、"),
    "en": Sought(
        r"[;:!?()]|(?<! no)[.](?![A-Za-z0-9_])|,(?= (?:and(?! not )|but(?! not )|so|which|who|if|when|because|while|as|although|though) )| (?:but(?! not )|because|although|though|while|so that) "
    ),
}
# What each of these holds, wherever it stands.
_EN_ANY = frozenset(("not", "never", "no", "cannot", "neither", "nor", "without", "don", "t", "none", "nothing"))
_DENIED = {
    "zh": Sought("[不没沒未无無勿莫]|禁止|[严嚴]禁|避免|并非|並非"),
    "ja": Sought(
        "な(?:い|かった|く(?!な[るりっ])|し)|ません|ず[、に。]|禁止|不可|できな|できませ|控え|避け|ご遠慮|お断り|[不無未非]"
    ),
}
# A double denial, a question, a choice: “whether or not”, なければなりません, 不得不.
_UNSURE = {
    "zh": re.compile("[不没沒未无無非]\\S{0,6}[不没沒无無非]|是否|能否|[吗嗎?？]|不[仅僅但只光]|除非|否[则則]"),
    "ja": re.compile(
        "な(?:けれ|くて|いと)[^。]{0,8}(?:なら|なり|いけ)|かもしれ|だけでな|限りませ|限らな|[?？]|かどうか|ざるを得|しかな|ほかな|ずに(?!は)|(?:かま|構)いませ|差し?支え|支障|問題(?:は|が)?(?:な|あり)"
    ),
    "en": re.compile(
        r"\?|\bwhether\b|\b(?:nothing|none|all) but\b|\bnot only\b|\bunless\b|\buntil\b|\bor not\b|\bwithout\b.*\bnot\b|\bnot\b.*\bwithout\b",
        re.IGNORECASE,
    ),
}


def _clause(text: str, span: Span, tongue: str) -> Span:
    """The clause of a word."""
    start, end = 0, len(text)
    for match in _CLAUSE[tongue].finditer(text):
        if match.end() <= span[0]:
            start = match.end()
        elif match.start() >= span[1]:
            end = match.start()
            break
    return start, end


def _sign(text: str, span: Span, tongue: str) -> str:
    """Whether a text affirms or denies its word at a place: `+`, `-`, or `?`."""
    start, end = _clause(text, span, tongue)
    clause = text[start:end]
    if _UNSURE[tongue].search(text if tongue == "en" else clause):
        return "?"
    before, behind = text[start : span[0]], text[span[1] : end]
    if tongue == "zh":
        if _ZH_DENIED.search(before):
            return "-"
        return "?" if denials.may_stand(clause) else "+"
    if tongue == "ja":
        if _JA_DENIED.match(behind) or _JA_BEFORE.search(before):
            return "-"
        return "?" if denials.may_stand(clause) or _JA_ANY.has(clause) is not None else "+"
    if _EN_DENIED.search(before) or _EN_BEHIND.match(behind):
        return "-"
    return "?" if denials.may_stand(clause) else "+"


def _places(text: str, tongue: str, among: int) -> Mapping[str, Sequence[Span]]:
    """Where a sentence has words for each of some concepts, the concept that is named first the first."""
    found: dict[str, list[Span]] = {}
    bits = _bits()
    if tongue == "en":
        told = [word for word in latin_words(text) if _begun(word)]
        places: Iterable[re.Match[str]] = matches(_pattern(), told, None, text) if told else ()
    else:
        places = _words(tongue).finditer(text)
    for match in places:
        for concept in _concepts(match[0]) if tongue == "en" else _table(tongue)[match[0]]:
            if bits[concept] & among:
                found.setdefault(concept, []).append(match.span())
    return found


def _said(text: str, spans: Iterable[Span], tongue: str) -> str:
    """The sign of all the words of one concept: `?` where they have several."""
    signs = {_sign(text, span, tongue) for span in spans}
    return signs.pop() if len(signs) == 1 else "?"


def _may_deny(text: str, tongue: str) -> bool:
    """Whether a sentence may deny one word."""
    if tongue == "en":
        return not _EN_ANY.isdisjoint(latin_words(text))
    return _DENIED[tongue].has(text) is not None


def signs(text: str, tongue: str) -> Said:
    """What a short text affirms (`+`), denies (`-`) or leaves open (`?`), by concept.

    >>> signs("请勿打开", "zh")["open"], signs("It may be opened", "en")["open"][0]
    (('-', (2, 4)), '+')
    """
    plain = prose(text)
    if "İ" in plain:
        return {}
    plain = plain.lower() if tongue == "en" else plain
    places = _places(plain, tongue, _may_say(plain, tongue))
    return {concept: (_said(plain, spans, tongue), spans[0]) for concept, spans in places.items()}


def compare_polarity(
    source: str, target: str, tongues: tuple[str, str], *, shared: int | None = None
) -> Difference | None:
    """The first word that one text denies and the other affirms, where neither leaves a doubt.

    `shared` are the bits of what both may have words for, where somebody knows.

    >>> found = compare_polarity("不会影响您以后的治疗", "今後の治療に影響があります", ("zh", "ja"))
    >>> found and found.message
    'the source denies “影响”, the translation affirms it (“影響”)'
    """
    one, two = prose(source), prose(target)
    if "İ" in one or "İ" in two:
        return None
    if shared is None:
        shared = _may_say(one, tongues[0]) & _may_say(two, tongues[1])
    if not shared:
        return None
    longest = _LONGEST if "en" in tongues else _DENSEST
    for ours, theirs, at, to in abreast.sentences(one, two, longest=longest):
        if len(ours) + len(theirs) > longest:
            continue
        found = _turned((ours, theirs), tongues, shared)
        if found is not None:
            return None if says_the_same(ours, theirs) else _difference(found, (ours, theirs), (at, to))
    return None


def _turned(texts: tuple[str, str], tongues: tuple[str, str], shared: int) -> tuple[str, Span, Span] | None:
    """The sign that the first of two sentences gives a word to which the second gives the other, with its places."""
    ours, theirs = (text.lower() if tongue == "en" else text for text, tongue in zip(texts, tongues, strict=True))
    if not (_may_deny(ours, tongues[0]) or _may_deny(theirs, tongues[1])):
        return None
    places = _places(ours, tongues[0], shared)
    others = _places(theirs, tongues[1], shared) if places else places
    for concept, spans in places.items():
        if concept not in others or (sign := _said(ours, spans, tongues[0])) == "?":
            continue
        if _said(theirs, others[concept], tongues[1]) == _TURNED[sign]:
            return sign, spans[0], others[concept][0]
    return None


_TURNED = {"+": "-", "-": "+"}


def _difference(found: tuple[str, Span, Span], texts: tuple[str, str], offsets: Span) -> Difference:
    sign, (start, end), (first, last) = found
    words = f"“{texts[0][start:end]}”", f"“{texts[1][first:last]}”"
    message = (
        f"the source denies {words[0]}, the translation affirms it ({words[1]})"
        if sign == "-"
        else f"the source affirms {words[0]}, the translation denies it ({words[1]})"
    )
    return Difference(
        "negation", message, (start + offsets[0], end + offsets[0]), (first + offsets[1], last + offsets[1])
    )
