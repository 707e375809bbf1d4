"""Which words of a text deny, and what of the other text may stand for them.

Languages deny by a plain word (“not”, 没有, ない), by a part of a word (“unable”, 不明) or by what a verb means (“fail”,
避免, 除く). Plain words are counted, sentence by sentence where both texts have as many; whatever may deny excuses
a plain word without a partner, unless the other text says the same thing too: 只 answers “only” and excuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translator.languages import abreast, negatives
from translator.languages.candidates import latin_words, matches
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.turned import SAME, TURNED

# Any of these may carry a denial without being its plain word.
_MAY_DENY = Sought(
    r"(?<![A-Za-z0-9])(?:un(?!ambig|exciting|i(?:[tqovcfslx]|di)|til|der|less)|in(?!stal|st|teg|dic|form|clud|herit|put|ter|to|dex|side|itial|vok|sert|trod|crea|line|voca"
    r"|vad|fus|fect|fla|ject|jur|fan|farc|flu|hal|sul|sur|vest|volv|ner|nov|tak|cis|cub|divid|gredi|nocent|quir|spect|spir|sist|sight|tens|tent|tend|tim|tric|vent|vit|voic|voke|deed|dent|dustr|com[ei]|land|ner|box|bound|let|heren|nate|tern|jun|dian|don|dox)"
    r"|im(?!ag|port|plem|med|plic|prov|plan|mun|mer[gs]|pos[ei]|pact|pul|press|migr|it)|irr(?!it|ig)|ill(?=eg|og|ic|it)|non"
    r"|dis(?!play|cuss|cover|crete|tri|k|eas|tal|tan|tin|char|ord|tress|solv|inf|pens|sec|count|cipl|put|ast|h|pat|pos|turb|rupt|clos|cern|cours|t(?:ric|urb))|mis(?!sio|sil|ter|er))[a-z-]{3,}|[a-z]{3}(?<!stain)(?<!wire)less(?:ly)?\b"
    r"|\b(?:fail|error|lack|miss|empty|except|only|instead|avoid"
    r"|prevent|refus|reject|leav|other|rather|cease|stop|free|hardly|rarely|zero|scarce|barely|seldom"
    r"|never|none|nothing|nobody|nowhere|neither|forget|expire|abort|ignor|illegal"
    r"|omit|skip|wrong|better than|cannot|without|broke|else|deni|deny|invalid|oust|exclud|absen|afraid|regardless|far from"
    r"|exempt|asympt|afebr|contraindic|deprecat|obsolet|defunct|exclusive|prohibit|forbid|discontin|withh|withdr"
    r"|intact|refrain|abstain|desist|avert|complimentary|keep (?:off|out|away)|stay (?:off|out|away)|steer clear"
    r"|(?:no|not|nor|out|outside|off|too|block(?:s|ed|ing)?|clear(?:s|ed|ing)?|down|hid|hide|hides|hidden|hiding|lose|loses|lost|bad|badly|bars?|barred|bans?|banned"
    r"|old|older|few|fewer|little|less|gone|dead|against|hate|hates|hated)\b)"
    r"|n(?:'|’|&#[8８][2２][1１][7７];|&rsquo;|&#39;|\ufffc+)t\b"
    r"|不(?![过過仅僅但断斷久管论論])|[无無](?![论論])|未(?![税稅来來満满滿])|非(?!常)|(?<![类級级特分性区個个識辨差])[别別](?!名)"
    r"|空(?![格间間腹气気氣港中調调])|(?<=[以之除意例象囲围圍])外(?!にも)|免(?!疫)|休(?![息克憩])|消(?![化毒炎息费費除])"
    r"|防(?![腐火水晒曬护護治疫尘塵滑犯災灾寒弹彈虫蟲菌臭锈鏽錆卫衛])|[没沒否勿莫毋禁避拒除失错錯缺停离離止脱死漏废廃弃删刪削欠闲難难]|(?<![减減])少|[只仅僅](?!要)"
    r"|反(?![应應応映])|才|代わり|かわり|違|隐|隱|驳|駁|[聋聾坏壞壊]|跳过|跳過"
    r"|遠慮|控え|やめ(?!さ)|お断り|恕[不难難]|[谢謝][绝絕]|婉拒|却下|棄却|見送|完好|[戒忌絶绝]"
    r"|にく[いくか]|づら[いくか]|ない|なけ|なく|なか(?!な)|ません|(?<=[うくぐすつぬぶむる])な(?=[！!。]|$)|ずに|[せれけえら]ず|ず[、。は]|なし|いいえ|太|[す過]ぎ|(?<!め)まい|ぬ|しか(?!し)|(?<!た)だけ|のみ|ほか|よりも|ゼロ|イミュ|アンチ|ノン[ァ-ヶ]",
    re.IGNORECASE,
)
# Plain words for “not”; 不, 非, 無 inside a word are none: 不透明 is “opaque”. The verbs after 不 and 未 are those
# that other languages deny too, in nearly every one of the pairs looked at.
_PLAIN = {
    "en": Sought(
        # “No 3” is the third, “no 32-bit support” is none.
        r"(?<![A-Za-z0-9])(?:no(?! (?:more|less|[a-z]+er) than| (?:time|matter|doubt|wonder|sooner)\b|[.,º°:#/）)]|\s?#?[0-9]+(?![0-9]*(?:[-A-Za-z]|\s(?!and|or|to|is|was|in|on|at|of)[A-Za-z])))|(?<!or )(?<!\bif )not(?! (?:only|more|less|[a-z]+er than|exceed))"
        r"|never|(?<!with or )without|cannot|(?-i:none)|unable|ineffective|nothing(?! (?:but|more|less)\b)|nobody)\b|n['’]t\b(?! (?:agree|be) [^\n\0]{0,20}\bmore\b)",
        re.IGNORECASE,
    ),
    "ja": Sought(
        r"(?:(?<!ければなら)(?<!ければなり)(?<!くてはなら)(?<!くてはなり)(?<!かもしれ)(?<!てはなら)(?<!てはなり)(?<!といけ)(?<!ばいけ)"
        r"(?<!はいけ)(?<!すみ)(?<!仕方が)(?<!違い)(?<!違いあり)(?<!過ぎ)(?<!すぎ)(?<!かまい)(?<!構い)(?<!ござい)(?<!少)(?<!しか)"
        r"(?<!ほかなり)(?<!申し訳)(?<!申し訳あり)(?<!ねばなら)(?<!ねばなり)(?<!ざるを得)(?<!やむを得)(?<!危)(?<!差し支え)(?<!差し支えあり)(?<!支障あり)(?<!支障は)(?<!支障が))"
        r"(?:ない(?=[。、]|\n?(?![^\0])|です|が|場合|ため|ので|こと|もの|とき|可能|値|ファイル)|ないで(?=ください|下さい)|ません(?!か)|なかった)"
        r"|(?<![あい])なし(?=[ 　]*(?:[。、,，.;；&＆/（(）)]|\n?(?![^\0])))"
    ),
    "zh": Sought(
        "没有|沒有|[没沒]人|(?<!会)不会|(?<!會)不會|(?<!不得)(?<!能)不能(?![少超低高多再])|(?<!而)(?<!是)不是(?![^，。\0]{1,12}[，,]?就是)|(?<!供)不应(?!期)|不應|不得(?!不|超|少|多|低|高)"
        "|不[支需允再喜希存被接信](?!断|斷|入)|不包|不执|不執|不显示|不顯示|不提供|不使用|不受支|不受信"
        "|不可(?![避缺少变變逆分见見思靠能知或])|不(?:同意|敢|肯|影响|影響|建议|建議|推荐|推薦|适用|適用|适合|適合|符合|含|带|帶|宜|伴|属于|屬於|具|进行|進行|显著|顯著|必)"
        "|未(?![税稅来來必免婚遂知解完定满滿満成])|从未|從未|無法|无法|[无無](?:[法权權需须須]|(?=明[显顯]|[异異]常|症[状狀]|[发發]热|[发發]熱|[过過]敏|[复復]发|[复復]發|感染|[不]良反|疼痛|出血|[转轉]移|[并併][发發]|病史|既往|副作用|家族史|[恶惡]心|呕吐|咳嗽|皮疹|[压壓]痛|禁忌|[变變]化|[显顯]著|[统統][计計]|接触史|吸烟|[饮飲]酒))|[无無]效(?!的)"
        "|并非|並非|并未|並未|绝不|絕不|决不|決不|[请請切]勿"
    ),
}
# The same of a whole text: a word may be seen as one only where its sentence ends, at a line or before what follows.
_PLAIN_SOMEWHERE = {
    "ja": Sought(_PLAIN["ja"].pattern.replace("[。、", "[\n。、")),
    "zh": Sought(_PLAIN["zh"].pattern.replace("(?![^，。\0]{1,12}[，,]?就是)", "")),
}
# What every one of these holds, looked for first.
HINTS: dict[str, Sought] = {
    "en": Sought("[nN](?:[oOeE]|['’][tT])|[wW][iI][tT][hH][oO]|[uU][nN][aA]|[iI][nN][eE]|[cC][aA][nN][nN]"),
    "ja": Sought("な[いかし]|ません"),
    "zh": Sought("[没沒不未无無从從并並绝絕决決勿]"),
}
# The same for English in ASCII by whole words: the t is that of “don’t”.
_DENYING_WORDS = frozenset(
    ("no", "not", "never", "without", "cannot", "none", "nothing", "nobody", "unable", "ineffective", "t")
)
# GNU quotes `so'.
_QUOTED = re.compile(r"`[^`'\n]{0,80}'(?![A-Za-z])|`+[^`]*`+|\{[^{}]*\}|/\{.*")
# A translator's own note stands in one text alone.
_NOTE = re.compile(r"[(（\[［【][-—]*訳[者]?[注註](?:[^()（）]|[(（][^()（）]*[)）])*[)）\]］】]")
# 喜不喜欢 is “whether”.
_CHOICE = re.compile(r"([\u4e00-\u9fff])[不没沒]\1")
# What both texts say excuses neither: a word that may deny, in all languages.
_SHARED = tuple(
    Sought(each, re.IGNORECASE)
    for each in (
        r"\bonly\b|只(?![要不])|[仅僅]|(?<!た)だけ|のみ|しか(?!し)|\balone\b|[单單単][独獨]",
        r"\bother|其[他它]|他の|その他|ほか|[别別]的",
        r"\bexcept\b|除(?!非)",
        r"\bunless\b|除非",
        r"\berror|\bwrong|[错錯误誤]|エラー",
        r"\bfail|失[败敗]|故障|障害|不具合|衰竭|不全|落选|落選",
        r"\bimpair|\bdisab(?:il|led (?:p|g|v))|\bdysfun|障[害碍礙]|[损損][害伤傷]|不全|残疾|殘疾",
        r"\bdamag|\bbroke|\bdestr|[坏壞损損破壊毁毀]",
        r"\bmiss(?!ion|ile)|\bforg[eo]t|\boverlook|\bomit|[漏忘遗遺]|缺|欠",
        r"\bexcept|\bexceptio|[异異]常|例外|除",
        r"\bempty|\bblank|\bvacan|\bspace|空|ブランク",
        r"\bdisabl|禁用|停用|[无無]効|無効",
        r"\bavoid|\bevad|避",
        r"\binstead|\brather|代わり|かわり|而不是|而非|代替|むしろ",
        r"\bzero|\bnull|零|ゼロ|0",
        r"\bblock|ブロック|[阻块塊]|屏蔽",
        r"\bexpir|[过過]期|期限切れ|失効",
        r"\bforever|\bperpet|\bperman|\beternal|永",
        r"\bfree(?!ly)|[免自]|フリー|無料|空",
        r"\bdis(?:eas|ord|tress)|病|症|疾",
        r"\bdry|乾|[干燥]",
        r"\bfew|少",
        r"\blittle|少|小",
        r"\bprevent|\bprotect|防|予防|[预預]防",
        r"\brefus|\breject|\bdeclin|拒|断|斷|お断り",
        r"\bquit|\bcease|\bdiscontin|停|止|やめ|中止|断",
        r"\badvers|\bill effect|不良|有害",
        r"\bbad(?:ly)?\b|\bpoor|悪|[恶惡坏壞差]|不良",
        r"\bunder|以下|未満|下",
        r"\billeg|\bunlaw|違|[违違]|非法|不法",
        r"\bprohibit|\bforbid|\bbann?|禁",
        r"\bstop|[停止]",
        r"\bremov|\bdelet|\beras|\bclear|[删刪移清消解拆去]除|[削消除]除|除去|取り?除|[删刪]|消(?!除)|削(?!除)",
        r"\blos[te]|[丢丟失]",
        r"\bignor|忽|略|無視",
        r"\bcancel|\bterminat|\brescind|取消|取り消|キャンセル|解除|解[约約]",
        r"\boff\b|オフ|[关關]|切[らりるっれ]|断[电電]|停[电電]",
        r"\bdown|下",
        r"\bold|[旧舊老岁歲古歳]",
        r"\bdiffer|不同|違|[异異]",
        r"\bhid|[隐隱隠]",
        r"\bskip|跳|スキップ|飛ば",
        r"\bleft|\bleav|[离離留]",
        r"\bout(?:put|side)?\b|[输輸]出|出力",
        r"\bless\b|\bfewer\b|[小少]于|[小少]於|未満|より少な",
        r"\bdead|死",
        r"\bbut\b|但|ただし|しかし|[だすたい]が[、,，]?|不[過过]|然而",
    )
)


def unquoted(text: str) -> str:
    """The text with code and translator's notes written over; offsets stay."""
    if "訳" in text:
        text = _NOTE.sub(_blank, text)
    if "不" in text or "没" in text or "沒" in text:
        text = _CHOICE.sub(_blank, text)
    if "`" not in text and "{" not in text:
        return text
    return _QUOTED.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def may_stand(text: str) -> bool:
    """Whether a text has anything that may deny without being a plain word for it: “unable”, 除, 避け, 只.

    >>> may_stand("he failed to come"), may_stand("今後の治療に影響があります")
    (True, False)
    """
    return _MAY_DENY.has(text) is not None


