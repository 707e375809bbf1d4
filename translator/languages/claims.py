"""What two texts claim: negation, quantifiers, and comparisons beside numbers.

Languages negate and compare in too many ways for a full answer: only what is plain is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from translator.languages import markers, numbers
from translator.languages.candidates import latin_words
from translator.languages.markers import Marker
from translator.languages.numbers import Number
from translator.languages.quantities import Difference
from translator.languages.verbatim import prose

_read = lru_cache(maxsize=8)(markers.read)
_DIRECTION = {"≥": 1, ">": 1, "≤": -1, "<": -1}
_SYMBOL = re.compile("[<>≤≥≦≧⩽⩾]")
_BEFORE_SIGN = re.compile(r"[ `'\"“=:：]{0,2}(?:the |a |of |为|為|是)?")
_BEHIND_SIGN = re.compile(r"[ `'\"”]{0,2}[^\W\d_、。，]{0,4}?[ `'\"”]?(?:の|を|に|と|or |and )?")
# Any of these may carry a denial without being its plain word: a side that has one is not judged.
_DENIAL = re.compile(
    r"\b(?:un(?!i[a-z]|til|der|less)|in(?!stal|st|teg|dic|form|clud|herit|put|ter|to|dex|side|itial|vok|sert|trod|crea|line|voca)"
    r"|im(?!age|port|plem|med|plic|prov)|ir|il(?!lust)|non|dis(?!play|cuss|cover|crete|tri|k)|mis|anti)[a-z-]{3,}|[a-z]{3}less(?:ly)?\b|\b(?:fail|error|lack|miss|empty|except|only|unless|instead|avoid"
    r"|prevent|refus|reject|leav|other|rather|cease|stop|free|bar|ban|few|little|hardly|rarely|less|zero"
    r"|no|not|never|none|nor|out|off|forget|expire|but|too|abort|block|clear|down|hid|ignor|illegal|lose|lost"
    r"|omit|skip|wrong|bad|better than|cannot|without|broke|else|deni|deny|invalid|old|oust|exclud)|n(?:'|’|&#[8８][2２][1１][7７];|&rsquo;|&#39;|\ufffc+)t\b"
    r"|不(?![过過仅僅但断斷久管论論])|[无無](?![论論])|未(?![来來])|非(?!常)|(?<![类級级特分性区個个识辨])[别別](?!名)|空(?![格间間])|(?<=[以之除])外"
    r"|[没沒否勿莫毋免禁防避拒除失错錯误誤缺少停断斷离離止脱落死休廃弃棄消删刪削欠闲只難难]"
    r"|(?<!差)[异異]|反(?![应應応映])|才|代わり|かわり|違|隐|隱|驳|駁|[聋聾坏壞壊永]|跳过|跳過"
    r"|ない|なけ|なく|なか|ません|ずに|ず[、。は]|なし|まい|ぬ|しか|だけ|のみ|ほか|よりも|ゼロ",
    re.IGNORECASE,
)
# Plain words for “not”; 不, 非, 無 inside a word are none: 不透明 is “opaque”. The verbs after 不 and 未 are those
# that other languages deny too, in nearly every one of the pairs looked at.
_PLAIN = {
    "en": re.compile(
        # “No 3” is the third, “no 32-bit support” is none.
        r"\b(?:no(?! (?:more|less|fewer|later) than| time\b|[.,º°:#/）)]|\s?#?[0-9]+(?![0-9]*(?:[-A-Za-z]|\s(?!and|or|to|is|was|in|on|at|of)[A-Za-z])))|(?<!or )not(?! (?:only|more|less|fewer|later|exceed))"
        r"|never|without|cannot|(?-i:none)|unable|ineffective)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"(?:(?<!ければなら)(?<!ければなり)(?<!くてはなら)(?<!くてはなり)(?<!かもしれ)(?<!てはなら)(?<!てはなり)(?<!といけ)(?<!ばいけ)"
        r"(?<!はいけ)(?<!すみ)(?<!仕方が)(?<!違い)(?<!違いあり)(?<!過ぎ)(?<!すぎ)(?<!かまい)(?<!構い)(?<!ござい)(?<!少)(?<!しか)"
        r"(?<!ほかなり))"
        r"(?:ない(?=[。、]|$|です|が|場合|ため|ので|こと|もの|とき|可能|値|ファイル)|ません(?!か)|なかった)"
        r"|(?<![あい])なし(?=[ 　]*(?:[。、,，.;；&＆/（(）)]|$))"
    ),
    "zh": re.compile(
        "没有|沒有|[没沒]人|(?<!会)不会|(?<!會)不會|(?<!不得)(?<!能)不能(?![少超低高多])|(?<!而)(?<!是)不是|不应(?!期)|不應|不得(?!不|超|少|多|低|高)"
        "|不[支需允再喜希存被接信](?!断|斷|入)|不包|不执|不執|不显示|不顯示|不提供|不使用|不受支|不受信"
        "|未[见見能被指保提使配设設处處完给給安启啟更找经經在]|从未|從未|无法|無法|无[权需须]|無[權需須]|[无無]效(?!的)"
        "|并非|並非|并未|並未|绝不|絕不|决不|決不"
    ),
}
# What every one of these holds, looked for first.
_MAY_DENY = {
    "en": re.compile("[nN](?:[oOeE]|['’][tT])|[wW][iI][tT][hH][oO]|[uU][nN][aA]|[iI][nN][eE]|[cC][aA][nN][nN]"),
    "ja": re.compile("な[いかし]|ません"),
    "zh": re.compile("[没沒不未无無从從并並绝絕决決]"),
}
# The same for English in ASCII by whole words: the t is that of “don't”.
_DENYING_WORDS = frozenset(("no", "not", "never", "without", "cannot", "none", "unable", "ineffective", "t"))
_QUOTED = re.compile(r"`+[^`]*`+|\{[^{}]*\}|/\{.*")
# A question may deny in one language alone (这不是吗), a double denial affirms.
_TURNED = re.compile(r"[?？]\s*$|[吗嗎]。?$|忘|\bforget|でも構い|しか.{0,12}(?:ない|ません)")
_CONFLICTS = frozenset(
    frozenset(each)
    for each in (
        ("all", "half"), ("all", "few"), ("all", "some"), ("all", "most"), ("half", "most"), ("half", "few"),
        ("most", "few"), ("many", "few"), ("half", "many"),
    )
)  # fmt: skip
_WEAK = re.compile(
    r"any|each|every|always|anything|anyone|fully|completely|entire|entirely|whole|某些|任何|任意|每一|每个|每個|每|各|各个|整个|整個|完全|彻底"
    r"|均|皆|一切|どの|各々|各|毎|それぞれ|いずれも|まったく|全く|全|半|some|certain|部分|一部分|主要|局部|mainly|almost|nearly|ほぼ|几乎|幾乎|much|少し|little|多く|たくさん|多种|多個|多个|part of|少ない|少なく|partly",
    re.IGNORECASE,
)
_NUMBER = r"[0-9０-９一二三四五六七八九十百千万亿億半]"
_AFTER = re.compile(
    rf"[\s　]?[（(]?{_NUMBER}|\s(?:one|two|three|four|five|six|seven|eight|nine|ten|a)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?:{_NUMBER}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))[%％‰℃]?[\s　]?[^\s0-9、。，,.;；]{{0,6}}[\s　]?$",
    re.IGNORECASE,
)


# What a text must hold for a comparison that these checks tell of: looked for first.
_SIGNS = ("<", ">", "≤", "≥", "≦", "≧", "＜", "＞", "⩽", "⩾")
_COMPARISONS = {
    "en": (*_SIGNS, "than", "least", "most", "or more", "or less", "over", "under", "above", "below", "up to", "within",
           "exceed", "maximum", "minimum", "or later", "or fewer", "beyond"),
    "ja": (*_SIGNS, "以", "超", "未満", "少なくとも", "最", "多くとも", "高々", "まで", "より", "回", "弱"),
    "zh": (*_SIGNS, "以", "至", "超", "逾", "不", "最", "大于", "大於", "小于", "小於", "多于", "多於", "少于", "少於", "低",
           "高", "未满", "未滿", "未満", "之内", "起码", "强于"),
}  # fmt: skip
_COMPARING = {tongue: re.compile("|".join(map(re.escape, words))) for tongue, words in _COMPARISONS.items()}
_SIGN = re.compile("[≤≥≦≧＜＞⩽⩾]|(?<![-=<A-Za-z/])[<>]=?(?= ?[0-9])")
_DIGIT = re.compile("[0-9０-９]")


def _may(hints: dict[str, re.Pattern[str]], source: str, target: str, tongues: tuple[str, str]) -> bool:
    """Whether both texts hold a word or sign of those looked for."""
    return hints[tongues[1]].search(target) is not None and hints[tongues[0]].search(source) is not None


def _tongues(source: str, target: str, languages: tuple[str, str]) -> tuple[str, str]:
    return markers.tongue(source, languages[0]), markers.tongue(target, languages[1])


def compare_negation(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The negation that a translation drops or adds.

    Told only where one text has a plain denial, and the other nothing that could stand for it (“unable”,
    “fail”, 以外). Texts that deny
    several times are judged by how often.

    >>> [each.message for each in compare_negation("没有副作用", "It has side effects")]
    ['the source denies (“没有”), the translation does not']
    """
    one, two = _tongues(source, target, (source_language, target_language))
    may, might = _may_deny(source, one), _may_deny(target, two)
    if not may and not might:
        return ()
    source, target = _unquoted(source), _unquoted(target)
    ours = list(_PLAIN[one].finditer(source)) if may else []
    theirs = list(_PLAIN[two].finditer(target)) if might else []
    if len(ours) == len(theirs) or _TURNED.search(source) or _TURNED.search(target):
        return ()
    few, many = (target, ours) if len(ours) > len(theirs) else (source, theirs)
    # “without it, nothing” may be said with one denial, but not with none that could be one.
    if len(_DENIAL.findall(few)) >= len(many):
        return ()
    word, least = many[-1], min(len(ours), len(theirs))
    sides = ("source", "translation") if many is ours else ("translation", "source")
    message = f"the {sides[0]} denies (“{word[0]}”), the {sides[1]} does not"
    if least:
        message = f"the {sides[0]} denies {len(many)} times (“{word[0]}”), the {sides[1]} {least}"
    spans = (word.span(), None) if many is ours else (None, word.span())
    return (Difference("negation", message, *spans),)


