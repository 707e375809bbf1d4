"""Sentence ends in zh, ja, en and mixtures; in the tables `¦` stands where a sentence ends."""

from __future__ import annotations

import pytest
from _support import slices
from hypothesis import example, given
from hypothesis import strategies as st

from translator.languages import sentence_ends


def marked(text: str, language: str = "") -> str:
    return "¦".join(slices(text, sentence_ends(text, language)))


CHINESE = """\
病情稳定。¦医生建议复查！¦真的吗？¦是的
第一组有效；第二组无效；第三组未完成，故未计入。¦总计三组。
剂量为1.5毫克，浓度3.25%。¦第2.1节另述。
版本3.11.2已发布。¦请更新
真的吗？！¦不会吧！！¦好
护士问：“今天好些了吗？”¦病人点点头。¦她笑了。
他说：“明天再来。”¦患者走出诊室。
他说：“明天再来。记得空腹。”¦患者走出诊室。
“明天再来。”他说。¦患者走了。
“太贵了！”我说，“便宜一点吧。”
她喊道：「快走！」¦眾人散去。
《你好吗？》是一部老片。¦很好看。
结果良好（见表2。数据未公开）。¦下一步是随访。
结果良好。¦（数据来自门诊。）¦下一步是随访。
“你是谁？”¦“我是医生。”¦“哦。”
权利要求1．一种装置；B；C。¦2．如权利要求1所述的装置。
体温37．5℃，血压120／80mmHg．¦患者无不适．
他是A.B.公司的员工。¦很好。
这叫做“没有了。”的说法。¦完
结果良好。[3]¦下一步是随访。[4][5]¦完
我……我不知道。¦真的
他走了很久很久……¦但是没有人回来。
他走了很久很久……没有人回来。
请大家在这里等一等……¦“谁在那里？”
诊断标准：1. 发热。¦2. 咳嗽。
一、背景。¦二、方法。
1.背景介绍。¦2.方法。
访问 https://example.org/a?b=c.d&e=1 下载。¦再安装。
邮箱是 a.b@example.org。¦谢谢
使用Node.js。¦然后重启。
这是 U+FFFC \ufffc。¦\ufffc 也是。
前进。¦(打带跑现象)MSC:间叶系干细胞
括号没有关（例如这里。¦但是文字还在继续。¦结束。
多余的括号）在这里。¦继续。
引号“没有关。¦继续。¦结束
他在Yahoo！奇摩上搜索。¦找到了。
哇！¦的确如此。
“谁会来呢？”。¦没有人知道。
约翰．史密斯是医生。¦他很忙。
“加油！”的口号响起。¦大家鼓掌。
‘好。’¦她走了。
"""

JAPANESE = """\
改善した。¦安定している！¦本当ですか？¦はい
「改善した。」と述べた。¦次の報告を待つ。
医師は「経過は良好だ。退院できる。」と説明した。¦患者は喜んだ。
「行こう。」彼は言った。¦外は雨だった。
『走れ！』という声がした。¦誰もいない。
症状は消失（Ａ群。Ｂ群も同様。）した。¦副作用なし。
全員で改善。¦12M において 3.2 まで低下(2505 → 858)。¦これら以外も改善。
効果は持続的(およそ1yr 程度)。 ¦MSC は有効である。
値は１．５倍だった．¦次に２．３を示す．
図１．２を参照．¦Ｆｉｇ．３も参照．
费用是１２.２万元，很高。¦Ver.２.０です。¦Ｆｉｇ.３を参照。
この方法は有効である．¦しかし費用が高い．
ジョン．スミスが来た。¦帰った。
楽しかったです(笑)。¦また行きます！(^_^)¦次は冬。
楽しかったです。(笑)¦また行きます。
いいお店です☆¦そのため混みます。
来てくださいネ♪¦待ってます♪
美味しかったです(^^)¦また行きます。
混んでました（笑）¦次は予約します。
楽しいです♪が、高いです。
よかったです〜¦次も行きます。
【請求項1】Aを備える装置。¦【請求項2】前記Aは、Cである装置。
「誰？」¦「私です。」¦「ああ。」
Q1.何ですか？¦A1.薬です。
えっ？と思った。¦本当だ。
モーニング娘。の曲を聴いた。¦よかった。
「けいおん！」を見た。¦面白い。
えー！¦うそでしょ！？¦ほんと
そう……か。¦わかった……。¦行こう
ﾊﾝｶｸです｡¦つぎです｡
結論。¦※注意事項。¦①薬を飲む。¦②寝る。
平均は No.1 です。¦Dr. 田中が言った。¦おわり
住所：東京都港区１－２－３。¦電話：03-1234-5678。
これは(!)の印です。¦終わり
終わり。。。¦始まり。
名前は '.' で区切る。¦「。」は使えない。
記号 ... の後に書く。¦終わり
値が != 4 なら失敗。¦再試行。
楽しい! :) ¦また来ます。
"""

