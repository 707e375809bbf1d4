from __future__ import annotations

from itertools import permutations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import Context, _evidence, all_checks
from translator.checks._subject import CatalogSubject

TAGS = {"zh": "zh-Hans", "ja": "ja", "en": "en"}
TAPERED = ("投薬は漸減。", "Medication was gradually tapered.")


def told(name: str, locale: str, *pairs: tuple[str, str], is_fuzzy: bool = False) -> list[str]:
    check = {each.name: each for each in all_checks()}[name]
    entries = tuple(Entry(source, (target,), is_fuzzy=is_fuzzy) for source, target in pairs)
    subject = CatalogSubject(locale, TAGS[locale], "a.md", Catalog(entries))
    return [each.key[1] for each in check.run(subject, Context()) if each.key]


WRONG = [
    # (locale, entries, the sources that are told)
    ("zh", [("投薬は漸減。", "用药逐渐减量。"), ("自己免疫肝炎は安定。", "用药逐渐减量。")], ["自己免疫肝炎は安定。"]),
    ("ja", [("全員で症状改善", "全員で症状が改善。"), ("長期の生存率94%", "全員で症状が改善")], ["長期の生存率94%"]),
    ("en", [("随访期间为12个月", "Follow-up lasted 12 months"), ("施术名称与价格", "Follow-up lasted 12 months.")], ["施术名称与价格"]),
    ("en", [("SLEDAI 改善が持続", "Sustained drop of SLEDAI"), ("治疗费用说明", "Sustained drop of SLEDAI")], ["治疗费用说明"]),
    ("zh", [("Blood pressure was stable", "血压保持稳定"), ("The survival rate rose", "存活率上升了"), ("Contact your dedicated stem cell specialist", "存活率上升了")], ["Contact your dedicated stem cell specialist"]),
    # The only one that has to do with neither of two that are alike.
    ("en", [("删除文件失败", "Could not delete the file"), ("无法删除文件", "Could not delete the file"), ("保存设置完毕", "Could not delete the file")], ["保存设置完毕"]),
    # What the code says, whatever the other words are: MSC stands in one source alone.
    ("en", [("このような改善効果は他の群より良好", "MSC therapy may help in early kidney disease"), ("MSC 療法は初期の腎障害に効く可能性がある", "MSC therapy may help in early kidney disease")], ["このような改善効果は他の群より良好"]),
    # Nothing tells whose it is: at both.
    ("en", [("血圧測定値", "Conclusion of the study"), ("結論説明書", "Conclusion of the study")], ["血圧測定値", "結論説明書"]),
    # must not fire
    ("zh", [("OK", "确定"), ("Confirm the selection", "确定")], []),
    ("en", [("删除文件失败", "Could not delete the file"), ("文件无法删除", "Could not delete the file")], []),
    ("zh", [("治療費", "治疗费用说明"), ("治疗费", "治疗费用说明")], []),
    ("ja", [("Open the file menu", "ファイルメニューを開く"), ("Open File Menus…", "ファイルメニューを開く")], []),
    ("en", [("%d 例", "%d cases in all"), ("%s 人", "%d cases in all")], []),
    ("en", [("类固醇治疗", "Treatment with steroids"), ("ステロイド", "Treatment with steroids")], []),
    ("ja", [("安全", "<empty/>"), ("効果は持続的である", "<empty/>")], []),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "pairs", "expected"), WRONG)
