"""Bytes to text and back: declared, marked and guessed encodings, and what is refused."""

from __future__ import annotations

import codecs
import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Encoding
from translator.encoding import codec_name, decode, encode
from translator.errors import TranslatorError

JAPANESE = "治療の結果は表に示す。\nカタカナ語と、ひらがなの文です。能力（表）\n"
SIMPLIFIED = "这个网站的内容是关于健康的，我们会定期更新。\n没有数据的地方不要填写。\n"
TRADITIONAL = "這個網站的內容是關於健康的，我們會定期更新。\n沒有資料的地方不要填寫。\n"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Shift_JIS", "cp932"),
        ("shift-jis", "cp932"),
        ("SJIS", "cp932"),
        ("GB2312", "gb18030"),
        ("gbk", "gb18030"),
        ("Big5", "big5hkscs"),
        ("euc-kr", "cp949"),
        ("latin1", "cp1252"),
        ("US-ASCII", "utf-8"),
        (" UTF-8 ", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("UTF-16", "utf-16-le"),
        ("EUC-JP", "euc_jp"),
    ],
)
def test_a_label_names_the_superset_that_software_writes(label: str, name: str) -> None:
    assert codec_name(label) == name


@pytest.mark.parametrize("label", ["", "klingon", "utf-8\0", "base64", "rot13", "idna", "undefined"])
def test_an_unknown_name_is_refused(label: str) -> None:
    with pytest.raises(TranslatorError, match=r"there is no encoding .*; name one such as utf-8") as caught:
        codec_name(label, "a.txt")
    assert str(caught.value).startswith("a.txt: there is no encoding")


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("declared", ["", "cp932"])
def test_a_byte_order_mark_decides(mark: bytes, name: str, declared: str) -> None:
    data = mark + SIMPLIFIED.encode(name)
    text, how = decode(data, declared=declared)
    assert (text, how) == (SIMPLIFIED, Encoding(name, mark, 1.0, bool(declared)))
    assert encode(text, how) == data


def test_a_mark_alone_is_an_empty_text() -> None:
    assert decode(codecs.BOM_UTF8) == ("", Encoding("utf-8", codecs.BOM_UTF8))


def test_an_empty_file_is_utf8() -> None:
    assert decode(b"") == ("", Encoding("utf-8"))


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (JAPANESE + "\u2460", "iso2022_jp_2004", "iso2022_jp_2004"),
        ("ｶﾅと漢字\n", "iso2022_jp_ext", "iso2022_jp_ext"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (JAPANESE, "utf-8", "utf-8"),
        (JAPANESE, "utf-16-le", "utf-16-le"),
        (JAPANESE, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        ("一二三\n", "utf-16-le", "utf-16-le"),
        ("一二三\n", "utf-16-be", "utf-16-be"),
        ("Türkiye\r\n\U00020000 Plain words\n", "utf-16-le", "utf-16-le"),
        ("Plain words\n", "utf-16-be", "utf-16-be"),
        ("\x1b[1mBold on a terminal\x1b[0m 漢字\n", "utf-8", "utf-8"),
    ],
)
def test_an_encoding_is_guessed_from_the_bytes(text: str, written: str, name: str) -> None:
    data = text.encode(written)
    found, how = decode(data)
    assert (found, how.name, how.bom, how.is_declared) == (text, name, b"", False)
    assert encode(found, how) == data
    assert how.confidence == 1.0 if name == "utf-8" else 0.5 < how.confidence < 1.0


@pytest.mark.parametrize(
    ("text", "label"),
    [(JAPANESE, "Shift_JIS"), (JAPANESE, "EUC-JP"), (SIMPLIFIED, "GB2312"), (TRADITIONAL, "Big5"), ("“é”", "latin1")],
)
def test_a_declared_encoding_is_followed(text: str, label: str) -> None:
    name = codec_name(label)
    assert decode(text.encode(name), declared=label) == (text, Encoding(name, b"", 1.0, True))


