"""Does our own PostgreSQL start in every house, and again after every death?"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
import pytest

import motcua
from motcua.operations import exceptions, homes, postgres, processes, programs

pytestmark = pytest.mark.hardship

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="root hands the server to another user")


@pytest.fixture
def folder():
    """A folder that the server's user may enter, with a path short enough for a socket."""
    base = Path(tempfile.mkdtemp(prefix="motcua-pg-"))
    base.chmod(0o711)
    yield base / "cluster"
    postgres.remove(base / "cluster")
    shutil.rmtree(base)


@pytest.fixture
def cluster(folder):
    cluster = postgres.Cluster(folder)
    yield cluster
    cluster.stop()


def ask(url, question, *values):
    with psycopg.connect(url, autocommit=True) as connection:
        answer = connection.execute(question, values)
        return answer.fetchone()[0] if answer.description else None


def test_a_new_cluster_speaks_utf8_on_a_private_socket_only(cluster):
    url = cluster.start()

    assert ask(url, "SHOW server_encoding") == "UTF8"
    assert ask(url, "SHOW listen_addresses") == ""
    assert ask(url, "SHOW fsync") == "on"
    assert ask(url, "SELECT datlocale FROM pg_database WHERE datname = 'motcua'") == "C.UTF-8"
    assert ask(url, "SELECT lower('ĐẶNG')") == "đặng"
    assert cluster.folder.stat().st_mode & 0o777 == 0o700
    assert cluster.socket.stat().st_mode & 0o777 == 0o700


def test_a_stopped_cluster_keeps_what_it_was_told(cluster):
    ask(cluster.start(), "CREATE TABLE told AS SELECT 1")
    cluster.stop()

    url = cluster.start()

    assert ask(url, "SELECT count(*) FROM told") == 1


def test_a_killed_server_starts_again_and_keeps_what_it_was_told(cluster):
    ask(cluster.start(), "CREATE TABLE told AS SELECT 1")
    cluster.server.kill()
    cluster.server.wait()
    cluster.stop()

    url = cluster.start()

    assert ask(url, "SELECT count(*) FROM told") == 1


def test_the_server_of_a_killed_starter_is_stopped_before_the_next(cluster, folder):
    code = "from motcua.operations.postgres import Cluster; import pathlib, sys, os, signal;"
    code += "Cluster(pathlib.Path(sys.argv[1])).start(); os.kill(os.getpid(), signal.SIGKILL)"
    killed = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    [orphan] = [p for p in processes.working_in(cluster.data, "postgres") if _is_main(p, cluster)]

    url = cluster.start()

    assert killed.returncode == -signal.SIGKILL
    assert not orphan.is_running()
    assert ask(url, "SELECT 1") == 1


def _is_main(process, cluster):
    return process.pid == cluster._pid_on_file()


def test_a_server_whose_main_process_alone_was_killed_gives_way(cluster):
    url = cluster.start()
    busy = psycopg.connect(url)
    cluster.server.kill()
    cluster.server.wait()
    cluster.stop()

    url = cluster.start()
    busy.close()

    assert ask(url, "SELECT 1") == 1


def test_a_lock_file_whose_number_a_stranger_got_is_forgotten(cluster):
    cluster.start()
    cluster.stop()
    arguments = programs.runner_for(cluster.folder).arguments()
    stranger = subprocess.Popen(["/bin/sleep", "60"], **arguments)
    try:
        old = f"{stranger.pid}\n{cluster.data}\n1700000000\n5432\n{cluster.socket}\n\n0 0\nready\n"
        (cluster.data / "postmaster.pid").write_text(old)

        url = cluster.start()

        assert ask(url, "SELECT 1") == 1
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_lock_file_of_nobody_is_forgotten(cluster):
    cluster.start()
    cluster.stop()
    (cluster.data / "postmaster.pid").write_text(f"4194303\n{cluster.data}\n1700000000\n5432\n")

    url = cluster.start()

    assert ask(url, "SELECT 1") == 1


def test_a_cluster_half_made_is_made_anew(cluster, folder):
    (folder / "data.unfinished").mkdir(parents=True)
    (folder / "data.unfinished" / "PG_VERSION").write_text("18\n")

    url = cluster.start()

    assert ask(url, "SELECT 1") == 1
    assert not (folder / "data.unfinished").exists()


def test_two_starters_do_not_share_a_folder(cluster, folder):
    url = cluster.start()

    with pytest.raises(exceptions.FolderInUse, match="choose another DATA_DIR"):
        postgres.Cluster(folder).start()

    assert ask(url, "SELECT 1") == 1


def test_a_long_path_gets_its_socket_elsewhere(folder):
    deep = folder.parent / ("x" * 60) / ("ư" * 60)
    cluster = postgres.Cluster(deep)

    url = cluster.start()

    try:
        assert len(os.fsencode(cluster.socket / ".s.PGSQL.5432")) <= 107
        assert cluster.socket.stat().st_mode & 0o777 == 0o700
        assert ask(url, "SELECT 1") == 1
    finally:
        cluster.stop()
        postgres.remove(deep)
    assert not cluster.socket.exists()


def test_a_socket_folder_that_a_stranger_put_there_is_refused(folder):
    cluster = postgres.Cluster(folder.parent / ("x" * 120))
    target = folder.parent / "stranger"
    target.mkdir()
    cluster.socket.symlink_to(target)
    try:
        with pytest.raises(exceptions.FolderForbidden, match="belongs to another user"):
            cluster.start()
    finally:
        cluster.socket.unlink()


