"""Names of persons in Han characters that became others."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import Difference
from translator.languages.persons import compare_persons, naming

_WRITTEN = ("zh", "ja")


def _persons(pair: Pair, context: Context) -> tuple[Difference, ...]:
    if not pair.is_compared or pair.source_tag[:2] not in _WRITTEN or pair.tag[:2] not in _WRITTEN:
        return ()
    return compare_persons(pair.source, pair.target)


def _may_name_persons(pairs: Pairs) -> int:
    if pairs.source_tag[:2] not in _WRITTEN or pairs.tag[:2] not in _WRITTEN:
        return 0
    return pairs.compared & naming(pairs.sources, pairs.targets)


@check("name-mismatch", severity="error", needs=Sifted(_may_name_persons, _persons))
def name_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """The name of a person has another character: between Chinese and Japanese it is copied, each in its own form.

    Told of names of three characters or more beside a title (医師, 教授, さん) or behind a label (院长:), where the rest is the same.

    Bad: `院长:山田健一` → `院長:山田健二`
    Good: `院长:泽村广子` → `院長:澤村広子`
    """
    found = _persons(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
