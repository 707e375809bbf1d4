"""Words that turn a claim: negation, quantifiers, comparison signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.languages import markers
from translator.languages.claims import compare_comparison_signs
from translator.languages.markers import Marker

_LONGEST = 30.0
"""The extent up to which a text is taken for one claim."""
# Any of these may carry a denial without being its plain word: a side that has one is not judged.
_DENIAL = re.compile(
    r"\b(?:un|in|im|ir|il|non|dis|mis|anti)[a-z-]{3,}|\b(?:fail|error|lack|miss|empty|except|only|unless|instead|avoid"
    r"|prevent|refus|reject|delet|remov|leav|other|rather|cease|stop|free|bar|ban|few|little|hardly|rarely|less|zero"
    r"|no|not|never|none|nor|n.?t|out|off|forget|expire|but|too|abort|block|clear|down|hid|ignor|illegal|lose|lost"
    r"|omit|skip|wrong|bad|deni|deny|invalid|old|oust|exclud)|n(?:'|’|&#8217;|&rsquo;|&#39;)t\b"
    r"|[不无無没沒未非否勿别別莫毋免禁防避拒除失错錯误誤缺空少异異停断斷离離止脱落死休反廃弃棄消删刪削欠闲外只難难]"
    r"|ない|なけ|なく|なか|ません|ずに|ず[、。は]|なし|まい|ぬ|しか|だけ|のみ|ほか|よりも|ゼロ",
    re.IGNORECASE,
)
_PLAIN = {
    "en": re.compile(r"\b(?:no|not(?! only)|never|without|cannot|none)\b|n['’]t\b", re.IGNORECASE),
    "ja": re.compile(
        r"(?:(?<!ければなら)(?<!ければなり)(?<!くてはなら)(?<!くてはなり)(?<!かもしれ)(?<!てはなら)(?<!といけ)(?<!ばいけ)(?<!はいけ)(?<!すみ)"
        r"(?<!仕方が)(?<!違い))(?:ない(?:[。、]|$|です|が)|ません(?:[。、]|$|でした)|なかった)|なし(?:[。、]|$)"
    ),
    "zh": re.compile(r"没有|沒有|不会|不會|不能|不是|未见|未見|从未|從未|并非|並非|并未|並未|绝不"),
}
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


# What a text must hold for a quantifier or comparison that these checks tell of: looked for first.
_QUANTIFIERS = {
    "en": ("all", "All", "half", "Half", "few", "Few", "most", "Most", "many", "Many", "majority"),
    "ja": ("全", "すべて", "みな", "皆", "半", "ほとんど", "殆ど", "大", "多", "少", "わずか", "僅か", "幾"),
    "zh": ("全", "所有", "一律", "半", "大", "多", "少", "许多", "許多", "众", "眾"),
}
_SIGNS = ("<", ">", "≤", "≥", "≦", "≧", "＜", "＞", "⩽", "⩾")
_COMPARISONS = {
    "en": (*_SIGNS, "than", "least", "most", "or more", "or less", "over", "under", "above", "below", "up to", "within",
           "exceed", "maximum", "minimum", "or later", "or fewer", "beyond"),
    "ja": (*_SIGNS, "以", "超", "未満", "少なくとも", "最", "多くとも", "高々", "まで", "より", "回", "弱"),
    "zh": (*_SIGNS, "以", "至", "超", "逾", "不", "最", "大于", "大於", "小于", "小於", "多于", "多於", "少于", "少於", "低",
           "高", "未满", "未滿", "之内", "起码", "强于"),
}  # fmt: skip
_SIGN = re.compile("[≤≥≦≧＜＞⩽⩾]|(?<![-=<A-Za-z/])[<>]=?(?= ?[0-9])")
_DIGIT = re.compile("[0-9０-９]")


def _may(hints: dict[str, tuple[str, ...]], pair: Pair) -> bool:
    """Whether both texts hold a word or sign of those looked for."""
    source, target = pair.source, pair.target
    return any(each in target for each in hints.get(pair.tag[:2], ())) and any(
        each in source for each in hints.get(pair.source_tag[:2], ())
    )


def _markers(pair: Pair) -> tuple[tuple[Marker, ...], tuple[Marker, ...]]:
    """(markers of the source, of the target), read once for a pair."""
    found: tuple[tuple[Marker, ...], tuple[Marker, ...]] | None = pair.memory.get("markers")
    if found is None:
        found = markers.read(pair.source, pair.source_tag), markers.read(pair.target, pair.tag)
        pair.memory["markers"] = found
    return found


def _is_judged(pair: Pair, context: Context) -> bool:
    """Whether both texts are one claim each, in the languages that they should be in."""
    if pair.is_empty or pair.is_copy or pair.source_tag[:2] not in _PLAIN or pair.tag[:2] not in _PLAIN:
        return False
    found = judge(pair, context)
    return not found.language and not found.left


@check("negation-mismatch", severity="warning")
def negation_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """One text denies what the other affirms.

    Told only of short texts where one has a plain denial, and the other no word that could carry it.

    Bad: `没有副作用` → `There are side effects`
    Good: `没有副作用` → `There are no side effects`
    """
    if pair.source_extent > _LONGEST or not _is_judged(pair, context):
        return
    source, target = pair.source_prose, pair.target_prose
    ours, theirs = _PLAIN[pair.source_tag[:2]].search(source), _PLAIN[pair.tag[:2]].search(target)
    if bool(ours) == bool(theirs):
        return
    if ours and not _DENIAL.search(target):
        yield Fault(f"the source denies (“{ours[0]}”), the translation does not")
    elif theirs and not _DENIAL.search(source):
        yield Fault(f"the translation denies (“{theirs[0]}”), the source does not", theirs.span())


@check("quantifier-mismatch", severity="warning")
def quantifier_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """The translation says of some what the source says of all, or the reverse.

    Bad: `全員で改善` → `half of the patients improved`
    Good: `全員で改善` → `all patients improved`
    """
    if not _may(_QUANTIFIERS, pair) or not _is_judged(pair, context):
        return
    ours, theirs = _markers(pair)
    one, two = ({each.concept: each for each in found if _is_strong(each)} for found in (ours, theirs))
    if len(one) != 1 or len(two) != 1 or frozenset((*one, *two)) not in _CONFLICTS:
        return
    (source,), (target,) = one.values(), two.values()
    yield Fault(f"“{source.text}” became “{target.text}”", (target.start, target.end))


def _is_strong(marker: Marker) -> bool:
    return marker.kind == "quantifier" and not _WEAK.fullmatch(marker.text)


@check("comparison-mismatch", severity="warning")
def comparison_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A comparison with a number is turned round: at least became less than, ≥ became ≤.

    `≧`, `≥`, `>=` and 以上 are one, as are `<` and 未満.

    Bad: `SLEDAI ≧ 8` → `SLEDAI < 8`
    Good: `SLEDAI ≧ 8` → `SLEDAI of 8 or more`
    """
    has_digit = _DIGIT.search(pair.source) is not None
    if not has_digit and _DIGIT.search(pair.target) is None:
        return
    if has_digit and not pair.is_copy and _SIGN.search(pair.source):
        for each in compare_comparison_signs(pair.source, pair.target, pair.source_tag, pair.tag):
            yield Fault(each.message, each.target_span)
        return
    if not _may(_COMPARISONS, pair) or not _is_judged(pair, context):
        return
    ours, theirs = _markers(pair)
    one, two = list(_compared(ours, pair.source)), list(_compared(theirs, pair.target))
    if _PLAIN["en"].search(pair.source if pair.source_tag == "en" else pair.target):
        return
    if len(one) == len(two) == 1 and one[0].concept != two[0].concept:
        target = two[0]
        yield Fault(f"“{one[0].text}” became “{target.text}”", (target.start, target.end))


def _compared(found: tuple[Marker, ...], text: str) -> Iterator[Marker]:
    """The comparisons that stand beside a number."""
    for each in found:
        if each.kind == "comparison" and (_AFTER.match(text, each.end) or _BEFORE.search(text[: each.start])):
            yield each
