"""Traces that a lost number leaves in a text: `つの要因`, `長さ の文字`, `insert(, v)`, `第 期`.

They are no proof: a text is compared with its source, and only what the source has not counts.
"""

from __future__ import annotations

import re
from collections import Counter

from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import fold, prose

_KANA, _HAN = "ぁ-ん", "一-龥々"
# What is counted: nothing else begins like this behind a blank inside a text of Han and kana.
_JA_COUNTER = (
    r"(?:つ(?=[のをがはにだ以ず目前もまあ一-龥]|$)|[個箇枚桁件](?![人別性])|人(?![間気物称口工生材])|文字(?!列|コ|セ|種)|行(?![わいうっなえ為A-Za-z])"
    r"|列(?![挙名A-Za-z])|回(?![答転路線復避])|名(?!前|称)|番目|要素|(?:バイト|ビット|オペランド|ステップ|ページ|レベル)(?![ァ-ヶー])|次元|進(?=[数法制整])"
    r"|時間|週間|[かヶカ]月|[分秒]間|秒|年(?![齢号])|種類|段階|のべき乗)"
)
_ZH_COUNTER = (
    r"(?:[个個](?!人|别|別|体|性)|位(?![于於置移])|条(?!件|目)|項(?!目)|项(?!目)|种(?!类|子)|種(?!類|子)|行(?![为為动動]|$)|列(?!表|出|举|名|$)"
    r"|次(?![要序设設])|字[节節符](?![串集])|小[时時]|分[钟鐘]|天|倍|元[组組](?!的)|页|頁|章|[节節](?!点|點))"
)
# Looks that no whole text has: what its source lacks is a loss by itself.
# Every look begins with one of these: the rest of a text is passed over at once.
_EMPTY = (
    r"(?=[(（\[`'“「,:+ -]|[ap]\.m)(?P<empty>(?<![\w\])])\( ?\)|(?<=\w)\(\)|（）|(?<![\w\])])\[\](?!\()|(?<=\w)\[\]|(?<=[a-z]:)``(?!`)|(?<![`0-9A-Za-z])````(?![`0-9A-Za-z])|(?<!')''(?!')|“”|「」"
    r"|\( ?,(?! ?\))|(?<!\(), ?\)|\[ ?,|, ?\]|, ,(?= )|(?<=[0-9]):(?=[.?!;])|(?<=`)[-+](?=`)|(?<=\w) (?:[,.;](?= |$)|:(?= ))"
    r"|(?<=[A-Za-z]) \.x(?![A-Za-z])|(?<![0-9.A-Za-z])(?<![0-9] )[ap]\.m\.)"
)
_LATIN = (
    r"(?=[-+]|(?:inc|dec|mul|div))(?P<spoken>(?<=[A-Za-z] )-(?:bits?|bytes?|digits?|levels?|dimensional|days?|years?|hours?|minutes?|tuples?|elements?|columns?|characters?)(?![A-Za-z])"
    r"|(?<![A-Za-z])(?:increments?|incremented|decremented|multiplied|divided) by (?=and|or|to)"
    r"|(?:^|(?<= ))\+ ?(?=[Mm]illion|[Bb]illion|[Tt]housand))"
)
_WIDE = (
    r"(?=[つ進月日年次割×✕乗桁万萬億亿第番回的時 -]|のべき|を[基一-龥ァ-ヶ]|に[設な等達戻変])"
    # つ ends some words in kana (いつの, 持つ): only after these.
    r"(?P<counter>(?:^|(?<=[、。,(（「のにがはをらるれすえめ])|(?<=[^0-9０-９一二三四五六七八九十百数\ufffc] ))つ(?=[のをがはにだ以ず目だ])"
    r"|(?<=が)つ(?=[あ一-龥])|(?<=[てで])つの|(?<=[ぁ-ん]な)つの(?=[ァ-ヶ一-龥])|^つ(?![いかがぎばきくけづなねのぶまむめもよ])|^進[数法表値整浮固文]|(?<=[にが])つも(?=[なしマ])|^つ前|^月(?=_)|^日(?=[0-9]{1,2} ?回)"
    # つ behind a word that no つ ends: スコアつ, もうつの, のうちの つ, られたつの
    r"|(?<=[ァ-ヶー])つ(?=[のとをがはにでも、。)] ?(?!つ))|(?:(?<=もう)|(?<=[のを])|(?<=[れし]た)|(?<=なる)|(?<=する)) ?つ(?=[のでをが]?[ァ-ヶ一-龥あだ、。]|で[はなあす、])"
    r"|(?:^|(?<=[^0-9０-９一二三四五六七八九十百数何幾ひとふたいくみよむなやここの ]))つ以[上下]"
    r"|(?:^|(?<=[^一-龥0-9０-９ ])|(?<=[^0-9０-９一二三四五六七八九十] ))進(?=[数法表整浮固値文小])"
    r"|(?<=[ぁ-ん])(?<!べき)乗(?=[、。とのにで])(?!の[りる])|(?<=以下)(?=桁)|(?<=[ぁ-ん])  ?(?=[年月日](?:以[上下内]|間|前|後| ?[0-9]))"
    r"|(?<=[ ぁ-んァ-ヶ一-龥(（])-(?=タプル|要素|バイト|ビット|次元|元组|元組)"
    r"|(?<=[了有约約为為是到达達过過超])[万萬億亿](?=[日美韩元円块人名年])|(?<=が)(?<!けが)(?:に(?=[設な等達戻変])|を(?=[一-龥ァ-ヶ]))"
    rf"|(?<=[{_KANA}、（「])  ?(?={_JA_COUNTER})|(?<=[はがをにでとのもやへらりたい、])  ?(?=(?:[のにがを]|は(?![いみじず])|で、|で[すあ]|[はをがに][{_HAN}]))|(?<=[共有为為是了第约約每的在到至超过過于於前后後达達个個近满滿])  ?(?={_ZH_COUNTER})|(?<=[{_HAN}])  (?={_ZH_COUNTER})|^ (?=(?:{_JA_COUNTER}|{_ZH_COUNTER}))(?!.{{1,2}} ?[0-9\ufffc])|第  ?(?=[{_HAN}])"
    # Dates, doses and labels without their number: 6年月1日, 每周次, 1日回, 第版, は×10⁶
    r"|(?<=[0-9])年月(?![次間间例])|(?<=[0-9])月日(?![本中光曜程常])|(?<=[每毎][周週天日年月])[次回](?=[，,。；、]|$)"
    r"|(?<=[0-9]日)回(?=[、。，]|$)|(?<=[をはがにと])回(?=[0-9半目])|^回目|(?<=[をにはがで])日(?=[1-9１-９] ?回)|(?:^|(?<=[、。]))日(?=最大|あたり)"
    r"|(?<![次落及])第(?=[版章節节页頁条條卷巻届屆])|(?<=[ぁ-ん一-龥])[×✕] ?10(?=\^|[⁰¹²³⁴-⁹])|(?<=[はが])割(?=[にを以未])"
    # What stood between two blanks and two particles: 負や  の値, 以  为基数, 是  的
    rf"|(?<=[はがをにでとのもやへ、])  (?=[はがをにでとのもやへよか])|(?<=[为為是以在于於到共约約每从從至])  (?=[的为為到至和與与])"
    r"|(?<=[为為是于於])  ?(?=[的，。、）])|(?<=[のがはをにらり])番目|(?<=[ぁ-ん])のべき乗|(?<=[はがに])を(?=基)|(?<=[はをがにで])回(?=[入実繰呼])"
    r"|(?<=每次[加减減])的|(?<=[もてらはがで])時間(?=以内))"
)

