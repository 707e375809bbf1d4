"""Sources that are one text but for numbers, width and marks at the ends, and what each of them became."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from translator import inline
from translator.catalog import Entry
from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check
from translator.errors import shorten
from translator.languages.variants import fold

_LONGEST = 60
"""The characters of a source, at most: a longer one may be said in many ways."""
_NUMBER = re.compile("[0-9０-９]+(?:[.,:/．，：／][0-9０-９]+)*")
# A full stop or a colon; three dots say something.
_END = re.compile(r"(?<!\.)[.:]?\s*$")
_IDEOGRAPH = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
# What a number is in words, and what goes with its number or its place among others.
_NUMERALS = re.compile("[両〇零一二三四五六七八九十百千万亿億两兩壹贰半数數几幾初首]+")
_COUNTED = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|sixth|once|twice|thrice"
    r"|half|quarter|single|double|triple|hundred|thousand|million|billion|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:septem|octo|novem|decem)ber|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?|a\.?m\.?|p\.?m\.?|noon|midnight"
    r"|an?|the|each|every|is|are|was|were|has|have|does|do)\b|(?<=[0-9])(?:st|nd|rd|th)\b"
)
_MANY = re.compile(r"(?<=[a-z]{2})(?:es|s)\b")
_PEOPLE = {"people": "person", "children": "child", "men": "man", "women": "woman"}
_BLANK = re.compile(r"[\W_]+")


@check("inconsistent-translation", severity="warning", scope="catalog")
def inconsistent_translation(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """Sources that are the same but for a number, for width or for a mark at the end are said in two ways.

    A reader of a table takes two words for two things. Forms of number (tablet, tablets), numbers in words and spaces do not
    count, entries that a context parts are not compared. Told where at least two others agree; of two Chinese or Japanese
    sources without a number, at the second.

    Bad: `第3组` → `グループ3`, beside `第1组` → `第1群`, `第2组` → `第2群`
    Good: `第3组` → `第3群` beside them
    """
    if subject.catalog is None or subject.is_last:
        return
    groups: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for entry in subject.catalog.live():
        is_told = entry.is_filled and not entry.is_fuzzy and entry.plural is None
        is_told = is_told and not inline.is_blank(entry.source, entry.target)
        if is_told and len(entry.source) <= _LONGEST and entry.target not in (entry.source, inline.EMPTY):
            groups[entry.key[0], _said(entry.source)].append(entry)
    for (_, said), entries in groups.items():
        if len(entries) > 1 and sum(map(str.isalpha, said)) > 1:
            yield from _faults(entries, said)


def _faults(entries: list[Entry], said: str) -> Iterator[Fault]:
    forms = [_rendered(each.target) for each in entries]
    usual, count = Counter(forms).most_common(1)[0]
    # Of two, either may be right: 14日分 is 14 days, 35日分 five weeks; “Duplicate” may be a noun.
    if count == 1 and ("0" in said or _IDEOGRAPH.search(said) is None):
        return
    model = entries[forms.index(usual)]
    for entry, form in zip(entries, forms, strict=True):
        if form != usual:
            told = f"“{shorten(model.source, 40)}” is “{shorten(model.target, 40)}” in this document; say the same here"
            yield Fault(told, (0, len(entry.target)), key=entry.key)


def _said(source: str) -> str:
    """A source without what its numbers are, and the marks at its ends.

    >>> _said("第２组：") == _said("第1组")
    True
    """
    return _END.sub("", fold(_NUMBER.sub("0", source))).strip()


def _rendered(target: str) -> str:
    """A translation without numbers, however they are said, and without spaces and marks.

    >>> _rendered("1 tablet a day") == _rendered("Two tablets each day"), _rendered("第1群") == _rendered("グループ2")
    (True, False)
    """
    text = fold(_NUMBER.sub("0", target)).lower()
    if not text.isascii():
        text = _NUMERALS.sub("0", text)
    text = _MANY.sub("", _COUNTED.sub("0", " ".join(_PEOPLE.get(each, each) for each in text.split())))
    return _BLANK.sub("", text).replace("0", "")
