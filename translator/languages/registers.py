"""The register that sentences of ja and zh are in: です・ます or だ・である, 您 or 你; what has none is neutral."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translator.frozen import swift

POLITE, PLAIN, ORDER = "polite", "plain", "order"
"""Registers: です・ます and 您; だ・である and 你; an order that ends in a noun (…こと)."""


@swift
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a form of address, with its register and what shows it: a half-open span of the text."""

    register: str
    start: int
    end: int


_POLITE_ENDS = tuple(
    stem + end
    for stem in ("です", "ます", "ました", "ません", "でした", "ましょう", "でしょう", "ください", "下さい", "ませ")
    for end in ("", "か", "ね", "よ", "よね", "が", "から", "ので", "けど")
)
_PLAIN_ENDS = ("る", "た", "だ", "い", "う", "す", "つ", "む", "ぶ", "ぬ", "ぐ", "るか", "たか", "いか", "うか")
# Nouns, calls and what is left out behind them: 次のとおり, ありがとう, …するよう.
_NEUTRAL_ENDS = tuple(
    [
        "なさい",
        "はい",
        "ありがとう",
        "おめでとう",
        "おはよう",
        "よう",
        "くらい",
        "ぐらい",
        "ほう",
        "あなた",
        "かた",
        "また",
        "まだ",
        "ただ",
        "いただ",
        "どう",
        "こう",
        "そう",
        "もう",
        "ふう",
        "たい",
        "みたい",
        "せい",
        "つう",
        "すう",
        "ずう",
        "とう",
        "さい",
        "らい",
        "いっぱい",
        "ちがい",
        "まちがい",
        "ねらい",
        "ちがう",
        "みまい",
        "とりあつかい",
        "あつかい",
        "ふるまい",
        "おもい",
        "つかい",
    ]
)
_QUOTED = re.compile("「[^「」]*」|『[^『』]*』|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|\\([^()]*\\)|《[^《》]*》")
# No condition: 18歳以上であること.
_ORDER = re.compile("(?:(?<![あいきれ])る|ない|[くすむつぶぐ])こと$")
_STOP = re.compile("[。！？]")
_SHOWN = 12
"""How much of a sentence's end shows its register."""


def _bare(text: str) -> str:
    """The text with everything in quotation marks and brackets written over; offsets stay."""
    return _QUOTED.sub(lambda match: "\ufffc" * len(match[0]), text)


def japanese(text: str) -> list[Sentence]:
    """The sentences of a Japanese text that end in a stop and have a register, in order.

    >>> [each.register for each in japanese("結果です。「よい」と言った。注意。")]
    ['polite', 'plain']
    """
    if "。" not in text and "！" not in text and "？" not in text:
        return []
    bare = _bare(text)
    found = []
    begin = 0
    for stop in _STOP.finditer(bare):
        said = bare[begin : stop.start()]
        register = _register(said)
        if register:
            found.append(Sentence(register, max(begin, stop.start() - _SHOWN), stop.end()))
        begin = stop.end()
    return found


def _register(said: str) -> str:
    if said.endswith(_POLITE_ENDS):
        return POLITE
    if said.endswith("こと"):
        return ORDER if _ORDER.search(said) is not None and "こと、" not in said else ""
    return PLAIN if said.endswith(_PLAIN_ENDS) and not said.endswith(_NEUTRAL_ENDS) and len(said) > 2 else ""


def chinese(text: str) -> list[Sentence]:
    """The places where a Chinese text speaks to its reader, in order; none inside quotation marks.

    >>> [each.register for each in chinese("请告知您的姓名，你们都要。“你”")]
    ['polite', 'plain']
    """
    if "您" not in text and "你" not in text:
        return []
    bare = _bare(text)
    return [Sentence(POLITE if match[0] == "您" else PLAIN, *match.span()) for match in re.finditer("[您你]", bare)]
