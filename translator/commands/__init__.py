"""The command line: loads a command when it is called, and turns errors into exit codes."""

from __future__ import annotations

import atexit
import codecs
import copy
import gc
import io
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, TextIO

import click

from translator import __version__, patterns
from translator.errors import TranslatorError, meant, shorten

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
EXIT_USAGE, EXIT_FAILED, EXIT_BUG, EXIT_INTERRUPTED = 2, 3, 70, 130


def _escape(error: UnicodeError) -> tuple[str, int]:
    """What the encoding of the output lacks, as JSON escapes it: readable, and JSON stays JSON."""
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)), error.end


codecs.register_error("translator", _escape)
# A process that ends gives all its memory back at once: to look for garbage in it first takes time.
atexit.register(gc.freeze)
atexit.register(patterns.keep)


class _OutputClosed(Exception):
    """Who read the output has gone."""


def common_options() -> list[click.Parameter]:
    """The options that may stand before a command and after it; what stands last wins.

    They are kept in the object of the root context: `project` (str), `verbosity` (-1, 0 or 1) and
    `jobs` (int, or None where the tool chooses).
    """

    def keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
        """Keeps a value that was given; the last one wins."""
        kept = ctx.find_root().ensure_object(dict)
        kept.setdefault(param.name, initial[str(param.name)])
        if value is not None:
            kept[param.name] = value

    def option(*names: str, **shape: Any) -> click.Option:
        """An option that no command is handed."""
        return click.Option(names, default=None, expose_value=False, callback=keep, **shape)

    initial = {"project": ".", "verbosity": 0, "jobs": None}
    return [
        option("--project", metavar="DIR", help="The project's folder (default: the working directory, or above)."),
        option("-q", "--quiet", "verbosity", flag_value=-1, type=int, help="Say nothing but results and errors."),
        option("-v", "--verbose", "verbosity", flag_value=1, type=int, help="Say more."),
        option("--jobs", metavar="N", type=click.IntRange(1), help="Processes to use (default: as needed)."),
    ]


class Tool(click.Group):
    """The group of all commands; each lives in a module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with the common options and its examples, loaded now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"translator.commands.{cmd_name.replace('-', '_')}").command
        # A copy: the command itself stays as its module made it.
        command = copy.copy(found)
        command.params = [*found.params, *common_options()]
        command.epilog = import_module("translator.commands._examples").below_help(cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click has it; an unknown name gets a hint."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = " or ".join(f"`{each}`" for each in meant(args[0], COMMANDS))
            hint = f"did you mean {near}?" if near else f"the commands are {', '.join(COMMANDS)}"
            ctx.fail(f"there is no command “{shorten(args[0])}”; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands without loading one."""
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
        """Runs the command; a closed output is no finding."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # Click would answer 1, which means findings here.
            raise _OutputClosed from error

    def _code(self, *args: Any, **extra: Any) -> int:
        patterns.install()
        _open_streams()
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
            click.echo(f"{error.filename or 'the output'}: {(error.strerror or str(error)).lower()}", err=True)
            return EXIT_FAILED
        except Exception as error:
            if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith("translator"):
                # A checkout runs before anything has installed what it needs.
                click.echo(f"the library {error.name} is missing; run `pip install .` beside cli.py", err=True)
                return EXIT_FAILED
            sys.excepthook(*sys.exc_info())
            click.echo("this is a bug in translator; please report the lines above", err=True)
            return EXIT_BUG
        return code if isinstance(code, int) else 0


def _open_streams() -> None:
    """Output that cannot fail for a character; a pipe on Windows carries UTF-8, as files do."""
    # `>&-`: what would take the number of a closed stream is a file of the project.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_pipe = os.name == "nt" and not stream.isatty() and "PYTHONIOENCODING" not in os.environ
            stream.reconfigure(encoding="utf-8" if is_pipe else None, errors="translator")


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _close_stdout() -> None:
    # The reader is gone: what is still buffered must not raise again when Python exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    click.echo("the output was closed before everything was written", err=True)


@click.group(cls=Tool, params=common_options(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="translator", message="%(prog)s %(version)s")
def main() -> None:
    """Publishes documents that start in Chinese or Japanese in zh, ja and en.

    Documents are split into gettext catalogs, translators fill them in, and the tool proves that
    every piece of copy is covered before it writes the localized copies.

    Exit codes: 0 nothing found; 1 findings, or a refused export; 2 wrong usage; 3 the tool
    cannot work, or could not read or write a file; 70 a bug; 130 interrupted.
    """