@pytest.mark.parametrize("text", ["表示", "ソフト能力\\n", "十\n構造"])
def test_a_backslash_as_a_second_byte_is_no_backslash(text: str) -> None:
    data = text.encode("cp932")
    assert b"\\" in data
    assert decode(data, declared="shift_jis")[0] == text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xfb\xfc\x8b\xb4\x82\xc6\xfa\xb1 \xfa\x40", "cp932"),  # as Windows writes IBM's characters
        (b"\xee\xe0\x8b\xb4\x82\xc6\xed\x95 \xee\xef", "ms932"),  # as NEC wrote them
    ],
)
def test_either_spelling_of_an_extension_comes_back(data: bytes, name: str) -> None:
    text, how = decode(data, declared="shift_jis")
    assert (text, how.name) == ("髙橋と﨑 ⅰ", name)
    assert encode(text, how) == data


@pytest.mark.parametrize(
    ("data", "declared", "message", "line", "column"),
    [
        # NEC row 13 and IBM rows spell some characters twice; only one spelling is written back.
        (b"\x81\xe6\n\x87\x9a", "cp932", "byte 3 (87 9A): cp932 has two spellings", 2, 1),
        (b"ab\n\xfa\x5c\xed\x40", "shift_jis", "byte 5 (ED 40): cp932 has two spellings", 2, 2),
        (b"abc\r\nd\xff", "utf-8", "byte 6 (FF): utf-8 cannot read it", 2, 2),
        (b"\xef\xbb\xbfab\xff", "", "byte 5 (FF): utf-8 cannot read it", 1, 3),
        ("表".encode("cp932") + b"\x82", "cp932", "byte 2 (82): cp932 cannot read it", 1, 2),
        (b"\xff\xfea\0b", "", "byte 4 (62): utf-16-le cannot read it", 1, 2),
    ],
)
def test_a_loss_is_refused_with_its_byte(data: bytes, declared: str, message: str, line: int, column: int) -> None:
    with pytest.raises(TranslatorError) as caught:
        decode(data, declared=declared, path="a.txt")
    assert str(caught.value).startswith(f"a.txt:{line}:{column}: {message}")


@pytest.mark.parametrize("data", [b"\x80\x81\xfe\xff" * 9, b"\xe9t\xe9\n", "年\n".encode("gbk")])
def test_bytes_that_speak_for_nothing_are_refused(data: bytes) -> None:
    with pytest.raises(TranslatorError, match=r"byte 0 .*: utf-8 cannot read it; declare the right encoding"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"a\0b",
        b"ab\0\0",
        b"\x01\0\x02\0\x03\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\0" * 64,
        bytes(range(256)),
        b"\x00\x4e\x01\x4e",
        b"A\0B\0",
        b"PK\x00\x4e\x8c\x4e\x09\x4e",
    ],
)
def test_nul_bytes_are_no_text(data: bytes) -> None:
    with pytest.raises(TranslatorError, match=rf"byte {data.index(0)} is NUL: this is no text file"):
        decode(data)


def test_random_bytes_are_no_text() -> None:
    chance = random.Random(11)
    read = 0
    for _ in range(4000):
        data = bytearray(chance.randbytes(8))
        data[chance.randrange(8)] = 0
        with suppress(TranslatorError):
            decode(bytes(data))
            read += 1
    assert read < 4


@pytest.mark.parametrize("text", ["OK, fine", "1. 検査", "第一章\n"])
@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_a_short_text_of_two_byte_characters_is_read(text: str, name: str) -> None:
    found, how = decode(text.encode(name))
    assert (found, how.name) == (text, name)


def test_a_character_that_does_not_fit_is_named() -> None:
    with pytest.raises(TranslatorError) as caught:
        encode("表\n这", Encoding("cp932"), path="a.txt")
    assert str(caught.value) == "a.txt:2:1: cp932 cannot hold “这” (U+8FD9); write the copy in UTF-8"


NAMES = ("utf-8", "cp932", "euc_jp", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252", "iso2022_jp")


@given(text=st.text(), name=st.sampled_from(NAMES), is_declared=st.booleans())
def test_what_is_read_is_written_back(text: str, name: str, is_declared: bool) -> None:
    data = text.encode(name, errors="ignore")
    _comes_back(data, name if is_declared else "")


@given(data=st.binary(), declared=st.sampled_from(("", *NAMES)))
def test_any_bytes_come_back_or_are_refused(data: bytes, declared: str) -> None:
    _comes_back(data, declared)


def _comes_back(data: bytes, declared: str) -> None:
    try:
        text, how = decode(data, declared=declared)
    except TranslatorError as error:
        assert "byte " in str(error)
    else:
        assert encode(text, how) == data
        assert 0 < how.confidence <= 1
