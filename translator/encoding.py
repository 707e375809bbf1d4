"""Bytes to text and back without loss: declared encodings, byte order marks, and a careful guess."""

from __future__ import annotations

import codecs
import re
from functools import cache

from translator.document import Encoding
from translator.errors import Location, TranslatorError, shorten

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a label means in files, after the WHATWG Encoding Standard: the superset that software writes.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
}
_WITH_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


@cache
def _ibm() -> tuple[dict[str, bytes], re.Pattern[str]]:
    """The characters that Windows writes in IBM's rows, Python's codec in those of NEC, and what finds them."""
    rows = (bytes((lead, trail)) for lead in (0xFA, 0xFB, 0xFC) for trail in range(0x40, 0xFD) if trail != 0x7F)
    read = {data.decode("cp932", errors="ignore"): data for data in rows}
    # 髙 and 﨑 stand in many names. `cp932` is Windows' spelling here, its alias `ms932` is Python's own.
    found = {char: data for char, data in read.items() if len(char) == 1 and char.encode("cp932")[0] in (0xED, 0xEE)}
    return found, re.compile(f"([{''.join(found)}])")


_FOR_HOSTS = ("idna", "punycode")
_CANDIDATES = ("cp932", "euc_jp", "gb18030", "big5hkscs")
# EUC-JP and GB 2312 place kana alike: kana speak for the Japanese codecs, without excluding the others.
_JAPANESE = ("cp932", "euc_jp")
_SAMPLE = 200_000
# ISO 2022 escapes to a set of two bytes: seven bits a byte, so that the file passes for ASCII.
_SHIFTS = re.compile(rb"\x1b\$(?:[@AB]|\([CDOPQ])")
_SEVEN_BIT = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004", "iso2022_jp_2")


def decode(data: bytes, *, declared: str = "", path: str = "") -> tuple[str, Encoding]:
    """The text of a file and how it was read; the same bytes come back from `encode`.

    A byte order mark decides, then the declared encoding, then UTF-8 where it fits, then what the
    characters speak for. Raises TranslatorError naming the byte offset where the bytes cannot be
    read without loss, and where nothing fits well enough to guess.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], Encoding(name, mark, 1.0, bool(declared)), path, len(mark))
    if declared:
        return _strictly(data, Encoding(codec_name(declared, path), b"", 1.0, True), path, 0)
    if _SHIFTS.search(data, 0, _SAMPLE):
        return _shifted(data, path)
    if b"\0" in data[:_SAMPLE]:
        return _wide(data, path)
    try:
        return data.decode("utf-8"), Encoding("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error, path)


def encode(text: str, how: Encoding, *, path: str = "") -> bytes:
    """The bytes of a text in an encoding, its byte order mark first.

    Raises TranslatorError naming the first character that the encoding cannot hold.
    """
    try:
        return how.bom + _again(text, how.name, "strict")
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise TranslatorError(
            f"{how.name} cannot hold “{char}” (U+{ord(char):04X}); write the copy in UTF-8",
            _place(text, error.start, path),
        ) from error


def lacking(text: str, how: Encoding) -> tuple[int, ...]:
    """The offsets of the characters of a text that an encoding cannot hold, in order.

    >>> lacking("手术は術", Encoding("cp932"))
    (1,)
    """
    found: list[int] = []
    while True:
        at = found[-1] + 1 if found else 0
        try:
            _again(text[at:], how.name, "strict")
        except UnicodeEncodeError as error:
            found.append(at + error.start)
            continue
        return tuple(found)


def codec_name(label: str, path: str = "") -> str:
    """The codec for an encoding's name as people write it; TranslatorError where there is none.

    >>> codec_name("Shift_JIS"), codec_name("GB2312"), codec_name("UTF-8")
    ('cp932', 'gb18030', 'utf-8')
    """
    try:
        name = codecs.lookup(label.strip()).name
        # base64 and rot13 are codecs too, but none of text; idna and punycode write host names.
        "".encode(name if name not in _FOR_HOSTS else "")
    except (LookupError, ValueError) as error:
        raise TranslatorError(
            f"there is no encoding “{shorten(label)}”; name one such as utf-8, gb18030, big5, shift_jis, euc-jp",
            Location(path),
        ) from error
    return _SUPERSETS.get(name, _WITH_MARK.get(name, name))


def _strictly(data: bytes, how: Encoding, path: str, shift: int) -> tuple[str, Encoding]:
    # UnicodeDecodeError's own offset is right for single-byte and multibyte codecs alike.
    try:
        text = data.decode(how.name)
    except UnicodeDecodeError as error:
        raise _unreadable(data, how.name, (error.start, shift), path) from error
    if _again(text, how.name) != data:
        return _nearest(data, how, path, shift)
    return text, how


def _nearest(data: bytes, how: Encoding, path: str, shift: int) -> tuple[str, Encoding]:
    """A sister codec that maps the bytes one to one, or the error with the first byte that does not."""
    # JIS X 0213 is no sister of cp932: it has other characters where NEC repeats those of IBM.
    for sister in {"cp932": ("ms932",), "big5hkscs": ("cp950", "big5")}.get(how.name, ()):
        try:
            text = data.decode(sister)
        except UnicodeDecodeError:
            continue
        if _again(text, sister) == data:
            return text, Encoding(sister, how.bom, how.confidence, how.is_declared)
    back = _again(data.decode(how.name), how.name)
    offset = next((i for i, (a, b) in enumerate(zip(data, back, strict=False)) if a != b), min(len(data), len(back)))
    raise _unreadable(data, how.name, (offset, shift), path, "has two spellings there and would write another")


def _again(text: str, name: str, errors: str = "replace") -> bytes:
    """The bytes of a text; a codec may read what it cannot write, then they differ from the file's."""
    data = text.encode(name, errors)
    if name != "cp932" or not _ibm()[1].search(text):
        return data
    known, extension = _ibm()
    parts = extension.split(text)
    return b"".join(known[part] if i % 2 else part.encode(name, errors) for i, part in enumerate(parts))


