"""Latin punctuation, and blanks, where Chinese and Japanese set their own marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from translator.catalog import Entry
from translator.checks._prose import GAP, hide
from translator.checks._subject import CatalogSubject, Pair
from translator.checks._value import Context, Fault, check
from translator.inline import EMPTY

_LETTER = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff"
_WIDE = {",": "，、", ".": "。．", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（"}
# A letter, or tags behind one, then the mark, then another letter or the end: no number, code or Latin word beside it.
_MARK = re.compile(
    rf"(?<=[{_LETTER}）」』”])(?P<tags>{GAP}*)(?P<mark>[,.;:?!])(?P<blank> *)(?=[{_LETTER}「『（“]|{GAP}+ *[{_LETTER}「『（“]|[\s{GAP}]*\Z|[」』”）]|(?<= )[0-9])"
)
_BRACKET = re.compile(
    rf"(?<=[{_LETTER}]) ?\((?P<inside>[^()（）\n]*[{_LETTER}][^()（）\n]*)\) ?(?=[{_LETTER}，。、；：？！]|\s*\Z)"
)
_BLANK = re.compile(rf"(?<=[{_LETTER}0-9%％A-Za-z）」』”]) +(?=[，。、；：？！])")
_FEW = 4
"""So many half-width marks of a kind are slips where nothing else is known of the house's style."""
_TAGS = ("zh-Hans", "zh-Hant", "ja")


@dataclass(frozen=True, slots=True)
class _Slip:
    """A mark of a target that is Latin, with what it should be; `kind` is the Latin mark."""

    kind: str
    start: int
    end: int
    right: str


@check("latin-punctuation", severity="warning", scope="catalog", family="form")
def latin_punctuation(subject: CatalogSubject, context: Context) -> Iterator[Fault]:
    """A Latin mark stands between Chinese or Japanese letters, or a blank in front of a full-width mark.

    The commonest slip of machine translation. Told where the source has the full-width mark, and the catalog does not
    set the Latin one oftener itself: that is a house's style (GB/T 15834, CLREQ and JTF ask for the full-width ones).
    Numbers, times, codes, addresses and Latin words keep theirs. Corrected by `--fix`; in Japanese a comma becomes the one that
    the catalog uses, 、 or ，.

    Bad: `痛風を起こします。` → `可能引起痛风.`, `95 %の人、` → `95%的人 ，`
    Good: `痛風を起こします。` → `可能引起痛风。`
    """
    if subject.catalog is None or subject.is_last or subject.tag not in _TAGS:
        return
    found: list[tuple[Entry, tuple[_Slip, ...]]] = []
    narrow, wide = Counter[str](), Counter[str]()
    for entry in subject.catalog.live():
        if not entry.is_filled or entry.is_fuzzy or entry.target in (EMPTY, entry.source):
            continue
        target = entry.target
        for kind, marks in _WIDE.items():
            wide[kind] += sum(map(target.count, marks))
        wide["、"] += target.count("、")
        if _MAY_SLIP.search(target) is None:
            continue
        slips = tuple(_slips(target))
        narrow.update({each.kind: sum(other.kind == each.kind for other in slips) for each in slips})
        found.append((entry, slips))
    comma = "、" if subject.tag == "ja" and wide["、"] * 2 >= wide[","] else "，"
    for entry, slips in found:
        told = [each for each in slips if _is_slip(each, entry.source, narrow, wide)]
        fix = _fixed(entry.target, told, comma)
        for each in told:
            start, end = each.start, each.end
            shown = entry.target[start:end].strip()
            right = comma if each.kind == "," else each.right.strip()
            message = (
                f"a blank stands before “{entry.target[end : end + 1]}”"
                if each.kind == " "
                else (f"“{shown}” is {'in Latin brackets' if each.kind == '(' else 'a Latin mark'}; write “{right}”")
            )
            yield Fault(message, (start, end), fix, key=entry.key)


