"""The open project, as the options name it."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import Any

import click
from click.core import Parameter

from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.project import Project


class Percent(click.FloatRange):
    """A number from 0 to 100; what is not a number is none, though no comparison says so."""

    def __init__(self) -> None:
        super().__init__(0, 100)

    def convert(self, value: Any, param: Parameter | None, ctx: click.Context | None) -> float:
        """The number; wrong usage for anything else."""
        number = float(super().convert(value, param, ctx))
        if isnan(number):
            self.fail(f"“{value}” is not a number; name one from 0 to 100", param, ctx)
        return number


def open_project(ctx: click.Context) -> Project:
    """The project that the options name."""
    return Project.open(Path(ctx.find_root().obj["project"]))


def chosen_locales(project: Project, wanted: tuple[str, ...]) -> tuple[LocaleSettings, ...]:
    """The locales that -l names, all where it names none; wrong usage where one is not published."""
    try:
        return project.locales(wanted)
    except TranslatorError as error:
        raise click.UsageError(str(error)) from error


def jobs_of(ctx: click.Context) -> int | None:
    """The number of processes that --jobs asks for; None where it leaves that to the tool."""
    jobs: int | None = ctx.find_root().obj["jobs"]
    return jobs
