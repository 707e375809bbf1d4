"""Where an address ends in a text without blanks."""

from __future__ import annotations

import re

import pytest

from translator.languages.addresses import HOST, MAIL, URL
from translator.languages.quantities import compare

ANY = re.compile(f"{URL}|{HOST}|{MAIL}", re.ASCII)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("访问https://example.org/help查看12个例子。", "https://example.org/help"),
        ("詳細はhttps://example.jp/a?b=1&c=2をご覧", "https://example.jp/a?b=1&c=2"),
        ("见https://zh.wikipedia.org/wiki/红斑狼疮，共3例", "https://zh.wikipedia.org/wiki/红斑狼疮"),
        ("「https://example.jp/表紙」の", "https://example.jp/表紙"),
        ("(https://example.org/a-b_c)", "https://example.org/a-b_c"),
        ("https://example.org/café/x", "https://example.org/café/x"),
        ("发到a.b@example.org即可", "a.b@example.org"),
        ("请打开www.example.org查看", "www.example.org"),
        ("mailto:a@example.orgまで", "mailto:a@example.org"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, address: str) -> None:
    found = ANY.search(text)
    assert found is not None and found[0] == address


def test_numbers_behind_an_address_are_compared() -> None:
    source = "访问https://example.org/help查看12个例子。"
    assert compare(source, "See 12 examples at https://example.org/help.", "zh-Hans", "en") == ()
    assert len(compare(source, "See 15 examples at https://example.org/help.", "zh-Hans", "en")) == 1
