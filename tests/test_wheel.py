"""The wheel: only the package, and it works in an environment of its own, elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from _support import ROOT


def output(*command: str | Path, cwd: Path) -> str:
    # With the checkout on the path pip would take the package for installed.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(each) for each in command], cwd=cwd, env=env, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps"]
    output(*pip, "--no-build-isolation", "-w", folder, ROOT, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


def test_wheel_holds_only_the_package(wheel: Path) -> None:
    names = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert names == {"translator", next(name for name in names if name.endswith(".dist-info"))}


def test_wheel_offers_its_formats_to_babel(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (each for each in archive.namelist() if each.endswith("entry_points.txt"))
    points = archive.read(name).decode()
    assert "[babel.extractors]\ntranslator = translator.babel_extractors:extract" in points


def test_installed_tool_runs_from_extract_to_export(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    output(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=tmp_path)
    tool = tmp_path / "env" / "bin" / "translator"
    place = tmp_path / "elsewhere"
    output(tool, "init", place, cwd=tmp_path)
    (place / "source_texts" / "a.txt").write_text("这是第一句。这是第二句。\n", encoding="utf-8")
    for command in ("extract", "update", "compile"):
        output(tool, command, cwd=place)
    output(tool, "export", "-l", "zh", cwd=place)
    assert (place / "build" / "zh" / "a.txt").read_text(encoding="utf-8") == "这是第一句。这是第二句。\n"
