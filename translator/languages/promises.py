"""What a text promises, and what it only holds possible: cures, guarantees, and the words that weaken a claim.

The words for one side are few and plain, those that excuse the other text are many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from translator.languages import markers
from translator.languages.candidates import latin_words
from translator.languages.quantities import Difference
from translator.languages.verbatim import prose

_Table = Mapping[str, tuple[str, ...]]
"""Words by language; English ones are whole words, or beginnings where they end in “*”."""

_CURE: _Table = {
    "zh": ("治愈", "治癒", "根治", "痊愈", "痊癒", "治好", "包治"),
    "ja": ("治癒", "完治", "根治", "全快", "治り", "治る", "治っ", "治せ"),
    "en": ("cure", "cured", "cures", "curing", "curable"),
}
_HEALING: _Table = {
    "zh": ("治", "愈", "癒", "痊", "康复", "康復", "好了", "病好", "缓解", "緩解", "疗", "療", "恢复", "恢復"),
    "ja": ("治", "癒", "快復", "回復", "全快", "寛解", "療"),
    "en": (
        *("cure*", "cura*", "curing", "heal*", "recover*", "remission*", "treat*", "remed*", "better", "well", "over"),
        *("restor*", "radical*", "therap*"),
    ),
}
_CERTAIN: _Table = {
    "zh": ("保证", "保證", "担保", "擔保", "包治", "绝对", "絕對", "万无一失", "萬無一失", "百分之百", "必定", "必将", "必將", "一定会", "一定會",
           "一定能", "肯定会", "肯定會", "肯定能"),
    "ja": ("保証", "絶対に", "必ず", "きっと", "間違いなく", "百パーセント"),
    "en": ("guarantee*", "definitely", "absolutely", "certainly", "undoubtedly", "surely", "always", "infallibl*", "risk-free"),
}  # fmt: skip
_FIRM: _Table = {
    "zh": tuple(
        [
            "保",
            "绝",
            "絕",
            "一定",
            "必",
            "肯定",
            "确",
            "確",
            "总",
            "總",
            "永远",
            "永遠",
            "始终",
            "始終",
            "每",
            "都",
            "从",
            "從",
            "一直",
            "完全",
            "当然",
            "當然",
            "疑",
            "務",
            "务",
            "真",
            "老是",
            "向来",
            "向來",
            "千万",
            "千萬",
            "非常",
            "极",
            "極",
            "常",
            "所有",
            "任何",
            "只",
            "不论",
            "不論",
            "无论",
            "無論",
            "定",
            "全",
            "担",
            "擔",
            "终",
            "終",
            "很",
            "太",
            "根本",
            "是的",
            "直",
            "历来",
            "歷來",
            "再",
            "没错",
            "沒錯",
            "无一例外",
            "均",
            "皆",
        ]
    ),
    "ja": tuple(
        [
            "保",
            "絶",
            "必",
            "確",
            "常",
            "いつ",
            "ずっと",
            "全",
            "当然",
            "間違い",
            "まさ",
            "もちろん",
            "きっと",
            "毎",
            "ちゃんと",
            "どんな",
            "すべて",
            "完",
            "あくまで",
            "是非",
            "ぜひ",
            "疑",
            "勿論",
            "明らか",
            "まったく",
            "決して",
            "万",
            "何時",
            "なければ",
            "たえず",
            "しか",
            "いかなる",
            "のみ",
            "だけ",
            "ばかり",
            "そのまま",
            "とても",
            "よく",
            "本当",
            "たしか",
            "やっぱり",
            "定",
            "いずれも",
            "はず",
            "みな",
            "皆",
        ]
    ),
    "en": (
        *(
            "guarante*",
            "definit*",
            "absolut*",
            "certain*",
            "undoubted*",
            "always",
            "ever",
            "sure*",
            "ensur*",
            "assur*",
            "must",
        ),
        *(
            "necessar*",
            "all",
            "every*",
            "any*",
            "never",
            "promise*",
            "course",
            "doubt*",
            "fail*",
            "complete*",
            "perfect*",
        ),
        *(
            "really",
            "need*",
            "require*",
            "have",
            "has",
            "without",
            "whole",
            "full*",
            "only",
            "forever",
            "constant*",
            "consisten*",
        ),
        *(
            "even",
            "total*",
            "warrant*",
            "bail*",
            "means",
            "strict*",
            "exact*",
            "precise*",
            "indeed",
            "clear*",
            "invariab*",
        ),
        *("vouch*", "secure*", "exclusiv*", "truly", "inevitabl*", "bound", "will", "each", "hundred"),
    ),
}
_HEDGE: _Table = {
    "zh": ("或许", "或許", "也许", "也許", "有可能", "可能会", "可能會", "可能是", "可能有", "据推测", "據推測", "推测", "推測", "似乎", "据认为", "據認為",
           "恐怕"),
    "ja": ("可能性があ", "可能性が示", "かもしれ", "と推察", "と推測", "と推定", "と思われ", "と考えられ", "おそらく", "恐らく", "見込みで", "恐れがあ", "おそれがあ"),
    "en": ("might", "perhaps", "maybe", "possibly", "presumably", "probably", "likely"),
}  # fmt: skip
_DOUBT: _Table = {
    "zh": tuple(
        [
            "可能",
            "也许",
            "也許",
            "或许",
            "或許",
            "大概",
            "估计",
            "估計",
            "推测",
            "推測",
            "推断",
            "推斷",
            "似乎",
            "好像",
            "看",
            "恐怕",
            "认为",
            "認為",
            "应该",
            "應該",
            "应",
            "應",
            "预计",
            "預計",
            "预期",
            "預期",
            "有望",
            "可",
            "会",
            "會",
            "能",
            "潜在",
            "潛在",
            "不一定",
            "未必",
            "吧",
            "风险",
            "風險",
            "怀疑",
            "懷疑",
            "如果",
            "提示",
            "表明",
            "猜",
            "说不定",
            "說不定",
            "希望",
            "不妨",
            "想",
            "觉得",
            "覺得",
            "显",
            "顯",
            "像",
            "若",
            "或",
            "要是",
            "吗",
            "嗎",
            "假",
            "约",
            "約",
            "怕",
            "疑",
            "几乎",
            "幾乎",
            "八成",
            "不太",
            "还是",
            "還是",
        ]
    ),
    "ja": tuple(
        [
            "可能",
            "かも",
            "推察",
            "推測",
            "推定",
            "思",
            "考え",
            "おそらく",
            "恐らく",
            "恐れ",
            "おそれ",
            "らし",
            "よう",
            "見込",
            "見え",
            "だろう",
            "でしょう",
            "あろう",
            "得る",
            "うる",
            "得ます",
            "えます",
            "ことがあ",
            "場合",
            "期待",
            "予想",
            "示唆",
            "はず",
            "みたい",
            "そう",
            "たぶん",
            "多分",
            "ひょっと",
            "もし",
            "見られ",
            "危険",
            "心配",
            "疑",
            "れば",
            "たら",
            "りそう",
            "とされ",
            "られる",
            "れる",
            "でき",
            "気が",
            "感じ",
            "想定",
            "まい",
            "たい",
            "など",
            "ほう",
            "任意",
            "でも",
        ]
    ),
    "en": (
        *(
            "may",
            "might",
            "maybe",
            "could",
            "can",
            "cannot",
            "would",
            "should",
            "will",
            "possib*",
            "perhaps",
            "likely",
            "unlikely",
        ),
        *(
            "potential*",
            "presum*",
            "suggest*",
            "seem*",
            "appear*",
            "look*",
            "expect*",
            "probabl*",
            "hope*",
            "think*",
            "thought",
        ),
        *(
            "believ*",
            "risk*",
            "chance*",
            "apparent*",
            "if",
            "guess*",
            "suppos*",
            "suspect*",
            "afraid",
            "must",
            "wonder*",
        ),
        *(
            "estimat*",
            "indicat*",
            "consider*",
            "know*",
            "ever",
            "sometimes",
            "often",
            "feel*",
            "doubt*",
            "whether",
            "about",
        ),
        *(
            "want*",
            "danger*",
            "prone",
            "sound*",
            "typical*",
            "usual*",
            "able",
            "unsure",
            "otherwise",
            "going",
            "infer*",
            "sort",
        ),
        *(
            "ll",
            "kind",
            "tend*",
            "almost",
            "nearly",
            "evident*",
            "assum*",
            "speculat*",
            "fear*",
            "promising",
            "prospect*",
        ),
    ),
}
_ENDING = re.compile("[ぁ-ん]{0,2}")
_PROMISES = ((_CURE, _HEALING), (_CERTAIN, _FIRM))


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words[0].isascii():
        return re.compile("|".join(map(re.escape, words)))
    every = "|".join(re.escape(each.rstrip("*")) + ("[a-z]*" if each[-1] == "*" else "") for each in words)
    return re.compile(rf"\b(?:{every})\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _whole(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole words among English ones (the first of several parted by a hyphen), and the beginnings of words."""
    whole = frozenset(each.partition("-")[0] for each in words if each[-1] != "*")
    return whole, tuple(each[:-1] for each in words if each[-1] == "*")


