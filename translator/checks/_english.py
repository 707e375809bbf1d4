"""Which Latin words are English ones: from a word list of plain forms and the endings that words take."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("ily", "y"), ("ness", ""), ("er", ""), ("er", "e"), ("ers", ""), ("est", ""),
)  # fmt: skip


@cache
def _lists() -> tuple[frozenset[str], tuple[str, ...]]:
    """(common words, all words in order), in their plain forms."""
    text = (files(__package__) / "data" / "english.txt").read_text(encoding="utf-8")
    common, _, rest = text.partition("# less common\n")
    first = tuple(line for line in common.splitlines() if line[0] != "#")
    return frozenset(first), tuple(sorted((*first, *rest.split())))


@cache
def _listed(kind: str) -> frozenset[str]:
    """The words of a kind in data/words.txt: calendar, interface, product, short."""
    text = (files(__package__) / "data" / "words.txt").read_text(encoding="utf-8")
    _, _, rest = text.partition(f"[{kind}]")
    return frozenset(rest.partition("\n")[2].partition("[")[0].split())


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """(names that Chinese and Japanese write in their own letters, the words of them)."""
    text = (files(__package__) / "data" / "names.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line[0] != "#"]
    return frozenset(lines), frozenset(word for line in lines for word in re.findall(r"[a-z]{4,}", line))


def is_own_name(text: str) -> bool:
    """Whether a text is a name that Chinese and Japanese write in their own letters.

    Languages, scripts, places, currencies, months and days: CLDR knows how each is written there.

    >>> is_own_name("Vienna"), is_own_name("Algerian Arabic"), is_own_name("GitHub")
    (True, True, False)
    """
    names, parts = _names()
    lower = text.strip(_AROUND).lower()
    if lower in _listed("product"):
        return False
    if lower in names or lower in _listed("calendar"):
        return True
    found = _NAME_WORD.findall(lower)
    return len(found) > 1 and " ".join(found) == lower and all(each in parts for each in found)


_AROUND = " \t\n.,:;!?()\"'"
_NAME_WORD = re.compile("[a-z]+")


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Whether a word is a common one in any form, without regard to case.

    >>> is_common("Xcode"), is_common("Deaths"), is_common("Kampala"), is_common("Logins")
    (False, True, False, True)
    """
    lower = word.lower()
    if lower in _listed("product") and word[0].isupper():
        return False
    return lower in _listed("calendar") or _has(lower, lambda each: each in _lists()[0] or each in _listed("interface"))


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether a word is in the list in any form, or a usual short form, without regard to case."""
    lower = word.lower()
    return lower in _listed("calendar") or lower in _listed("short") or _has(lower, _is_listed)


def is_stub(word: str) -> bool:
    """Whether a word is none, but the beginning of one: it begins a known one, or ends as hardly any does.

    >>> is_stub("insta"), is_stub("install"), is_stub("zsh"), is_stub("Worktr"), is_stub("Kampala")
    (True, False, False, True, False)
    """
    lower = word.lower()
    if is_word(word) and (len(lower) > 3 or is_common(lower) or lower in _listed("short")):
        return False
    words = _lists()[1]
    at = bisect_left(words, lower)
    begins = at < len(words) and words[at].startswith(lower)
    # Names end so too: Bengali, Honolulu.
    is_name = word[:1].isupper() and word[1:].islower() and lower[-1:] in ("i", "u")
    if _is_half_ended(lower):
        return True
    return begins or (len(lower) > 4 and lower.isascii() and not is_name and _SELDOM_ENDS.search(lower) is not None)


def _is_half_ended(word: str) -> bool:
    """Whether a word is a known one with the beginning of an ending: “renderi”, “followin”."""
    return any(
        word.endswith(part) and len(word) - len(part) >= _STEM and is_word(word[: -len(part)]) for part in _HALF_ENDINGS
    )


_STEM = 5
_HALF_ENDINGS = ("i", "in", "nes", "ne", "atio", "ati")
_SELDOM_ENDS = re.compile(
    "(?:av|bb|bi|bl|br|bu|cc|ci|cl|cr|cu|dd|di|dl|dr|du|ec|ev|fi|fo|fu|gg|gr|gu|hr|iv|iz|li|lu|mm|nc|nf|nn|oi|ou|ov"
    "|pl|pp|pr|pu|qu|rc|ri|ru|sc|si|su|tc|ti|tl|tr|tu|ua|uc|ui|vi|wa|wi|wo)$"
)
"""Two letters that stand in more than 150 words of the list, and in less than one of a hundred at the end."""


def _is_listed(word: str) -> bool:
    words = _lists()[1]
    at = bisect_left(words, word)
    return at < len(words) and words[at] == word


def _has(word: str, known: Callable[[str], bool]) -> bool:
    return bool(known(word)) or any(
        len(word) - len(ending) >= 2
        and word.endswith(ending)
        and (known(word[: -len(ending)] + instead) or _is_doubled(word[: -len(ending)], known))
        for ending, instead in _ENDINGS
    )


def _is_doubled(stem: str, known: Callable[[str], bool]) -> bool:
    """`stopp` of `stopped`."""
    return len(stem) > 3 and stem[-1] == stem[-2] and bool(known(stem[:-1]))
