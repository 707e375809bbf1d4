"""What machines and translators left in a translation, and no reader should see."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check
from translator.errors import shorten
from translator.languages.leftovers import (
    NOTE,
    REFUSAL,
    REMARK,
    TASK,
    Leftover,
    having_leftovers,
    leftovers,
    may_have_leftovers,
    undecided,
)


def _found(pair: Pair, context: Context) -> tuple[Leftover, ...]:
    """The leftovers of a pair, looked for once."""
    if not may_have_leftovers(pair.target):
        return ()
    found: tuple[Leftover, ...] | None = pair.memory.get("leftovers")
    if found is None:
        found = pair.memory["leftovers"] = leftovers(pair.source, pair.target_prose) if pair.is_compared else ()
    return found


def _may_have(pairs: Pairs) -> int:
    return having_leftovers(pairs.targets)


def _may_remark(pairs: Pairs) -> int:
    return _may_have(pairs) | pairs.targets.holding("```")


def _may_slash(pairs: Pairs) -> int:
    return pairs.compared & pairs.targets.holding("/", "／")


def _first(pair: Pair, context: Context, kind: int) -> tuple[int, int] | None:
    return next(((each.start, each.end) for each in _found(pair, context) if each.kind == kind), None)


@check("refused-translation", severity="error", needs=Sifted(_may_have, _found))
def refused_translation(pair: Pair, context: Context) -> Iterator[Fault]:
    """A machine's refusal, or what was asked of it, stands in place of the translation.

    Told in place of all that differs from the source; a source that speaks of translating or of such machines may say so.

    Bad: `3分の2は改善した。` → `作为人工智能语言模型，我无法翻译此内容。`, `I'm sorry, but I can't assist with that.`
    Good: `翻訳できませんでした。` → `无法翻译。`, `This could not be translated.`
    """
    span = _first(pair, context, REFUSAL)
    if span is not None:
        told = f"“{shorten(pair.target[slice(*span)], 40)}” is what a machine says that does not translate; translate the source"
        yield Fault(told, span, instead_of=frozenset((pair.entry.key,)))


def _has_remark(pair: Pair, context: Context) -> bool:
    return bool(_found(pair, context)) or _fence(pair) is not None


def _fence(pair: Pair) -> tuple[int, int] | None:
    at = pair.target.find("```")
    return (at, at + 3) if at >= 0 and "```" not in pair.source and "~~~" not in pair.source else None


@check("machine-remark", severity="error", needs=Sifted(_may_remark, _has_remark))
def machine_remark(pair: Pair, context: Context) -> Iterator[Fault]:
    """What a machine says about its translation stands in the translation: a preamble, a remark, the fence of an answer.

    A source that speaks of translations may say so.

    Bad: `1年間です。` → `以下是翻译：为期一年。`, `Here is the translation: One year.`, `以下は翻訳です。1年間です。`
    Good: `1年間です。` → `为期一年。`, `One year.`; `译文：` → `Translation:`
    """
    if _first(pair, context, REFUSAL) is not None:
        return
    span = _first(pair, context, REMARK) or _fence(pair)
    if span is not None:
        told = f"“{shorten(pair.target[slice(*span)], 40)}” speaks of the translation, as machines do; leave it out"
        yield Fault(told, span)


@check("leftover-note", severity="error", needs=Sifted(_may_have, _found))
def leftover_note(pair: Pair, context: Context) -> Iterator[Fault]:
    """A note of what is still to be done is left in the translation: TODO, 要確認, 待确认, [TN: …], ???, lorem ipsum.

    A source that says something like it may: 要確認 for 需核对, TBD for 未定, `???` where it asks.

    Bad: `みなと製薬` → `港口制药【译注：公司名待确认】`, `腫瘍のリスク` → `the risk of tumors (TODO: check)`
    Good: `要確認` → `待确认`, `发售日待定` → `Release date: TBD`
    """
    for each in _found(pair, context):
        if each.kind == TASK:
            told = f"“{shorten(pair.target[each.start : each.end], 40)}” is a note of work that is not done; settle it, and leave it out"
            yield Fault(told, (each.start, each.end))
            return


@check("translators-note", severity="info", needs=Sifted(_may_have, _found))
def translators_note(pair: Pair, context: Context) -> Iterator[Fault]:
    """A translator's note stands in the translation: readers of some books expect it, those of a notice do not.

    Bad: `株式会社` → `株式会社（译注：日本的股份公司）`
    Good: `株式会社` → `股份公司`
    """
    span = _first(pair, context, NOTE)
    if span is not None and _first(pair, context, TASK) is None:
        yield Fault("a translator's note stands in the text", span)


def _slashed(pair: Pair, context: Context) -> tuple[int, int] | None:
    if ("/" not in pair.target and "／" not in pair.target) or not pair.is_compared:
        return None
    return undecided(pair.source, pair.target_prose)


@check("undecided-wording", severity="warning", needs=Sifted(_may_slash, _slashed))
def undecided_wording(pair: Pair, context: Context) -> Iterator[Fault]:
    """Two words are given for one, with a slash between them: the translator has not chosen.

    Told where the source has no slash, list or “or”, and no word that is a pair itself (開閉, 日時, toggle).

    Bad: `患者は改善した。` → `The patients/participants improved.`
    Good: `医師または看護師` → `doctor/nurse`, `切换显示` → `表示/非表示の切り替え`
    """
    span = _slashed(pair, context)
    if span is not None:
        told = f"“{shorten(pair.target[slice(*span)], 40)}” gives two words, the source one; choose"
        yield Fault(told, span)