def _first(words: tuple[str, ...], text: str, tongue: str) -> re.Match[str] | None:
    """The first of some words in a text."""
    if tongue == "en":
        told = latin_words(text)
        whole, begun = _whole(words)
        if whole.isdisjoint(told) and not any(each.startswith(begun) for each in told):
            return None
    return _pattern(words).search(text)


def compare_promises(
    source: str, target: str, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The cure or certainty that a translation promises, where nothing in the source is like it.

    >>> [each.message for each in compare_promises("症状持续改善。", "The patients improved and will be cured.")]
    ['“cured” is promised, the source says nothing like it']
    >>> compare_promises("也有治愈的可能。", "A cure is possible.")
    ()
    """
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    plain = prose(target)
    out = []
    for told, known in _PROMISES:
        found = _first(told[there], plain, there)
        if found is not None and _first(known[here], prose(source), here) is None:
            message = f"“{target[slice(*found.span())]}” is promised, the source says nothing like it"
            out.append(Difference("promise", message, None, found.span()))
    return tuple(out)


def unhedged(source: str, target: str, source_language: str = "", target_language: str = "") -> Difference | None:
    """The word by which the source holds something possible only, where the translation has none of any kind.

    >>> found = unhedged("効果を発揮する可能性がある。", "It exerts an effect.")
    >>> found and found.message
    'the source says “可能性がある”, the translation states it as a fact'
    >>> unhedged("効果を発揮する可能性がある。", "It may have an effect.")
    """
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    found = _first(_HEDGE[here], prose(source), here)
    if found is None or _first(_DOUBT[there], prose(target), there) is not None:
        return None
    # The listed word may be the beginning of one: かもしれ|ない.
    rest = _ENDING.match(source, found.end()) if here == "ja" else None
    span = (found.start(), rest.end() if rest else found.end())
    message = f"the source says “{source[slice(*span)]}”, the translation states it as a fact"
    return Difference("hedge", message, span, None)