def may_deny(text: str, tongue: str) -> bool:
    """Whether a text holds what every plain word for “not” of its language does."""
    if tongue == "en" and text.isascii():
        return not _DENYING_WORDS.isdisjoint(latin_words(text))
    return HINTS[tongue].has(text) is not None


def denying(texts: Texts, tongue: str) -> int:
    """The texts that may have a plain word for “not”."""
    if tongue == "en":
        return texts.naming(_DENYING_WORDS)
    may = texts.holding("`", "{", "訳") | texts.having(_CHOICE)
    return texts.changed(may, unquoted).having(_PLAIN_SOMEWHERE[tongue])


def plain_spans(text: str, tongue: str) -> list[tuple[int, int]]:
    """Where a text has plain words for “not”, in order."""
    if not may_deny(text, tongue):
        return []
    return [match.span() for match in _PLAIN[tongue].finditer(unquoted(text))]


def _plain(text: str, tongue: str) -> Iterable[re.Match[str]]:
    """The plain words for “not” of a text, in order."""
    if tongue != "en" or not text.isascii():
        return _PLAIN[tongue].finditer(text)
    words = _DENYING_WORDS & latin_words(text)
    return matches(_PLAIN["en"], words - {"t"} | {"n't"} if "t" in words else words, None, text)


