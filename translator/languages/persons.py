"""Names of persons in Han characters, between Chinese and Japanese: 山田健一医生 is 山田健一医師, character by character.

Knows names that stand beside a title or behind a label, and those with a frequent family name of Japan; how a name is read in English is not told by its characters.
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


# Frequent family names of Japan.
_FAMILY = (
    "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|齋藤|清水|山崎|阿部"
    "|池田|橋本|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|藤原|岡本|三浦|金子"
    "|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口|今井|高田|工藤"
    "|丸山|増田|杉山|村田|大塚|小山|平野|藤本|河野|上野|武田|野口|松井|千葉|菅原|岩崎|久保|木下|佐野|野村|松尾|菊地|菊池|市川|杉本"
    "|古川|大西|島田|水野|桜井|高野|渡部|吉川|山内|西田|飯田|西川|小松|北村|安田|五十嵐|川口|平田|関口|中田|久保田|服部|川崎|土屋"
    "|福島|本田|樋口|秋山|田口|永井|山中|中西|吉村|川上|石原|大橋|松岡|浜田|馬場|森本|矢野|浅野|松下|星野|大久保|吉岡|小池|野田|荒木"
    "|熊谷|松浦|大谷|内藤|黒田|尾崎|川村|永田|松村|西山|望月|田島|大島|大石|三宅|荒井|新井|早川|平井|須藤|岡崎|川島|本間|河合|内田"
    "|黒木"
)
_PERSON = re.compile(rf"(?:{fold(_FAMILY)})[ 　]?[一-龥々]{{1,3}}")
_FULL = re.compile(rf"(?:{fold(_FAMILY)})[一-龥々]{{2}}")
# Names in all their forms, before they are folded.
_NAMED = re.compile("[一-龥々]{4}")


def of_family(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the name with a Japanese family name that a stretch of a text lies in; None where it is in none.

    >>> of_family("报告人：佐藤美咲（东京）", 7, 8)
    (4, 8)
    """
    folded = fold(text)
    if len(folded) != len(text):
        return None
    for match in _PERSON.finditer(folded, max(0, start - 8)):
        if match.start() <= start and end <= match.end():
            return match.span()
        if match.start() > start:
            return None
    return None


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
    return _slipped(source, target, known)


def _slipped(source: str, target: str, known: str) -> tuple[Difference, ...]:
    """A family name and two characters that no title stands beside, of which the target has one other character."""
    folded = fold(source)
    if len(known) != len(target) or len(folded) != len(source):
        return ()
    for match in _FULL.finditer(folded):
        name, written = match[0], source[slice(*match.span())]
        if name in known or _COMMON.search(written[2:]) is not None:
            continue
        at = known.find(name[:2])
        while at >= 0:
            other = known[at : at + len(name)]
            if _is_slip(name, other) and _ALL_HAN.fullmatch(other) and other not in folded:
                place = (at, at + len(name))
                return (Difference("name", f"“{written}” became “{target[slice(*place)]}”", match.span(), place),)
            at = known.find(name[:2], at + 1)
    return ()


_ALL_HAN = re.compile("[一-龥々]+")


def naming(sources: Texts, targets: Texts) -> int:
    """The texts that may name a person, beside a title or by a family name, as their translation does."""
    return (sources.having(_HINT) & targets.having(_HINT)) | (sources.having(_NAMED) & targets.having(_NAMED))


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
