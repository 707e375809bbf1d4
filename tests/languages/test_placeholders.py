from __future__ import annotations

import pytest

from translator.languages import placeholders

TURNED = [
    # each took the other's surroundings
    ("从 {0} 升级到 {1}", "Upgrade from {1} to {0}", ("{1}", "{0}")),
    ("{0} エラー: {1}", "{1} Error: {0}", ("{1}", "{0}")),
    ("Patient {0} ({1})", "患者 {1}（{0}）", ("{1}", "{0}")),
    ("%1$s へのコメント（%2$s）", "Comments on %2$s (%1$s)", ("%2$s", "%1$s")),
    ("PHP %1$s, MySQL %2$s", "需要 PHP %2$s 与 MySQL %1$s", ("%2$s", "%1$s")),
    ("{dose} mg を {days} 日間", "{days} mg for {dose} days", ("{days}", "{dose}")),
    ("第 {0} 行，第 {1} 列", "{1} 行目 {0} 列目", ("{1}", "{0}")),
    ("<img1/> 图，<img2/> 表", "Picture <img2/>, table <img1/>", ("<img2/>", "<img1/>")),
    # its own name tells what it is
    (
        "在应用 %(app)s 里找不到模型 %(model)s",
        "モデル %(app)s が %(model)s アプリケーションにない",
        ("%(app)s", "%(model)s"),
    ),
    # said twice, and “this” beside one of them
    ("此{0}的{1}将丢失。仅启用此{0}。", "この {1} には {0} があります。この {0} だけ", ("{1}", "{0}")),
    ("当前行比 {1} 超出 {0} 个字符", "現在の行で {0} から {1} 文字オーバー", ("{0}", "{1}")),
    # a list and two sentences keep their order
    ("“{0}”和“{1}”", "“{1}” and “{0}”", ("{1}", "{0}")),
    ("{0} を削除しました。{1} は残っています。", "{1} was deleted. {0} is left.", ("{1}", "{0}")),
    # the order is the source's, but it should not be
    ("{1} 个文件中有 {0} 个结果", "{1} results in {0} files", ("{1}", "{0}")),
]


@pytest.mark.parametrize(("source", "target", "names"), TURNED)
def test_placeholders_that_left_their_surroundings(source: str, target: str, names: tuple[str, str]) -> None:
    found = placeholders.turned(source, target)
    assert found is not None
    assert tuple(each.name for each in found) == names


MOVED = [
    ("{1} 中的 {0}", "{0} in {1}"),
    ("{1} 個のファイルに {0} 件の結果", "{0} results in {1} files"),
    ("第 {1} 列，第 {0} 行", "line {0}, column {1}"),
    ("%2$s の %1$s", "%1$s of %2$s"),
    ("因为 {1} 不在，{0} 失败", "{0} failed because {1} is away"),
    ("“%(b)s”里的 %(a)s", "%(a)s in “%(b)s”"),
    ("{0} から {1} まで", "from {0} to {1}"),
    ("{0}/{1}", "{0}/{1}"),
    ("%s と %s", "%s and %s"),
    ("{0} 只有一个", "only one {0}"),
    ("一<br1/>二<br2/>三", "1<br2/>2<br1/>3"),
    ("{name} と {name} と {0}", "{0}, {name}, {name}"),
]


@pytest.mark.parametrize(("source", "target"), MOVED)
def test_placeholders_that_moved_with_their_surroundings(source: str, target: str) -> None:
    assert placeholders.turned(source, target) is None


def test_many_placeholders_are_compared_in_moderate_time() -> None:
    text = " ".join(f"{{n{number}}}" for number in range(3000))
    turned = " ".join(f"{{n{number}}}" for number in (1, 0, *range(2, 3000)))
    found = placeholders.turned(text, turned)
    assert found is not None
    assert [each.name for each in found] == ["{n1}", "{n0}"]
