"""Amounts of money whose currency changed or was lost."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._judgement import judge
from translator.checks._memory import differences
from translator.checks._pairs import Pairs
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, Sifted, check, fault_of
from translator.languages.difference import Difference
from translator.languages.discounts import compare_discounts, discounting
from translator.languages.money import compare_money, paying


def _money(pair: Pair, context: Context) -> tuple[Difference, ...]:
    return compare_money(pair.source, pair.target, pair.source_tag, pair.tag) if pair.is_compared else ()


def _may_pay(pairs: Pairs) -> int:
    return pairs.compared & paying(pairs.sources)


@check("currency-mismatch", severity="error", needs=Sifted(_may_pay, _money))
def currency_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """An amount of money is in another currency in the translation, or in none.

    A sign that several currencies share is each of them: ¥ is yen or yuan (in Japanese the yen), $ any dollar, 元 yuan or a
    dollar of Taiwan or Hong Kong.

    Bad: `人民币260元` → `JPY 260`, `800円` → `800`
    Good: `800円` → `¥800`, `人民币260元` → `RMB 260`
    """
    found = _money(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)


def _discounts(pair: Pair, context: Context) -> tuple[Difference, ...]:
    found = compare_discounts(pair.source, pair.target) if pair.is_compared else ()
    # A number that became another one is told as that.
    return () if found and differences(pair) else found


def _may_be_cheaper(pairs: Pairs) -> int:
    return pairs.compared & discounting(pairs.sources, pairs.targets)


@check("discount-mismatch", severity="error", needs=Sifted(_may_be_cheaper, _discounts))
def discount_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """What is taken off a price became something else.

    折 tells the tenths that are left to pay, 割引 and “off” what is taken off.

    Bad: `9折` → `90% off`, `8折` → `8割引`
    Good: `9折` → `10% off`, `1割引`
    """
    found = _discounts(pair, context)
    if found and not judge(pair, context).language:
        yield from map(fault_of, found)
