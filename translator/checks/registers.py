"""Sentences that leave the register of their document: です・ます and だ・である, 您 and 你."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from translator.catalog import Entry
from translator.checks._prose import GAP, hide
from translator.checks._subject import CatalogSubject
from translator.checks._value import Context, Fault, check
from translator.languages.registers import ORDER, PLAIN, POLITE, Sentence, chinese, japanese

_LEAST = 6
"""The sentences in which a document has to be of one register, for one of the other to be told."""
_SHARE = 15
"""So many times as often the one register has to stand as the other."""
_MOST = 8
"""The sentences of the other register that are told, at most: more are a manner of their own, as of tool tips."""
# What asks somebody to do something, or not to.
_ASKS = re.compile("请|請|勿|不要|别|別|务必|務必|必须|必須|ください|下さい|(?i:please|do not|don.t|never|must)")
_NAMES = {
    ("ja", POLITE): "です・ます",
    ("ja", PLAIN): "だ・である",
    ("ja", ORDER): "…こと",
    ("zh", POLITE): "您",
    ("zh", PLAIN): "你",
}
_Read = Callable[[str], list[Sentence]]


@check("mixed-register", severity="warning", scope="catalog")
def mixed_register(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A sentence leaves the register of its document: だ・である among です・ます, 你 among 您, or the reverse.

    The document's own habit decides: told where one register stands 6 times and more, and the other once or in every
    sixteenth place. Headings, fragments, quotations and sentences that end in a noun have no register; …こと is told as an
    order where all other requests say ください.

    Bad: `问题已得到答复。` → `質問に回答を得た。`, where the others end in です・ます; `告知你的姓名` where the others say 您
    Good: `问题已得到答复。` → `質問に回答を得ました。`, `告知您的姓名`
    """
    language = "ja" if subject.tag == "ja" else "zh" if subject.tag in ("zh-Hans", "zh-Hant") else ""
    if subject.catalog is None or subject.is_last or not language:
        return
    counts: Counter[str] = Counter()
    first: dict[str, list[tuple[Entry, Sentence]]] = {PLAIN: [], POLITE: [], ORDER: []}
    read: _Read = japanese if language == "ja" else chinese
    for entry in subject.catalog.live():
        if not entry.is_filled or entry.is_fuzzy or entry.plural is not None:
            continue
        for each in read(entry.target):
            if each.register == ORDER and _ASKS.search(entry.source) is None:
                continue
            counts[each.register] += 1
            told = first[each.register]
            if entry.target != entry.source and (not told or told[-1][0] is not entry) and len(told) <= _MOST:
                told.append((entry, each))
    for register, habit in ((PLAIN, POLITE), (POLITE, PLAIN), (ORDER, POLITE)):
        most, few = counts[habit], counts[register]
        if most >= _LEAST and (few == 1 or few * _SHARE <= most) and few <= _MOST:
            yield from _faults(first[register], language, (habit, most))


def _faults(found: list[tuple[Entry, Sentence]], language: str, habit: tuple[str, int]) -> Iterator[Fault]:
    name, count = _NAMES[language, habit[0]], habit[1]
    for entry, each in found:
        # No markup is quoted, and code has no register.
        start = max(each.start, hide(entry.target).rfind(GAP, each.start, each.end) + 1)
        said = entry.target[start : each.end]
        if len(said) > (language == "ja"):
            what = f"“…{said}” is in {_NAMES[language, each.register]}" if language == "ja" else f"“{said}”"
            places = "sentences" if language == "ja" else "places"
            yield Fault(f"{what}; {count} {places} of this document are in {name}", (start, each.end), key=entry.key)
