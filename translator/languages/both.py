"""Two of a kind that became one of them, and the reverse: both knees, 両側, 两组; one side, 片側, 一组."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translator.languages import abreast, markers
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_PARTS = "膝|眼|目|耳|手|足|脚|腕|肩|肘|腿|臂|髋|踝|股|肺|腎|肾|腎臓|乳房?|側|侧|側面|下肢|上肢|手臂|手腕|脚踝|面|端|边|邊|方向"
_LIMBS = "knees?|eyes?|ears?|hands?|feet|foot|legs?|arms?|shoulders?|elbows?|hips?|ankles?|wrists?|lungs?|kidneys?|breasts?|sides?|ends?"
# 20分钟左右 is “about 20 minutes”.
_TWO_SIDES = {
    "zh": Sought(
        f"(?<![0-9０-９十百千万年月周週天日时時分秒点點岁歲人名例次元%％度个個])左右|[双雙](?:{_PARTS})|[两兩](?:{_PARTS})(?!三)"
    ),
    "ja": Sought(f"(?<![0-9０-９])左右|両(?:{_PARTS})|双側"),
    "en": Sought(
        rf"(?<![A-Za-z])(?i:(?:the )?left and (?:the )?right|(?:the )?right and (?:the )?left|both (?:[a-z]+ )?(?:{_LIMBS})|(?:either|each) (?:{_LIMBS})|two (?:{_LIMBS})|bilateral(?:ly)?)(?![A-Za-z])"
    ),
}
_ONE_SIDE = {
    "zh": Sought(f"左(?!右|[传傳翼派])|(?<!左)右(?!翼|派)|[单單](?:{_PARTS})|一[侧側边邊](?!倒)|片[侧側]"),
    "ja": Sought(f"左(?![右記])|(?<!左)右(?!記)|片(?:{_PARTS})|一側"),
    "en": Sought(
        rf"(?<![A-Za-z])(?i:(?:left|right)[- ](?:{_LIMBS})|(?:left|right)(?= [a-z]+ (?:joint|cavit|{_LIMBS}))|(?:one|a single) (?:{_LIMBS})|unilateral(?:ly)?)(?![A-Za-z])"
    ),
}
_NOUNS = (
    ("[组組](?![织織成合件])", "群|組(?![織み])|グループ", "groups?|arms?"),
    ("[药藥](?:物|剂|劑)?|制剂", "剤|薬", "drugs?|medicines?"),
    ("方案|方法|疗法", "方法|療法|法", "methods?|therap(?:y|ies)|regimens?"),
    ("家?医院|院区", "病院|院", "hospitals?|clinics?"),
    ("国|國", "国|國", "countries|country"),
    ("家长|父母", "親", "parents?"),
)
_BOTH_OF = {
    "zh": "(?:[两兩双雙二]|(?<![0-9])2 ?)(?:个|個|种|種|者)?(?:{})",
    "ja": "(?:両|(?:2|二|２) ?(?:つの)?)(?:{})",
    "en": r"(?<![A-Za-z])(?i:both(?: of)?(?: the| these| those)?(?: [a-z]+)?|(?:the )?two(?: [a-z]+)?) (?i:{})(?![A-Za-z])",
}
_ONE_OF = {
    "zh": "(?<![第同之某每统統唯任进進的十])(?:一|(?<![0-9])1 ?|单|單)(?:个|個|种|種)?(?:{})",
    "ja": "(?<![第同単唯])(?:(?:1|一|１)(?:つの)|片方の|一方の|片(?=親)|(?<![0-9第])1 ?(?=群))(?:{})",
    "en": r"(?<![A-Za-z])(?i:(?:only )?one(?: of the)?(?: [a-z]+)?|a single) (?i:{})(?![A-Za-z])",
}
_TWO = Sought(
    "[两兩双雙両二2２各毎每]|それぞれ|いずれ|どちら|他方|もう|另|(?<![A-Za-z])(?i:both|two|each|either|neither|another|other|respective|every|all)"
)


@dataclass(frozen=True)
class _Twins:
    """What says both of a kind, and what says one of them, in each language."""

    both: dict[str, Sought]
    one: dict[str, Sought]


_KINDS = (
    _Twins(_TWO_SIDES, _ONE_SIDE),
    *(
        _Twins(
            {
                tongue: Sought(_BOTH_OF[tongue].format(word))
                for tongue, word in zip(("zh", "ja", "en"), nouns, strict=True)
            },
            {
                tongue: Sought(_ONE_OF[tongue].format(word))
                for tongue, word in zip(("zh", "ja", "en"), nouns, strict=True)
            },
        )
        for nouns in _NOUNS
    ),
)
_LONGEST = 240


def compare_both(
    source: str, target: str, *, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The two of a kind that became one of them, or one that became both: each text says one of these alone.

    >>> [each.message for each in compare_both("注射到左右膝", "左の膝に注射", source_language="zh", target_language="ja")]
    ['“左右” became “左”']
    >>> [each.message for each in compare_both("両群とも低下", "Scores fell in one group", source_language="ja")]
    ['“両群” became “one group”']
    >>> compare_both("左膝和右膝", "both knees", source_language="zh")
    ()
    """
    tongues = markers.tongue(source, source_language), markers.tongue(target, target_language)
    for one, two, at, to in abreast.sentences(prose(source), prose(target)):
        if len(one) + len(two) > _LONGEST:
            continue
        for kind in _KINDS:
            found = _became(kind, one, two, tongues)
            if found is None and (turned := _became(kind, two, one, tongues[::-1])) is not None:
                found = turned[::-1]
            if found is not None:
                ours, theirs = found
                message = f"“{ours[0]}” became “{theirs[0]}”"
                spans = (ours.start() + at, ours.end() + at), (theirs.start() + to, theirs.end() + to)
                return (Difference("both", message, *spans),)
    return ()


def _became(kind: _Twins, one: str, two: str, tongues: tuple[str, ...]) -> tuple[re.Match[str], re.Match[str]] | None:
    """The word of one text for both, and the word of the other for one of them."""
    here, there = tongues
    both = kind.both[here].search(one)
    if both is None or kind.both[there].has(two) is not None or kind.one[here].has(one) is not None:
        return None
    alone = kind.one[there].finditer(two)
    if not alone or _TWO.has(two) is not None or len({_SIDE.sub("", each[0].lower()) for each in alone}) > 1:
        return None
    return both, alone[0]


_SIDE = re.compile("[^a-z左右单單片一].*")


def pairing(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> int:
    """The texts of which one may say both, and the other one of them."""
    return _both(sources, tongues[0]) & _one(targets, tongues[1]) | _one(sources, tongues[0]) & _both(
        targets, tongues[1]
    )


def _both(texts: Texts, tongue: str) -> int:
    return _having(texts, tongue, _SIGNS_OF_TWO)


def _one(texts: Texts, tongue: str) -> int:
    return _having(texts, tongue, _SIGNS_OF_ONE)


_SIGNS_OF_TWO = (
    re.compile("左右|[双雙两兩両二2２]"),
    frozenset(("left", "both", "either", "each", "two", "bilateral", "bilaterally", "right")),
)
_SIGNS_OF_ONE = (
    re.compile("左|右|[单單片一1１]"),
    frozenset(("left", "right", "one", "single", "unilateral", "unilaterally")),
)


def _having(texts: Texts, tongue: str, signs: tuple[re.Pattern[str], frozenset[str]]) -> int:
    return texts.naming(signs[1]) if tongue == "en" else texts.having(signs[0])