# Looks that tell something only beside a number without a partner.
_FAINT = (
    r"(?<=[0-9])/ ?(?=[^ -~])|(?<=[A-Za-z])-(?=[,.`'\")]|$)|[-~≧≤≥=/] ?(?=$|[`'\",，。、)）])",
    rf"^ |(?<=\S)  (?=\S)|  $|(?<=[{_KANA}]) (?=[{_KANA}ァ-ヶ{_HAN}])|(?<=[{_HAN}]) (?=[{_HAN}])",
    rf"(?<=[ァ-ヶ{_HAN}])(?<![一二三四五六七八九十百数幾立打持勝発放断絶待育保]) ?つ(?=[のはがを])|(?<=\w) ,(?=\s)|^[.、,)）]",
    r"^(?:st|nd|rd|th) |(?<= )(?:st|nd|rd|th)(?= )|(?<= )-(?=[a-z])|^-(?=[a-z])",
    r"^(?:[個个種件名つ]|番目|進数|种|项|位|回目|人の|年(?=[0-9]))(?=[のを的以0-9前後]|$)",
    r"(?:^|(?<=[的为為是、，の]))月(?=$|_|[にの]|[0-9])|(?<=[のはがら])番目|(?<=[的はの])進(?=[数表])|は進",
    r"(?<=第)(?=[个章節节页頁期卷回次]|番目)|(?<=[少第约約共])[个個位](?=[^別别人体性])",
    r"(?<=[もてら])(?:時間|分|秒|日|年|週間)(?=以内|以上|以下)|(?<=[はを])回(?=[入実繰])|(?<=[るくな])のべき乗",
    r"(?:^|(?<=\s))[%％](?=[\s.,])|^[万億亿]\+|^\+ ?[A-Z]",
)
_NUMERALS = frozenset("二三四五六七八九十百千万萬億亿")
_CLEAR = Sought("|".join((_EMPTY, _LATIN, _WIDE)))
_CLEAR_ASCII = Sought("|".join((_EMPTY, _LATIN)))
# What every clear trace holds, looked for first.
_MAY_BE_CLEAR = Sought(
    r"\( ?[),]|（）|\[(?:\]| ?,)|:``|````|''|“”|「」|, ?[)\]]|, ,|:[.?!;]|`[-+]`| (?:[:,.;](?= |\n?(?![^\0]))|\.x|-)|\.m\.| by |illion"
    r"|housand"
    r"|[つ進乗万萬億亿]|番目|回[入実繰呼]|が[にを]|を基|時間以内|每次[加减減]|以下桁|[月日](?<=(?<![^\0]).)|-(?=[^\x00-\x7f])"
    r"|[0-9](?:年月|月日|日回)|[每毎].[次回]|回[0-9半目]|日[0-9１-９最あ]|第[版章節节页頁条條卷巻届屆]|[×✕] ?10|割[にを以未]"
    r"|  | (?=[^\x00-\x7f])(?:(?<=[^\x00-\x7f] )|(?<=(?<![^\0]) ))"
)
_TRACE = Sought("|".join((_EMPTY, _LATIN, _WIDE, *_FAINT)))