def test_a_database_of_another_release_is_not_touched(cluster):
    cluster.start()
    cluster.stop()
    (cluster.data / "PG_VERSION").write_text("16\n")

    with pytest.raises(exceptions.OtherRelease, match="made by PostgreSQL 16"):
        cluster.start()


def test_a_server_that_cannot_start_says_what_it_said(cluster):
    cluster.start()
    cluster.stop()
    with (cluster.data / "postgresql.conf").open("a") as file:
        file.write("no_such_setting = 1\n")

    with pytest.raises(exceptions.ServerFailed, match="no_such_setting"):
        cluster.start()


def test_a_full_disk_is_called_by_its_name(folder):
    said = "could not write: No space left on device"

    failure = postgres._failure(folder, said)

    assert isinstance(failure, exceptions.NoRoom)
    assert "Make room" in str(failure)


def test_removal_stops_the_server_and_leaves_nothing(folder):
    code = "from motcua.operations.postgres import Cluster; import pathlib, sys, os, signal;"
    code += "Cluster(pathlib.Path(sys.argv[1])).start(); os.kill(os.getpid(), signal.SIGKILL)"
    subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    orphans = processes.working_in(folder / "data", "postgres")

    postgres.remove(folder)

    assert orphans
    assert not any(process.is_running() for process in orphans)
    assert not folder.exists()


@root_only
def test_root_hands_the_server_to_an_unprivileged_user(cluster):
    cluster.start()

    assert psutil.Process(cluster.server.pid).uids().effective != 0
    assert psutil.Process(cluster.server.pid).gids().effective != 0


@root_only
def test_a_server_that_may_not_enter_its_folder_says_so(tmp_path):
    tmp_path.chmod(0o700)

    with pytest.raises(exceptions.FolderForbidden, match="may not enter"):
        postgres.Cluster(tmp_path / "cluster").start()

    assert tmp_path.stat().st_mode & 0o777 == 0o700


@root_only
def test_a_closed_home_is_not_opened_but_left_by_a_link(folder, tmp_path):
    tmp_path.chmod(0o700)
    asked = tmp_path / "postgres"

    home = homes.home_for(asked, elsewhere=(folder.parent / "elsewhere",))
    cluster = postgres.Cluster(home)
    url = cluster.start()

    try:
        assert ask(url, "SELECT 1") == 1
        assert asked.resolve() == home
        assert homes.home_for(asked) == home
        assert tmp_path.stat().st_mode & 0o777 == 0o700
    finally:
        cluster.stop()
        homes.leave(asked)
    assert not home.exists()
    assert not asked.is_symlink()


@root_only
def test_programs_in_a_closed_home_are_copied_with_their_libraries(folder, tmp_path, monkeypatch):
    runner = programs.runner_for(folder)
    postgres._own(folder, runner)
    closed = tmp_path / "venv"
    programs._copy_install(programs._installed().parent, closed)
    installed = closed / programs.PACKAGE / f"pginstall{programs.RELEASE}" / "bin"
    tmp_path.chmod(0o700)
    monkeypatch.setattr(programs, "_installed", lambda: installed)

    usable = programs.programs_for(runner, folder)

    assert usable.is_relative_to(folder)
    assert programs._works(usable, runner) is None


@root_only
def test_an_existing_database_keeps_its_owner(folder):
    folder.mkdir()
    os.chown(folder, 65534, 65534)

    assert programs.runner_for(folder).uid == 65534


CODE = """
import sys, pathlib, psycopg
from motcua.operations.postgres import Cluster
cluster = Cluster(pathlib.Path(sys.argv[1]) / "mine")
url = cluster.start()
print(psycopg.connect(url).execute("SELECT 'xin chào'").fetchone()[0])
cluster.stop()
"""


PACKAGES = os.pathsep.join(str(Path(str(m.__file__)).parents[1]) for m in (motcua, psycopg))


def as_user(uid, python, code, *arguments):
    """Run ``code`` as an ordinary user, who has no rights of root's."""
    try:
        return subprocess.run(
            [python, "-c", code, *arguments],
            capture_output=True,
            text=True,
            check=False,
            user=uid,
            group=uid,
            extra_groups=[],
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": PACKAGES},
            cwd="/",
        )
    except PermissionError:
        return None


def a_python_open_to_all():
    """This Python, or Debian's of the same version where ours lies in a closed home."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for python in (sys.executable, f"/usr/bin/{version}"):
        answer = Path(python).exists() and as_user(65534, python, "import motcua, psycopg, psutil")
        if answer and answer.returncode == 0:
            return python
    return pytest.skip("no Python here that an ordinary user may run")


@root_only
def test_an_ordinary_user_runs_the_server_as_themselves(folder):
    python = a_python_open_to_all()
    folder.mkdir()
    os.chown(folder, 65534, 65534)

    answer = as_user(65534, python, CODE, str(folder))

    assert answer.stdout.strip() == "xin chào", answer.stderr
    postgres.remove(folder / "mine")


@root_only
def test_a_user_whom_nobody_lists_is_told_so(folder):
    python = a_python_open_to_all()
    folder.mkdir()
    os.chown(folder, 54321, 54321)

    answer = as_user(54321, python, CODE, str(folder))

    assert "user number 54321 is not in the list of users" in answer.stderr


def test_a_start_number_names_one_life_of_a_process():
    process = subprocess.Popen(["/bin/sleep", "60"])
    mark = processes.fingerprint(process.pid)
    other = f"{process.pid} {time.time() - 5000:.2f}"

    found = processes.named(mark)
    processes.stop([found])
    process.wait()

    assert found.pid == process.pid
    assert processes.named(mark) is None
    assert processes.named(other) is None
