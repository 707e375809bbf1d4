from __future__ import annotations

import pytest

NUMBERS = [
    ("ja>en", "SLEDAI(12.2 → 3.2)", "SLEDAI (12.2 → 2.3)", True),
    ("ja>en", "18.4 → 10.8 → 7.9 に改善", "improved from 18.4 to 7.9 and 10.8", True),
    ("zh>en", "10亿个细胞", "10 million cells", True),
    ("zh>ja", "生存率为94%", "生存率は49%", True),
    ("en>zh", "27 months", "7 个月", True),
    ("ja>zh", "0.7~1×10^6/kg", "0.7~1×10^9/kg", True),
    # must not fire
    ("zh>en", "10亿个细胞", "1 billion cells", False),
    ("ja>en", "１２.２％", "12.2 %", False),
    ("zh>ja", "三分之一的患者", "患者の3分の1", False),
    ("ja>zh", "効果は持続的(およそ1yr 程度)", "效果持久（约1年）", False),
    ("en>ja", "two patients", "患者2名", False),
    ("zh>en", "一些统一的十分重要", "some unified and very important", False),
    ("ja>en", "1,000 例", "1000 cases", False),
    # A blank that the layout asks for, or a slip of the pen, is no trace of a number.
    ("zh>zh", " ``x1``", " 共%d", False),
    ("en>zh", "Open file 2", "打开  文件 2", False),
    ("en>zh", "Open file", "打开  文件", False),
    ("en>zh", "Open one file", " 打开文件", False),
    ("en>zh", "Open one <b>file</b>", "打开 <b>文件</b> ", False),
    ("en>zh", "Open one file", "打开  文件", False),
    ("en>ja", "two factors", " つの要因", True),
    # Separators that a pass over all digits puts into fractions, versions and codes.
    ("zh>en", "圆周率为3.14159265", "pi is 3.14,159,265", True),
    ("en>ja", "id e9ec0098-5e42488929c2", "番号 e9ec0098-5e42,488,929c2", False),
    ("en>zh", "Version 1.43210.2 is out", "版本 1.43,210.2 发布", False),
    ("ja>en", "3.14159です", "It is 3.14,195", True),
    ("en>zh", "US$1.50 each", "每个1.5美元", False),
    ("en>zh", "from Python 3.10 on", "从 Python 3.1 起", True),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), NUMBERS)