_MAY_SLIP = re.compile(r"(?<=[^\x00-\x7f])[,.;:?!](?![0-9A-Za-z])|\(| (?=[^\x00-\x7f])|[>}][,.;:?!]")


def _slips(text: str) -> Iterator[_Slip]:
    plain = hide(text)
    for match in _MARK.finditer(plain):
        mark = match["mark"]
        if mark == "." and (plain[match.start("mark") + 1 :][:1] == "." or plain[: match.start("mark")][-1:] == "."):
            continue
        yield _Slip(mark, match.start("mark"), match.end("blank"), "。" if mark == "." else _WIDE[mark][0])
    for match in _BRACKET.finditer(plain):
        yield _Slip("(", *match.span(), f"（{text[match.start('inside') : match.end('inside')]}）")
    for match in _BLANK.finditer(plain):
        yield _Slip(" ", *match.span(), "")


def _is_slip(slip: _Slip, source: str, narrow: Counter[str], wide: Counter[str]) -> bool:
    """Whether a Latin mark is none that the house sets, nor that the source has."""
    if slip.kind == " ":
        return _BLANK.search(source) is None
    if not any(mark in source for mark in _WIDE[slip.kind]) or any(each.kind == slip.kind for each in _slips(source)):
        return False
    return wide[slip.kind] >= narrow[slip.kind] or (narrow[slip.kind] < _FEW and not wide[slip.kind])


def _fixed(text: str, slips: list[_Slip], comma: str) -> str:
    for each in sorted(slips, key=lambda each: (each.start, each.end), reverse=True):
        text = text[: each.start] + (comma if each.kind == "," else each.right) + text[each.end :]
    return text


_SMALL = "ァィゥェォッャュョヮーン"
_ALIKE = {
    "へ": "ヘ",
    "べ": "ベ",
    "ぺ": "ペ",
    "力": "カ",
    "口": "ロ",
    "二": "ニ",
    "工": "エ",
    "夕": "タ",
    "卜": "ト",
    "一": "ー",
}
_LOOKS = re.compile(
    # No word begins with a small kana, ッ, ー or ン: what stands before one is kana.
    rf"(?<![\u3400-\u9fff])[力口二工夕卜](?=[{_SMALL}])|(?<=[ァ-ヺ])一(?=[ァィゥェォッャュョン])|(?<=[ャュョ])一(?=[タルスドンラリムズザ])"
    # へ behind nothing, or behind a particle that no へ follows, begins the word.
    r"|(?:\A|(?<=[のはがをに、。（(「・\s]))[へべぺ](?=[ァ-ヺ][ァ-ヺー])"
)


@check("look-alike-character", severity="warning", family="form", needs="へべぺ力口二工夕卜一")
def look_alike_character(pair: Pair, context: Context) -> Iterator[Fault]:
    """A hiragana or an ideograph stands in a katakana word for the kana that looks like it.

    Nobody sees it, and no search finds the word. Told only where it can be nothing else; corrected by `--fix`.

    Bad: `血红蛋白` → `へモグロビン` (with the hiragana へ), `需求` → `二ーズ`
    Good: `血红蛋白` → `ヘモグロビン`, `需求` → `ニーズ`
    """
    if pair.tag != "ja" or pair.is_empty:
        return
    found = [*_LOOKS.finditer(pair.target_prose)]
    fix = pair.target
    for match in found:
        fix = fix[: match.start()] + _ALIKE[match[0]] + fix[match.end() :]
    for match in found:
        kind = "hiragana" if match[0] in "へべぺ" else "ideograph"
        word = _WORD.match(fix, match.start())
        shown = f"“{word[0]}” has" if word else "this word has"
        told = f"{shown} the {kind} {match[0]} for the katakana {_ALIKE[match[0]]}, which looks the same"
        yield Fault(told, match.span(), fix)


_WORD = re.compile("[ァ-ヺー]+")
