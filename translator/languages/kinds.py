"""What the characters of a text are evidence for, as one byte each: looked up once, then asked by many.

A text's own characters are made anew each time that it is gone through; bytes are searched several times as fast.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate, chain
from operator import itemgetter
from typing import NamedTuple

from translator.languages import characters

MARKS = {"，": 2.5, "。": 2.0, "“": 1.5, "；": 1.0, "！": 1.0, "？": 1.0, "：": 1.0, "《": 1.0}
"""Nats for Chinese by marks beside ideographs alone: a Japanese sentence that has a stop has kana, too."""
_UTF_16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_MANY = 0x10000
_PLANE = 0x10000
_RANGE = re.compile("(.)-(.)", re.DOTALL)
_HAN = (*_RANGE.findall(characters.HAN_CLASS), *((char, char) for char in "々〆〇"))
_FAR_HAN = [(low, high) for low, high in _HAN if ord(low) >= _PLANE]
_FAR = re.compile("[\U00010000-\U0010ffff]")
_SEPARATOR = "\uffff"
"""Parts texts that are looked up together; where one holds it itself, it is a sign like others."""
_OTHER_SIGN = "\ufffe"
NOTHING = b"\0"
"""The kind of a character that tells nothing and is in no set."""


class Kind(NamedTuple):
    """What a character is: the languages that do not hold it, and the sets of characters that it is in.

    `run` names the kana whose runs it is part of; `weight` is that of a mark.
    """

    outside: frozenset[str] = frozenset()
    is_han: bool = False
    is_kana: bool = False
    run: str = ""
    is_bopomofo: bool = False
    is_hangul: bool = False
    weight: float = 0.0
    is_separator: bool = False


class Seen(NamedTuple):
    """What the kinds of a text's characters say together.

    `outside` are the languages that do not hold all of them, `only` those of zh-Hans, zh-Hant and ja that alone hold
    one of the ideographs. `is_neutral` says that no character parts the scripts of Chinese, `is_ideographic`
    that there certainly is an ideograph or kana: without it there may be some that tell nothing. `alone` is the
    language whose kana or own ideographs are met, where it holds all of them, or "".
    """

    outside: frozenset[str]
    only: tuple[str, ...]
    has_kana: bool
    has_bopomofo: bool
    has_hangul: bool
    weight: float
    is_neutral: bool
    is_ideographic: bool
    alone: str


class _Table(NamedTuple):
    """The kinds by their numbers, and the number of each character: of those before U+10000, and some behind it."""

    kinds: tuple[Kind, ...]
    near: bytes
    far: Mapping[int, int]

    def of(self, point: int) -> int:
        """The number of a character's kind."""
        if point < _PLANE:
            return self.near[point]
        known = self.far.get(point)
        if known is None:
            return int(any(ord(low) <= point <= ord(high) for low, high in _FAR_HAN))
        return known


@cache
def _table() -> _Table:
    kinds, near, far = [Kind()], bytearray(_PLANE), dict[int, int]()

    def put(kind: Kind, ranges: Iterable[tuple[str, str]]) -> None:
        """Gives the characters of ranges a kind."""
        for first, last in ranges:
            if ord(last) < _PLANE:
                near[ord(first) : ord(last) + 1] = bytes([len(kinds)]) * (ord(last) + 1 - ord(first))
        kinds.append(kind)

    put(Kind(is_han=True), _HAN)
    for tags, chars in characters.repertoires():
        outside = frozenset(characters.IDEOGRAPHIC).difference(tags)
        number = len(kinds)
        kinds.append(Kind(outside, is_han=True))
        for char in chars:
            if char < "\U00010000":
                near[ord(char)] = number
            else:
                far[ord(char)] = number
    kana = Kind(frozenset(characters.CHINESE), is_kana=True)
    put(kana, [("\u3300", "\u3357")])
    put(kana._replace(run="hiragana"), [("\u3041", "\u3096"), ("\u309d", "\u309f")])
    katakana = "\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff6f\uff71-\uff9d"
    put(kana._replace(run="katakana"), _RANGE.findall(katakana))
    put(Kind(run="katakana"), [("ー", "ー"), ("ｰ", "ｰ")])
    put(Kind(frozenset(["ja"]), is_bopomofo=True), [("\u3105", "\u312f"), ("\u31a0", "\u31bf")])
    put(Kind(is_hangul=True), [("가", "힣")])
    for mark, weight in MARKS.items():
        put(Kind(weight=weight), [(mark, mark)])
    put(Kind(is_separator=True), [(_SEPARATOR, _SEPARATOR)])
    return _Table(tuple(kinds), bytes(near), far)


def kinds_of(text: str) -> bytes:
    """The number of the kind of each character."""
    if len(text) > _MANY:
        return b"".join([kinds_of(text[at : at + _MANY]) for at in range(0, len(text), _MANY)])
    units = text.encode(_UTF_16, "surrogatepass")
    if len(units) > 2 * len(text):
        near = bytearray(kinds_of(_FAR.sub("\0", text)))
        for match in _FAR.finditer(text):
            near[match.start()] = _table().of(ord(match[0]))
        return bytes(near)
    if len(text) < 2:
        return bytes(map(_table().of, map(ord, text)))
    # One call for all characters takes less time than one for each.
    return bytes(itemgetter(*array("H", units))(_table().near))


