"""The command line: loads a command when it is called, and turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from translator import __version__
from translator.errors import TranslatorError

COMMANDS = {
    "init": "Make a new project.",
    "extract": "Split documents into templates.",
    "update": "Bring catalogs up to their templates.",
    "status": "Show the coverage by document and locale.",
    "check": "The gate: find what must not be published.",
    "explain": "Say what a check is for.",
    "compile": "Write .mo files.",
    "export": "Write localized copies.",
    "build": "Extract, update, check, compile and export.",
    "verify": "Prove the five laws on documents.",
    "diff": "Show what differs between two catalogs.",
    "merge-driver": "Merge two catalogs for git.",
    "segments": "Print the segments of documents as JSON Lines.",
}
EXIT_FINDINGS, EXIT_USAGE, EXIT_FAILED, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 3, 70, 130


class _OutputClosed(Exception):
    """Who read the output has gone."""


class Tool(click.Group):
    """The group of all commands; each lives in a module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"translator.commands.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs the tool and exits with its code; the outer door of the console script and of tests."""
        if extra.pop("standalone_mode", True):
            sys.exit(self._code(*args, **extra))
        return self._run(*args, **extra)

    def _run(self, *args: Any, **extra: Any) -> Any:
        run: Callable[..., Any] = super().main
        return run(*args, **extra, standalone_mode=False)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # Click would answer 1, which means findings here.
            raise _OutputClosed from error

    def _code(self, *args: Any, **extra: Any) -> int:
        try:
            code = self._run(*args, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            return EXIT_USAGE if isinstance(error, click.UsageError) else EXIT_FAILED
        except click.Abort:
            click.echo("interrupted; nothing was left half-written", err=True)
            return EXIT_INTERRUPTED
        except TranslatorError as error:
            click.echo(str(error), err=True)
            return EXIT_FAILED
        except (BrokenPipeError, _OutputClosed):
            _close_stdout()
            return EXIT_FAILED
        except OSError as error:
            click.echo(f"{error.filename or 'file'}: {(error.strerror or str(error)).lower()}", err=True)
            return EXIT_FAILED
        except Exception:
            sys.excepthook(*sys.exc_info())
            click.echo("this is a bug in translator; please report the lines above", err=True)
            return EXIT_BUG
        return code if isinstance(code, int) else 0


def _close_stdout() -> None:
    # The reader is gone: what is still buffered must not raise again when Python exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    click.echo("the output was closed before everything was written", err=True)


@click.group(cls=Tool, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--project", metavar="DIR", default=".", help="The project's folder (default: the working directory).")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1), default=None, help="Processes to use (default: as needed)."
)
@click.version_option(__version__, prog_name="translator", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, project: str, quiet: bool, verbose: bool, jobs: int | None) -> None:
    """Publishes documents that start in Chinese or Japanese in zh, ja and en.

    Documents are split into gettext catalogs, translators fill them in, and the tool proves that
    every piece of copy is covered before it writes the localized copies.

    Exit codes: 0 nothing found; 1 findings, or a refused export; 2 wrong usage; 3 the tool
    cannot work; 70 a bug; 130 interrupted.
    """
    ctx.obj = {"project": project, "verbosity": verbose - quiet, "jobs": jobs}