_NUMBERED = Sought(r"(?<![A-Za-z])([A-Za-z]{2,})-[0-9]")
_ENDED = Sought(r"(?<![A-Za-z])([A-Za-z]{2,})-(?![A-Za-z0-9一二三四五六七八九十])")
# 2019冠状病毒病 is the full name of COVID-19.
_COVID = re.compile(r"(?i:covid)-?19")
_DISEASE = re.compile(r"(?<!新型)冠[状狀]病毒")


def has_trace(text: str) -> bool:
    """Whether a text shows by itself that a number was lost in it: a counter stands alone."""
    if text.isascii() and ".m." not in text:
        return False
    plain = prose(text)
    return _MAY_BE_CLEAR.search(plain) is not None and _CLEAR.search(plain) is not None


def tracing(texts: Texts) -> int:
    """The texts that may show that a number was lost in them: those of which `has_trace` is true, or `is_orphaned`."""
    traces = texts.left(texts.prose.having(_MAY_BE_CLEAR), has_trace)
    return traces | texts.prose.having(_ORPHAN, texts.having(_WIDE_BLANK) & ~traces)


def surplus(text: str, other: str) -> Counter[str]:
    """The traces of a text that the other text has not, by their look."""
    found = Counter(match.group() for match in _TRACE.finditer(_without_shared_edge(text, other)))
    if not found:
        return found
    return found - Counter(match.group() for match in _TRACE.finditer(prose(other)))


def is_orphaned(text: str, other: str) -> bool:
    """Whether a text of kana or Han has a blank where only a number, name or mark would ask for one.

    >>> is_orphaned("の 次的な", "second"), is_orphaned("2 次的な", "second")
    (True, False)
    """
    return (
        len(text) < _SHORT
        and " " in text
        and _WIDE_BLANK.search(text) is not None
        # Where there are many, blanks are a style.
        and sum(1 for _ in _ORPHAN.finditer(_without_shared_edge(text, other))) == 1
        and _ORPHAN.search(prose(other)) is None
    )


