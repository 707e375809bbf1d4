"""Markdown: which blocks and codes a page has, what is kept, and how text is written back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.document import Block, Code, Content, Document, Encoding
from translator.errors import TranslatorError
from translator.formats import ReadOptions
from translator.formats.markdown import FORMAT, emphasis_faults
from translator.inline import from_message, to_message
from translator.laws import judge
from translator.reader import ReaderOptions, read_text
from translator.writer import spliced


def document(text: str, **values: object) -> Document:
    options = ReaderOptions(segmentation="block", identifies=False, read=ReadOptions(values=values))
    return read_text(text, "a.md", options=options, form=FORMAT, how=Encoding())


def messages(text: str, **values: object) -> list[str]:
    return [to_message(each.content) for each in document(text, **values).segments]


def placed(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.note, to_message(each.content)) for each in document(text).segments]


def copy(text: str, targets: dict[str, str]) -> str:
    """The text with messages replaced, as an export does it."""
    read = document(text)
    contents: dict[int, Content] = {}
    for index, segment in enumerate(read.segments):
        codes = [each for each in segment.content if isinstance(each, Code)]
        contents[index] = from_message(targets.get(to_message(segment.content), to_message(segment.content)), codes)
    return spliced(read, FORMAT, contents=contents)[""]


BLOCKS = [
    ("# 標題 {#id}\n\n二\n===\n", [("heading", "", "標題"), ("heading", "", "二")]),
    ("### 標題 ###\n#無\n", [("heading", "", "標題"), ("paragraph", "", "#無")]),
    ("- 一\n- 二\n\n  段落\n", [("list item", "", "一"), ("list item", "", "二"), ("paragraph", "", "段落")]),
    ("- [ ] 作業\n- [x] 完了\n", [("list item", "", "作業"), ("list item", "", "完了")]),
    ("> 引用\n怠惰\n", [("quote", "", "引用怠惰")]),
    ("> [!NOTE]\n> 本文\n", [("quote", "", "本文")]),
    ("> [!tip] 題\n> 本文\n", [("title", "", "題"), ("quote", "", "本文")]),
    (
        "| 疾病 | 結果 |\n|--|:-:|\n| 甲 | 乙\\|丙 | 余 |\n",
        [
            ("cell", "", "疾病"),
            ("cell", "", "結果"),
            ("cell", "column “疾病”", "甲"),
            ("cell", "column “結果”", "乙|丙"),
        ],
    ),
    (
        "前の行\n| 列 |\n|---|\n| 値 |\n",
        [("paragraph", "", "前の行"), ("cell", "", "列"), ("cell", "column “列”", "値")],
    ),
    ("![図](a.png)\n", [("alt text", "", "図")]),
    ("![図](a.png '題')\n", [("alt text", "", "図"), ("link title", "", "題")]),
    ("[a]: /u '題'\n\n[文][a]\n", [("link title", "", "題"), ("paragraph", "", "文")]),
    ("文[^1]\n\n[^1]: 注\n", [("paragraph", "", "文<fn1/>"), ("footnote", "", "注")]),
    (":::tip 題\n本文\n:::\n", [("title", "", "題"), ("paragraph", "", "本文")]),
    ('!!! note "題"\n    本文\n', [("title", "", "題"), ("paragraph", "", "本文")]),
    ("<!-- translator: note: 首頁 -->\n打开\n\n打开\n", [("paragraph", "首頁", "打开"), ("paragraph", "", "打开")]),
    ("<!-- note: 首頁 -->\n打开\n\n打开\n", [("paragraph", "首頁", "打开"), ("paragraph", "", "打开")]),
    ("<div>\n<p title='題'>文</p>\n</div>\n", [("title attribute", "", "題"), ("paragraph", "", "文")]),
    (
        "---\ntitle: 題\nlayout: 版\n---\n文\n",
        [("front matter", "front matter “title”", "題"), ("paragraph", "", "文")],
    ),
    ("```\n文\n```\n\n    文\n\n$$\n文\n$$\n\n[[toc]]\n\n<<< @/文.js\n\n***\n", []),
    ("<script setup>\nconst a = '文'\n</script>\n", []),
    ("<!-- translator: off -->\n# 文\n\n- 文\n\n<!-- translator: on -->\n後\n", [("paragraph", "", "後")]),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS, ids=[repr(each[0][:24]) for each in BLOCKS])
def test_blocks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert placed(text) == expected


INLINE = [
    ("**太**と*斜*と_斜_と~~消~~と`code`。", "<b1>太</b1>と<i1>斜</i1>と_斜_と<s1>消</s1>と<code1/>。"),
    ("***両方***の文", "<i1><b1>両方</b1></i1>の文"),
    ("文は**注意。**続く", "文は**注意。**続く"),
    ('見よ[文](/u "題")と[文][a]と[a]と[無]', "見よ<a1>文<tip1>題</tip1></a1>と<a2>文</a2>と<a3>a</a3>と[無]"),
    ("図![図](a.png)と![](b.png)", "図<alt1>図</alt1>と<img1/>"),
    ("一行  \n二行\\\n三行", "一行<br1/>二行<br2/>三行"),
    ("一行\n二行", "一行二行"),
    ("one\ntwo", "one two"),
    ("使用\nVue", "使用 Vue"),
    ("**重要**\n続き", "<b1>重要</b1>続き"),
    ("**重要。**\n続き", "<b1>重要。</b1> 続き"),
    ("&lt;A&amp;B&gt; \\*星\\* &nope; 5 * 3", "<A&B> *星* &nope; 5 * 3"),
    (
        "行内<b>太</b>、<br>、<kbd>K</kbd>、<code>x</code>、<b>",
        "行内<b1>太</b1>、<br1/>、<kbd1>K</kbd1>、<code1/>、<b2/>",
    ),
    ('行内<img src="a.png" alt="図">の', "行内<alt1>図</alt1>の"),
    ("見よ https://a.b/c_d_e。www.a.b/cを m@a.co <https://x.y>", "見よ <a1/>。<a2/>を <a3/> <a4/>"),
    ("見よ https://a.b/wiki/高い血圧と https://a.b/c#結果。路", "見よ <a1/> <a2/>。路"),
    ("見よ https://a.b/をhttps://a.b/c（甲）", "見よ <a1/>を<a2/>（甲）"),
    ("式$x^2$は、$5 と $6 で", "式<math1/>は、$5 と $6 で"),
    ("値は {{ count }} と {% x %}", "値は <x1/> と <x2/>"),
    ("字面\\<b1>のみ", "字面<x1/><x2/>のみ"),
]


@pytest.mark.parametrize(("text", "expected"), INLINE, ids=[each[0][:20] for each in INLINE])
def test_codes(text: str, expected: str) -> None:
    assert messages(text + "\n\n[a]: /u\n") == [expected]


def test_the_same_bold_has_the_same_message_in_html() -> None:
    assert messages("これは**太字**です\n") == messages("<p>これは<strong>太字</strong>です</p>\n")


def test_cells_have_coordinates_and_headings_open_sections() -> None:
    read = document("前\n\n# 一\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n## 二\n\n| 戊 |\n|---|\n")

    def place(block: Block) -> tuple[int, int, int, int]:
        return block.section, block.table, block.row, block.column

    assert [place(each) for each in read.blocks] == [
        (0, -1, -1, -1),
        (1, -1, -1, -1),
        (1, 0, 0, 0),
        (1, 0, 0, 1),
        (1, 0, 1, 0),
        (1, 0, 1, 1),
        (2, -1, -1, -1),
        (2, 1, 0, 0),
    ]


def test_context_comment_parts_equal_words() -> None:
    read = document("<!-- context: button -->\n打开\n\n打开\n")
    assert [each.context for each in read.segments] == ["button", None]


def test_options_choose_keys_and_formulas() -> None:
    text = "---\ntitle: 題\nlead: 導\n---\n\n式$x$の値\n"
    assert messages(text, front_matter=("lead",), math=False) == ["導", "式$x$の値"]


FRONT = [
    ("title: 旧", "旧", "新", "title: 新"),
    ("title: 旧", "旧", "key: value", 'title: "key: value"'),
    ("title: '旧'", "旧", "it's", "title: 'it''s'"),
    ('title: "旧 \\"引\\""', '旧 "引"', 'a "b"', 'title: "a \\"b\\""'),
    ("title: >\n  旧い\n  行", "旧い 行", "新しい行", "title: >\n  新しい行"),
]


@pytest.mark.parametrize(("line", "source", "target", "expected"), FRONT)
def test_front_matter_is_quoted_as_it_needs(line: str, source: str, target: str, expected: str) -> None:
    assert copy(f"---\n{line}\n---\n", {source: target}) == f"---\n{expected}\n---\n"


ESCAPES = [
    ("原文", "# not a heading", "\\# not a heading"),
    ("原文", "1. not a list", "1\\. not a list"),
    ("原文", "- not a list", "\\- not a list"),
    ("原文", ": no definition", "\\: no definition"),
    ("原文", "<!-- no comment", "\\<!-- no comment"),
    ("原文", "a *star* and _bar_", "a \\*star\\* and \\_bar\\_"),
    ("原文", "2 * 3 and snake_case", "2 * 3 and snake_case"),
    ("原文", "a `tick`", "a \\`tick\\`"),
    ("原文", "a [link](b)", "a \\[link\\](b)"),
    ("原文", "see [1] and [2]", "see [1] and [2]"),
    ("原文", "a <b>tag</b> and 1 < 2", "a \\<b>tag\\</b> and 1 < 2"),
    ("原文", "A&amp;B & C", "A\\&amp;B & C"),
    ("原文", "line\n\nline", "line line"),
    ("原文", "  space  ", "space"),
    ("原 * 文 [1] snake_case", "new * [1] snake_case", "new * [1] snake_case"),
    ("# 原文", "C#", "# C#"),
    ("# 原文", "C #", "# C \\#"),
    ("| 原文 |\n|--|", "a | b", "| a \\| b |\n|--|"),
    ("[原文](/u)です", "<a1>x]y</a1>!", "[x\\]y](/u)!"),
    ("[原文](/u 'it')です", "<a1>x<tip1>it's \"</tip1></a1>", "[x](/u 'it\\'s \"')"),
    ("値は_原文_です", "value _x_", "value \\_x\\_"),
    ("an _old_ word", "一个<i1>旧</i1>词", "一个*旧*词"),
    ("**Note.** Go", "<b1>注意。</b1>继续", "**注意。**&#x7ee7;续"),
    ("![図](a.png)です", "<alt1>[x</alt1>", "![\\[x](a.png)"),
    # Where nothing else reads as it was meant, emphasis is a tag and a bare URL stands in angles.
    ("値**原**文", "a<b1> b </b1>c", "a<strong> b </strong>c"),
    ("値**原**と*文*", "a<b1> b </b1>c <i1>d</i1>", "a<strong> b </strong>c *d*"),
    ("見よ http://a.b 。", "see <a1/>x and <a1/>!", "see <http://a.b>x and <http://a.b>!"),
    ("見よ http://a.b 。", "see <a1/>&more *", "see <http://a.b>&more \\*"),
    ("見よ http://a.b 。", "see <a1/>), ok!", "see http://a.b), ok!"),
    ("見よ http://a.b\\* 。", "<a1/>&amp; *", "<http://a.b\\>\\&amp; \\*"),
    ("式 $x$ です", "<math1/>1 and $5", "$x$&#x31; and \\$5"),
    ("一  \n二", "<br1/>二 <br1/>", "<br>二<br>"),
    ("一  \n二", "a <br1/> b", "a  \nb"),
    ("値[^1]です\n\n[^1]: 注", "<fn1/>: b", "[^1]\\: b\n\n[^1]: 注"),
    ("[値](u)と**文**", "<a1>a</a1><b1>b</b1>(c)", "[a](u)**b**(c)"),
    ('行<img alt="図">の', 'a <alt1>"b" & c</alt1>', 'a <img alt="&quot;b&quot; &amp; c">'),
]


@pytest.mark.parametrize(("text", "target", "expected"), ESCAPES)
def test_text_stays_text(text: str, target: str, expected: str) -> None:
    read = document(text + "\n")
    segment = read.segments[0]
    codes = [each for each in segment.content if isinstance(each, Code)]
    content = from_message(target, codes)
    written = spliced(read, FORMAT, contents={0: content})[""]
    assert written == expected + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('=== "タブ"\n\n    内容。\n\n===+ "二"\n    文\n', ["タブ", "内容。", "二", "文"]),
        ('=== "x"\n\n文', ['=== "x"', "文"]),
        ("段落。\n{: .x}\n\n{:.y}\n\n* 項目\n{:toc}\n", ["段落。", "項目"]),
        ("import A from './a';\nexport const b = '値';\n\n{/* 注 */}\n\n文{/* 注 */}続き", ["文<x1/>続き"]),
        ("export default {\n\nexport default A\n\nexport class A\n\n文", ["文"]),
        (
            "# export default x\n\n- import the 'menu'\n\nexport default settings first",
            ["export default x", "import the 'menu'", "export default settings first"],
        ),
        ("export default\nc", ["export default c"]),
        ("import x from\n'c'", ["import x from 'c'"]),
        ("import A from x\n\nimport 'x'.", ["import A from x", "import 'x'."]),
        (
            "用語\n:   定義一。\n:   定義二。\n\n他\n\n: 三\n  続\n\n: 四",
            ["用語", "定義一。", "定義二。", "他", "三続", "四"],
        ),
        (": 文\n: 次", [": 文", "次"]),
        ("見よ![[図.png]]と![[a](b)", ["見よ<img1/>と![<a1>a</a1>"]),
        ("::: details 題 {open}\n文\n:::", ["題", "文"]),
    ],
)
def test_what_sites_add_is_read(text: str, expected: list[str]) -> None:
    assert messages(text) == expected
    assert judge(text.encode(), "a.md").faults == {}


OFF, ON = "<!-- translator: off -->", "<!-- translator: on -->"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"一{OFF}二 *x*{ON}三", ["一<comment1/>三"]),
        (f"{OFF}二{ON}三", ["<comment1/>三"]),
        (f"- 一{OFF}[二](u)。三{ON}。四", ["一<comment1/>。四"]),
        (f"> 一{OFF}\n> 二。三{ON}四", ["一<comment1/>四"]),
        (f"|a{OFF}二{ON}b|c|\n|-|-|", ["a<comment1/>b", "c"]),
        (f"一{OFF}二\n\n三\n\n- 四{ON}五\n- 六", ["一<comment1/>", "五", "六"]),
        (f"|a|b{OFF}c|\n|-|-|\n|d|e|\n\n{ON}\n\n三", ["a", "b<comment1/>", "三"]),
        (f"<div>\n{OFF}\n\n文\n\n</div>\n{ON}四\n\n五", ["四", "五"]),
    ],
)
def test_what_stands_between_off_and_on_is_left_alone(text: str, expected: list[str]) -> None:
    assert messages(text) == expected
    assert judge(text.encode(), "a.md").faults == {}


def test_a_reference_keeps_its_label() -> None:
    text = "見よ[用語]と[用語][]と![用語]。\n\n[用語]: /u\n"
    source = "見よ<a1>用語</a1>と<a2>用語</a2>と<alt1>用語</alt1>。"
    assert messages(text) == [source]
    assert copy(text, {source: "<a1>term</a1>, <a2>term</a2>, <alt1>用語</alt1>"}) == (
        "[term][用語], [term][用語], ![用語]\n\n[用語]: /u\n"
    )


def test_continuation_marks_go_with_the_line_end() -> None:
    text = "> - 一行目\n>   二行目  \n>   三行目\n"
    assert copy(text, {"一行目二行目<br1/>三行目": "one<br1/>two"}) == "> - one  \n>   two\n"


FAULTS = [
    ("**注意。**続き", [("**注意。**", "**注意**。")]),
    ("これは**「引用」**です", [("**「引用」**", "「**引用**」")]),
    ("看**看「这里」**吧", [("**看「这里」**", "**看「这里」** ")]),
    ("請見**`code`**喔", [("**`code`**", " **`code`** ")]),
    ("続_強調_続き", [("_強調_", "*強調*")]),
    ("> - **値。**続\n", [("**値。**", "**値**。")]),
    ("**注意。**&#x7d9a;き", [("**注意。**&#x7d9a;", "**注意**。続")]),
    ("**注意**。続き", []),
    ("**注意。** 続き", []),
    ("価格は 5*3*2 です", []),
    ("`**注意。**続き`", []),
    ("```\n**注意。**続き\n```\n", []),
    ("a **b.**c", []),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_emphasis_that_does_not_render_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    found = emphasis_faults(text)
    assert [(text[each.start : each.end], each.fix) for each in found] == expected
    for each in found:
        fixed = text[: each.start] + each.fix + text[each.end :]
        assert emphasis_faults(fixed) == ()


def test_nul_is_refused_with_its_place() -> None:
    with pytest.raises(TranslatorError) as caught:
        FORMAT.read("一\n二\0", ReadOptions(path="a.md"))
    assert str(caught.value.location) == "a.md:2:2"


@pytest.mark.parametrize(
    "text",
    ["> " * 3000 + "文", "- " * 3000 + "文\n\n\n文", "[" * 3000 + "文" + "]" * 3000, "*文 _" * 3000, "`" * 3000 + "文",
     "".join("`" * size + "文" for size in range(200)), "<!--" * 3000 + "文", "[文](" * 3000, "&" * 3000 + "文",
     "![[]()" * 2000 + "文", "a**b" * 3000 + "文", "| 文 " * 3000 + "\n" + "|-" * 3000, "$x " * 3000 + "文"],
    ids=range(13),
)  # fmt: skip
def test_odd_and_deep_input_is_read(text: str) -> None:
    assert judge(text.encode(), "a.md").faults == {}


SOUP = st.sampled_from(
    ["治療", "の。", "「」", "（", " ", "  ", "\n", "\n\n", "\r\n", "SLE ", "_a_", "*", "**", "_", "`", "&amp;", "<", "|",
     "[", "]", "](u)", "![", "](u '題')", "[r]", "[r]: /u '名'\n", "[^1]", "[^1]: 注\n", "- ", "1. ", "> ", "# ", "---\n",
     "===\n", "```\n", "| a | b |\n|---|---|\n", "~~", "\\", "\\\n", "  \n", "    ", "<div>\n", "<b>", "</b>",
     "<br>", "<!-- c -->", "$x$", "::: tip 題\n", "{{ x }}", "{#id}", "- [ ] "]
)  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=st.lists(SOUP, max_size=14).map("".join), segmentation=st.sampled_from(["sentence", "block"]))
def test_soup_keeps_the_laws(text: str, segmentation: str) -> None:
    assert judge(text.encode(), "a.md", options=ReaderOptions(segmentation=segmentation)).faults == {}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    target=st.text(st.sampled_from("治a1 *_`[]()<>&|#-+.!~$\\{}:\"'\n")),
    text=st.sampled_from(["原", "# 原", "- 原", "> 原", "|原|\n|-|"]),
)
def test_any_target_is_read_back(text: str, target: str) -> None:
    wanted = re.sub(r"[ \t]*\n+[ \t]*", " ", target).strip()
    if not re.search(r"[治a1]", wanted):
        return
    read = document(text + "\n")
    written = spliced(read, FORMAT, contents={0: (target,)})[""]
    again = document(written)
    assert ["".join(map(str, each.content)) for each in again.segments] == [wanted]
    bare = replace(read.segments[0], content=(wanted,))
    assert FORMAT.escape((wanted,), bare).count("\n") == 0
