"""What catalogs of programs do that documents do not: conversions numbered, keys of labels, GNU quotes, dates."""

from __future__ import annotations

import pytest

PAIRS = [
    # check, direction, source, target, fires
    ("placeholder-mismatch", "en>ja", "moved %s into %s", "%2$s に %1$s を移しました", False),
    ("placeholder-mismatch", "ja>zh", "%2$s に %1$s を移しました", "已把%s移到%s", False),
    ("placeholder-mismatch", "en>zh", "Copying %'d pages to %s", "正在把 %1$'d 页复制到%2$s", False),
    ("placeholder-mismatch", "en>zh", "%A, %d %B %Y", "%Y年%m月%d日 %A", False),
    ("placeholder-mismatch", "en>ja", "moved %s into %s", "%2$s に %2$s を移しました", True),
    ("placeholder-mismatch", "en>ja", "moved %s into %d", "%1$s に %2$s を移しました", True),
    ("placeholder-mismatch", "en>ja", "moved %s into %s", "%2$s に移しました", True),
    ("placeholder-mismatch", "zh>ja", "%X%H：位置不明：%s", "%X%H: 場所が不明です: ", True),
    ("placeholder-mismatch", "zh>ja", "密钥 0x%s。", "鍵 0x。", True),
    ("placeholder-mismatch", "zh>ja", "-run%s 只支持一个", "-run は一つだけです", True),
    ("unit-mismatch", "en>zh", "Used %1 minutes ago", "%1 小时前使用", True),
    ("unit-mismatch", "en>zh", "Used %1 minutes ago", "%1 分钟前使用", False),
    ("number-mismatch", "zh>en", "把 %1$'d 页复制到%2$s", "copied %'d pages to %s", False),
    ("number-mismatch", "en>ja", "the matrix has no columns", " 列がない行列です ", False),
    ("number-mismatch", "en>ja", "width of the gap between columns", "（既定）または 列の間隔", False),
    ("number-mismatch", "en>ja", "invalid size (< 0)", "大きさが不正（負の値）", False),
    ("number-mismatch", "en>ja", "the matrix has 3 columns", " 列の行列です", True),
    ("unit-mismatch", "ja>en", "19世紀に始まり、1991年に終わった。", "It began in the 19th century and ended in 1991.", False),
    ("unit-mismatch", "en>zh", "%A, %d %B %Y", "%Y年%m月%d日 %A", False),
    ("counter-mismatch", "en>zh", "The effect lasts for 3 rounds.", "效果持续3回合。", False),
    ("counter-mismatch", "en>zh", "7 damage in 4 attacks", "攻击4次，每次7点", False),
    ("negation-mismatch", "en>ja", "`%s' is not known to `%s'", "`%s' を `%s' は知りません", False),
    ("negation-mismatch", "en>zh", "part `%s' of non-existent file `%s'", "部分 %s 属于不存在的文件 %s", False),
    ("negation-mismatch", "en>ja", "Upgrades ran without --allow-upgrades.", "更新は --allow-upgrades なしで行われた。", False),
    ("negation-mismatch", "en>zh", "-x may not be used without -y", "-x 必须与 -y 一起使用", False),
    ("negation-mismatch", "en>zh", "this way is deprecated", "不推荐这种方式", False),
    ("negation-mismatch", "en>zh", "this call is unimplemented", "这个调用没有实现", False),
    ("negation-mismatch", "en>ja", "Never fear!", "恐れるな！", False),
    ("negation-mismatch", "en>ja", "`%s' is not known to `%s'", "`%s' を `%s' は知っています", True),
    ("negation-mismatch", "en>zh", "this unit is ready", "这个单元没有准备好", True),
    ("opposite-mismatch", "en>zh", "this database is too short to be valid", "数据库太短因而无效", False),
    ("opposite-mismatch", "en>ja", "Your ticket has expired.", "切符の有効期限が切れています。", False),
    ("opposite-mismatch", "en>ja", "Unsubscribe", "購読取消", False),
    ("opposite-mismatch", "en>tw", "Disconnect", "中斷連接", False),
    ("opposite-mismatch", "en>zh", "Should the OpenGL window be shut?", "应该关闭 OpenGL 窗口?", False),
    ("opposite-mismatch", "en>ja", "valid", "無効", True),
    ("truncated", "ja>en", "地点へ向かう", "Go To", False),
    ("truncated", "zh>en", "全部保存(&L)", "Save A&ll", False),
    ("truncated", "zh>en", "%s 英里", "%s mi", False),
    ("truncated", "en>ja", "cannot bind `%s'", "束縛できません: `%s'", False),
    ("truncated", "ja>en", "機械 %1 を始められません。", "Could not start machine %1", False),
    ("truncated", "zh>en", "取对数时出错：'a'小于等于零", "log error: 'a' <= 0", False),
    ("truncated", "en>zh", "an array must have exactly 3 dimensions", "数组必须是三维的", False),
    ("truncated", "zh>en", "孟加拉族人", "Bengali", False),
    ("truncated", "ja>en", "長期追跡の結果、生存率は94%であった。", "Long-term follow-up showed a survival rate of", True),
    ("truncated", "ja>en", "拡張機能の一覧を新しい窓に表示する", "Show the list of exten", True),
    ("acronym-mismatch", "ja>zh", "“%s help COMMAND”で詳しく表示", "用“%s help 命令”查看详情", False),
    ("acronym-mismatch", "zh>en", "HTTPS 代理(_T)", "H_TTPS Proxy", False),
    ("acronym-mismatch", "zh>ja", "输入 URL", "アドレスを入力", False),
    ("acronym-mismatch", "ja>zh", "CREA が改善", "肌酐改善", True),
    ("markup-mismatch", "en>zh", "The <i>healing</i> skill", "<b>治疗</b>技能", False),
    ("markup-mismatch", "en>zh", "The <i>healing</i> skill", "<b>治疗技能", True),
    ("markup-mismatch", "en>zh", "The <i>healing</i> skill", "<u>治疗</u>技能", True),
    ("space-mismatch", "en>zh", "Name: ", "名称：", False),
    ("space-mismatch", "zh>en", "名称：", "Name: ", False),
    ("space-mismatch", "en>zh", "Name: ", "名称:", True),
    ("space-mismatch", "en>zh", "Name: ", "名称", True),
    ("half-translated", "en>ja", "Primary pixbuf", "一番目の Pixbuf", False),
]  # fmt: skip


@pytest.mark.parametrize("case", PAIRS, ids=str)
def test_catalogs_of_programs(faults, case: tuple[str, str, str, str, bool]) -> None:  # type: ignore[no-untyped-def]
    check, direction, source, target, fires = case
    assert bool(faults(check, direction, source, target)) == fires