def _without_shared_edge(text: str, other: str) -> str:
    """The prose of a text; blanks at an edge are of its layout where the other text has some there."""
    plain = prose(text)
    if plain[:1] == " " and other[:1].isspace():
        rest = plain.lstrip(" ")
        plain = "\n" * (len(plain) - len(rest)) + rest
    is_padded = plain[:1] == " " == plain[-1:] and not other[:1].isspace() and not other[-1:].isspace()
    if is_padded and plain.strip():
        # Set apart at both ends: a habit, not a loss.
        rest = plain.lstrip(" ")
        plain = "\n" * (len(plain) - len(rest)) + rest.rstrip(" ") + "\n" * (len(rest) - len(rest.rstrip(" ")))
    if plain[-1:] == " " and other[-1:].isspace():
        rest = plain.rstrip(" ")
        plain = rest + "\n" * (len(plain) - len(rest))
    if "  " in plain and "  " in other.strip():
        # The columns of a table are set apart in both.
        plain = _COLUMNS.sub(lambda match: "\n" * len(match[0]), plain)
    return plain


_COLUMNS = re.compile("  +")


# In a long text a blank is a slip of the pen oftener than a trace.
_SHORT = 100
_WIDE_BLANK = re.compile(r"[ \u3000\xa0\u202f\u2009](?=[^\x00-\x7f])(?:(?<=[^\x00-\x7f].)|(?<=\(.))")
_ORPHAN = Sought(
    rf"(?:(?<=[{_KANA}{_HAN}（「])|(?<=\S[(])) (?=[{_KANA}{_HAN}])|(?<=[ァ-ヶー]) (?=[のをがはにで](?![{_KANA}]))"
)


def codes(text: str, other: str) -> tuple[int, int] | None:
    """The first code that lost the number the other text ends it with: `UTF-` for UTF-8."""
    text, other = fold(text), fold(other)
    may_be_cut = "-" in text and "-" in other
    stems = {match[1].casefold() for match in _NUMBERED.finditer(other)} if may_be_cut else set()
    for match in _ENDED.finditer(text) if stems else ():
        if match[1].casefold() in stems and len(_ENDED.findall(other)) < len(_ENDED.findall(text)):
            return match.span()
    year = _DISEASE.search(text) if "19" in other and "19" not in text else None
    return year.span() if year is not None and _COVID.search(other) else None


def clear(text: str, other: str) -> tuple[int, int] | None:
    """The first trace that is a proof by itself, where the other text has fewer of its look.

    An empty bracket, or a blank before a mark, counts only where the other text has more numbers in digits, or some in words.
    """
    plain = _without_shared_edge(text, other)
    if _MAY_BE_CLEAR.search(plain) is None:
        return None
    found = list((_CLEAR_ASCII if text.isascii() else _CLEAR).finditer(plain))
    if not found:
        return None
    rest = prose(other)
    known = Counter(match.group() for match in (_CLEAR_ASCII if other.isascii() else _CLEAR).finditer(rest))
    has_digits = any(char.isdecimal() or char in _NUMERALS for char in rest)
    may_be_empty = has_digits and (
        len(_RUN.findall(plain)) < len(_RUN.findall(rest)) or _SPELLED.search(rest) is not None
    )
    may_count = has_digits or _MAY_COUNT.search(rest) is not None
    for match in found:
        if known[match.group()]:
            known[match.group()] -= 1
        elif may_be_empty if match.lastgroup == "empty" else has_digits or may_count or match.group()[:1] != " ":
            return match.span()
    return None


_RUN = re.compile("[0-9]+")
_SPELLED = re.compile(
    r"[二三四五六七八九十百千万萬億亿两兩]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)\b",
    re.IGNORECASE,
)
# What may stand for a number that the other text lost.
_MAY_COUNT = re.compile(
    r"[零一二两兩半双雙対对幾几数各每毎初両片单單単]|[ひふみよいむやこと][とたっつつのなお]つ|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|hundreds?|thousands?|[mb]illions?"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|once|twice|thrice|both|single|double|triple"
    r"|pairs?|couple|dozens?|half|halves|quarters?|zero|each|every|per|an?|another|other|several|few|multiple|many|next|last)\b",
    re.IGNORECASE,
)