def test_number_mismatch(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(faults("number-mismatch", direction, source, target)) == fires


UNITS = [
    ("ja>en", "1回 5 mg/kg を投与", "5 mg/g once", True),
    ("zh>en", "14天隔离", "14 weeks of quarantine", True),
    ("zh>ja", "5公里", "5 m", True),
    # must not fire
    ("zh>ja", "5公里", "5 km", False),
    ("ja>zh", "24時間蓄積尿", "24小时尿", False),
    ("en>zh", "14 days of quarantine", "14天隔离", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), UNITS)
def test_unit_mismatch(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(faults("unit-mismatch", direction, source, target)) == fires


ORDERS = [
    ("zh>en", "从 {0} 升级到 {1}", "Upgrade from {1} to {0}", [(13, 23)]),
    ("ja>zh", "%1$s エラー: %2$s", "%２$s 错误：%1$s", [(0, 12)]),
    ("en>ja", "Comments on %1$s (%2$s)", "%2$s へのコメント (%1$s)", [(0, 17)]),
    # must not fire
    ("zh>en", "{1} 中的 {0}", "{0} in {1}", []),
    ("en>ja", "{0} results in {1} files", "{1} 個のファイルに {0} 件の結果", []),
    ("ja>zh", "%2$s の %1$s", "%2$s 的 %1$s", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "spans"), ORDERS)
def test_placeholder_order(faults, direction: str, source: str, target: str, spans: list[tuple[int, int]]) -> None:  # type: ignore[no-untyped-def]
    assert [each.span for each in faults("placeholder-order", direction, source, target)] == spans


CLAIMS = [
    ("negation-mismatch", "zh>en", "没有副作用", "There are side effects", True),
    ("negation-mismatch", "en>ja", "There are side effects", "副作用はありません。", True),
    ("negation-mismatch", "zh>en", "没有副作用", "There are no side effects", False),
    ("negation-mismatch", "ja>en", "第1357号を参照", "See no. 1357.", False),
    (
        "negation-mismatch",
        "en>ja",
        "You are not allowed to add a new term to the list of terms here.",
        "新しい用語をこの用語の一覧に追加する権限があります。",
        True,
    ),
    (
        "negation-mismatch",
        "zh>en",
        "本网站的文字和图片不得转载。",
        "The text and pictures of this site may be reprinted.",
        True,
    ),
    ("negation-mismatch", "ja>zh", "本製品をお客様ご自身で絶対に分解しないでください。", "请自行拆解本产品。", True),
    ("negation-mismatch", "zh>en", "药片请整粒吞服，不要嚼碎。", "Swallow the tablets whole.", False),
    (
        "negation-mismatch",
        "en>ja",
        "Fast for eight hours before the operation.",
        "手術の8時間前からは何も食べないでください。",
        False,
    ),
    ("negation-mismatch", "ja>en", "番号 1357", "no 1357", False),
    ("negation-mismatch", "zh>en", "登记号1357（公开）", "Registration No 1357 (open)", False),
    ("negation-mismatch", "zh>en", "第3、4号", "nos. 3 and 4", False),
    ("negation-mismatch", "zh>en", "3号机支持32位", "Unit 3 has no 32-bit support", True),
    ("negation-mismatch", "ja>en", "値でなければなりません。", "It must be a value.", False),
    ("negation-mismatch", "zh>ja", "没有保存", "未保存です", False),
    ("negation-mismatch", "ja>zh", "変更はありません。", "无变更。", False),
    ("quantifier-mismatch", "ja>en", "全員で改善", "half of the patients improved", True),
    ("quantifier-mismatch", "zh>ja", "大多数患者改善", "少数の患者で改善", True),
    ("quantifier-mismatch", "ja>zh", "全員で症状が改善した。", "半数患者的症状均有改善。", True),
    ("quantifier-mismatch", "ja>en", "全員で改善", "all patients improved", False),
    ("quantifier-mismatch", "zh>en", "大部分患者改善", "most patients improved", False),
    ("quantifier-mismatch", "en>zh", "most of the patients", "多数患者", False),
    ("comparison-mismatch", "ja>en", "SLEDAI ≧ 8", "SLEDAI < 8", True),
    ("comparison-mismatch", "zh>ja", "年龄在18岁以上", "18歳未満", True),
    ("comparison-mismatch", "zxx>zh", "SLEDAI≧8。", "SLEDAI≤8。", True),
    ("comparison-mismatch", "zxx>en", "SLEDAI≧8。", "SLEDAI ≥ 8.", False),
    ("comparison-mismatch", "ja>en", "SLEDAI ≧ 8", "SLEDAI of 8 or more", False),
    ("comparison-mismatch", "zh>en", "以下内容", "the content below", False),
    ("comparison-mismatch", "en>ja", "up to 10 files", "10 ファイルまで", False),
]


@pytest.mark.parametrize("case", CLAIMS, ids=str)
def test_claims(faults, case: tuple[object, ...]) -> None:  # type: ignore[no-untyped-def]
    name, direction, source, target, fires = case
    assert bool(faults(name, direction, source, target)) == fires


ACRONYMS = [
    ("exchanged-code", "ja>en", "抗dsDNA抗体,CREA", "anti-DNA antibodies, CREA", ["dsDNA became DNA"]),
    ("acronym-mismatch", "zh>ja", "SLEDAI评分", "疾患活動性スコア", ["SLEDAI is missing in the translation"]),
    ("acronym-mismatch", "ja>zh", "抗dsDNA抗体", "抗dsDNA抗体", []),
    ("acronym-mismatch", "ja>en", "CREAとCREAクリアランス", "CRE and CREA clearance", ["CRE is not in the source, CREA is"]),
    ("acronym-mismatch", "zh>en", "多个URL", "several URLs", []),
    ("acronym-mismatch", "ja>en", "UTF-8 で保存", "Saved as UTF-3", []),
    ("identifier-mismatch", "ja>en", "UTF-8 で保存", "Saved as UTF-3", ["UTF 8 became UTF 3"]),
    ("acronym-mismatch", "en>zh", "the UI of the OS", "操作系统的界面", []),
    ("acronym-mismatch", "ja>zh", "COVID-19 感染", "2019冠状病毒病感染", []),
    ("identifier-mismatch", "ja>en", "UTF-8 で保存", "saved as UTF-3", ["UTF 8 became UTF 3"]),
    ("identifier-mismatch", "en>zh", "an SDF-1 signal", "SDF- 信号", ["SDF lost its number 1"]),
    ("identifier-mismatch", "zh>ja", "SDF-1讯号", "SDF-1のシグナル", []),
    ("identifier-mismatch", "en>ja", "RFC 5424", "RFC5424", []),
    ("identifier-mismatch", "en>zh", "step 1 and step 2", "第1步和第2步", []),
]  # fmt: skip


@pytest.mark.parametrize("case", ACRONYMS, ids=str)
def test_acronyms(faults, case: tuple[object, ...]) -> None:  # type: ignore[no-untyped-def]
    name, direction, source, target, told = case
    assert [each.message for each in faults(name, direction, source, target)] == told
