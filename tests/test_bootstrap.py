"""Does a machine that lacks something hear what to install, and is nothing installed twice?"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INPUTS = ("uv.lock", "pyproject.toml", "tools/uv.txt", "tools/bootstrap.py", "tools/bootstrap")


@pytest.fixture
def clone(tmp_path):
    """A clone before its first `make`."""
    for name in INPUTS:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def bootstrap(clone):
    spec = importlib.util.spec_from_file_location("bootstrap", clone / "tools" / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lacking", ["ensurepip", "venv"])
def test_a_python_without_venv_names_the_one_package_to_install(clone, tmp_path, lacking):
    (tmp_path / "debian").mkdir()
    (tmp_path / "debian" / "sitecustomize.py").write_text(
        f"import sys; sys.modules['{lacking}'] = None"
    )

    answer = subprocess.run(
        ["sh", "tools/bootstrap", "demo"],
        cwd=clone,
        env={**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(tmp_path / "debian")},
        capture_output=True,
        text=True,
        check=False,
    )

    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert answer.returncode == 1
    assert f"apt install {package}" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (clone / ".venv").exists()


def test_what_is_installed_is_not_installed_again(bootstrap, clone):
    (clone / ".venv").mkdir()
    bootstrap.stamp("demo").write_text(bootstrap.state())

    assert bootstrap.is_done("serve")
    assert bootstrap.is_done("demo")
    assert not bootstrap.is_done("test")


def test_another_lock_is_installed(bootstrap, clone):
    (clone / ".venv").mkdir()
    bootstrap.stamp("test").write_text(bootstrap.state())

    with (clone / "uv.lock").open("a") as lock:
        lock.write("# another")

    assert not bootstrap.is_done("demo")


def test_a_moved_house_makes_its_venv_anew(bootstrap, clone, tmp_path):
    (clone / ".venv").mkdir()
    before = bootstrap.state()
    bootstrap.VENV = tmp_path / "elsewhere" / ".venv"

    assert bootstrap.state() != before


def test_packages_lie_where_the_venv_looks_for_them(bootstrap, clone):
    """Debian's own Python names another folder unless it is asked about a venv."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"

    assert bootstrap.site_packages() == clone / ".venv" / "lib" / version / "site-packages"
