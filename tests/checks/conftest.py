from __future__ import annotations

from collections.abc import Callable

import pytest

from translator.catalog import Entry
from translator.checks import Context, Fault, Pair, all_checks

TAGS = {"zh": "zh-Hans", "hant": "zh-Hant", "ja": "ja", "en": "en"}
Run = Callable[..., "list[Fault]"]


@pytest.fixture(scope="session")
def faults() -> Run:
    """(check, `source>locale`, source, target) → the faults that this check finds."""
    checks = {each.name: each for each in all_checks()}

    def run(name: str, direction: str, source: str, target: str, **known: object) -> list[Fault]:
        come, go = direction.split(">")
        allow = known.pop("allow", ())
        pair = Pair(source, target, go, TAGS.get(go, go), TAGS.get(come, come), Entry(source, (target,)), **known)  # type: ignore[arg-type]
        return list(checks[name].run(pair, Context(allow=allow)))  # type: ignore[arg-type]

    return run
