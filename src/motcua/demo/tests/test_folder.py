"""Is a demo's folder private, its own, and the only thing that is ever deleted?"""

import os
import subprocess
import sys

import pytest

from motcua.demo import folder as folders
from motcua.demo.exceptions import AlreadyRunning, NotADemoFolder
from motcua.demo.folder import RUN, Folder


@pytest.fixture
def folder(tmp_path):
    folder = Folder.take(tmp_path / "demo")
    yield folder
    os.close(folder.lock)


def test_keys_are_made_once_and_kept_from_others(folder):
    keys = folder.keys()

    assert folder.keys() == keys
    assert len(keys["PERSONAL_DATA_KEY"]) >= 40
    assert (folder.path / "SECRET_KEY").stat().st_mode & 0o777 == 0o600


def test_nobody_else_lists_the_folder(folder):
    others = folder.path.stat().st_mode & 0o077

    assert others == (0o011 if os.geteuid() == 0 else 0)


def test_a_second_demo_is_told_where_the_first_one_is(folder):
    folder.write("address", "http://localhost:8000/")

    with pytest.raises(AlreadyRunning, match="http://localhost:8000/"):
        Folder.take(folder.path)


def test_a_folder_with_other_things_is_neither_used_nor_deleted(tmp_path):
    (tmp_path / "thesis.odt").write_text("three years of work")

    with pytest.raises(NotADemoFolder, match="not a demo's folder"):
        Folder.take(tmp_path)
    with pytest.raises(NotADemoFolder):
        folders.clear(tmp_path)

    assert (tmp_path / "thesis.odt").read_text() == "three years of work"


def test_an_empty_folder_becomes_a_demos(tmp_path):
    folder = Folder.take(tmp_path)

    assert folder.is_demo()
    os.close(folder.lock)


def test_clearing_what_is_not_there_is_no_mistake(tmp_path):
    assert folders.clear(tmp_path / "nothing") is False


def test_processes_that_nobody_supervises_are_found_by_their_mark(folder):
    code = "import subprocess, sys; subprocess.Popen(['/bin/sleep', '60']); sys.exit()"
    marked = {**os.environ, RUN: f"{folder.run}-web"}
    subprocess.run([sys.executable, "-c", code], env=marked, check=True)
    other = subprocess.Popen(["/bin/sleep", "60"])

    stopped = folder.stop_leftovers("-web")

    assert stopped == 1
    assert folder.stop_leftovers() == 0
    assert other.poll() is None
    other.kill()
    other.wait()


def test_clearing_stops_what_runs_there(tmp_path):
    path = tmp_path / "demo"
    code = (
        "import sys, time; from pathlib import Path; from motcua.demo.folder import Folder\n"
        "Folder.take(Path(sys.argv[1])); print('here', flush=True); time.sleep(60)"
    )
    supervisor = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    )
    with supervisor.stdout as said:
        said.readline()

    was_there = folders.clear(path)

    assert was_there
    supervisor.wait(5)
    assert not path.exists()


def test_a_fingerprint_changes_with_contents_and_not_with_tests(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "models.py").write_text("a")
    before = folders.fingerprint(tmp_path)

    (tmp_path / "tests" / "test_models.py").write_text("b")
    with_tests = folders.fingerprint(tmp_path)
    (tmp_path / "models.py").write_text("c")

    assert with_tests == before
    assert folders.fingerprint(tmp_path) != before


def test_a_given_database_and_its_keys_are_never_reset(folder):
    given = {**os.environ, "DATABASE_URL": "postgresql:///theirs", "DATA_DIR": str(folder.path)}

    answer = subprocess.run(
        [sys.executable, "-m", "motcua.demo", "reset"],
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 1
    assert "nothing was touched" in answer.stdout
    assert folder.is_demo()
