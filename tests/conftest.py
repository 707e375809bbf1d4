"""Fixtures that several tests share."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from _support import ROOT, Run
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from translator.commands import main

# No test measures time: a busy machine is no fault of the code. Examples are the same in every run, so that a
# change is judged by what it changes; `--hypothesis-profile=searching` looks for new ones.
settings.register_profile("searching", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("patient", settings.get_profile("searching"), derandomize=True)
settings.load_profile("patient")

# Where the suite itself runs in the background of a shell, the commands it starts would ignore interrupts.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project with the three locales."""
    (tmp_path / "source_texts").mkdir()
    (tmp_path / "translator.toml").write_text('locales = ["zh", "ja", "en"]\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample: settings, documents and catalogs."""
    for name in ("translator.toml", "source_texts", "locales"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, tmp_path / name)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Runs a command line; the result has `exit_code`, `stdout` and `stderr`."""
    return lambda *arguments: CliRunner().invoke(main, [str(each) for each in arguments])