ENGLISH = """\
The drug works. ¦Patients improved. ¦Why?
Dr. Smith met Prof. J. R. Lee at 5 p.m. on Jan. 3. ¦They talked.
It rose to 3.5 mg. ¦See Fig. 1 and Nos. 2-4, e.g. the first, i.e. A.
Smith et al. (2010) agree, cf. Vol. 2, pp. 3-5. ¦We do too.
He works at Acme Inc. in the U.S. and likes it. ¦She left the U.S. ¦The end.
"Is it true?" she asked. ¦"No." ¦He left.
“Stop!” he cried. ¦“Why?”
He said, "Stop it." ¦Then he left.
It measures 5" by 7" only. ¦Next one.
The dogs' bone isn't here. ¦It's gone.
Or . . . not. ¦Yes.
Wait... what? ¦Oh... ¦Nothing.
Version 3.11.2 is out. ¦Get main.py or a.tar.gz. ¦Done!
1. Introduction. ¦2. Methods. ¦(a) First.
Really?! ¦Yes! ¦iPhone sales rose. ¦pH was 7.
He likes Yahoo! and Google. ¦She does not.
(This is a note. It is long.) ¦And then?
It works (see Table 2. Not shown.) in most cases. ¦Good.
Mail a.b@c.org. ¦Visit www.example.org/x?y=1. ¦Bye.
He got vitamin C. ¦The cold went away. ¦J. Doe agreed.
The end of the line.Next one is code.Name
A sad face :( here. ¦A happy one :) there. ¦Fine.
The first (unclosed here. ¦The second one. ¦The third one.
Is it 2.5 vs. 3.5? ¦No. ¦It is 4.
No. ¦That is wrong. ¦No. 5 is alive.
Ito M et al. Pediatr Res. 2016, 79:81-6. ¦See also Clin Exp. 10: 8-27.
Is it safe?¦Yes. ¦See x.html?Yes or a!B now. ¦Good.
He lives on Elm St. ¦She lives in St. Louis.
Step 1. Open it. ¦Step 2. Close it. ¦Figure 1. Results.
The rule was broken at step 1. ¦Open it.
As follows: 1. Open. ¦2. Close.
He is Mr. Jones Jr. ¦She is Mrs. Jones.
"""

MIXED = """\
SLEDAI ≧ 8。 ¦MSC is useful. ¦効果あり。¦Good!
使用 MSC. ¦患者改善。¦See Fig. 2。
他说 OK.¦我们走吧。¦Bye
MSC 療法は有効。¦该方法安全。¦It is safe. ¦Fin
"""


@pytest.mark.parametrize(
    "expected", [*CHINESE.splitlines(), *JAPANESE.splitlines(), *ENGLISH.splitlines(), *MIXED.splitlines()]
)
def test_ends(expected: str) -> None:
    assert marked(expected.replace("¦", "")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "第一行\n¦第二行\n¦第三行",
        "これは父の\n家です。¦母の家です。",
        "This line was wrapped by hand at some\ncolumn of the page. ¦Here is more.",
        "The paragraph mentions a very long company name, Example\nCorporation, in the middle. ¦End.",
        "完了です。\n¦次です。",
        "症状が改善した。¦これは初期段階の慢性腎障害に対して\n治療効果を発揮する可能性を示している。",
        "長期追跡調査の結果としてこの治療法は臓器機能を改善した\n患者で安全であった。",
        "A short one ends here in the line. ¦The opening\n`#` is next.",
        "行程です\n¦終了です",
        "标题\n\n¦正文从这里开始，没有句号",
        "材料：\n¦面粉\n¦水",
        "買うもの\n¦・牛乳\n¦・卵",
        "（第一行。\n第二行。）\n¦完",
        "see e.g.\nthe second line. ¦Done",
    ],
)
def test_line_breaks(expected: str) -> None:
    assert marked(expected.replace("¦", "")) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "甲「乙。」丙。¦丁"),
        ("zh-Hans", "甲为“乙。”¦丙。¦丁"),
        ("ja", "判定．¦次章"),
        ("zh-Hant", "喬治．華盛頓"),
    ],
)
def test_language_refines(language: str, expected: str) -> None:
    assert marked(expected.replace("¦", ""), language) == expected


def test_no_sentence() -> None:
    assert sentence_ends("") == []
    assert sentence_ends("治疗价目表") == [5]
    assert sentence_ends("。。。") == [3]
    assert sentence_ends(" \n ") == [3]


ALPHABET = "。！？!?.．…,，；:： \n　「」『』“”\"'‘’（）()[]《》aBc1１年はがをと的说ア\ufffc☆𠮷"


@given(st.text(alphabet=ALPHABET, max_size=60), st.sampled_from(["", "zh-Hans", "ja", "en", "und"]))
@example("「。」\n", "")
@example("..a", "en")
def test_nothing_is_lost(text: str, language: str) -> None:
    ends = sentence_ends(text, language)
    assert ends == sorted(set(ends))
    assert "".join(slices(text, ends)) == text
    assert all(slices(text, ends))


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_white_space_stays_behind(text: str) -> None:
    assert not any(each[0].isspace() for each in slices(text, sentence_ends(text))[1:])


@pytest.mark.parametrize("unit", ["！ ", "(", "「(", '"。', "」。", "a. ", "…", "（。", ":(", "\n", "1) ", "'a "])
def test_hostile_runs_end(unit: str) -> None:
    text = unit * 20_000
    assert sentence_ends(text)[-1] == len(text)