def _unreadable(data: bytes, name: str, at: tuple[int, int], path: str, why: str = "cannot read it") -> TranslatorError:
    """`at` is the offset in the data and what stood before the data (the byte order mark)."""
    offset, shift = at
    seen = " ".join(f"{byte:02X}" for byte in data[offset : offset + 4])
    before = data[:offset].decode(name, errors="replace")
    return TranslatorError(
        f"byte {offset + shift} ({seen or 'end of file'}): {name} {why};"
        " declare the right encoding under [[documents]] or save the file as UTF-8",
        _place(before, len(before), path),
    )


def _place(text: str, offset: int, path: str) -> Location:
    head = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return Location(path, head.count("\n") + 1, len(head) - head.rfind("\n"))


def _shifted(data: bytes, path: str) -> tuple[str, Encoding]:
    """A text that switches between sets by escapes, in the first codec that gives its bytes back."""
    for name in _SEVEN_BIT:
        try:
            text = data.decode(name)
            if _again(text, name) == data:
                return text, Encoding(name, b"", 0.99)
        except UnicodeError:
            continue
    return _strictly(data, Encoding("iso2022_jp", b"", 0.5), path, 0)


def _wide(data: bytes, path: str) -> tuple[str, Encoding]:
    """UTF-16 without a mark: in one byte order the text reads as ASCII, kana and ideographs."""
    scores = {"": 0.0}
    if len(data) % 2 == 0 and len(data) >= _SHORTEST:
        for name in ("utf-16-le", "utf-16-be"):
            # Half of a surrogate pair at the sample's end becomes one odd character.
            scores[name] = _legible(data[:_SAMPLE].decode(name, errors="replace"))
    first, second = sorted(scores, key=lambda each: -scores[each])[:2] if len(scores) > 1 else ("", "")
    margin = scores[first] - scores[second]
    if first and scores[first] >= 0.8 and margin >= 0.05:
        sure = round(min(0.99, scores[first] * (0.7 + margin)), 2)
        return _strictly(data, Encoding(first, b"", sure), path, 0)
    offset = data.index(b"\0")
    raise TranslatorError(
        f"byte {offset} is NUL: this is no text file; leave it out of the sources or declare its encoding",
        _place(data[:offset].decode("utf-8", errors="replace"), offset, path),
    )


_SHORTEST = 8
"""The bytes that UTF-16 without a mark must have: any two bytes make some character, a third of them an ideograph."""
_FEW = 32
"""Fewer characters must nearly all be legible, and part words or be mostly ASCII."""


