"""The pairs of a catalog that are looked at together: which of them a check can find anything in, seen at once.

A set of pairs is a number whose bits are the pairs, as `translator.languages.texts` has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from translator.checks._language import JUDGED
from translator.checks._prose import hidden_in, hide
from translator.checks._subject import Pair
from translator.languages import markers
from translator.languages.texts import Texts


class Pairs:
    """Pairs of one source language and one locale, in order."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self.source_tag, self.tag = pairs[0].source_tag, pairs[0].tag

    def __len__(self) -> int:
        return len(self._pairs)

    def __iter__(self) -> Iterator[Pair]:
        return iter(self._pairs)

    def __getitem__(self, at: int) -> Pair:
        return self._pairs[at]

    @cached_property
    def sources(self) -> Texts:
        """The sources."""
        return Texts([each.source for each in self._pairs])

    @cached_property
    def targets(self) -> Texts:
        """The targets."""
        return Texts([each.target for each in self._pairs])

    @cached_property
    def source_prose(self) -> Texts:
        """The sources with placeholders, code and addresses written over."""
        return self.sources.hidden(hidden_in(), hide)

    @cached_property
    def target_prose(self) -> Texts:
        """The targets with placeholders, code and addresses written over."""
        return self.targets.hidden(hidden_in(), hide)

    @property
    def all(self) -> int:
        """All of the pairs."""
        return self.sources.all

    @cached_property
    def compared(self) -> int:
        """The pairs whose target says something, and is no copy of the source."""
        return self.sources.where([each.is_compared for each in self._pairs])

    @cached_property
    def judged(self) -> int:
        """Those of them whose texts are both in languages that are known."""
        return self.compared if self.source_tag in JUDGED and self.tag in JUDGED else 0

    @property
    def known_tongues(self) -> tuple[str, str]:
        """The tables that both texts are read by (`zh`, `ja` or `en`); each is "" where its text has to be asked."""
        return markers.known_tongue(self.source_tag), markers.known_tongue(self.tag)

    def prepare(self) -> None:
        """Gives each pair what is found of all of them at once."""
        proses = zip(self.source_prose, self.target_prose, strict=True)
        for pair, (source, target) in zip(self._pairs, proses, strict=True):
            pair.__dict__.update(source_prose=source, target_prose=target)
