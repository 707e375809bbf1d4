from __future__ import annotations

import pytest

from translator.checks import Fault

RESIDUE = [
    ("ja>zh", "効果は持続的", "效果は持久", ["は"]),
    ("ja>zh", "治療費", "治疗費", ["費"]),
    ("ja>zh", "検査結果", "検查结果", ["検"]),
    ("zh>hant", "治疗费用说明", "治療费用說明", ["费"]),
    ("zh>ja", "检查结果", "检査の結果", ["检"]),
    ("en>ja", "The treatment is safe", "この治療は安全です体內", ["內"]),
    ("zh>en", "他说“好”", "He said “好”", ["好"]),
    ("ja>en", "全員で改善。", "All improved。", ["。"]),
    ("ja>zh", "インプレース変更", "在原来的地方修改インプ", ["インプ"]),
    # must not fire
    ("ja>zh", "治療費・検査", "治疗费・检查", []),
    ("ja>zh", "東京の人々", "东京的人们（々）", []),
    ("ja>en", "東京（とうきょう）", "Tokyo (とうきょう)", []),
    ("zh>en", "运行 `安装 命令`", "Run ``安装 命令``", []),
    ("zh>ja", "软件", "ソフトウェア", []),
    ("en>zh", "Select 日本語 here", "在此选择日本語", []),
    ("zh>hant", "台湾的软件", "臺灣的軟體", []),
    ("zh>en", "１２.２％", "12.2%", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "expected"), RESIDUE)
def test_residue(faults, direction: str, source: str, target: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    found = faults("residue", direction, source, target)
    assert [target[slice(*each.span)] for each in found] == expected


def test_residue_leaves_allowed_terms(faults) -> None:  # type: ignore[no-untyped-def]
    assert faults("residue", "ja>en", "株式会社トヨタの車", "Cars by トヨタ", allow=("トヨタ",)) == []


COPIED = [
    ("zh>en", "红斑性狼疮", True),
    ("zh>ja", "因为对自我的过剩免疫反应引起的", True),
    ("ja>zh", "効果は持続的", True),
    ("en>zh", "The effect lasted for one year.", True),
    ("en>ja", "coronavirus disease", True),
    ("hant>zh", "細胞數", True),
    ("zh>ja", "修改消息", True),
    # must not fire
    ("zxx>en", "12.2 → 3.2", False),
    ("zh>zh", "红斑性狼疮", False),
    ("ja>zh", "副作用", False),
    ("zh>ja", "安全性", False),
    ("en>ja", "GitHub", False),
    ("en>zh", "SLEDAI", False),
    ("und>ja", "BM-IV", False),
    ("hant>zh", "安全", False),
    ("en>zh", "``bool``", False),
]


@pytest.mark.parametrize(("direction", "source", "fires"), COPIED)
def test_copied_source(faults, direction: str, source: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    expected = [(0, len(source))] if fires else []
    assert [each.span for each in faults("copied-source", direction, source, source)] == expected
    assert not faults("residue", direction, source, source)


WRONG = [
    ("zh>en", "副作用很少", "副作用が少ない", True),
    ("ja>zh", "副作用が少ない", "副作用は少ない", True),
    ("zh>ja", "干细胞能够修复损伤部位", "幹細胞能夠修復損傷部位", True),
    ("ja>zh", "定義関数のリスト", "函數列表與關鍵點", True),
    ("ja>zh", "副作用が少ない", "There are few side effects", True),
    ("en>ja", "few side effects were seen", "副作用很少见，没有问题", True),
    ("zh>ja", "针对红斑狼疮的脐带血干细胞", "Umbilical Cord Blood Stem Cells for SLE", True),
    ("ja>zh", "治療の料金表", "TREATMENT PRICE LIST", True),
    ("zh>ja", "索引论文链接", "Links to Indexed Papers", True),
    # must not fire
    ("ja>zh", "副作用が少ない", "副作用很少", False),
    ("zh>ja", "副作用很少", "副作用は少ない", False),
    ("ja>en", "副作用が少ない", "Few side effects", False),
    ("zh>ja", "安全性评价", "安全性評価", False),
    ("en>zh", "WordPress Visual Editor", "WordPress", False),
    ("en>ja", "Python 3.10", "Python 3.10 系", False),
    ("ja>zh", "ビジュアルスタジオ", "Visual Studio", False),
    ("zh>ja", "间叶系干细胞", "MSC", False),
    ("ja>zh", "概要", "Read Me", False),
    ("zh>ja", "适用于 Microsoft Visual Studio Code", "Microsoft Visual Studio Code", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), WRONG)
def test_wrong_language(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    expected = [(0, len(target))] if fires else []
    assert [each.span for each in faults("wrong-language", direction, source, target)] == expected


HALF = [
    ("ja>en", "臨床応答なし。副作用もなし。", "No clinical response. 副作用もなし。", ["副作用もなし。"]),
    ("zh>ja", "添加新评论，请稍候重试", "新しいコメント，请稍候重试", ["，请稍候重试"]),
    ("en>zh", "The file could not be read by the server", "文件could not be read by the server", ["could not be read by the server"]),
    # must not fire
    ("ja>en", "臨床応答なし。副作用もなし。", "No clinical response and no side effects.", []),
    ("en>ja", "Use the Visual Studio Code editor", "Visual Studio Code エディターを使う", []),
    ("zh>ja", "安全性评价标准", "安全性評価の標準", []),
]  # fmt: skip


@pytest.mark.parametrize(("direction", "source", "target", "expected"), HALF)
def test_half_translated(faults, direction: str, source: str, target: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    found: list[Fault] = faults("half-translated", direction, source, target)
    assert [target[slice(*each.span)] for each in found if each.span] == expected
    if found:
        assert not faults("residue", direction, source, target)
        assert not faults("wrong-language", direction, source, target)


OTHER = [
    ("copied-source", "Name", "Name", False),
    ("copied-source", "The file could not be read", "The file could not be read", True),
    ("wrong-language", "The file could not be read", "Die Datei konnte nicht gelesen werden", False),
    ("half-translated", "open the file", "die Datei öffnen", False),
    ("truncated", "The file could not be read by the server.", "Fehler", False),
    ("number-mismatch", "1,234.5 files", "1.234,5 Dateien", False),
]


@pytest.mark.parametrize(("name", "source", "target", "fires"), OTHER)
def test_other_locales_are_not_judged_by_what_is_not_known_of_them(  # type: ignore[no-untyped-def]
    faults, name: str, source: str, target: str, fires: bool
) -> None:
    assert bool(faults(name, "en>de", source, target)) == fires
