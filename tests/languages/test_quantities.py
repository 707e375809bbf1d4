"""Pairs whose numbers and units differ, and pairs whose numbers and units do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.languages.codes import compare_codes
from translator.languages.dangers import dangers
from translator.languages.quantities import compare

DIFFERENT = [
    ("改善率 12.2%", "improved by 12.3 %", ["number 12.2 → 12.3"]),
    ("生存率は94%であった。", "存活率为49%。", ["number 94 → 49"]),
    ("10亿个细胞", "100 million cells", ["number 10亿 → 100 million"]),
    ("患者30例", "患者は3例", ["number 30 → 3"]),
    ("全15例", "all patients", ["number 15 is missing"]),
    ("结果见第2章。", "See the results.", ["number 2 is missing"]),
    ("値は 0.5 です。", "The value is 5.", ["number 0.5 → 5"]),
    ("值为 1.2。", "値は 1,2 です。", ["number 1.2 → 1", "number 2 is added"]),
    ("Python 3.10 以降", "Python 3.1 or later", ["number 3.10 → 3.1"]),
    ("SLEDAI 18.4 → 10.8 → 7.9", "SLEDAI 18.4 → 7.9 → 10.8", ["numbers 10.8, 7.9 → 7.9, 10.8"]),
    ("範囲は 0 から 255 まで", "the range 255 to 0", ["numbers 0, 255 → 255, 0"]),
    ("2012年8月", "September 2012", ["month 8 → September"]),
    ("令和6年", "in 2025", ["number 2024 → 2025"]),
    ("午後3時", "at 4 pm", ["number 15 → 16"]),
    ("三分之一", "one quarter of 4", ["number 三分之一 → one quarter", "number 4 is added"]),
    ("thirty-five patients", "患者", ["number thirty-five is missing"]),
    ("1. 開く", ". Open", ["number 1 is missing"]),
    ("この4つの要因", "这的要因", ["number 4 is missing"]),
    ("两个因素", "つの要因", ["number 两 is missing"]),
]
DIFFERENT += [
    # A link of a chain, exchanged for a number from elsewhere or turned.
    ("版本 2.7, 3.2 或更新；3.3 之前", "versions 3.3, 3.2 or later; before 2.7", ["numbers 2.7, 3.3 → 3.3, 2.7"]),
    ("列 0、8、16，每 24 字", "columns 0, 8, 24, every 16 characters", ["numbers 16, 24 → 24, 16"]),
    ("一个或两个参数", "2 つまたは 1 つの引数", ["numbers 一, 两 → 2, 1"]),
    ("血压为155比105。", "My blood pressure is 105 over 155.", ["numbers 155, 105 → 105, 155"]),
    # What stands beside them tells which is which, also where the order is the same.
    ("返回 2 元组，端口为 (25)", "returns a 25-tuple, the port is (2)", ["numbers 2, 25 → 25, 2"]),
    # A numeral system is no amount.
    ("two hexadecimal digits", "2 進数で 16 桁", ["base 16 → 2"]),
    ("hexadecimal digits", "3進数の桁", ["base 16 → 3"]),
    ("4 columns", "4 列 2.0つの", ["“2.0” cannot be"]),
]
SAME = [
    # Placeholders of C, of width, of Qt, and words for arguments.
    ("at offset %<PRIuMAX> in %s", "%2$s 的偏移 %1$<PRIuMAX>"),
    ("Length: %0.3fs", "長さ: %0.3f秒"),
    ("Use catalog %1.", "カタログ %1 を使用します"),
    ("merge <branch1> <branch2>", "合并 <分支1> <分支2>"),
    # What another language says by a word.
    ("Level V", "レベル５"),
    ("Base-2 logarithm.", "以 2 为底的对数。"),
    ("requires 0 arguments", "无需参数"),
    ("must be greater than 0", "正の値が必要です"),
    ("set more than once", "2度以上設定されました"),
    ("该选项出现多次", "オプションが2回以上あります"),
    ("a power of 2 between 1 and 1024", "1から1024の間の2の累乗"),
    ("1 tuple with 2 fields", "带有两个字段的一条记录"),
    ("千万小心", "Be very careful"),
    ("Returns 1 if it evaluates to 0", "評価値が 0 の場合は 1 を返します"),
    ("only DWARF 2", "只有第二版 DWARF"),
    ("增加了两倍", "3倍に増えた"),
    ("First translation:\nSecond translation:", "翻訳 1:\n翻訳 2:"),
    ("以 16 为基数的两位数", "two digits in base 16"),
    ("10 進数と 16 進数", "decimal and hexadecimal numbers"),
    ("a 3-tuple is returned; else a 3-tuple of strings", "3 要素のタプルを返します。さもなければタプルは文字列です"),
    ("考虑分数 1/3。分数 1/3 可以近似", "Consider the fraction 1/3. It can be approximated"),
    ("第3周或第8周", "at week 3 or 8"),
    ("5人に1人", "one in five"),
    ("3, 4 或 5 人", "3, 4, or 5 people"),
    ("１２．２%", "12.2%"),
    ("10亿cell", "1 billion cells"),
    ("10億円", "10亿日元"),
    ("百二十三人", "123 people"),
    ("二十名患者", "20人の患者"),
    ("三分之一的患者", "a third of the patients"),
    ("患者の3分の1", "三分之一的患者"),
    ("百分之五十", "50%"),
    ("有两个方法", "There are two methods"),
    ("两个方法", "2つの方法"),
    ("两者都有", "Both exist"),
    ("1つの方法", "a method"),
    ("一个方法", "1 つの方法"),
    ("第二章", "Chapter 2"),
    ("2番目の引数", "the second argument"),
    ("第一次", "1回目"),
    ("1月", "January"),
    ("sep", "9月"),
    ("2012年8月5日", "August 5, 2012"),
    ("令和6年4月1日", "2024年4月1日"),
    ("民國113年", "2024"),
    ("午後3時", "15:00"),
    ("下午3:30", "3:30 pm"),
    ("1990年代", "the 1990s"),
    ("90年代", "in the 90s"),
    ("24時間", "one day"),
    ("1年", "12 months"),
    ("1000 mg", "1 g"),
    ("2個以上の画像", "more than 1 image"),
    ("1×10^6/kg", "10⁶/kg"),
    ("2**32", "2 の 32 乗"),
    ("5万人", "50,000 people"),
    ("50万孩子", "Half a million children"),
    ("十六进制", "hexadecimal"),
    ("每天两次", "twice a day"),
    ("1,000 rows", "1000行"),
    ("7天", "a week"),
    ("有{0}个结果，共{1}页", "{1} ページ中 {0} 件の結果"),
    ("%1$s 和 %2$s", "%2$s and %1$s"),
    ("使用 utf8 编码", "UTF-8を使う"),
    ("Python3 が必要", "需要 Python 3"),
    ("COVID-19 の影響", "新冠的影响"),
    ("参照 https://example.org/2012/08", "See the page"),
    ("一些统一的十分重要", "Some unified ones are very important"),
    ("98名乘客只有3人生还。", "Only 3 of the 98 passengers survived."),
    ("&#8220;标题&#8221;", "“Title”"),
    ("从 0 到 255 的 `a[1:3]`", "`a[1:3]` from 0 to 255"),
]
OTHER_UNITS = [
    ("5 mg", "5 g", ["unit mg → g"]),
    ("1×10^6/kg", "1×10^6/g", ["unit /kg → /g"]),
    ("6M", "6年", ["unit M → 年"]),
    ("体温37℃", "a temperature of 37 ℉", ["unit ℃ → ℉"]),
    ("12か月", "12 years", ["unit か月 → years"]),
    ("24時間", "24分钟", ["unit 時間 → 分钟"]),
    ("23%", "23‰", ["unit % → ‰"]),
    ("走 10 km 再走 10 km", "10 km and then 10 m", ["unit km → m"]),
    ("每次 5 mg", "5 each time", ["unit mg is missing"]),
    ("100円", "100ドル", ["unit 円 → ドル"]),
]
SAME_UNITS = [
    ("5毫克", "5 mg"),
    ("12M", "12か月"),
    ("12M", "12 months"),
    ("1yr", "1年"),
    ("15例", "15 patients"),
    ("3次", "3回"),
    ("3倍", "3 times"),
    ("36.5℃", "36.5 degrees Celsius"),
    ("30度", "30 ℃"),
    ("上午6点", "午前6時"),
    ("1日10 mg", "10 mg per day"),
    ("100円", "100 yen"),
    ("￥100", "100円"),
    ("20元", "20 yuan"),
    ("10 MB", "10兆字节"),
    ("50%", "50 percent"),
    ("2012年", "in 2012"),
    ("90分", "90 points"),
    ("24小时制", "24-hour clock"),
    ("1 mmol/L", "1毫摩尔/升"),
]


@pytest.mark.parametrize(("source", "target", "expected"), DIFFERENT)
def test_numbers_that_differ(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare(source, target)] == expected


@pytest.mark.parametrize(("source", "target"), SAME + SAME_UNITS)
def test_numbers_that_agree(source: str, target: str) -> None:
    assert compare(source, target) == ()
    assert compare(target, source) == ()


@pytest.mark.parametrize(("source", "target", "expected"), OTHER_UNITS)
def test_units_that_differ(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare(source, target)] == expected


def test_spans() -> None:
    (found,) = compare("改善 12.2 %", "by 12.3 %")
    assert (found.kind, found.source_span, found.target_span) == ("altered", (3, 7), (3, 7))
    (shifted,) = compare("12.5 年", "1.25 years")
    assert shifted.kind == "shifted"


PIECES = st.sampled_from(
    [
        "12", "3.5", "1,000", "－１", "10亿", "三分之一", "第二", "2012年8月", "午後3時", "3 pm", "15:00", "94 %", "3割5分",
        "mg", "/kg", "×10^6", "か月", "つ", "twenty-one", "half a million", "second", "{0}", "%1$s", "<b1>", "UTF-8",
        " → ", "~", "-", ", ", "。", " of ", "と", "以上", "一个", "両方", "(", ")", "`", "１×10^9/L", "6M", "2**31", "1e6",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=10).map("".join))
def test_every_text_agrees_with_itself(text: str) -> None:
    assert compare(text, text) == ()
    assert compare_codes(text, text) == ()
    assert dangers(text, text) == ()


@given(st.lists(PIECES, max_size=8).map("".join), st.lists(PIECES, max_size=8).map("".join))
def test_spans_stay_in_the_texts(source: str, target: str) -> None:
    for each in (*compare(source, target), *compare_codes(source, target)):
        for span, text in ((each.source_span, source), (each.target_span, target)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@pytest.mark.parametrize(
    "text", ["9" * 5000, "一二三" * 4000, "1." * 3000, "10^999" * 50, "（" * 5000 + "1", "<" * 3000 + "5"]
)
def test_hostile_texts_are_read(text: str) -> None:
    assert compare(text, text) == ()
    compare(text, "5")
    compare("5", text)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("%s hours", "%s 分", ["unit hours → 分"]),
        ("{0} 个月", "{0} years", ["unit 月 → years"]),
        ("%1$s days ago", "%1$s 日前", []),
        ("{0} 个匹配项", "{0} 件の一致", []),
        ("第 3 周", "第 3 个月", ["unit 周 → 月"]),
        ("第3週", "week 3", []),
    ],
)
def test_units_behind_placeholders_and_ordinals(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare(source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        # A counter that stands alone behind a blank, where the source counts with a word or with nothing.
        ("在单行中显示消息", "メッセージを 行に表示します", ["number in “セージを 行に表示” is missing"]),
        ("zero-padded decimal number", "10埋めした0進数", ["base 10 → 0"]),
        ("默认为 ``recv(0)``", "デフォルトは ``recv(00)``", ["number in `recv(0)` → `recv(00)`"]),
        ("COVID-19 ワクチン", "冠状病毒病疫苗", ["number in “冠状病毒病疫苗” is missing"]),
        ("UTF-8 で保存", "save it as UTF- text", ["number of UTF-8 is missing"]),
        ("1970 年から 2038 年まで", "from 2038 to 1970", ["numbers 1970, 2038 → 2038, 1970"]),
        ("12月25日です", "是25月12日", ["numbers 12, 25 → 25, 12", "unit 月 → 日", "unit 日 → 月"]),
        (
            "如果失败则返回 -2，如果取消则返回 -1。",
            "失敗した場合 -1、取り消された場合 -2 を返します。",
            ["numbers 2, 1 → 1, 2"],
        ),
        ("two functions, or fewer", "もうつの関数かつ以下", ["number two is missing"]),
        ("one argument", "スコアつを渡す", ["number in “スコアつを渡す” is missing"]),
        ("十进制数", "この進数で表す", ["number in “この進数で表す” is missing"]),
        ("下午三点之前", "before p.m. today", ["number 三 is missing"]),
        ("seven options", "出现个选项", ["number seven is missing"]),
    ],
)
def test_faults_that_traces_and_anchors_tell(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare(source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("体重1kg当たり5mgを投与", "5 mg per kilogram of body weight"),
        ("３泊４日の旅", "a trip of three nights and four days"),
        ("会议持续90分钟", "The meeting takes an hour and a half"),
        ("会議は90分", "会议持续一个半小时"),
        ("期間は10/1～10/31です", "The period is October 1 to October 31"),
        ("期間は10/1～10/31です", "期间为10月1日至10月31日"),
        ("COVID-19 ワクチン", "2019冠状病毒病疫苗"),
        ("他十分鐘前到這裡", "He came here ten minutes ago"),
        ("1 コレクションを追加", "Add a collection"),
        ("%s項目", "1 item"),
        ("在64位平台上将从352字节缩减", "reduced from 352 bytes on 64-bit platforms"),
        ("別名が復活した。(訳注: 3.2 では復活しなかった。)", "The alias is restored."),
        ("2個以上の画像、2個以上の動画", "more than one image, more than one video"),
        ("春夏秋冬四季", "the four seasons"),
        ("ISO 8601 星期中的日", "ISO 8601 weekday"),
        ("25周年", "25th anniversary"),
        ("1.0.0.x 系列", "the 1.0.0.x series"),
    ],
)
def test_translations_that_say_the_same(source: str, target: str) -> None:
    assert compare(source, target) == ()
    assert compare(target, source) == ()
