from __future__ import annotations

import pytest

PLACEHOLDERS = [
    ("ja>en", "<b1>結果</b1>は良好", "<b1>Results</b> are good", [None]),
    ("ja>en", "<b1>結果</b1>は<br1/>良好", "<b1>Results</b1> are good", [None]),
    ("ja>en", "結果<br1/>", "Results<br1/><br1/>", [(13, 19)]),
    ("ja>en", "<b1>結果</b1>は良好", "</b1>Results<b1> are good", [(0, 5)]),
    ("ja>en", "<a1><b1>結果</b1></a1>", "<a1><b1>Results</a1></b1>", [(15, 20)]),
    ("zh>en", "共 %d 例", "％d cases", [(0, 2)]),
    ("zh>ja", "共 {count} 例", "｛count｝例", [(0, 7)]),
    ("en>zh", "%s of %d", "%d 之 %s", [(0, 2)]),
    ("en>ja", "%(name)s was deleted", "削除しました", [None]),
    ("en>zh", "{0} and {1}", "{0} 和 {2}", [(6, 9)]),
    # must not fire
    ("ja>en", "<b1>結果</b1>は良好", "Good <b1>results</b1>", []),
    ("ja>en", "<a1>甲</a1>と<a2>乙</a2>", "<a2>B</a2> and <a1>A</a1>", []),
    ("ja>en", "a < b", "a < b", []),
    ("ja>en", "結果<br1/>", "<empty/>", []),
    ("en>zh", "%1$s of %2$s", "%2$s 的 %1$s", []),
    ("en>ja", "%(total)d of %(all)d", "%(all)d 件中 %(total)d 件", []),
    ("zh>en", "生存率 94%, 复发率 23%", "Survival 94 %, relapse 23 %", []),
    ("zh>en", "集合 {1, 2}", "the set {1, 2}", []),
    ("en>zh", "https://example.org/%E3%83%AA", "https://example.org/zh", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "spans"), PLACEHOLDERS)
def test_placeholder_mismatch(faults, direction: str, source: str, target: str, spans: list[object]) -> None:  # type: ignore[no-untyped-def]
    assert [each.span for each in faults("placeholder-mismatch", direction, source, target)] == spans


def test_look_alikes_are_corrected(faults) -> None:  # type: ignore[no-untyped-def]
    (found,) = faults("placeholder-mismatch", "zh>en", "共 %(n)d 例", "％(n)d cases")
    assert found.fix == "%(n)d cases"
    (found,) = faults("code-mismatch", "zh>en", "返回 ``None``", "Returns ‘`None``")
    assert found.fix == "Returns ``None``"


MARKUP = [
    ("zh>en", "<b>结果</b>", "<b>Results", ["</b> is missing in the translation"]),
    ("ja>zh", ":func:`locale` を返す", "返回 :func:`local`", 1),
    ("en>zh", "Don&#8217;t", "不要 &#;", ["&#; is a broken character reference"]),
    ("zh>en", "“结果”", "&#8290;Results&#8221;", ["&#8290; stands for U+2062, which the source does not have"]),
    # must not fire
    ("zh>en", "请参阅 :ref:`安装 <install>`", "See :ref:`install`", []),
    ("ja>en", ":class:`~os.PathLike` を返す", "Returns a :class:`PathLike`", []),
    ("zh>en", '<a href="/zh/">首页</a>', '<a href="/en/">Home</a>', []),
    ("zh>en", "“结果”……", "&#8220;Results&#8221;&hellip;", []),
    ("en>zh", "<branch> is missing", "缺少 <分支>", []),
    ("zh>ja", "a<b 且 b>c", "a<b かつ b>c", []),
]


@pytest.mark.parametrize(("direction", "source", "target", "told"), MARKUP)
def test_markup_mismatch(faults, direction: str, source: str, target: str, told: list[str] | int) -> None:  # type: ignore[no-untyped-def]
    found = [each.message for each in faults("markup-mismatch", direction, source, target)]
    assert (len(found) if isinstance(told, int) else found) == told