def _is_surely_text(text: str) -> bool:
    wide = _ORDINARY.findall(text)
    known = len(_PLAIN.findall(text)) + len(wide)
    is_parted = any(map(str.isspace, text)) or 2 * sum(map(str.isascii, text)) >= len(text)
    return 10 * known >= 9 * len(text) and is_parted and 4 * sum(map(_is_usual, wide)) >= 3 * len(wide)


def _is_usual(ideograph: str) -> bool:
    """Whether it is in the first level of a national set: a third of all ideographs, nearly all of a text.

    >>> [_is_usual(each) for each in "治療疗瘡莿"]
    [True, True, True, True, False]
    """
    for codec, first, last in _FIRST_LEVELS:
        data = ideograph.encode(codec, "ignore")
        if first <= data <= last:
            return True
    return False


_FIRST_LEVELS = (
    ("gb2312", b"\xb0\xa1", b"\xd7\xf9"),
    ("shift_jis", b"\x88\x9f", b"\x98\x72"),
    ("big5", b"\xa4\x40", b"\xc6\x7e"),
)


def _legible(text: str) -> float:
    """The share of a text that is ASCII, Latin letters, kana, ideographs and their punctuation, 0…1.

    An ASCII letter in the other byte order is an ideograph, so ideographs weigh less.
    """
    if not text or _CONTROL.search(text):
        return 0.0
    if len(text) < _FEW and not _is_surely_text(text):
        return 0.0
    return (len(_PLAIN.findall(text)) + 0.8 * len(_ORDINARY.findall(text))) / len(text)


def _guess(data: bytes, error: UnicodeDecodeError, path: str) -> tuple[str, Encoding]:
    scores: dict[str, float] = {}
    for name in _CANDIDATES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _again(text, name) == data:
            scores[name] = _plausible(text, 1.6 if name in _JAPANESE else 0.35)
    ranked = sorted(scores, key=lambda each: -scores[each])
    if not ranked or scores[ranked[0]] < 0.5:
        raise _unreadable(data, "utf-8", (error.start, 0), path)
    best = ranked[0]
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    # A character or two speak for little: ’ of cp1252 and the letter after it are one kanji in cp932.
    wide = sum(1 for char in data[:_SAMPLE].decode(best, errors="ignore") if char > "\x7f")
    sure = min(scores[best] * (0.5 + scores[best] - second), 1 - 0.5 / max(wide, 1))
    if sure <= 0.5:
        raise _unreadable(data, "utf-8", (error.start, 0), path)
    return _strictly(data, Encoding(best, b"", round(min(sure, 0.99), 2)), path, 0)


# Letters that running text is made of; a wrong codec turns text into rare Han and half-width kana.
_KANA = re.compile("[ぁ-んァ-ヶー]")
_COMMON = re.compile(
    "[。、，．「」『』（）！？：；・〜～“”‘’《》…　０-９]"
    "|[的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說時时要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里用道行所然家种種事成方多经經么法学學如都同现現当沒没动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军者意无無力它与與长長把机十民第公此已工使情明性知全三又关關点點正业外将將两高间間由问很最重并物手应應战向头文体體政美相见見被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运]"
)
_ORDINARY = re.compile("[\u4e00-\u9fff]")
_PLAIN = re.compile("[\t\n\r\x20-\x7e\u00a0-\u017f\u2010-\u2027\u2030-\u203b\u2190-\u21ff\u3000-\u30ff\uff01-\uffee]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f-\x9f]")
_ODD = re.compile("[\uff61-\uff9f\ue000-\uf8ff\ufffd\u0080-\u009f\u3400-\u4dbf\U00020000-\U0003ffff\u0370-\u04ff]")


def _plausible(text: str, kana_weight: float = 1.6) -> float:
    """How much a text looks like Chinese, Japanese or English prose, 0…1."""
    sample = text[:_SAMPLE]
    wide = sum(1 for char in sample if char > "\x7f")
    if not wide:
        return 1.0 if sample.isprintable() or sample.strip() else 0.5
    kana = len(_KANA.findall(sample))
    usual = len(_COMMON.findall(sample))
    odd = len(_ODD.findall(sample)) + len(_CONTROL.findall(sample))
    score = (usual * 1.6 + kana * kana_weight + len(_ORDINARY.findall(sample)) * 0.35 - odd * 2.0) / wide
    return max(0.0, min(1.0, score))
