"""Values that stand in each other's place in a translation, and those that languages only tell in another order."""

from __future__ import annotations

import itertools

import pytest

from translator.languages import placeholders
from translator.languages.quantities import compare

LANGUAGES = ("zh-Hans", "ja", "en")

TRIPLES = (
    (
        "收缩压降至118，舒张压为76。",
        "収縮期血圧は118に低下し、拡張期は76であった。",
        "Systolic pressure fell to 118, diastolic pressure was 76.",
    ),
    (
        "二甲双胍500 mg和胰岛素10单位。",
        "メトホルミン500 mgとインスリン10単位。",
        "Metformin 500 mg and insulin 10 units.",
    ),
    (
        "120名患者中有37名退出试验。",
        "患者120名中37名が試験を中止した。",
        "Of 120 patients, 37 withdrew from the trial.",
    ),
    (
        "东京有14家门店，大阪有9家。",
        "東京に14店舗、大阪に9店舗ある。",
        "There are 14 stores in Tokyo and 9 in Osaka.",
    ),
    (
        "第三季度营收为48亿，利润为6亿。",
        "第3四半期の売上高は48億、利益は6億。",
        "Revenue was 4.8 billion and profit 600 million in the third quarter.",
    ),
    (
        "2 元组或 3 元组",
        "2要素タプルか3要素タプル",
        "2-tuples or 3-tuples",
    ),
    (
        "范围为 0x1f 到 0x7f。",
        "範囲は 0x1f から 0x7f まで。",
        "The range is 0x1f to 0x7f.",
    ),
    (
        "自 2019-04-30 起，见 B.2.7 节。",
        "2019-04-30 から。B.2.7 節を参照。",
        "Since 2019-04-30; see section B.2.7.",
    ),
    (
        "随访第0、3、6个月的值为 18 → 11 → 8。",
        "0、3、6か月後の値は 18 → 11 → 8。",
        "The value was 18 → 11 → 8 in months 0, 3 and 6.",
    ),
    (
        "两个函数需要3个参数。",
        "2つの関数は3つの引数をとる。",
        "The two functions take three arguments.",
    ),
)


@pytest.mark.parametrize("triple", TRIPLES, ids=lambda triple: triple[2][:30])
def test_translations_in_three_languages_agree(triple: tuple[str, str, str]) -> None:
    for one, other in itertools.permutations(range(3), 2):
        assert compare(triple[one], triple[other], LANGUAGES[one], LANGUAGES[other]) == ()


TURNED = (
    ("收缩压为118，舒张压为76。", "Systolic pressure was 76, diastolic pressure 118."),
    ("収縮期血圧は118、拡張期は76であった。", "收缩压为76，舒张压为118。"),
    ("メトホルミン500とアスピリン100", "Metformin 100 and aspirin 500"),
    ("Metformin 500 and aspirin 100", "メトホルミン100とアスピリン500"),
    ("东京有14家门店，大阪有9家。", "There are 9 stores in Tokyo and 14 in Osaka."),
    ("東京に14店舗、大阪に9店舗ある。", "东京有9家门店，大阪有14家。"),
    ("2 元组或 3 元组", "3-tuples or 2-tuples"),
    ("2要素タプルか3要素タプル", "3 元组或 2 元组"),
    ("範囲は 0x1f から 0x7f まで。", "The range is 0x7f to 0x1f."),
    ("自 2019-04-30 起", "since 04-2019-30"),
    ("见 B.2.7 节", "see section B.7.2"),
    ("使用 ``Popen3`` 和 ``Popen4``", "Use ``Popen4`` and ``Popen3``"),
    ("The two functions take a string of 1 character", "1 つの関数は 2 文字の文字列をとる"),
    ("decimal and binary floating point", "2進と10進の浮動小数点数"),
    ("我六点半回来。", "I'll return at 30:6."),
)