CODE = [
    ("ja>en", "``None`` を返す", "returns ``none``", True),
    ("zh>en", "``where`` 操作数", "The operand marks where", True),
    # must not fire
    ("ja>en", "``None`` を返す", "returns ``None``", False),
    ("zh>en", "``平台`` 值", "the ``platform`` value", False),
    ("en>ja", "the ``open`` method", "'open' メソッド", False),
    ("zh>ja", "``1,000`` 行", "``1000`` 行", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), CODE)
def test_code_mismatch(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(faults("code-mismatch", direction, source, target)) == fires


URLS = [
    ("zh>en", "见 https://example.org/a/12", "see https://example.org/a/21", True),
    ("ja>en", "連絡先 info@example.org", "contact inf@example.org", True),
    ("zh>en", "doi:10.1000/182", "doi:10.1000/128", True),
    ("ja>zh", "[設定](command:open?%5B%22)", "[设置](command:open?%5C%22)", True),
    ("zh>en", "治疗价目表", "Price list: https://example.org/prices", True),
    ("zh>ja", "请与专员联系", "担当者 info@example.org にご連絡ください", True),
    ("ja>zh", "料金表", "价目表（example.com）", True),
    ("zh>en", "见 https://example.org/a", "see https://example.org/a and https://example.net/b", True),
    # must not fire
    ("zh>en", "https://example.org/zh/a", "https://example.org/en/a", False),
    ("zh>en", "https://zh.example.org/wiki/甲", "https://en.example.org/wiki/A", False),
    ("ja>zh", "（https://example.org/a）。", "(https://example.org/a)。", False),
    ("ja>en", "https://example.org/", "https://example.org", False),
    ("ja>en", "https://example.org/18204/a", "https://example.org/18,204/a", False),
    ("zh>en", "见 https://zh.example.org/a", "see https://zh.example.org/a, https://en.example.org", False),
    ("ja>en", "Example.orgの料金表", "Price list of example.org", False),
    ("zh>en", "读取 `os.info`", "Reads `os.info`", False),
]


@pytest.mark.parametrize(("direction", "source", "target", "fires"), URLS)
def test_url_mismatch(faults, direction: str, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(faults("url-mismatch", direction, source, target)) == fires


def test_a_plural_form_may_leave_its_number_out() -> None:
    from translator import po
    from translator.checks import CatalogInput, CheckSettings
    from translator.steps.check import check_catalog

    text = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "one file"\nmsgstr[1] "{} files"\n'
    )
    file = po.read(text.encode(), "en.po")
    found = check_catalog(CatalogInput("en.po", "en", file.catalog, locate=file.locate), CheckSettings()).findings
    assert [(each.message, each.location.line) for each in found] == [
        ("%d became {}", 7),
    ]


@pytest.mark.parametrize(
    ("source", "target", "messages"),
    [
        ("{seconds}秒お待ちください", "Please wait {second} seconds", ["{seconds} became {second}"]),
        (
            "{a}と{seconds}秒",
            "{b} and {secs} seconds {n}",
            ["{seconds} became {secs}", "{a} is missing in the translation"]
            + [f"{each} is not in the source" for each in ("{b}", "{n}")],
        ),
        ("{count}件", "{count} of {count}", ["{count} is not in the source as often (1 there, 2 here)"]),
        (
            "{user_name}が{count}件",
            "{count} by {username} {day}",
            ["{user_name} became {username}", "{day} is not in the source"],
        ),
        ("{count}件", "Items", ["{count} is missing in the translation"]),
    ],
)
def test_a_placeholder_that_became_another_is_told_once(faults, source: str, target: str, messages: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [each.message for each in faults("placeholder-mismatch", "ja>en", source, target)] == messages


@pytest.mark.parametrize(
    ("source", "target", "fires"),
    [
        ("https://example.org/18204/a", "https://example.org/18,204/a", True),
        ("https://example.org/18204/a", "https://example.org/18204/a", False),
        ("不要", "Don&#8,217;t", True),
        ("共 18204 例", "18,204 cases", False),
    ],
)
def test_separator_in_code(faults, source: str, target: str, fires: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(faults("separator-in-code", "zh>en", source, target)) == fires
