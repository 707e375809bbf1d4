"""The open project, as the options name it."""

from __future__ import annotations

from pathlib import Path

import click

from translator.config import LocaleSettings
from translator.errors import TranslatorError
from translator.project import Project


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
