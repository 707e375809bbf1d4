"""The comments of an entry that the tool itself reads: the language note and durable facts.

The language note is an extracted comment (`#. lang: zh-Hans; foreign: 結果`): it comes with every
extraction. A durable fact is a translator comment (`# translator: word: value`), the one kind of
comment that every gettext tool keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translator.document import Language
from translator.errors import visible

_LANGUAGE = re.compile(r"lang: (?P<tag>[A-Za-z-]+)(?: \([^()]*\))?(?:; foreign: (?P<foreign>.*))?")
_KIND = re.compile(r" \([A-Za-z-]+\)(?:;(?= )|\Z)")
# What the tags that no reader of catalogs knows stand for.
_TOLD = {"zxx": "numbers, units or codes", "und": "undecided"}
# What notes say beside the place.
_NO_PLACE = ("lang: ", "row “", "<", "at most ")
# People also write `translator: ignore CHECK: reason`, as they would say it.
_FACT = re.compile(r"translator: (?:ignore (?P<ignored>.+)|(?P<word>[a-z-]+)(?:: (?P<value>.*))?)")


def language_note(language: Language, text: str) -> str:
    """The note for a segment's language: the tag, and the foreign characters inside with theirs.

    >>> from translator.document import Foreign
    >>> language_note(Language("zh-Hans", 0.9, (Foreign(2, 4, "ja"),)), "临床結果")
    'lang: zh-Hans; foreign: 結果 (ja)'
    >>> language_note(Language("zxx", 1.0), "12.2")
    'lang: zxx (numbers, units or codes)'
    """
    told = f" ({_TOLD[language.tag]})" if language.tag in _TOLD else ""
    if not language.foreign:
        return f"lang: {language.tag}{told}"
    if len(language.foreign) == 1:
        (only,) = language.foreign
        shown = text[only.start : only.end]
        return f"lang: {language.tag}{told}; foreign: {shown}" + (f" ({only.tag})" if only.tag not in _TOLD else "")
    by_tag: dict[str, dict[str, None]] = {}
    for each in language.foreign:
        by_tag.setdefault(each.tag, {})[text[each.start : each.end]] = None
    foreign = "; ".join([" ".join(found) + (f" ({tag})" if tag not in _TOLD else "") for tag, found in by_tag.items()])
    return f"lang: {language.tag}{told}; foreign: {foreign}" if foreign else f"lang: {language.tag}{told}"


def read_language(notes: Iterable[str]) -> tuple[str, str] | None:
    """(tag, foreign characters) from an entry's notes, or None where no language is noted.

    >>> read_language(("heading", "lang: zh-Hans; foreign: 験 結果 (ja); 詳 (zh-Hant)"))
    ('zh-Hans', '験 結果 詳')
    """
    for note in notes:
        match = _LANGUAGE.fullmatch(note) if note.startswith("lang: ") else None
        if match:
            foreign = match["foreign"]
            return match["tag"], _KIND.sub("", foreign) if foreign else ""
    return None


def kinds_of_places(notes: Iterable[str]) -> frozenset[str]:
    """The kinds of places that an entry's notes tell of, "" for running text.

    >>> sorted(kinds_of_places(("value, “title” in “home”", "row “5 mg”", "lang: ja"))), kinds_of_places(("lang: ja",))
    (['value, “title”'], frozenset({''}))
    """
    places = [each.partition("” in “") for each in notes if not each.startswith(_NO_PLACE)]
    return frozenset([place + "”" * bool(within) for place, within, _ in places]) or frozenset([""])


def fact(word: str, value: str = "") -> str:
    """The comment that records a durable fact.

    >>> fact("ignore", "number-mismatch: spelled out on purpose")
    'translator: ignore: number-mismatch: spelled out on purpose'
    """
    return f"translator: {word}: {value}" if value else f"translator: {word}"


def facts(comments: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(word, value) of every durable fact among translator comments, in order.

    >>> facts(("by hand", "translator: ignore number-mismatch: spelled out", "translator: done"))
    (('ignore', 'number-mismatch: spelled out'), ('done', ''))
    """
    found = (_FACT.fullmatch(each.strip()) for each in comments)
    return tuple((match["word"] or "ignore", match["value"] or match["ignored"] or "") for match in found if match)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A suppression in a comment: the check, what it is bound to ("" for any finding of the check), the reason."""

    check: str
    bound: str
    reason: str

    def covers(self, message: str, targets: Iterable[str]) -> bool:
        """Whether a finding with this message, in an entry with these targets, is the one that was accepted.

        What a comment is bound to are words of the message; in “” they may be words of the target instead.

        >>> read_ignored("number-mismatch (number 1): each").covers("number 1 is missing", ())
        True
        >>> read_ignored("number-mismatch (number 1): each").covers("number 12 is missing", ())
        False
        """
        if not self.bound or _holds(_flat(message), self.bound):
            return True
        quoted = _QUOTED.fullmatch(self.bound)
        return quoted is not None and any(_holds(_flat(each), quoted[1]) for each in targets)


_IGNORED = re.compile(r"(?P<check>[^(:]*)(?:\((?P<bound>“[^”]*”|.+?)\)\s*(?=:|\Z))?(?::(?P<reason>.*))?", re.DOTALL)
_QUOTED = re.compile("“([^“”]+)”")
_TAIL = 40
# What a message names: a number, a word of one of the texts.
_NAMING = re.compile("[0-9“{<%$`]|[A-Z]{2}|[^\x00-\x7f]")


def read_ignored(value: str) -> Ignored:
    """What the value of an `ignore` comment says.

    >>> read_ignored("number-mismatch (number 1 is missing): each serving")
    Ignored(check='number-mismatch', bound='number 1 is missing', reason='each serving')
    >>> read_ignored("residue: quoted (twice)")
    Ignored(check='residue', bound='', reason='quoted (twice)')
    """
    match = _IGNORED.fullmatch(value)
    if match is None:
        name, _, reason = value.partition(":")
        return Ignored(name.strip(), "", reason.strip())
    return Ignored(match["check"].strip(), _flat(match["bound"] or ""), (match["reason"] or "").strip())


def ignoring(check: str, message: str, target: str, *, reason: str) -> str:
    """The comment that accepts one finding, and no other of its check.

    It is bound to the message; one that names nothing is bound to the end of the target.

    >>> print(ignoring("number-mismatch", "number 1 is missing", "Each serving", reason="each is one"))
    translator: ignore number-mismatch (number 1 is missing): each is one
    >>> print(ignoring("truncated", "the translation seems to stop", "Wait here", reason="as on the sign"))
    translator: ignore truncated (“Wait here”): as on the sign
    """
    bound = _flat(message)
    if _NAMING.search(bound) is None:
        rest = re.split("[“”]|\\):", _flat(target))[-1].strip()
        tail = rest if len(rest) <= _TAIL else rest[-_TAIL:].partition(" ")[2] or rest[-_TAIL:]
        bound = f"“{tail}”" if tail else bound
    return f"translator: ignore {check} ({bound}): {reason}"


def _flat(text: str) -> str:
    return visible(" ".join(text.split()))


def _holds(text: str, words: str) -> bool:
    """Whether the words stand in a text, and are no part of longer words or numbers there."""
    before = r"(?<![A-Za-z0-9])(?<![0-9][.,])" if words[:1].isascii() and words[:1].isalnum() else ""
    behind = r"(?![A-Za-z0-9])(?![.,][0-9])" if words[-1:].isascii() and words[-1:].isalnum() else ""
    return words in text and re.search(before + re.escape(words) + behind, text) is not None


def without_fact(comments: Iterable[str], word: str) -> tuple[str, ...]:
    """The comments without the facts of a word."""
    return tuple(each for each in comments if not any(known == word for known, _ in facts((each,))))
