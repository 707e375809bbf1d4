"""HTML: what becomes a block, what a translator sees, and what is written back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.document import Block, Code, Content, Document, Encoding, Segment
from translator.formats import Mark, ReadOptions
from translator.formats.html import FORMAT
from translator.inline import from_message, to_message
from translator.laws import judge
from translator.reader import ReaderOptions, read_document, read_text
from translator.writer import Additions, spliced

OPTIONS = ReaderOptions(segmentation="block", identifies=False)


def document(text: str, path: str = "a.html", **values: object) -> Document:
    options = replace(OPTIONS, read=ReadOptions(values=values))
    return read_text(text, path, options=options, form=FORMAT, how=Encoding())


def messages(text: str, path: str = "a.html", **values: object) -> list[str]:
    return [to_message(segment.content) for segment in document(text, path, **values).segments]


def blocks(text: str) -> list[tuple[Segment, Block]]:
    found = document(text)
    return [(segment, found.blocks[segment.block]) for segment in found.segments]


def copy(text: str, targets: dict[str, str], path: str = "a.html") -> str:
    """The text with the segments that have a target replaced."""
    found = document(text, path)
    contents: dict[int, Content] = {}
    for index, segment in enumerate(found.segments):
        message = to_message(segment.content)
        if message in targets:
            contents[index] = from_message(targets[message], [e for e in segment.content if isinstance(e, Code)])
    assert len(contents) == len(targets)
    return spliced(found, FORMAT, contents=contents)[""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Blocks by the rules of HTML.
        ("一<p>二<p>三<div>四</div>五", ["一", "二", "三", "四", "五"]),
        ("<ul><li>一<li>二<ul><li>三</ul>四</ul>", ["一", "二", "三", "四"]),
        ("<dl><dt>一<dd>二<dt>三</dl>", ["一", "二", "三"]),
        ("<select><option>一<option>二</select>", ["一", "二"]),
        ("<P>一<H1>二</h2>三", ["一", "二", "三"]),
        ("一<br><br>二<br>三", ["一", "二<br1/>三"]),
        ("<p>一<!-- <p>二</p> -->三", ["一<comment1/>三"]),
        ("<p>一</p><!--> 二 --> 三", ["一", "二 --> 三"]),
        ("<script>一<!--<script>二</script>--></script>三", ["三"]),
        ("<style>一</style><p>二<script>三</script>四", ["二<script1/>四"]),
        ('<a href="x>y" title=>一</a>', ["一"]),
        ('<p>一<a href="二', ["一"]),
        ("<title>一 <b>二</title><textarea>\n三\n 四</textarea>", ["一 <b>二", "三\n 四"]),
        # Inline markup: the same kind for what means the same.
        ("<p>一<b>二</b><strong>三</strong>", ["一<b1>二</b1><b2>三</b2>"]),
        ("<p>一<i>二</i><em>三</em><del>四</del><s>五</s>", ["一<i1>二</i1><i2>三</i2><s1>四</s1><s2>五</s2>"]),
        ("<p><b>一</b></p>", ["一"]),
        ("<p>一<b>二", ["一<b1/>二"]),
        ("<p>一<b>二<i>三</b>四</i>五", ["一<b1>二<i1>三</b1>四</i1>五"]),
        ("<p>用<code>x=1</code>的<my-el>话</my-el>", ["用<code1/>的<myel1>话</myel1>"]),
        ("<p><code>x</code>", ["x"]),
        ('<p><a name="x"></a><i class=icon></i> 一 <span></span>', ["一"]),
        ("<p>一 <i class=icon></i> 二", ["一 <i1/> 二"]),
        ("<nav><a href=1>一</a> | <a href=2>二</a></nav>", ["一", "二"]),
        ("<p>见<a href=1>一</a>、<a href=2>二</a>", ["见<a1>一</a1>、<a2>二</a2>"]),
        # White space and references.
        ("<p> 一\r\n   二&#10; 三\t四　五 </p>", ["一二 三 四　五"]),
        # A line end between two wide characters is no space, whatever mark stands on one side of it.
        ("<p>一\n二\n a\n三。\n  <b>四</b>\n「五」", ["一二 a 三。 <b1>四</b1> 「五」"]),
        (
            "<p><b>一</b>\n二<br>\n三\n<i>四</i>\n<b>五</b>\n한\n六",
            ["<b1>一</b1>二<br1/>三<i1>四</i1> <b2>五</b2> 한 六"],
        ),
        ("<p>一<img>\n二<ruby>漢<rt>かん</ruby>\n三<pre>四\n五</pre>", ["一<img1/> 二漢三", "四\n五"]),
        ("<img alt='一\n二'><title>三\n四</title>", ["一 二", "三 四"]),
        ("<pre>\n 一\r\n\t二 </pre>", ["一\n\t二"]),
        ("<p>A & B &amp; C &lt; D&nbsp;E &copy; &notit; &unknown;", ["A & B & C < D\xa0E © ¬it; &unknown;"]),
        ("<p>a < b && c", ["a < b && c"]),
        ("<p>一\0二&#1;三&#x80;", ["一二<x1/>三€"]),
        ("一<br>\n   二", ["一<br1/>二"]),
        ("<p>&lt;b1&gt;一", ["<x1/><x2/><x3/>一"]),
        # Attributes.
        ('<img src=x alt="一">', ["一"]),
        ('<p>一<img src=x alt="二">三', ["一<alt1>二</alt1>三"]),
        ('<p>一<a href=x title="二">三</a>四', ["一<a1><tip1>二</tip1>三</a1>四"]),
        ('<p title="一" title="二">三', ["一", "三"]),
        ('<input placeholder=一><input type=submit value="二"><input type=text value="三">', ["一", "二"]),
        ('<input type=hidden value="一" placeholder="二"><div aria-label="三" data-i18n="四">', ["三"]),
        ('<p>一<img title="二。" alt="三。">四', ["一<img1><tip1>二。</tip1><alt1>三。</alt1></img1>四"]),
        ('<meta name=description content="一"><meta name=robots content="二">', ["一"]),
        ('<meta property="og:title" content="一"><meta property="og:url" content="二">', ["一"]),
        ('<link title="一"><img alt="…"><img alt="&nbsp;">', []),
        # What is not for translation.
        ("<p translate=no>一<b translate=yes>二</b>", ["<x1/><b1>二</b1>"]),
        ('<p>一<span class="a notranslate">二</span>三', ["一<span1/>三"]),
        ("<p>一<!-- translator: off -->二<!-- translator: on -->三", ["一<comment1/>三"]),
        ("<p><!-- translator: off -->二<i>五</i><!-- translator: on -->三", ["<comment1/>三"]),
        ("<p>一<!-- translator: off -->二</p><p>三<!-- translator: on -->四", ["一<comment1/>", "<x1/>四"]),
        ("<!-- translator: off --><p title=一>二</p><!-- translator: on --><p>三", ["三"]),
        # Ruby, graphics, formulas.
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>は", ["漢字は"]),
        ("<p>一<svg><path/></svg>二<math><mi>x</mi></math>", ["一<svg1/>二"]),
        (
            "<svg><title>一</title><text>二<tspan>三</tspan></text><text/></svg>四",
            ["一", "二<tspan1>三</tspan1>", "四"],
        ),
    ],
)
def test_messages(text: str, expected: list[str]) -> None:
    assert messages(text) == expected


def test_settings() -> None:
    text = "<p><ruby>漢<rt>かん</rt></ruby>は<p><code>x = 1</code>"
    assert messages(text, ruby="keep", code="keep") == ["<ruby1>漢<rt1/></ruby1>は"]
    assert messages(text) == ["漢は", "x = 1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<pre class="screen">apt install</pre>', []),
        ('<pre class="screen">apt install # 安装</pre>', ["apt install # 安装"]),
        ('<pre class="screen">apt install # &#23433;</pre>', ["apt install # 安"]),
        ("<pre class='highlight-x'><b>x</b> = 1</pre>", []),
        ("<pre>\n<code>x = 1</code></pre>", []),
        ('<pre class="literallayout">a letter</pre>', ["a letter"]),
        ('<pre class="screen" translate="yes">apt install</pre>', ["apt install"]),
        ("<pre>a letter</pre>", ["a letter"]),
    ],
)
def test_listings_of_code_stay_where_code_does(text: str, expected: list[str]) -> None:
    assert messages(text, code="keep") == expected


def test_xml_closes_what_it_says() -> None:
    text = "<title/><script src='x'/><p>一<b/>二<![CDATA[ A & <b> ]]></p><div/><p>三</p>"
    assert messages(text, "a.xhtml") == ["一<b1/>二<cdata1> A & <b> </cdata1>", "三"]
    assert [each[:8] for each in messages(text)] == ["<script "]


def test_place_of_a_cell() -> None:
    text = (
        "<table><thead><tr><th>病名<th colspan=2><b>結果</b></thead>"
        "<tr><td rowspan=2>SLE<td>改善<td><p>甲<p>乙<tr><td>不変<td>丙</table>"
        "<table><tr><th>一<th>二<tr><td>三<td><table><tr><td>四</table></table>"
    )
    assert [(s.text, s.kind, s.note, b.table, b.row, b.column) for s, b in blocks(text)] == [
        ("病名", "cell", "", 0, 0, 0),
        ("結果", "cell", "", 0, 0, 1),
        ("SLE", "cell", "column “病名”", 0, 1, 0),
        ("改善", "cell", "column “結果”", 0, 1, 1),
        ("甲", "cell", "column “結果”", 0, 1, 2),
        ("乙", "cell", "column “結果”", 0, 1, 2),
        ("不変", "cell", "column “結果”", 0, 2, 1),
        ("丙", "cell", "column “結果”", 0, 2, 2),
        ("一", "cell", "", 1, 0, 0),
        ("二", "cell", "", 1, 0, 1),
        ("三", "cell", "column “一”", 1, 1, 0),
        ("四", "cell", "", 2, 0, 0),
    ]


def test_kind_section_language_note_and_context() -> None:
    text = (
        '<html lang="zh-CN"><title>一</title><h1>二</h1><p lang=ja_JP>三</p><blockquote><p>四</blockquote>'
        '<h2>五</h2><!-- translator: note: 按钮 --><!-- translator:context: menu --><li>六</li><p>七<!-- note: 下面 --><p lang="">八'
        "<p><span lang=en>nine</span>"
    )
    assert [(s.text, s.kind, b.section, b.lang, s.note, s.context) for s, b in blocks(text)] == [
        ("一", "title", 0, "", "", None),
        ("二", "heading", 1, "", "", None),
        ("三", "paragraph", 1, "ja-JP", "", None),
        ("四", "quote", 1, "", "", None),
        ("五", "heading", 2, "", "", None),
        ("六", "list item", 2, "", "按钮", "menu"),
        ("七", "paragraph", 2, "", "", None),
        ("八", "paragraph", 2, "", "下面", None),
        ("nine", "paragraph", 2, "en", "", None),
    ]


HOSTILE = "</p></title></textarea></xmp><script>alert(1)</script> \"'`= & &lt; ]]> --> <!--\0 x=y>"


@pytest.mark.parametrize(
    "text",
    [
        "<p>一</p><p>次</p>",
        '<p title="一">次</p>',
        "<p title='一'>次</p>",
        "<p title=一>次</p>",
        "<p title=一 >次</p>",
        "<title>一</title><p>次</p>",
        "<textarea>一</textarea><p>次</p>",
        "<pre>一</pre><p>次</p>",
        "<svg><text>一</text></svg><p>次</p>",
        "<p>a & b < c > d 一</p><p>次</p>",
        "<p>甲<img alt='一'>乙</p><p>次</p>",
    ],
)
def test_target_never_becomes_markup(text: str) -> None:
    message = next(each for each in messages(text) if "一" in each)
    written = copy(text, {message: message.replace("一", HOSTILE)})
    expected = [each.replace("一", HOSTILE.replace("\0", "")) for each in messages(text)]
    assert ["".join(e for e in s.content if isinstance(e, str)) for s in document(written).segments] == [
        "".join(e for e in from_message(each, []) if isinstance(e, str)).replace("<alt1>", "").replace("</alt1>", "")
        for each in expected
    ]


def test_raw_text_cannot_be_left() -> None:
    written = copy("<xmp>一</xmp><p>次", {"一": "a </XMP><script>"})
    assert written == "<xmp>a ＜/XMP><script></xmp><p>次"
    assert messages(written) == ["a ＜/XMP><script>", "次"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("<alt1>A</alt1>B<a1><tip1>C</tip1>D</a1>", '<img alt="A">B<a title="C" href=x>D</a>'),
        ("<a1>E<tip1>C</tip1>D</a1>", '<a title="C" href=x>ED</a>'),
        ("<alt1>A", '<img alt="A">'),
        ("B<a1>D</a1>", "B<a>D</a>"),
        ("B<a1>D", "B<a>D"),
        ("<tip1>C</tip1>D", "CD"),
        ("<a1><tip1><alt1>A</alt1></tip1></a1>", '<a title=""><img alt="A"></a>'),
        ('<alt1>"<a1></alt1>', '<img alt="&quot;"><a>'),
    ],
)
def test_misplaced_half_of_a_tag(target: str, expected: str) -> None:
    text = '<p>甲<img alt="乙">丙<a title="丁" href=x>戊</a>'
    (message,) = messages(text)
    assert message == "甲<alt1>乙</alt1>丙<a1><tip1>丁</tip1>戊</a1>"
    assert copy(text, {message: target}) == f"<p>{expected}"


@pytest.mark.parametrize(
    ("text", "targets", "expected"),
    [
        ("<p>A & B &amp; 一", {"A & B & 一": "C & D &copy; R&D 二"}, "<p>C & D &amp;copy; R&D 二"),
        ("<p>A &amp; 一", {"A & 一": "R & D"}, "<p>R &amp; D"),
        ("<p>一&nbsp;二", {"一\xa0二": "a\xa0b"}, "<p>a&nbsp;b"),
        ("<p>一\xa0二", {"一\xa0二": "a\xa0b"}, "<p>a\xa0b"),
        ("<pre>一\r\n二</pre>", {"一\n二": "a\nb"}, "<pre>a\r\nb</pre>"),
        ("<img alt=一>", {"一": "two words"}, "<img alt=two&#32;words>"),
        ('<img alt="一">', {"一": 'say "A"'}, '<img alt="say &quot;A&quot;">'),
        ("<p>一<br>\n  二", {"一<br1/>二": "a<br1/>b"}, "<p>a<br>\n  b"),
    ],
)
def test_copy(text: str, targets: dict[str, str], expected: str) -> None:
    assert copy(text, targets) == expected


def marked(text: str, tag: str, encoding: str = "utf-8") -> str:
    found = document(text)
    assert FORMAT.marks is not None
    marks: tuple[Mark, ...] = FORMAT.marks(found, tag, encoding)
    return spliced(found, FORMAT, contents={}, additions=Additions(marks=marks))[""]


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("<html lang='zh'>", "ja", "<html lang='ja'>"),
        ("<HTML><p>一", "ja", '<HTML lang="ja"><p>一'),
        ("<html lang><p>", "ja", '<html lang="ja"><p>'),
        ('<html lang="zh" xml:lang=zh>', "en", '<html lang="en" xml:lang=en>'),
        ("<html lang=ja>", "ja", "<html lang=ja>"),
        # A finer tag of the same language and script stays, unless the locale names one itself.
        ('<html lang="zh-CN">', "zh", '<html lang="zh-CN">'),
        ('<html lang="zh-CN">', "zh-Hans", '<html lang="zh-Hans">'),
        ('<html lang="zh-TW">', "zh", '<html lang="zh">'),
        ('<html lang="zh-CN">', "zh-TW", '<html lang="zh-TW">'),
        ('<html lang="en-GB">', "en", '<html lang="en-GB">'),
        ('<html lang="en-GB">', "ja", '<html lang="ja">'),
        ('<meta property="og:locale" content="en_GB">', "en", '<meta property="og:locale" content="en_GB">'),
        ("<!doctype html><title>一", "ja", '<!doctype html><html lang="ja"><title>一'),
        ("<p>一", "ja", "<p>一"),
        ("<!-- <html> --><html>", "ja", '<!-- <html> --><html lang="ja">'),
        ('<meta property="og:locale" content="zh_CN">', "ja", '<meta property="og:locale" content="ja_JP">'),
        ('<meta property="og:locale" content="ja_JP">', "zh-Hant", '<meta property="og:locale" content="zh_TW">'),
        (
            '<meta property="og:locale" content="zh_CN"><meta property="og:locale:alternate" content="en_US">'
            '<meta property="og:locale:alternate" content="ja_JP">',
            "en",
            '<meta property="og:locale" content="en_US"><meta property="og:locale:alternate" content="zh_CN">'
            '<meta property="og:locale:alternate" content="ja_JP">',
        ),
        ("<meta http-equiv=content-language content=zh>", "en", "<meta http-equiv=content-language content=en>"),
        ("<meta charset=gbk>", "ja", "<meta charset=utf-8>"),
        ("<meta charset=UTF8>", "ja", "<meta charset=UTF8>"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
            "zh",
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
        ),
        ("<meta http-equiv=Content-Type content=text/html>", "zh", "<meta http-equiv=Content-Type content=text/html>"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=UTF8">',
            "zh",
            '<meta http-equiv="Content-Type" content="text/html; charset=UTF8">',
        ),
        ('<?xml version="1.0" encoding="EUC-JP"?><html lang=ja>', "ja", '<?xml version="1.0" encoding="utf-8"?><html lang=ja>'),
        ("<html lang=zh><body><pre><html lang=zh>", "zh", "<html lang=zh><body><pre><html lang=zh>"),
    ],
)  # fmt: skip
def test_marks(text: str, tag: str, expected: str) -> None:
    assert marked(text, tag) == expected


def test_text_in_another_language_says_so() -> None:
    text = "<title>一</title><p>二<b>三</b><select><option>四</select><svg><text>五</text></svg><img alt=六>"
    found = document(text)
    written = spliced(
        found, FORMAT, contents={}, additions=Additions(foreign=dict.fromkeys(range(len(found.segments)), "zh-Hans"))
    )[""]
    assert written == text.replace("二<b>三</b>", '<span lang="zh-Hans">二<b>三</b></span>')


def test_marks_follow_the_encoding() -> None:
    assert marked("<meta charset=utf-8>", "ja", "cp932") == "<meta charset=shift_jis>"
    assert marked("<meta charset=utf-8>", "zh", "gb18030") == "<meta charset=gb18030>"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<meta charset=Shift_JIS>", "cp932"),
        (b"<meta charset='utf-8\0'>", "utf-8"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html;charset=EUC-JP'>", "euc_jp"),
        (b"<?xml version='1.0' encoding='Big5'?>", "big5"),
        (b"<!-- <meta charset=gbk> --><meta charset='gb2312'>", "gb2312"),
        (b"<script>'<meta charset=gbk>'</script>", ""),
        (b"<meta charset=x-sjis>", "shift_jis"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=utf-7>", ""),
        (b"<meta charset=hex>", ""),
        (b"<meta charset=latin1>" + "é".encode(), "utf-8"),
        (b"<meta charset=latin1>\xe9", "iso8859-1"),
        (b"<meta charset=utf-8>\xe9", ""),
        (b"<!--" + b" " * 9000 + b"--><meta charset=gbk>\xd6\xd0", "gbk"),
        (b"a\0b", "utf-8"),
        ("<p>".encode("utf-16-le"), ""),
        (b"\xef\xbb\xbf<meta charset=gbk>", ""),
    ],
)
def test_sniffed_encoding(data: bytes, expected: str) -> None:
    assert FORMAT.sniff_encoding is not None
    found = FORMAT.sniff_encoding(data)
    assert {"cp932": "shift_jis", "windows-1252": "cp1252"}.get(found, found) == {"cp932": "shift_jis"}.get(
        expected, {"iso8859-1": "cp1252"}.get(expected, expected)
    )


def test_declared_encoding_is_read() -> None:
    data = "<meta charset=Shift_JIS><p>治療の表示ソ".encode("cp932")
    assert [each.text for each in read_document(data, "a.htm", options=OPTIONS, form=FORMAT).segments] == [
        "治療の表示ソ"
    ]


def test_reasons_for_what_is_kept() -> None:
    text = '<!doctype html><p class=a>一<p translate=no>二</p><script>三</script><!-- 四 --><p title="未'
    found = document(text)
    assert [(each.reason, text[each.start : each.end]) for each in found.kept] == [
        ("declaration", "<!doctype html>"),
        ("markup", "<p class=a>"),
        ("translate=no", "<p translate=no>二</p>"),
        ("script", "<script>三</script>"),
        ("comment", "<!-- 四 -->"),
        ("unfinished tag", '<p title="未'),
    ]


_TOKENS = """
<p> </p> <b> </b> <i> </i> <div> </div> <a~href=x~title=題> </a> <br> <br/> <img~alt="図"> <img~alt='単'> <a~title='二。三。'>
<img~alt=裸~title="題"> <table> </table> <tr> <td> </td> <th> <thead> </thead> <li> </li> <ul> </ul> <h1> </h1> <pre> </pre>
<title> </title> <textarea> </textarea> <script> </script> <style> </style> <svg> </svg> <text> <foreignObject> <math> </math>
<ruby> </ruby> <rt> </rt> <code> </code> <span~translate=no> </span> <xmp> </xmp> <!-- --> --!> <!--> <![CDATA[ ]]> <!doctype>
<?php ?> <select> <option> </select> <label> </label> <button> </button> <!--~translator:~off~--> <!--~translator:~on~-->
<!--~note:~x~--> <p~title="~"> ' " = > < & &amp; &lt; &#10; &#x20; &nbsp; &copy &notit; &#0; &#13; &lt;b1&gt; <b1> </my-el>
<span~lang=ja> <template> </template> <input~value=x~type=submit> 一 二。 文字 a b~c 1 。 ！ | A&B
"""
SOUP = st.sampled_from(
    [
        *(each.replace("~", " ") for each in _TOKENS.split()),
        " ",
        "\n",
        "\r\n",
        "\t",
        "  \n ",
        "\0",
        "\f",
        "\xa0",
        "　",
        "\x01",
    ]
)


@pytest.mark.parametrize(
    "text", ['>x<input type="button"value="c"title="n"<p>i', '>x<img alt="a"title="n"<>i', 'x<b title="見"<p>文</b>i']
)
def test_an_attribute_may_be_called_like_a_tag(text: str) -> None:
    assert judge(text.encode(), "a.html").faults == {}


@settings(max_examples=600, deadline=None)
@given(parts=st.lists(SOUP, max_size=25), suffix=st.sampled_from((".html", ".xhtml")))
def test_soup_keeps_the_laws(parts: list[str], suffix: str) -> None:
    verdict = judge("".join(parts).encode(), f"a{suffix}")
    assert verdict.faults == {}
    assert verdict.refused == "" or "\0" in parts


@settings(max_examples=200, deadline=None)
@given(parts=st.lists(SOUP, max_size=15), target=st.lists(SOUP, max_size=8).map("".join))
def test_any_target_stays_in_its_place(parts: list[str], target: str) -> None:
    text = (
        "<p>甲</p>" + "<p>乙 " + '<img alt="丙">' + "".join(each for each in parts if "<" not in each) + "</p><p>丁</p>"
    )
    found = document(text)
    written = copy(text, {to_message(found.segments[1].content): target + "戊"})
    again = document(written)
    assert (again.segments[0].text, again.segments[-1].text, len(again.segments)) == ("甲", "丁", 3)


def test_text_between_the_cells_of_a_row_is_in_no_column() -> None:
    found = document("<table><thead><tr><th>結果</th></tr></thead><tr><td>改善</td>外の文</tr></table>")
    assert [(each.note, each.column) for each in found.blocks] == [("", 0), ("column “結果”", 0), ("", -1)]
