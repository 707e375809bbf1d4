"""Names in code or markup that come less often than in the source, or as plain words."""

from __future__ import annotations

from collections.abc import Iterator

from translator.checks._mentions import mentions
from translator.checks._subject import Pair
from translator.checks._value import Context, Fault, check
from translator.errors import shorten


def _has_names(pair: Pair, context: Context) -> bool:
    """Whether the source has a name in code or markup."""
    return "``" in pair.source or ":`" in pair.source


@check("mention-mismatch", severity="warning", needs=_has_names)
def mention_mismatch(pair: Pair, context: Context) -> Iterator[Fault]:
    """A name in code or markup comes less often than in the source, or without its marks.

    Nothing is lost for sure: a translator may say “it” the second time. A name that the translation
    does not have at all is an error of another check (`code-mismatch`, `markup-mismatch`).

    Bad: ```open`` を使う。``open`` は速い`` → ``Use ``open``. It is fast``, ```None`` を返す`` → `returns None`
    Good: ```open`` を使う。``open`` は速い`` → ``Use ``open``; ``open`` is fast``
    """
    if pair.is_empty or not _has_names(pair, context):
        return
    for each in mentions(pair):
        yield Fault(f"{shorten(each, 50)} comes less often than in the source, or without its marks")