class Gathered(NamedTuple):
    """Texts whose characters are looked up together, which takes less time.

    `kinds` are those of all characters with one of a separator behind each text, `starts` says where each text
    begins, `sizes` how many bytes of UTF-8 it takes, and `said` what it says.
    """

    kinds: bytes
    starts: Sequence[int]
    sizes: Sequence[int]
    said: Sequence[Seen]


def gathered(texts: Sequence[str]) -> Gathered:
    """What the kinds of the characters of each text say.

    >>> [sorted(each.outside) for each in gathered(["检查", "検査の"]).said]
    [['ja', 'zh-Hant'], ['zh-Hans', 'zh-Hant']]
    """
    joined = _SEPARATOR.join((*texts, ""))
    if joined.count(_SEPARATOR) > len(texts):
        joined = _SEPARATOR.join((*(each.replace(_SEPARATOR, _OTHER_SIGN) for each in texts), ""))
    kinds = kinds_of(joined)
    telling = kinds.translate(None, searches().silent).split(kinds[-1:])[:-1] if texts else []
    starts = array("I", accumulate([len(each) + 1 for each in texts], initial=0))
    sizes = list(map(len, joined.encode("utf-8", "surrogatepass").split(_SEPARATOR.encode())))
    return Gathered(kinds, starts, sizes[: len(texts)], [_seen(frozenset(each)) for each in telling])


class Searches(NamedTuple):
    """What is searched for in the kinds of a text's characters.

    `hiragana` and `katakana` are tables for `bytes.translate` that make what their runs consist of `!`, the rest `.`.
    `strange` finds, by tag, a character that a language does not hold, and `foreign` the run of ideographs that holds one;
     `not_kana` and `silent` are the kinds that are no kana, and that say nothing of a language.
    """

    kana: re.Pattern[bytes]
    han: re.Pattern[bytes]
    hiragana: bytes
    katakana: bytes
    strange: Mapping[str, re.Pattern[bytes]]
    foreign: Mapping[str, re.Pattern[bytes]]
    not_kana: bytes
    silent: bytes


@cache
def searches() -> Searches:
    """The expressions for what `kinds_of` gives."""
    listed = _table().kinds

    def numbers(fits: Callable[[Kind], bool]) -> bytes:
        """The numbers of the kinds that fit."""
        return bytes([number for number, each in enumerate(listed) if fits(each)])

    def of(fits: Callable[[Kind], bool]) -> bytes:
        """An expression for a character of the kinds that fit."""
        return b"[" + re.escape(numbers(fits)) + b"]"

    def table(run: str) -> bytes:
        """A table for `bytes.translate`: what a run consists of becomes `!`, the rest `.`."""
        wanted = numbers(lambda each: each.run == run)
        return bytes([ord("!" if number in wanted else ".") for number in range(256)])

    def foreign(tag: str) -> bytes:
        """An expression for a run of ideographs of which one at least is strange."""
        run = of(lambda each: each.is_han)
        plain = of(lambda each: each.is_han and not _is_strange(tag, each))
        strange = of(lambda each: each.is_han and _is_strange(tag, each))
        return b"(?<!" + run + b")" + plain + b"*" + strange + run + b"*"

    return Searches(
        kana=re.compile(of(lambda each: each.is_kana)),
        han=re.compile(of(lambda each: each.is_han) + b"+"),
        hiragana=table("hiragana"),
        katakana=table("katakana"),
        strange={tag: re.compile(of(partial(_is_strange, tag))) for tag in characters.IDEOGRAPHIC},
        foreign={tag: re.compile(foreign(tag)) for tag in characters.IDEOGRAPHIC},
        not_kana=numbers(lambda each: not each.is_kana),
        silent=numbers(lambda each: each._replace(is_han=False, run="") == Kind()),
    )


def _is_strange(tag: str, kind: Kind) -> bool:
    return tag in kind.outside


def seen(kinds: bytes) -> Seen:
    """What the characters of these kinds say together.

    >>> sorted(seen(kinds_of("检查")).outside), seen(kinds_of("検査の")).has_kana
    (['ja', 'zh-Hant'], True)
    """
    return _seen(frozenset(kinds.translate(None, searches().silent)))


@lru_cache(maxsize=1024)
def _seen(numbers: frozenset[int]) -> Seen:
    listed = [_table().kinds[number] for number in numbers]
    outside = frozenset(chain.from_iterable(each.outside for each in listed))
    alone = {frozenset(characters.IDEOGRAPHIC) - each.outside for each in listed if each.is_han}
    only = tuple([tag for tag in characters.IDEOGRAPHIC if frozenset([tag]) in alone])
    has_kana = any(each.is_kana for each in listed)
    first = "ja" if has_kana else only[0] if only else ""
    return Seen(
        outside,
        only,
        has_kana,
        any(each.is_bopomofo for each in listed),
        any(each.is_hangul for each in listed),
        sum(each.weight for each in listed),
        outside.isdisjoint(characters.CHINESE),
        any(each.is_kana or (each.is_han and each.outside) for each in listed),
        "" if first in outside else first,
    )
