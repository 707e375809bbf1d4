"""Right translations that say a thing in their own way, which the gate passes over, beside wrong ones that it tells."""

from __future__ import annotations

import pytest

from translator.catalog import Catalog, Entry
from translator.checks import CatalogInput, CheckSettings
from translator.steps.check import check_catalog

RIGHT = [
    ("zh", "en", "试验组120例，对照组118例，共238例。", "A total of 238 patients (120 treated and 118 controls)."),
    ("en", "ja", "A total of 238 patients (120 treated and 118 controls).", "投与群120例、対照群118例の計238例。"),
    ("ja", "zh", "終電は0時15分です。", "末班车晚上十二点一刻。"),
    ("en", "ja", "We enrolled 120 patients (60 men and 60 women).", "対象は120例で、男女は60例ずつであった。"),
    ("zh", "en", "年满18周岁方可申请。", "You must be 18 or older to apply."),
    ("en", "ja", "Weigh each sample in triplicate.", "各試料を3回はかる。"),
    ("zh", "ja", "由两人抬起，以免受伤。", "けがを防ぐため、2人で持ち上げてください。"),
    ("ja", "en", "3歳未満のお子様には与えないでください。", "Not for children under 3 years."),
    ("ja", "zh", "提出まで1か月を切った。", "离提交不到一个月了。"),
    ("en", "zh", "Everyone knows this rule.", "没有人不知道这条规定。"),
    ("ja", "en", "これが最も安い方法です。", "There is no cheaper way than this."),
    ("zh", "en", "儿童不得单独游泳。", "Children must be accompanied by an adult when they swim."),
    ("en", "ja", "RS virus infection", "RSウイルス感染症"),
    ("ja", "en", "RSウイルス感染症", "respiratory syncytial virus infection"),
]
WRONG = [
    ("zh", "en", "试验组120例，对照组118例，共238例。", "A total of 238 patients (118 treated and 120 controls)."),
    ("ja", "zh", "終電は0時15分です。", "末班车晚上十一点一刻。"),
    ("en", "ja", "We enrolled 120 patients (60 men and 60 women).", "対象は120例で、男女は50例ずつであった。"),
    ("en", "ja", "Weigh each sample in triplicate.", "各試料を4回はかる。"),
    ("ja", "en", "3歳未満のお子様には与えないでください。", "Not for children over 3 years."),
]


def errors(come: str, go: str, source: str, target: str) -> list[str]:
    catalog = Catalog((Entry(source, (target,), notes=(f"lang: {come}",)),))
    found = check_catalog(CatalogInput("a.po", go, catalog), CheckSettings()).findings
    return [each.check for each in found if each.severity == "error"]


@pytest.mark.parametrize(("come", "go", "source", "target"), RIGHT)
def test_a_right_translation_is_passed_over(come: str, go: str, source: str, target: str) -> None:
    assert errors(come, go, source, target) == []


@pytest.mark.parametrize(("come", "go", "source", "target"), WRONG)
def test_a_wrong_one_is_told(come: str, go: str, source: str, target: str) -> None:
    assert errors(come, go, source, target) != []