@pytest.mark.parametrize(("source", "target"), TURNED)
def test_what_changed_places_is_told(source: str, target: str) -> None:
    assert {each.kind for each in compare(source, target)} & {"reordered", "altered", "missing", "added"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("自 1970-01-31 算起", "since 31-01-1970"),
        ("UTF-16 を UTF-32 から作る", "makes UTF-16 from UTF-32"),
        ("``0x1f``", "0x1f"),
    ],
)
def test_codes_that_say_the_same_are_silent(source: str, target: str) -> None:
    assert compare(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("XML 错误：第{1}行的{0}", "XML error: {1} at line {0}"),
        ("サーバー {0} のポート {1}", "port {0} of server {1}"),
        ("在“{1}”中找不到文件“{0}”", "'{0}' にファイル '{1}' が見つかりません"),
        ("共 {1} 项中的 {0} 项", "{1} of {0} items"),
        ("{0} 版本 {1}", "{1} version {0}"),
        ("第 {0} 到 {1} 行", "行 {1} ～ {0}"),
        ("カテーテル {0}、ステント {1}", "stent {0}, catheter {1}"),
    ],
)
def test_placeholders_that_changed_places_are_told(source: str, target: str) -> None:
    assert placeholders.turned(source, target) is not None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("XML 错误：第{1}行的{0}", "XML error: {0} at line {1}"),
        ("サーバー {0} のポート {1}", "port {1} of server {0}"),
        ("在“{1}”中找不到文件“{0}”", "'{1}' にファイル '{0}' が見つかりません"),
        ("共 {1} 项中的 {0} 项", "{0} of {1} items"),
        ("{0}、{1} 或 {2} 的链接", "{0}、{1}、または {2} のリンク"),
        ("来自 {0} 和 {1} 的扩展", "{0} と {1} からの拡張機能"),
        ("カテーテル {0}、ステント {1}", "stent {1}, catheter {0}"),
    ],
)
def test_placeholders_in_the_order_of_their_language_are_silent(source: str, target: str) -> None:
    assert placeholders.turned(source, target) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("得分率94%", "94 out of 100"),
        ("94点だった", "scored 94 out of 100"),
        ("每100人中94人", "94 out of 100 people"),
        ("五百米", "500 m"),
        ("英语得了九十分", "90% in English"),
        ("人口约有100 000。", "a population of about 100,000."),
        ("中午", "12時"),
        ("24時間後", "一日后"),
        ("行号从0开始", "0-based"),
        ("次の形式で返します :", "Returned in this form:"),
    ],
)
def test_one_amount_in_two_ways_is_silent(one: str, other: str) -> None:
    assert compare(one, other) == compare(other, one) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("得分率93%", "94 out of 100"), ("五百米", "50 m"), ("约有100 000人", "about 10,000 people")],
)
def test_another_amount_is_told(one: str, other: str) -> None:
    assert compare(one, other)
    assert compare(other, one)


@pytest.mark.parametrize(
    ("source", "target", "tongues"),
    [
        # a day in full, one of whose parts is another number's
        ("In 2011 it began: on 29 Dec 2010.", "2010 年に始まりました。2011 年 12 月 29 日です。", ("en", "ja")),
        # bases, by sentence
        (
            "The module does decimal arithmetic. Floats are stored in binary form.",
            "このモジュールは 2 進の計算をします。浮動小数点数は 10 進で保存されます。",
            ("en", "ja"),
        ),
        # a quotation mark in the place of an apostrophe
        ("終わったら「保存」を押す", "Press &#8220;Save&#8217; when you&#8221;re done", ("ja", "en")),
    ],
)
def test_what_changed_places(source: str, target: str, tongues: tuple[str, str]) -> None:
    found = compare(source, target, *tongues)
    assert [each.kind for each in found] == ["reordered"]


@pytest.mark.parametrize(
    ("source", "target", "tongues"),
    [
        ("In 2011 it began: on 29 Dec 2010.", "2011 年に始まりました。2010 年 12 月 29 日です。", ("en", "ja")),
        ("Each group has zero, one or more members.", "各グループは 0 人以上のメンバーを持ちます。", ("en", "ja")),
        ("指数是十进制数而非十六进制数。", "指数は 16 進数ではなく 10 進数です。", ("zh-Hans", "ja")),
        (
            "本页介绍 3.1 相比 3.0 的变化。3.1 已发布。",
            "このページでは 3.0 と比較した 3.1 の変更を説明します。3.1 は公開済みです。",
            ("zh-Hans", "ja"),
        ),
        ("終わったら「保存」を押す", "Press &#8220;Save&#8221; when you&#8217;re done", ("ja", "en")),
    ],
)
def test_what_languages_tell_in_their_own_order(source: str, target: str, tongues: tuple[str, str]) -> None:
    assert compare(source, target, *tongues) == ()