_LONG = 250
"""Longer texts together whose sentences do not match are judged only where one has nothing that may deny."""
_LONGEST = 460
"""Still longer ones are not judged: one may deny for two."""
_MANY = 3
"""In a text of more sentences what is denied wanders from one to another."""
_BRIEF = 100
"""In longer ones what a text says by other words than “not” may be said without a denial in the other."""
_LISTED = 60
"""In longer sentences together one word may deny what the other text denies thing by thing."""
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Surplus:
    """The words of two sentences of which one denies more often, and where both sentences begin."""

    ours: Spans
    theirs: Spans
    offsets: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of two texts without reading them: whether each may have plain words for “not”, or others that deny.

    `shared` are the bits of what both may say, affirmed or denied: see `translator.languages.polarity`.
    """

    plain: tuple[bool, bool] = (True, True)
    meant: tuple[bool, bool] = (True, True)
    shared: int | None = None


UNKNOWN = Clues()


def surplus(source: str, target: str, *, tongues: tuple[str, str], clues: Clues = UNKNOWN) -> Surplus | None:
    """What of two texts denies more often than the other does.

    None where nothing is told: see `translator.languages.claims.compare_negation`.
    """
    if not any(clues.plain + clues.meant):
        return None
    sides = (
        _Side(unquoted(source), tongues[0], clues.plain[0], clues.meant[0]),
        _Side(unquoted(target), tongues[1], clues.plain[1], clues.meant[1]),
    )
    if not any(side.may_deny for side in sides):
        return None
    counts: list[int] = []
    found: list[tuple[int, Surplus]] = []
    is_dense = "en" not in tongues
    for one, two, at, to in abreast.sentences(sides[0].text, sides[1].text, longest=_LONGEST // (1 + is_dense)):
        ours, theirs = sides[0].plain(one, at), sides[1].plain(two, to)
        if len(ours) == len(theirs) or not _is_told(one, two, (len(ours), len(theirs)), is_dense=is_dense):
            balance = len(ours) - len(theirs)
            ours, theirs = sides[0].meant(one, at), sides[1].meant(two, to)
            if bool(ours) == bool(theirs) or not _is_bare((one, two), (ours, theirs), tongues):
                counts.append(balance)
                continue
        counts.append(len(ours) - len(theirs))
        found.append((len(counts) - 1, Surplus(ours, theirs, (at, to))))
    for index, each in found if len(counts) <= _MANY else ():
        # A neighbour that denies more often in the other text may have taken the denial over.
        near, whole = sum(counts[max(0, index - 1) : index + 2]), sum(counts)
        if near * counts[index] > 0 and whole * counts[index] > 0:
            return each
    return None


class _Side:
    """One text, and what of it denies; found when it is asked for."""

    def __init__(self, text: str, tongue: str, may_be_plain: bool, may_be_meant: bool) -> None:
        self.text, self._tongue = text, tongue
        self._has_plain = may_be_plain and may_deny(text, tongue)
        self._meant = tuple(each.span for each in negatives.read(text, tongue)) if may_be_meant else ()
        self.may_deny = self._has_plain or bool(self._meant)

    def plain(self, sentence: str, start: int) -> Spans:
        """The plain words for “not” of a sentence that begins at `start`."""
        return tuple(each.span() for each in _plain(sentence, self._tongue)) if self._has_plain else ()

    def meant(self, sentence: str, start: int) -> Spans:
        """The expressions of a sentence that begins at `start` that deny by what they mean."""
        end = start + len(sentence)
        return tuple((at - start, to - start) for at, to in self._meant if start <= at and to <= end)


def _is_bare(texts: tuple[str, str], spans: tuple[Spans, Spans], tongues: tuple[str, str]) -> bool:
    """Whether of two sentences one denies by what it means and the other has nothing that may deny."""
    one, two = texts if spans[0] else texts[::-1]
    longest = _BRIEF if "en" in tongues else _BRIEF * 2 // 5
    if len(one) + len(two) > longest or TURNED.search(one) or TURNED.search(two):
        return False
    if negatives.excuses(two, tongues[1 if spans[0] else 0]):
        return False
    if any(said.search(one) and meant.search(two) for said, meant in SAME):
        return False
    rest = one
    for start, end in spans[0] or spans[1]:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return _excuses(two, rest, 1) <= 0


def _is_told(one: str, two: str, counts: tuple[int, int], *, is_dense: bool) -> bool:
    """Whether of two sentences one denies more often than the other may; without English the same is said in half the signs."""
    ours, theirs = counts
    if TURNED.search(one) or TURNED.search(two):
        return False
    if ours and theirs and len(one) + len(two) > _LISTED:
        return False
    few, many = (two, one) if ours > theirs else (one, two)
    if len(one) + len(two) > _LONG // (1 + is_dense) and _excuses(few, many, 1):
        return False
    # “without it, nothing” may be said with one denial, but not with none that could be one.
    if _excuses(few, many, max(ours, theirs)) >= max(ours, theirs):
        return False
    return not any(said.search(many) and meant.search(few) for said, meant in SAME)


def _excuses(few: str, many: str, wanted: int) -> int:
    """How many words of a text may deny, without those that the other text has as well."""
    left = {match.start() for match in _MAY_DENY.finditer(few)}
    if len(left) < wanted:
        return len(left)
    for pattern in _SHARED:
        found = [inside for match in pattern.finditer(few) if (inside := left & set(range(*match.span())))]
        for inside in found[: len(pattern.findall(many))] if found else ():
            left -= inside
        if len(left) < wanted:
            # No caller asks how many fewer.
            break
    return len(left)
