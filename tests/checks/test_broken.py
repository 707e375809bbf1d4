"""Where a target breaks off, and what only looks so."""

from __future__ import annotations

import pytest

from translator.catalog import Entry
from translator.checks import Context, all_checks
from translator.checks._broken import ends_in_fragment, is_open
from translator.checks._ends import rarity
from translator.checks._subject import Pair

CHECKS = [each for each in all_checks() if each.name in ("truncated", "length-mismatch")]
TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}


def made(come: str, go: str, source: str, target: str) -> Pair:
    return Pair(source, target, go, TAGS[go], TAGS[come], Entry(source, (target,)))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ('共 <b class="big">5</b> 个', "All <b class=", True),
        ("已用 %(used)s，剩余 %(left)s", "Used %(used)s, left %(le", True),
        ("已用 %(used)s，剩余 %(left)s", "Used %(used)s, left %(left)", True),
        ("把 %1$s 移到 %2$s", "Move %1$s to %2$", True),
        ("见 {name}（{page}）", "See {name} ({pa", True),
        ("参见 :func:`open` 和 :class:`File`", "See :func:`open` and :class", True),
        ('键入 "help" 获取帮助', 'Type "he', True),
        ("如果 a < 5，则停止", "Stop if a < 5", False),
        ("高度为 5 英寸", 'A height of 5"', False),
        ("使用 %1 和 %2", "Use %1 and %2", False),
        ("<i>替换了</i>", "<i>Replaced</i>", False),
        ("字段 {name}", "Field {name}", False),
    ],
)
def test_what_is_open_at_the_end(source: str, target: str, expected: bool) -> None:
    assert is_open(source, target) is expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("打开 Settings 页面", "「Setti", True),
        ("若干 URLs", "複数の URL", False),
        ("打开 Settings 页面", "Settings", False),
    ],
)
def test_fragments_of_words_of_the_source(source: str, target: str, expected: bool) -> None:
    assert ends_in_fragment(made("zh", "ja", source, target), target) is expected


def test_ends_of_words_are_usual_and_beginnings_are_not() -> None:
    for whole, cut in (("installation", "insta"), ("directory", "direc"), ("settings", "o"), ("document", "the")):
        assert rarity(f"open {whole}", "en") > rarity(f"open {cut}", "en")


@pytest.mark.parametrize(
    ("come", "go", "source", "target", "fires"),
    [
        ("ja", "en", "絶対オフセット", "Absolute o", True),
        ("zh", "en", "配置本程序的全部选项", "Configure all t", True),
        ("en", "zh", 'All <span class="count">(%s)</span>', '全部 <span class="', True),
        ("ja", "zh", "%(name)s が %(place)s に移動しました", "%(name)s 已移至 %(pla", True),
        ("zh", "en", "移动到文档的开头", "Move to the beginning", False),
        ("zh", "en", "塔希提岛", "Tahiti", False),
        ("en", "zh", "XHR and Fetch URLs", "XHR 和 Fetch URL", False),
    ],
)
def test_cut_translations_are_told(come: str, go: str, source: str, target: str, fires: bool) -> None:
    context = Context()
    assert any(next(each.run(made(come, go, source, target), context), None) for each in CHECKS) is fires
