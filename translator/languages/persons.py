"""Names of persons in Han characters, between Chinese and Japanese: 山田健一医生 is 山田健一医師, character by character.

Knows only names that stand beside a title or behind a label; how a name is read in English is not told by its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.variants import fold

_HAN = "[一-龥々𠮷髙﨑]"
_LABEL = (
    "(?:院[长長]|所[长長]|部[长長]|科[长長]|室[长長]|校[长長]|会[长長]|社[长長]|理事[长長]?|主任|担当(?:者|医師?|医)?|負責人|负责人|責任者|责任者|代表(?:者|取締役)?|医[师師生]|大夫|教授|"
    "講師|讲师|氏名|姓名|監修(?:者)?|监修|執筆(?:者)?|著者|作者|主治医(?:师|生|師)?|薬剤師|药师|护士长|看護師長|経理|经理|記者|记者|联系人|連絡人)"
)
_TITLE = "(?:医[师師生]|先生|大夫|教授|准教授|助教|院[长長]|所[长長]|部[长長]|科[长長]|会[长長]|社[长長]|理事[长長]|主任|女士|小姐|博士|氏|さん|さま|様|技師|薬剤師|药师|看護師|护士)"
_LABELLED = Sought(rf"{_LABEL} ?[:：] ?({_HAN}{{2,5}})(?!{_HAN})")
_TITLED = Sought(rf"(?<!{_HAN})({_HAN}{{2,5}}?) ?{_TITLE}(?![一-龥])")
_HINT = Sought(rf"{_LABEL} ?[:：]|(?<={_HAN}) ?{_TITLE}")
# 主治医师, 担当医師, 専門医師 are no names.
_COMMON = re.compile(
    "医|師|师|生$|長|长|任|専|专|門|门|科|部|課|课|室|当|担|主|治|内|外|教|授|助|副|前|現|现|新|代|表|本|当|該|该|各|全|患|者|家|客|皆|看|護|护|士|業|业|社|会|病|院|学|大|名|所|人|員|员|夫妻|父|母|子供|相談|奥|神|王|殿|仏|我|你|您|他|她|的|是|请|請|由|和|与|男|女|老|小|技|薬|药|剤|剂|研究|責|责|質|质"
)


def compare_persons(source: str, target: str) -> tuple[Difference, ...]:
    """The name of a person that stands in the other text with one other character, and nowhere as it is.

    >>> [each.message for each in compare_persons("院长:山田健一(专科医师)", "院長:山田健二(専門医)")]
    ['“山田健一” became “山田健二”']
    >>> compare_persons("院长:泽村广子", "院長：澤村広子")
    ()
    """
    ours = list(_names(source))
    theirs = list(_names(target)) if ours else []
    known = fold(target)
    for name, span in ours:
        if fold(name) in known:
            continue
        for other, place in theirs:
            if _is_slip(fold(name), fold(other)) and fold(other) not in fold(source):
                return (Difference("name", f"“{name}” became “{other}”", span, place),)
    return ()


def naming(sources: Texts, targets: Texts) -> int:
    """The texts that may name a person beside a title, as their translation does."""
    return sources.having(_HINT) & targets.having(_HINT)


def _names(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for pattern, is_sure in ((_LABELLED, True), (_TITLED, False)):
        for match in pattern.finditer(text):
            if is_sure or _COMMON.search(match[1]) is None:
                yield match[1], match.span(1)


def _is_slip(one: str, two: str) -> bool:
    """Whether one character of two to five is another one; the family name of a short name stays."""
    if len(one) != len(two) or one[0] != two[0]:
        return False
    return sum(a != b for a, b in zip(one, two, strict=True)) == 1 and len(one) > 2
