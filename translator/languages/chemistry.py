"""Numerals that are part of the name of a substance: 二氧化碳, 二十二碳六烯酸, 三リン酸, 二水和物.

Such a name has no numeral in other languages, or one that nothing can be told of (“carbon dioxide”, “docosahexaenoic”).
"""

from __future__ import annotations

import re

# Radicals that are common characters too need another character of chemistry behind them: 二丁基, not 二丁目.
_RADICAL = "[甲乙丙丁戊己庚辛](?:基|[苯胺氧双雙酚硅醚酰烷烯炔酮醛腈]|醇|酯|酸)"
_BEHIND = re.compile(
    # 三氯甲烷, 六烯酸, 十二烷基; 碳酸 in 二碳酸 too.
    "[碳烷烯炔醇胺腈醛酮酚氯氟溴碘氢氫硝苯羟羥羧羰酰酯肽萜氰聚](?![酸]?[饮飲])"
    f"|氧(?![气氣吧])|酸(?!(?:枣|棗|味|[奶梅菜甜]))|{_RADICAL}|磷酸|硫[化酸代]|氨[基酸]|水[合和化](?=物|[^一-龥]|$)|糖[醇苷]"
    # 一酸化炭素, 四塩化炭素, 六フッ化硫黄, 三リン酸, 二ナトリウム.
    "|(?:酸|塩|臭|硫|窒|炭|水素|フッ|フッ素|ヨウ|ホウ)化|塩基酸|(?:リン|硫|硝|炭|クエン|カルボン)酸|(?:ナトリウム|カリウム|カルシウム|アンモニウム)"
    "|[钠鈉钾鉀铵銨钙鈣镁鎂]"
)


def is_numeral(text: str, end: int) -> bool:
    """Whether a run of Han numerals that ends at `end` counts atoms or groups in the name of a substance.

    >>> is_numeral("二十二碳六烯酸", 3), is_numeral("一酸化炭素", 1)
    (True, True)
    >>> is_numeral("三酸枣", 1), is_numeral("二丁目", 1), is_numeral("三种", 1)
    (False, False, False)
    """
    return _BEHIND.match(text, end) is not None