def test_wrong_pair(locale: str, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert told("wrong-pair", locale, *pairs) == expected


def test_other_entries_tell_whose_translation_it_is() -> None:
    # By length alone it would be the liver's: but 安定 is “stable” elsewhere.
    beside = [
        ("血圧は安定していた", "Blood pressure remained stable"),
        ("肺胞出血は安定", "Alveolar haemorrhage was stable"),
    ]
    assert told("wrong-pair", "en", ("自己免疫肝炎は安定。", TAPERED[1]), TAPERED, *beside) == ["自己免疫肝炎は安定。"]


def test_a_number_tells_whose_translation_it_is() -> None:
    pairs = [("随访期间12个月", "12 months of follow-up"), ("血压稳定患者24例", "12 months of follow-up")]
    assert told("wrong-pair", "en", *pairs) == ["血压稳定患者24例"]


def test_a_fuzzy_translation_may_be_another_ones() -> None:
    pairs = [TAPERED, ("自己免疫肝炎は安定。", TAPERED[1])]
    assert told("wrong-pair", "en", *pairs, is_fuzzy=True) == []


REPEATED = [
    ("en", [("追踪期间", "Conclusion"), ("結果", "Conclusion")], 2),
    ("ja", [("Umbilical cord", "結果"), ("Conclusion", "結果")], 0),
    ("en", [("取消", "Cancel"), ("中止", "Cancel")], 0),
    ("en", [("使用方法", "Usage"), ("用途", "Usage")], 0),
    ("en", [("通常療法抵抗性の SLE に有効", "Effective in resistant SLE"), ("臍帯由来 MSC は通常療法抵抗性 SLE に有効", "Effective in resistant SLE")], 1),
    ("ja", [("Convert the mask texture", "マスクテクスチャを変換"), ("Convert the direction texture", "マスクテクスチャを変換")], 1),
    # must not fire
    ("ja", [("Convert the mask texture", "マスクテクスチャを変換"), ("Convert mask textures:", "マスクテクスチャを変換")], 0),
    ("en", [("出错了，请您重试", "Something went wrong; please try again"), ("出错了，请重试", "Something went wrong; please try again")], 0),
    ("zh", [("Page %d", "第 %d 页"), ("Pages", "第 %d 页")], 0),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "pairs", "expected"), REPEATED)
def test_repeated_translation(locale: str, pairs: list[tuple[str, str]], expected: int) -> None:
    assert len(told("repeated-translation", locale, *pairs)) == expected
    assert told("wrong-pair", locale, *pairs) == []


UNRELATED = [
    ("ja>zh", "自己免疫肝炎は安定であった", "用药逐渐减量后停止", True),
    ("zh>ja", "随访期间为十二个月", "投薬は漸減され中止された", True),
    ("ja>ja", "投薬は漸減。", "効果は持続的。", True),
    ("zh>zh", "治疗费用说明", "随访期间", True),
    # must not fire
    ("ja>zh", "自己免疫肝炎は安定であった", "自身免疫性肝炎保持稳定", False),
    ("ja>zh", "ユーザーがファイルを明示的にフォーマットするときに再生", "在保存文档时播放声音", False),
    ("zh>ja", "没有", "ありません", False),
    ("ja>en", "自己免疫肝炎は安定であった", "Medication was tapered", False),
    ("hant>zh", "治療費用", "治疗费用", False),
    ("ja>zh", "集中治療室", "重症监护", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), UNRELATED)
def test_unrelated_translation(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    expected = [(0, len(target))] if fires else []
    assert [each.span for each in faults("unrelated-translation", direction, source, target)] == expected


def test_who_is_blamed_depends_on_no_order(monkeypatch: pytest.MonkeyPatch) -> None:
    shares = [0.1, 0.7, 0.2, 1 / 3, 0.9, 0.6]
    entry = Entry("甲乙丙丁戊己庚", ("something",))
    evidence = _evidence.Evidence((entry,), "en")
    monkeypatch.setattr(_evidence.Evidence, "_with", lambda self, word: (0,))
    found = set()
    for order in permutations(shares):
        given = iter(order)
        monkeypatch.setattr(_evidence, "any_shared", lambda *_, given=given: next(given))
        monkeypatch.setattr(_evidence, "bigrams", lambda source: list(range(len(shares))))
        found.add(evidence._told(entry.source, _evidence.substance("something"), ()))
    assert len(found) == 1
