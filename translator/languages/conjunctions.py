"""“Or” that became “and”, and the reverse: one illness of two is asked for, or both of them."""

from __future__ import annotations

import re

from translator.languages import abreast, markers
from translator.languages.difference import Difference
from translator.languages.sought import Sought
from translator.languages.texts import Texts
from translator.languages.verbatim import prose

_OR = {
    "zh": Sought("或(?!许|許)"),
    "ja": Sought("または|又は|あるいは|もしくは|若しくは"),
    # “18 or over” is a bound.
    "en": Sought(
        r"(?<![A-Za-z])(?i:or)(?![A-Za-z]| (?:more|less|fewer|over|under|above|below|older|younger|greater|higher|lower|later|earlier|longer|so|not)(?![A-Za-z]))"
    ),
}
_AND = {
    "zh": Sought("并且|並且|而且|以及|和(?![平谐諧])|且|及(?![时時])|与(?!否)|與(?!否)"),
    "ja": Sought("および|及び|かつ|ならびに|並びに|と(?=、)|(?<=[一-龥ァ-ヶー])と(?=[一-龥ァ-ヶ])"),
    "en": Sought(r"(?<![A-Za-z])(?i:and)(?![A-Za-z])"),
}
# What joins two conditions, both of which have to be met.
_BOTH = {
    "zh": Sought("并且|並且|且(?!不)|同时|同時|两者|兩者|两种都|兩種都"),
    "ja": Sought("かつ|且つ|なおかつ|両方|双方|ともに(?!、)"),
    "en": Sought(r"(?<![A-Za-z])(?i:and also|and at the same time|both|together|along with|as well as)(?![A-Za-z])"),
}
# Whatever may stand for “or”: questions, choices, marks of a list, and denials, in which languages part ways.
_MAY_BE_OR = {
    "zh": Sought(
        "[或、/／？吗嗎若倘不无無没沒未非两兩]|还是|還是|要么|要麼|任一|任何|之一|无论|無論|否则|否則|其他|其它|哪"
    ),
    "ja": Sought(
        "か(?![らつけれな])|または|又は|あるいは|もしくは|若しくは|いずれ|どちら|や|[・、/／]|とも|でも|なり|ない|ません|なし|ず|など|ほか|だけ|たり|なけ|のみ"
    ),
    "en": Sought(
        r"(?<![A-Za-z])(?i:or|either|whether|any|nor|not|no|without|never|neither|cannot|otherwise|unless|else|alternatively|instead|one of|each"
        r"|between|which|only)(?![A-Za-z])|[/?]|n['’]t"
    ),
}
_DENIES = {
    "zh": Sought("[不无無没沒未非别別勿]"),
    "ja": Sought("ない|ません|なく|ず|なし"),
    "en": Sought(r"(?<![A-Za-z])(?i:not|no|without|never|nor|cannot|any|neither|either|whether)(?![A-Za-z])|n['’]t"),
}
_LEAVES_OUT = Sought(r"[排剔]除|除外|対象外|禁忌|(?<![A-Za-z])(?i:exclu[a-z]+|ineligible|contraindicat[a-z]+)")
# Why something is so, and in spite of what; behind these what else may stand for them in the other text.
_CAUSE = {
    "zh": Sought("因为|因為|由于|由於|因此|因而"),
    "ja": Sought("ので(?=、)|ため(?:に)?(?=、)|(?<=[るたすいだ])から(?=、)|したがって|よって(?=、)"),
    "en": Sought(r"(?<![A-Za-z])(?i:because|due to|owing to|as a result|therefore)(?![A-Za-z])"),
}
_CONCESSION = {
    "zh": Sought("虽然|雖然|尽管|儘管|虽说|雖說|即使|即便|哪怕"),
    "ja": Sought("にもかかわらず|にも関わらず|ものの(?=、)|けれども?(?=、)|とはいえ|のに(?=、)"),
    "en": Sought(
        r"(?<![A-Za-z])(?i:although|though|despite|in spite of|even though|even if|notwithstanding)(?![A-Za-z])"
    ),
}
_MAY_BE_CAUSE = {
    "zh": Sought("[因由故为為以]|所以|既然|鉴于|鑒於|(?<!即)使(?!用)|导致|導致"),
    "ja": Sought("ので|ため|から|よって|より|おかげ|せい|故|ゆえ|理由|従|たがって|ことで|影響で"),
    "en": Sought(
        r"(?<![A-Za-z])(?i:because|due|owing|as|since|so|therefore|thus|hence|consequently|reason|for|caused?|results?|given|with|by)(?![A-Za-z])"
    ),
}
_MAY_BE_CONCESSION = {
    "zh": Sought("[虽雖但却卻仍即哪也还還]|尽管|儘管|然而|不过|不過|可是|无论|無論|不管|而"),
    "ja": Sought(
        "が[、，]|けど|けれど|のに|もの[、の]|しかし|ただし|[てで]も|とはいえ|ながら|一方|かかわらず|関わらず|が(?=[。])|だが|まま"
    ),
    "en": Sought(
        r"(?<![A-Za-z])(?i:although|though|despite|spite|even|but|however|nevertheless|yet|while|still|whereas|notwithstanding|regardless|whatever)(?![A-Za-z])"
    ),
}
_LONGEST = 200
"""In longer sentences together one “or” is told by another clause."""


