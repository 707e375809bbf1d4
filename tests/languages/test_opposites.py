from __future__ import annotations

import pytest

from translator.languages import opposites
from translator.languages.numerals import data_lines
from translator.languages.opposites import compare_opposites, read


def test_every_concept_has_the_same_sides_in_every_language() -> None:
    sides: dict[str, dict[str, set[str]]] = {}
    for line in (*data_lines("opposites.txt"), *data_lines("things.txt")):
        concept, side, tongue, words = line.split("\t")
        assert all(words.split("|"))
        if concept != "neutral":
            sides.setdefault(concept, {}).setdefault(tongue, set()).add(side)
    for concept, by_tongue in sides.items():
        assert set(by_tongue) == {"zh", "ja", "en"}, concept
        assert by_tongue["zh"] == by_tongue["ja"] == by_tongue["en"], concept
        assert len(by_tongue["zh"]) > 1, concept


def test_the_longest_word_counts() -> None:
    assert read("非表示にする", "ja") == {"sight": {"hidden": (0, 3)}}
    assert read("Acutely severe", "en") == {
        "onset": {"acute": (0, 7)},
        "degree": {"severe": (8, 14)},
        "intensity": {"strong": (8, 14)},
    }


def test_a_longer_word_keeps_what_its_parts_mean() -> None:
    assert read("肝炎", "zh") == {"disease": {"hepatitis": (0, 2)}, "organ": {"liver": (0, 2)}}
    assert read("不安定", "ja") == {"firmness": {"unstable": (0, 3)}}
    assert read("电脑", "zh") == {}


def test_placeholders_are_no_words() -> None:
    assert read("{left} <right>", "en") == {}