def _may_deny(text: str, tongue: str) -> bool:
    """Whether a text holds what every plain denial of its language does."""
    if tongue == "en" and text.isascii():
        return not _DENYING_WORDS.isdisjoint(latin_words(text))
    return _MAY_DENY[tongue].search(text) is not None


def denies(text: str, language: str = "") -> bool:
    """Whether a text has a plain word for “not”.

    >>> denies("没有副作用"), denies("opaque")
    (True, False)
    """
    tongue = markers.tongue(text, language)
    return _may_deny(text, tongue) and _PLAIN[tongue].search(_unquoted(text)) is not None


def _unquoted(text: str) -> str:
    """The text with code written over; offsets stay."""
    if "`" not in text and "{" not in text:
        return text
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)


def compare_quantifiers(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The one quantifier of a text (all, half, most, some, few) that became another.

    Judged where both texts hold words of exactly one meaning, or one for all of them and the other, which has
    none for all, one for a part.

    >>> [each.message for each in compare_quantifiers("全員で改善した", "Half of them improved")]
    ['“全員” became “Half”']
    """
    if not _may_differ("quantifier", source, target, (source_language, target_language)):
        return ()
    ours = [each for each in _read(source, source_language) if each.kind == "quantifier"]
    if not ours:
        return ()
    theirs = [each for each in _read(target, target_language) if each.kind == "quantifier"]
    if not theirs:
        return ()
    one, two = ({each.concept: each for each in found if not _WEAK.fullmatch(each.text)} for found in (ours, theirs))
    if len(one) == len(two) == 1 and frozenset((*one, *two)) in _CONFLICTS:
        return (_became("quantifier", *one.values(), *two.values()),)
    if (found := _lessened(ours, theirs, target)) is not None:
        return (_became("quantifier", *found),)
    if (found := _lessened(theirs, ours, source)) is not None:
        return (_became("quantifier", *reversed(found)),)
    return ()


def _may_differ(kind: str, source: str, target: str, languages: tuple[str, str]) -> bool:
    """Whether both texts may have words of a kind, and not of one meaning alone."""
    wanted = markers.bits(kind)
    ours, theirs = markers.hints(source, languages[0]) & wanted, markers.hints(target, languages[1]) & wanted
    both = ours | theirs
    return bool(ours and theirs and both & (both - 1))


def _lessened(more: Sequence[Marker], less: Sequence[Marker], text: str) -> tuple[Marker, Marker] | None:
    """The word of one text for all of them that the other has for a part of them, and that word.

    In a longer text too: the other has no word that means all, and one for a part which the first has not.
    """
    whole = next((each for each in more if _WHOLE.fullmatch(each.text)), None)
    if whole is None or any(each.concept in _ALL_LIKE for each in less):
        return None
    known = {each.concept for each in more}
    part = next((each for each in less if _is_part(each, text) and each.concept not in known), None)
    return (whole, part) if part is not None else None


def _is_part(marker: Marker, text: str) -> bool:
    """Whether a word says “some of”: 部分 only before what it counts, not as a noun (这部分, 第二部分)."""
    if marker.text != "部分":
        return _PART.fullmatch(marker.text) is not None
    before, after = text[: marker.start][-1:], text[marker.end :][:1]
    return bool(_COUNTED.match(after)) and not _POINTING.match(before)


_COUNTED = re.compile("[\u3400-\u9fff](?<![的是在地和与及])")
_POINTING = re.compile("[大一的这這此该該各第二三四五两兩个個其]")


_WHOLE = re.compile(
    "所有|全部|全体|全體|全员|全員|一律|すべて|全て|全例|all|every|everyone|everybody",
    re.IGNORECASE,
)
_PART = re.compile(
    "一些|有些|某些|一部分|一部|若干|个别|個別|いくつか|some|several|partly|partially|part of|certain|a few|few|half"
    "|少数|少數|半数|半數|一半|半分|几个|幾個|数例|most|mostly|majority|多数|大部分|大多数|大多數|ほとんど|大半",
    re.IGNORECASE,
)
_ALL_LIKE = frozenset({"all", "any", "always", "both", "each"})


def _became(kind: str, one: Marker, two: Marker) -> Difference:
    return Difference(kind, f"“{one.text}” became “{two.text}”", (one.start, one.end), (two.start, two.end))


def compare_comparisons(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The comparisons with a number that turn round or change, and the signs that are left out.

    >>> [each.message for each in compare_comparisons("SLEDAI ≧ 8", "SLEDAI of 8 or less")]
    ['“≧” became “or less”']
    >>> [each.message for each in compare_comparisons("18岁以上", "18歳を超える")]
    ['“以上” became “超え”']
    """
    has_digit = _DIGIT.search(source) is not None
    if has_digit and _SIGN.search(source):
        return _turned_signs(source, target, source_language, target_language)
    if not _may_differ("comparison", source, target, (source_language, target_language)):
        return ()
    tongues = _tongues(source, target, (source_language, target_language))
    if not _may(_COMPARING, source, target, tongues):
        return ()
    if any(
        tongue == "en" and _PLAIN["en"].search(text) for tongue, text in zip(tongues, (source, target), strict=True)
    ):
        # “not more than 5” is 5 or less.
        return ()
    ours, theirs = _read(source, source_language), _read(target, target_language)
    if has_digit or _DIGIT.search(target):
        one, two = list(_compared(ours, source)), list(_compared(theirs, target))
        if len(one) == len(two) == 1 and _is_other(one[0], two[0]):
            return (_became("comparison", one[0], two[0]),)
    return _turned_words(_bounds(ours, source), _bounds(theirs, target))


def _bounds(found: Iterable[Marker], text: str) -> list[Marker]:
    """The words of comparison of a text; none where one is denied: 不能少于."""
    bounds = [each for each in found if each.kind == "comparison"]
    return [] if any(_DENYING.search(text[max(0, each.start - 3) : each.start]) for each in bounds) else bounds


def _turned_words(ours: Sequence[Marker], theirs: Sequence[Marker]) -> tuple[Difference, ...]:
    """At least that became at most, beside any number or none: all words of each text say one direction."""
    one, two = ({_DIRECTION[each.concept] for each in found} for found in (ours, theirs))
    if len(one) != 1 or len(two) != 1 or one == two:
        return ()
    first, second = (
        next((each for each in found if not _LOOSE.fullmatch(each.text)), None) for found in (ours, theirs)
    )
    return (_became("comparison", first, second),) if first and second else ()


_DENYING = re.compile("[不勿非无無]")
# Words of place, time and text as well: “the text above”, 以下のとおり, まで.
_LOOSE = re.compile(
    r"over|above|below|under|beyond|within|maximum.*|minimum.*|exceed.*|or later|or above|[<>＜＞]|以上|以下|以降|以前|以内|以內|之内"
    "|超|超え|超出|上回|下回|まで|より.+|最大|最低|最少|最多|弱|高于|高於|低于|低於",
    re.IGNORECASE,
)


def _compared(found: tuple[Marker, ...], text: str) -> Iterator[Marker]:
    """The comparisons that stand beside a number."""
    for each in found:
        if each.kind == "comparison" and (_AFTER.match(text, each.end) or _BEFORE.search(text[: each.start])):
            yield each


def _turned_signs(source: str, target: str, source_language: str, target_language: str) -> tuple[Difference, ...]:
    """The signs beside a number that turn round or are left out."""
    ours, theirs = _signs(source, source_language), _signs(target, target_language)
    if not ours:
        return ()
    values = {each.value for each in numbers.read(target, target_language)}
    out = []
    for value, signs in ours.items():
        others = theirs.get(value, [])
        one = signs[0]
        if len(signs) == len(others) == 1 and _is_other(one, others[0]):
            out.append(_became("comparison", one, others[0]))
        elif not theirs and value in values and _SYMBOL.match(one.text) and not _has_sign(target, target_language):
            out.append(Difference("comparison", f"“{one.text}” is missing", (one.start, one.end), None))
    return tuple(out)


def _is_other(one: Marker, two: Marker) -> bool:
    """Whether two comparisons differ: in direction, or in whether the bound itself is meant.

    Of words in English that is not asked: 九成以上 is “over 90 %” to most.
    """
    if one.concept == two.concept:
        return False
    is_turned = _DIRECTION.get(one.concept) != _DIRECTION.get(two.concept)
    return is_turned or not any(_ENGLISH.match(each.text) for each in (one, two)) or bool(_SYMBOL.match(one.text))


_ENGLISH = re.compile("[A-Za-z]")


def _has_sign(text: str, language: str) -> bool:
    return any(each.kind == "comparison" for each in _read(text, language))


def _signs(text: str, language: str) -> dict[Fraction, list[Marker]]:
    """The comparison words and symbols beside a number, by its value."""
    found = [each for each in _read(text, language) if each.kind == "comparison"]
    if not found:
        return {}
    plain = prose(text)
    out: dict[Fraction, list[Marker]] = {}
    for number in numbers.read(text, language):
        sign = next((each for each in found if _is_beside(plain, number, each)), None)
        if sign is not None and not number.is_soft:
            out.setdefault(number.value, []).append(sign)
    return out


def _is_beside(text: str, number: Number, sign: Marker) -> bool:
    if sign.end <= number.start <= sign.end + 6:
        return _BEFORE_SIGN.fullmatch(text[sign.end : number.start]) is not None
    if number.end <= sign.start <= number.end + 10 and not _SYMBOL.match(sign.text):
        return _BEHIND_SIGN.fullmatch(text[number.end : sign.start]) is not None
    return False