def compare_conjunctions(
    source: str, target: str, *, source_language: str = "", target_language: str = ""
) -> tuple[Difference, ...]:
    """The “or” that became “and”, where nothing else in the translation leaves a choice, and the reverse.

    >>> [each.message for each in compare_conjunctions("头痛或发热时停药。", "Stop if you have headache and fever.")]
    ['“或” became “and”']
    >>> compare_conjunctions("头痛或发热时停药。", "Stop if you have headache or fever.")
    ()
    """
    if len(source) + len(target) > 2 * _LONGEST:
        return ()
    here, there = markers.tongue(source, source_language), markers.tongue(target, target_language)
    if _CONCESSION[here].has(source) is not None or _CONCESSION[there].has(target) is not None:
        reason = _turned(source, target, here, there)
        if reason is not None:
            return (reason,)
    is_said, is_told = _OR[here].has(source) is not None, _OR[there].has(target) is not None
    if not is_said and not is_told:
        return ()
    for one, two, at, to in abreast.sentences(prose(source), prose(target)):
        if len(one) + len(two) > _LONGEST:
            continue
        found = _became(one, two, here, there) if is_said else None
        if found is None and is_told:
            turned = _became(two, one, there, here)
            found = None if turned is None else turned[::-1]
        if found is not None:
            (start, end), (first, last) = (each.span() for each in found)
            message = f"“{found[0][0]}” became “{found[1][0]}”"
            return (Difference("conjunction", message, (start + at, end + at), (first + to, last + to)),)
    return ()


def choosing(sources: Texts, targets: Texts, tongues: tuple[str, str]) -> int:
    """The texts that may say “or” or in spite of what, or whose translation may."""
    here, there = tongues
    return _choosing(sources, here) | _choosing(targets, there)


def _choosing(texts: Texts, tongue: str) -> int:
    if tongue != "en":
        return texts.having(_OR[tongue]) | texts.having(_CONCESSION[tongue])
    conceding = texts.having(_CONCESSION[tongue], texts.naming(_CONCEDING))
    return conceding | texts.having(_OR[tongue], texts.naming(frozenset(("or",))))


# What every one of the English words for it begins with.
_CONCEDING = frozenset(("although", "though", "despite", "in", "even", "notwithstanding"))


def _became(one: str, two: str, here: str, there: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The “or” of one sentence, and the “and” of the other that it became."""
    ours = _OR[here].finditer(one)
    if not ours or _DENIES[here].has(one) is not None:
        return None
    both = _BOTH[there].finditer(two)
    if both and len(_OR[there].finditer(two)) < len(ours) and _BOTH[here].has(one) is None:
        return ours[-1], both[0]
    if _MAY_BE_OR[there].has(two) is not None:
        return None
    if there != "en" and _LEAVES_OUT.has(one) is not None and _LEAVES_OUT.has(two) is not None:
        # 糖尿病および感染症は除外: any of the two is left out, “diabetes or infection were excluded”.
        return None
    joined = _AND[there].finditer(two)
    return (ours[-1], joined[-1]) if len(joined) > len(_AND[here].finditer(one)) else None


def _turned(source: str, target: str, here: str, there: str) -> Difference | None:
    """The reason that became what something is in spite of, or the reverse, where neither text has a word of the other kind."""
    for one, two, at, to in abreast.sentences(prose(source), prose(target)):
        if len(one) + len(two) > _LONGEST:
            continue
        for ours, theirs, ours_may, theirs_may in (
            (_CAUSE, _CONCESSION, _MAY_BE_CONCESSION, _MAY_BE_CAUSE),
            (_CONCESSION, _CAUSE, _MAY_BE_CAUSE, _MAY_BE_CONCESSION),
        ):
            said, told = ours[here].search(one), theirs[there].search(two)
            if said is None or told is None or ours_may[here].has(one) or theirs_may[there].has(two):
                continue
            message = f"“{said[0]}” became “{told[0]}”"
            return Difference(
                "conjunction", message, (said.start() + at, said.end() + at), (told.start() + to, told.end() + to)
            )
    return None