def test_a_side_that_both_texts_have_is_no_difference() -> None:
    assert compare_opposites("先增加后减少", "It fell", "zh-Hans", "en") == ()
    assert compare_opposites("没有增加", "It fell", "zh-Hans", "en") == ()
    found = compare_opposites("血压升高", "血圧が低下", "zh-Hans", "ja")
    assert [(each.message, each.source_span, each.target_span) for each in found] == [
        ("“升高” became “低下”", (2, 4), (3, 5))
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        # The name of an illness does not vouch for what rose.
        ("血小板減少症 12 例で白血球が上昇。", "12例血小板减少症患者的白细胞下降。", ["“上昇” became “下降”"]),
        (
            "血小板减少症患者的体重增加。",
            "In patients with thrombocytopenia, weight went down.",
            ["“增加” became “went down”"],
        ),
        ("用量は漸減。", "The dose was increased step by step.", ["“漸減” became “increased”"]),
        ("剂量逐步增量。", "用量は漸減。", ["“增量” became “漸減”"]),
        # All words but one agree.
        (
            "A群の改善は B群の改善より良好。",
            "The improvement of group A was worse than that of B.",
            ["“良好” became “worse than”"],
        ),
        (
            "A群の改善は B群の改善より良好。",
            "The improvement of group A was worse than the improvement of group B.",
            ["“良好” became “worse than”"],
        ),
        ("改善优于对照组的改善。", "改善は対照群の改善より劣っていた。", ["“优于” became “より劣”"]),
        ("初期の患者に使う。", "用于晚期患者。", ["“初期” became “晚期”"]),
        ("一回で十分である。", "A single dose is insufficient.", ["“十分” became “insufficient”"]),
        ("治る可能性がある。", "不可能治愈。", ["“可能性” became “不可能”"]),
        # The order of two words, and their numbers.
        ("左腕に注射し、右腕で測る。", "注射右臂，测量左臂。", ["“左 … 右” became “右 … 左”"]),
        (
            "患者は4(自家)、対照は5(他家)",
            "Patients, 4 (allogeneic); controls, 5 (autologous)",
            ["“自家 … 他家” became “allogeneic … autologous”"],
        ),
        (
            "生存率は81%、再発率は17%。",
            "Recurrence was 81%, survival 17%.",
            ["“生存 … 再発” became “Recurrence … survival”"],
        ),
    ],
)
def test_words_that_turn(source: str, target: str, expected: list[str]) -> None:
    assert [each.message for each in compare_opposites(source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("脐带来源的干细胞对难治性患者有效。", "骨髄由来の幹細胞は難治性の患者に有効である。", "“脐带” became “骨髄”"),
        ("右腕の血圧を測定した。", "Blood pressure was measured on the right leg.", "“腕” became “leg”"),
        ("也有治愈的可能。", "A cure is guaranteed.", "“可能” became “guaranteed”"),
        ("改善すると推察される。", "一定能改善。", "“と推察” became “一定能”"),
        ("めまいが起こることがある。", "It always makes you dizzy.", "“ことがあ” became “always”"),
        ("蛋白尿消失。", "蛋白尿が増加した。", "“消失” became “増加”"),
        ("病情稳定。", "The disease deteriorated.", "“稳定” became “deteriorated”"),
        ("抑制免疫反应。", "免疫反応を活性化する。", "“抑制” became “活性化”"),
        ("売上は前年比15%増。", "销售额同比减少15%。", "“%増” became “减少”"),
        ("先用小剂量。", "Begin with a high dose.", "“小剂量” became “high dose”"),
        ("平均17.2か月", "Median 17.2 months", "“平均” became “Median”"),
        ("全館禁煙です。", "全馆可吸烟。", "“禁煙” became “可吸烟”"),
        ("7月から閉鎖します。", "Open from July.", "“閉鎖” became “Open”"),
        ("飲酒後の入浴は危険です。", "Bathing before drinking is dangerous.", "“飲酒後” became “before”"),
        ("她休息了5分钟。", "He rested for 5 minutes.", "“她” became “He”"),
        ("最多可保存99组。", "最小99組まで保存できます。", "“最多” became “最小”"),
        ("皮下注射给药。", "It is given intramuscularly.", "“皮下注射” became “intramuscularly”"),
        ("糖尿病の患者", "高血压患者", "“糖尿病” became “高血压”"),
        ("前瞻性研究", "A retrospective study", "“前瞻” became “retrospective”"),
        ("室温で保存する。", "冷藏保存。", "“室温” became “冷藏”"),
        ("大学生は無料です。", "高中生免费。", "“大学生” became “高中生”"),
        ("由护士测量。", "It is measured by a doctor.", "“护士” became “a doctor”"),
        ("飲酒後の入浴はおやめください。", "请勿在饮酒前泡澡。", "“飲酒後” became “饮酒前”"),
        ("早餐后30分钟内服用。", "朝食前30分以内に服用します。", "“早餐后” became “朝食前”"),
        ("请在入住日前3天联系。", "Contact us three days after your arrival.", "“日前3” became “after”"),
        ("不会影响肝脏。", "It affects the kidneys.", "“肝” became “kidneys”"),
        ("中日双语", "Chinese-English bilingual", "“中日” became “Chinese-English”"),
    ],
)
def test_words_that_became_others_of_their_kind(source: str, target: str, expected: str) -> None:
    assert [each.message for each in compare_opposites(source, target)] == [expected]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("MSC是英文的缩写，中文叫间充质干细胞。", "MSCは英語の略で、日本語では間葉系幹細胞という。"),
        ("国内海外的研究", "studies at home and abroad"),
        ("病情稳定，没有恶化。", "The disease did not worsen."),
        ("心脏病患者的肝功能", "liver function of patients with heart disease"),
        ("他人の写真を撮る。", "She takes pictures of others."),
        ("使用前後に手を洗う。", "Wash your hands before and after use."),
        ("最後に水を飲む。", "Drink water before you finish."),
        ("电脑和手机", "computers and phones"),
        ("肠胃炎", "胃腸炎"),
        ("必ずしも有効ではない。", "It may not be effective."),
    ],
)
def test_words_of_a_kind_that_are_no_other(source: str, target: str) -> None:
    assert compare_opposites(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("血小板減少症 12 例で白血球が上昇。", "White cells increased in 12 patients with thrombocytopenia."),
        ("左肾切除后，右肾正常。", "The right kidney was normal after removal of the left one."),
        ("左肾切除后，右肾正常。", "左腎の切除後、右腎は正常。"),
        ("生存率は81%、再発率は17%。", "Recurrence was 17%, survival 81%."),
        ("生存率は81%、再発率は17%。", "81% survival and 17% recurrence."),
        ("患者は4(自家)、対照は5(他家)", "Controls (allogeneic, 5) and patients (both autologous and allogeneic)"),
        ("不劣于对照组。", "It was not inferior to the control."),
        ("非劣性が示された。", "It was non-inferior to the control, and better."),
        ("端末を初期化する。", "Initializes the terminal."),
        ("十分ではない。", "It is insufficient."),
        ("可能性はありません。", "That is impossible."),
        ("両側の左右差。", "The difference of right and left."),
    ],
)
def test_words_that_stay(source: str, target: str) -> None:
    assert compare_opposites(source, target) == ()
    assert compare_opposites(target, source) == ()


def test_opposed_are_all_other_sides_of_the_same_concepts() -> None:
    bits = opposites._bits()
    for sides in (("amount", "up"),), (("amount", "up"), ("amount", "down")):
        found = opposites.opposed(sum(bits[each] for each in sides))
        wanted = {other for each in sides for other in bits if other[0] == each[0] and other != each}
        assert {each for each, bit in bits.items() if found & bit} == wanted
