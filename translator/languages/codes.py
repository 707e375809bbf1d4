"""Codes and acronyms that two texts should share letter by letter: `dsDNA`, `SLEDAI`, `UTF-8`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translator.languages.numbered import POWERS
from translator.languages.quantities import Difference
from translator.languages.texts import Texts
from translator.languages.verbatim import codes, fold, is_said_apart, is_said_in_figures
from translator.similarity import is_plural, slip

_MNEMONIC = re.compile("[_&](?=[a-z])")
# Acronyms that have usual words.
_IN_WORDS = {
    "URL": re.compile("网址|網址|链接|連結|鏈接|鏈結|アドレス|address|link"),
    "URI": re.compile("网址|網址|链接|連結|鏈接"),
    "ID": re.compile("编号|編號|标识|標識|識別碼|识别码|识别号|番号|識別子|帐号|账号|帳號|identi|number"),
    "DB": re.compile("数据库|資料庫|データベース|database"),
    "OS": re.compile("操作系[统統]|作業系統|オペレーティング|operating system"),
    "PC": re.compile("电脑|電腦|计算机|計算機|コンピュータ|パソコン|computer"),
    "OK": re.compile("确定|確定|好|はい|yes"),
    "AA": re.compile("単[3三]|[5五] ?[号號]"),
    "AAA": re.compile("単[4四]|[7七] ?[号號]"),
    "NULL": re.compile("空|null|none"),
}
_JOINTS = re.compile(r"[-_ ]")
# How many changed codes of one text are looked at.
_MOST = 64
_HAS_NUMBERED = re.compile("[0-9０-９](?:(?<=[A-Za-zＡ-Ｚａ-ｚ].)|(?<=[A-Za-zＡ-Ｚａ-ｚ][-_ ].))")
# `UTF-8`, `RFC 5424`, `ISO-8859-1`; not `step 1,000`.
_NUMBERED = re.compile(
    rf"(?<![A-Za-z0-9_])(?<![0-9]/)([A-Za-z]{{1,12}})([-_ ]?)([0-9]{{1,5}}(?:-[0-9]{{1,5}})*)(?![A-Za-z0-9_]|,[0-9]{{3}}|{POWERS})",
    re.ASCII,
)


def compare_codes(source: str, target: str) -> tuple[Difference, ...]:
    """The codes that a translation changes: those it has not, where it has one much like it.

    Case, hyphens and blanks are free (`IL-6`, `IL6`); an acronym that is said in words (WHO, 世界卫生组织)
    is no difference. A name whose number changed or is cut off is of the kind `identifier`, one that differs
    by a slip of the pen of the kind `code`.

    >>> [each.message for each in compare_codes("抗dsDNA 抗体と UTF-8", "anti-ssDNA and UTF-3")]
    ['UTF 8 became UTF 3', 'ssDNA is not in the source, dsDNA is']
    """
    return (*renumbered_codes(source, target), *misspelt_codes(source, target))


def lost_codes(source: str, target: str) -> tuple[Difference, ...]:
    """The codes that a translation does not have in any case, each once.

    Not told: a code with a number of which that number stands in a text without Latin letters (COVID-19,
    2019冠状病毒病), and a plural (URLs).

    >>> [each.message for each in lost_codes("抗dsDNA抗体", "anti-DNA antibody")]
    ['dsDNA is missing in the translation']
    """
    plain = fold(target).lower()
    out: dict[str, Difference] = {}
    for code, start, end in codes(source):
        if code not in out and not _holds(plain, code) and not _is_said(code, plain):
            out[code] = Difference("code", f"{code} is missing in the translation", (start, end), None)
    return tuple(out.values())


def _holds(target: str, code: str) -> bool:
    """Whether a text has a code as a word of its own: CREA is not in “creatinine”, but URL is in “URLs”."""
    stem = code.removesuffix("s").lower()
    at = target.find(stem)
    while at >= 0:
        end = at + len(stem)
        if not _is_letter(target[at - 1 : at]) and not _is_letter(target[end + target.startswith("s", end) :][:1]):
            return True
        at = target.find(stem, at + 1)
    return False


def _is_letter(char: str) -> bool:
    return "a" <= char <= "z"


def _is_said(code: str, target: str) -> bool:
    """Whether a code with a number is told in words, or apart: `COVID-19` by 2019冠状病毒病, `WBC2.47` by WBC 2.47."""
    if is_said_apart(code, target) or is_said_in_figures(code, target):
        return True
    word = _IN_WORDS.get(code)
    if word is not None and word.search(target):
        return True
    if ("_" in target or "&" in target) and _holds(_MNEMONIC.sub("", target), code):
        # The letter of a key stands marked in labels: H_TTPS.
        return True
    if "_" in code and _holds(target, code.replace("_", "")):
        return True
    digits = "".join(char for char in code if char.isdecimal())
    return bool(digits) and digits in target and not any("a" <= char <= "z" for char in target)


def misspelt_codes(source: str, target: str) -> Iterator[Difference]:
    """Codes of the target that the source does not have, but for one slip."""
    theirs = codes(target)
    if not theirs:
        return
    ours = codes(source)
    kept = {_plain(each[0]) for each in ours}
    new = [each for each in theirs if len(each[0]) > 2 and _plain(each[0]) not in kept][:_MOST]
    if not new:
        return
    plain_target = _plain(fold(target))
    lost = [each for each in ours if len(each[0]) > 2 and _plain(each[0]) not in plain_target][:_MOST]
    known = [*lost, *(each for each in ours if each not in lost)][:_MOST]
    for name, start, end in new:
        if name[-1] == "s" or _NUMBERED.fullmatch(name):
            continue
        near = next((each for each in known if len(each[0]) > 3 and _is_near(each[0], name)), None)
        # A word that the source has itself, between other signs, was not misspelt.
        if near and not re.search(rf"(?<![a-z]){re.escape(name.lower())}(?![a-z])", source.lower()):
            yield Difference("code", f"{name} is not in the source, {near[0]} is", near[1:], (start, end))


def _plain(text: str) -> str:
    return _JOINTS.sub("", text).lower()


def _is_near(one: str, two: str) -> bool:
    """Whether one slip makes one code of another: a character more, less or other, or two turned."""
    one, two = _plain(one), _plain(two)
    if min(len(one), len(two)) < 3:
        return False
    # CREA, CERA; but ALT, LAT are two.
    kind = slip(one, two)
    return kind == "other" or (kind == "turned" and len(one) > 3) or (kind == "more" and not is_plural(one, two))


def numbering(texts: Texts) -> int:
    """The texts that may have a name with a number."""
    return texts.having(_HAS_NUMBERED)


def renumbered_codes(source: str, target: str) -> Iterator[Difference]:
    """Names with a number that came with another one, or without."""
    if not _HAS_NUMBERED.search(source):
        return
    ours: dict[tuple[str, str], list[re.Match[str]]] = {}
    for match in _NUMBERED.finditer(fold(source)):
        ours.setdefault((match[1].lower(), match[3]), []).append(match)
    if not ours:
        return
    plain = fold(target)
    lower = plain.lower()
    theirs = Counter((match[1].lower(), match[3]) for match in _NUMBERED.finditer(plain))
    for (name, number), found in ours.items():
        if theirs[name, number] >= len(found):
            continue
        said = found[0][1]
        other = next((digits for each, digits in theirs if each == name and (each, digits) not in ours), "")
        if other and len(said) > 1:
            at = re.search(rf"(?<![A-Za-z0-9_]){re.escape(name)}[-_ ]?{other}(?![0-9])", plain, re.IGNORECASE)
            yield Difference(
                "identifier", f"{said} {number} became {said} {other}", found[0].span(), at.span() if at else None
            )
        elif f"{name}-" not in lower and f"{name}_" not in lower:
            # To look for a name once costs more than all else.
            continue
        elif lost := re.search(rf"(?<![A-Za-z0-9_])({re.escape(name)})[-_](?![A-Za-z0-9_*>-])", plain, re.IGNORECASE):
            yield Difference("identifier", f"{said} lost its number {number}", found[0].span(), lost.span())
