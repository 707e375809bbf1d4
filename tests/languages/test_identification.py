"""One text by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import languages
from translator.document import Foreign
from translator.languages.identification import identify
from translator.languages.neighbourhood import among

TAGS = [
    (
        "zxx",
        [
            "",
            " ",
            "12M",
            "1×10^6/kg",
            "BM-IV",
            "SLE",
            "CREA",
            "MSC",
            "pic2cn",
            "1yr",
            "\ufffc、\ufffc。",
            "%(count)s / %d",
        ],
    ),
    (
        "zxx",
        ["https://example.org/words/in/it", "10.5 mg/dL", "3-28 M 2010 6", "①②③", "※", "、。", "🙂", "{name}: {0}"],
    ),
    ("en", ["SLE stemcell", "The cells were given once.", "MSC therapy", "READ THE NOTES", "Save", "Don’t close it"]),
    (
        "zh-Hans",
        ["干细胞能够抓住信号", "难治性SLE・红斑性狼疮", "治疗价目表", "索引论文链接", "我们的", "10亿cell 细胞保管"],
    ),
    ("zh-Hant", ["幹細胞治療的費用", "這個檔案無法開啟", "請輸入使用者名稱", "他們說的話"]),
    ("ja", ["検査", "無作為試験", "細胞を投与した", "ルビ", "人々", "価格表", "ｶﾅ", "全員で疾患症状の改善", "編集者"]),
    ("zh-Hans", ["他说“おはよう”然后离开了", "优の良品给我们带来的变化"]),
    ("ja", ["これは中文(简体字)です", "「他们」という語がある"]),
    ("en", ["The word 中文 means the Chinese language."]),
    (
        "zh-Hans",
        [
            "电影《アニメ》上映了",
            "我最喜欢「ガンダム」这部作品",
            "谢谢大家🙂👩‍⚕️",
            "使用ＡＢＣ系统",
            "他叫\U00020bb7的时候",
        ],
    ),
    ("zh-Hant", ["我喜歡「ポケモン」這個遊戲", "吃飯前請洗手", "群體在床上看峰會的祕密"]),
    ("ja", ["漢字《かんじ》", "｜振り仮名《ルビ》", "\U00020bb7野家の牛丼", "国体に会う", "々々な事"]),
    ("en", ["Ｔｈｅ ｃｅｌｌｓ ｗｅｒｅ"]),
    ("zxx", ["ＳＬＥ", "・・・", "…―", "\U0001f600"]),
    ("und", ["환자 治療 치료는", "Die Größe der Datei ist nicht bekannt", "Привет всем", "안녕하세요"]),
]


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in TAGS for text in texts])
def test_tag(tag: str, text: str) -> None:
    assert languages.identify(text).tag == tag


@pytest.mark.parametrize("text", ["感染", "一般", "中"])
def test_what_every_language_writes_is_not_sure(text: str) -> None:
    assert languages.identify(text).confidence < 0.9


SPANS = [
    ("这样的患者也有能够治癒的可能性。", [("癒", "ja")]),
    ("HLA検査 与干细胞治疗", [("検査", "ja")]),
    ("疾病名称 试験形态 人数 结局 結果 追综期间 文献", [("験", "ja"), ("結果", "ja")]),
    ("施术名称 细胞数 细胞 詳細 治疗費", [("詳細", "ja"), ("費", "ja")]),
    ("患者は免疫细胞を使う", [("免疫细胞", "zh-Hans")]),
    ("我们认为这个方法对患者来说还没有问题。効果は持続的である。", [("効果は持続的である", "ja")]),
    (
        "结论如下:the therapy is safe and well tolerated in all patients。",
        [("the therapy is safe and well tolerated in all patients", "en")],
    ),
    ("The 疗效 was good in all of them", [("疗效", "zh-Hans")]),
    ("一般情况下也可能有的結果,我们都看过。", [("結", "zh-Hant")]),
    ("我们的方法已经完成,这样对谁都没问题。這個檔案無法開啟", [("這個檔案無法開啟", "zh-Hant")]),
    ("患者は改善した、と言われた。患者已经完全好转并且出院了。", [("患者已经完全好转并且出院了", "zh-Hans")]),
    ("このページは没有断点です", [("没有断点", "zh-Hans")]),
    ("運動器や感覚器の進行性、左房陰影", []),
    ("# Vue 与 Web Components", []),
    ("使用 Visual Studio Code Live Share 插件来编辑", []),
    ("MSC: Messenchymal StemCell 间叶系干细胞", []),
    ("SLE 患者では CREA(2.35 → 0.94)が改善", []),
]


@pytest.mark.parametrize(("text", "spans"), SPANS)
def test_foreign_spans(text: str, spans: list[tuple[str, str]]) -> None:
    found = [(text[span.start : span.end], span.tag) for span in languages.identify(text).foreign]
    assert found == spans


def test_reason_names_the_characters() -> None:
    assert languages.identify("検査").reason == "characters of ja alone: 検, 査"


@given(st.text(alphabet=st.sampled_from("检検檢査あァｱ・ー治療疗费費 aAthe是的,。\ufffc1\U00020000"), max_size=30))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = languages.identify(text)
    assert answer.tag in {"zh-Hans", "zh-Hant", "ja", "en", "zxx", "und"}
    assert 0 <= answer.confidence <= 1
    assert answer.reason
    ends = [0, *(offset for span in answer.foreign for offset in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end and span.tag != answer.tag for span in answer.foreign)
    assert all(isinstance(span, Foreign) for span in answer.foreign)


@given(st.text(max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    answer = languages.identify(text)
    assert answer.confidence > 0
    assert all(0 <= span.start < span.end <= len(text) for span in answer.foreign)
    assert languages.fold(languages.fold(text)) == languages.fold(text)


def test_a_long_text_is_judged_by_more_than_its_head() -> None:
    text = "The manual begins in English. " * 100 + "我们使用干细胞来治疗患者,效果还在继续。" * 500
    assert languages.identify(text).tag == "zh-Hans"


PASSES = [
    ("治疗费用", "zh-Hans", True),
    ("每天一次", "zh-Hant", True),
    ("感染部位的分布", "zh-Hant", True),
    ("第一章", "zh-Hans", False),
    ("治疗費", "zh-Hans", False),
    ("治疗费用", "zh-Hant", False),
    ("検査結果です", "ja", True),
    ("検査結果です", "zh-Hans", False),
    ("12M", "en", True),
    ("The cells were given once.", "en", True),
    ("The cells were given once.", "ja", False),
]


@pytest.mark.parametrize(("text", "tag", "expected"), PASSES)
def test_passes_through(text: str, tag: str, expected: bool) -> None:
    assert languages.passes_through(text, languages.identify(text), tag) is expected


@pytest.mark.parametrize(
    ("text", "tag", "foreign"),
    [
        ("Take 加味逍遙散 twice a day, with water.", "en", ["加味逍遙散"]),
        ("Take ロキソニン after meals.", "en", ["ロキソニン"]),
        ("Click 设置 to open the menu.", "en", ["设置"]),
        ("Press the 保存 button.", "en", ["保存"]),
        ("“谢谢” means thank you.", "en", ["谢谢"]),
        ("Kampo (漢方) medicine", "en", ["漢方"]),
        ("使用 Word for the Web 打开", "zh-Hans", []),
        ("请点击 Save as… 按钮保存文件。", "zh-Hans", []),
        ("Save as をクリック", "ja", []),
        ("GitHub 的 pull request", "zh-Hans", []),
        ("价格：100元 → 1,000円。", "zh-Hans", ["円"]),
        ("送料 500円", "ja", []),
        ("合計：1,000円", "ja", []),
        ("100円", "ja", []),
        ("每天一次", "zh-Hans", []),
        ("毎日一回", "ja", []),
        ("維生素C每天一次", "zh-Hant", []),
    ],
)
def test_mixed_lines(text: str, tag: str, foreign: list[str]) -> None:
    found = identify(text)
    assert (found.tag, [text[each.start : each.end] for each in found.foreign]) == (tag, foreign)


JAPANESE = ("この文書は治療の結果を示します。", "患者は全員が回復した。", "次の表を参照してください。")
SIMPLIFIED = ("本文件显示治疗结果。", "所有患者均已康复。", "请参阅下表。")
TRADITIONAL = ("本文件顯示治療結果。", "所有患者均已康復。", "請參閱下表。")


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("標題", ("ja", "zh-Hant", "zh-Hant")),
        ("患者", ("ja", "zh-Hans", "zh-Hant")),
        ("副作用", ("ja", "zh-Hans", "zh-Hant")),
        ("取消", ("ja", "zh-Hans", "zh-Hant")),
        ("用法用量", ("ja", "zh-Hans", "zh-Hant")),
        ("每天一次", ("zh-Hans", "zh-Hans", "zh-Hant")),
    ],
)
def test_neighbours_decide_what_all_of_them_may_hold(text: str, tags: tuple[str, ...]) -> None:
    assert tuple(among(text, each).tag for each in (JAPANESE, SIMPLIFIED, TRADITIONAL)) == tags


def test_a_text_of_both_scripts_is_less_sure_alone() -> None:
    assert identify("感染部位的分布").confidence < identify("每天一片药").confidence
    assert among("感染部位的分布", SIMPLIFIED).confidence > identify("感染部位的分布").confidence
