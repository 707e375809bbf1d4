"""Markdown of site generators: code of Liquid, abbreviations, formulas inside of lines, MDX."""

from __future__ import annotations

import pytest

from translator.document import Content, Encoding, splice
from translator.formats import ReadOptions
from translator.formats.markdown import FORMAT
from translator.formats.markdown.frontmatter import language_marks
from translator.inline import to_message
from translator.laws import judge
from translator.reader import ReaderOptions, read_document, read_text
from translator.writer import spliced

OPTIONS = ReaderOptions(segmentation="block", identifies=False)

SITES = [
    ("文\n{% highlight ruby %}\n# 注\n\n  puts '*次*'\n{% endhighlight %}\n後\n", ["文", "後"]),
    ("- 一\n\n  {%- codeblock 題 lang:js -%}\n  // 注\n\n  x\n  {%- endcodeblock -%}\n- 二\n", ["一", "二"]),
    ("{% highlight ruby %}\n終わらない\n", ["<x1/> 終わらない"]),
    ("{% comment %}\n覚え書き\n{% endcomment %}\n\n{% raw %}\n文\n{% endraw %}\n", ["<x1/> 文 <x2/>"]),
    ("式は $$\nE = \\text{力}\n$$ で表す。\n\nこの式 $$\nx *y*\n$$\n", ["式は <math1/> で表す。", "この式 <math1/>"]),
    ("値は $$ です。\n\n$$\nx\n$$\n", ["値は $$ です。"]),
    ("*[HTML]: 文書の言語\n*[CSS]: 書式の *語*\n\nHTML です。\n", ["文書の言語", "書式の *語*", "HTML です。"]),
    ("*[注]: 本文です*\n", ["[注]: 本文です"]),
    ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を*読む*。\n", ["漢字を<i1>読む</i1>。"]),
    ("<ruby>*漢*<rt>かん</rt></ruby>を読む。\n", ["<ruby1><i1>漢</i1><rt1>かん</rt1></ruby1>を読む。"]),
    ("文\n*[医]: 医学\n文\n", ["文", "医学", "文"]),
]


@pytest.mark.parametrize(("text", "expected"), SITES)
def test_sites_are_read(text: str, expected: list[str]) -> None:
    read = read_text(text, "a.md", options=OPTIONS, form=FORMAT, how=Encoding())
    assert [to_message(each.content) for each in read.segments] == expected
    assert judge(text.encode(), "a.md").faults == {}


def test_the_title_of_an_abbreviation_is_written_as_it_is() -> None:
    read = read_text("*[医]: 医学\n", "a.md", options=OPTIONS, form=FORMAT, how=Encoding())
    (segment,) = read.segments
    assert (segment.kind, segment.note) == ("abbreviation", "of “医”")
    assert spliced(read, FORMAT, contents={0: ("*Medicine* [1] & \\more",)}) == {"": "*[医]: *Medicine* [1] & \\more\n"}


MDX = """\
<Card title="題">
**太字**です。
- 項目
</Card>

<Tabs>
  <Tabs.Item>
    これは*文*です。
  </Tabs.Item>
</Tabs>
"""


def test_mdx_reads_markdown_right_under_a_tag() -> None:
    expected = ["題", "<b1>太字</b1>です。", "項目", "これは<i1>文</i1>です。"]
    for path, text in (("a.mdx", MDX), ("a.md", "import {Card} from './card'\n\n" + MDX)):
        read = read_text(text, path, options=OPTIONS, form=FORMAT, how=Encoding())
        assert [to_message(each.content) for each in read.segments] == expected
        assert judge(text.encode(), path, options=OPTIONS).faults == {}


def test_html_right_under_a_tag_is_no_markdown_elsewhere() -> None:
    read = read_text(MDX, "a.md", options=OPTIONS, form=FORMAT, how=Encoding())
    assert [each.text for each in read.segments if "**" in each.text] == ["**太字**です。 - 項目"]


@pytest.mark.parametrize(
    ("head", "copy", "tag"),
    [
        ("lang: zh_TW\n", "lang: en\n", "zh-Hant"),
        ("language: 'zh-CN' # simplified\n", "language: 'en' # simplified\n", "zh-Hans"),
        ("locale: english\n", "locale: english\n", "ja"),
        ("site:\n  lang: zh-CN\n", "site:\n  lang: zh-CN\n", "ja"),
    ],
)
def test_front_matter_names_the_language_of_the_page(head: str, copy: str, tag: str) -> None:
    text = f"---\n{head}---\n\n管理\n"
    document = read_document(text.encode(), "a.md")
    assert [each.language.tag for each in document.segments] == [tag]
    assert FORMAT.marks is not None
    marks = FORMAT.marks(document, "en", "utf-8")
    assert splice(text, [(each.start, each.end, each.text) for each in marks]) == f"---\n{copy}---\n\n管理\n"


def test_a_language_that_is_a_text_is_not_marked() -> None:
    text = "---\nlang: ja\n---\n\n管理\n"
    options = ReaderOptions(read=ReadOptions(values={"front_matter": ["lang"]}))
    assert language_marks(read_document(text.encode(), "a.md", options=options), "en", "utf-8") == ()


@pytest.mark.parametrize(
    "code",
    [
        "```js\nimport Card from './Card.vue'\n```",
        "~~~\n```\nimport Card from './Card.vue'\n~~~",
        "<script setup>\nimport Card from './Card.vue'\n</script>",
    ],
)
def test_an_import_in_code_makes_no_mdx(code: str) -> None:
    read = read_text(f"{code}\n\n{MDX}", "a.md", options=OPTIONS, form=FORMAT, how=Encoding())
    plain = read_text(MDX, "a.md", options=OPTIONS, form=FORMAT, how=Encoding())
    assert [(each.content, each.form) for each in read.segments] == [
        (each.content, each.form) for each in plain.segments
    ]


def test_an_import_inside_a_paragraph_makes_no_mdx() -> None:
    prose, module = "次の行を書く。\nimport Card from './Card.vue'\n\n", "import Card from './Card.vue'\n\n"
    kinds = [
        [each.form for each in read_text(f"{head}{MDX}", "a.md", options=OPTIONS, form=FORMAT, how=Encoding()).segments]
        for head in ("", prose, module)
    ]
    assert kinds[1][-len(kinds[0]) :] == kinds[0] != kinds[2]


def test_the_line_end_behind_a_lone_tag_is_no_placeholder() -> None:
    text = "<Link>\n  観る\n</Link>\n"
    read = read_text(text, "a.md", options=OPTIONS, form=FORMAT, how=Encoding())
    assert [(each.start, each.content, each.form) for each in read.segments] == [(9, ("観る",), "html text")]


@pytest.mark.parametrize(
    ("text", "content", "copy"),
    [
        ("![図](a.png)\n", ("^上",), "![\\^上](a.png)\n"),
        ('[甲]\n\n[甲]: /u "題"\n', ("A &amp; B",), '[甲]\n\n[甲]: /u "A &amp;amp; B"\n'),
    ],
)
def test_what_some_readers_take_for_something_else_is_escaped(text: str, content: Content, copy: str) -> None:
    read = read_text(text, "a.md", options=OPTIONS, form=FORMAT, how=Encoding())
    last = len(read.segments) - 1
    assert spliced(read, FORMAT, contents={last: content}) == {"": copy}
    (again,) = read_text(copy, "a.md", options=OPTIONS, form=FORMAT, how=Encoding()).segments[last:]
    assert again.content == content
