"""Do the counts of several processes add up, and what does a process that dies take with it?"""

import os
import signal
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from motcua.visits import readings, tallies
from motcua.visits.keeper import Keeper
from motcua.visits.models import Tally

PROGRAM = """
import os, sys, time, django
from django.conf import settings
from motcua.conf import environment
settings.configure(
    DATABASES={"default": environment.database(os.environ["DATABASE_URL"])},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["motcua.visits"],  # less than a web process has, so that it starts sooner
    USE_TZ=True,
    VISITS_KEPT_BY_THREAD=True,
)
django.setup()
from django.utils import timezone
from motcua.visits.keeper import keeper
first, last, ends = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
keeper().learn()
def come(first, last):
    for number in range(first, last):
        network = f"198.51.{number // 250}.{number % 250}"
        keeper().counter.count(network, "Mozilla/5.0", timezone.now())
come(first, last)
if ends == "killed":
    keeper().write()
    come(last, last + 10)
    print("ready", flush=True)
    time.sleep(60)
keeper().start()
"""


@pytest.fixture
def started(transactional_db):
    """Starts a web process that so many readers visit; it ends as told."""
    known = connection.settings_dict
    url = f"postgresql:///{known['NAME']}?host={known['HOST']}&port={known['PORT']}"
    told = {
        **os.environ,
        "DATABASE_URL": url + (f"&user={known['USER']}" if known["USER"] else ""),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    running = []

    def start(first, last, ends="itself"):
        command = [sys.executable, "-c", PROGRAM, str(first), str(last), ends]
        running.append(subprocess.Popen(command, env=told, stdout=subprocess.PIPE, text=True))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


def test_two_processes_add_up_and_a_killed_one_loses_only_what_it_had_not_written(started):
    one, other, killed = started(0, 300), started(200, 500), started(500, 600, "killed")

    assert killed.stdout.readline() == "ready\n"
    killed.send_signal(signal.SIGKILL)
    assert one.wait(30) == other.wait(30) == 0  # they wrote everything while they ended

    now = readings.read(timezone.now())
    assert now.today == 700  # the ten of the last seconds are gone with their process
    assert Tally.objects.count() == 3
    assert abs(now.visitors_today - 600) <= 15  # 100 came to both
    assert abs(now.online - 600) <= 15


@pytest.mark.django_db
def test_writing_twice_changes_nothing(read, keeper):
    keeper.learn()
    read(), read()
    snapshot = keeper.counter.snapshot(timezone.now())

    tallies.write(keeper.counter.process, snapshot)
    tallies.write(keeper.counter.process, snapshot)

    now = readings.read(timezone.now())
    assert (now.today, now.visitors_today, now.online) == (2, 2, 2)


@pytest.mark.django_db
def test_an_older_writing_that_arrives_late_does_not_lower_the_count(read, keeper):
    keeper.learn()
    read()
    older = keeper.counter.snapshot(timezone.now())
    read()
    keeper.write()

    tallies.write(keeper.counter.process, older)

    assert readings.read(timezone.now()).today == 2


@pytest.mark.django_db
def test_nothing_new_is_not_written(read, keeper, django_assert_num_queries):
    keeper.learn()
    read()
    keeper.write()

    with django_assert_num_queries(0):
        keeper.write()


@pytest.mark.django_db
def test_with_a_dead_database_pages_are_counted_and_written_later(read, keeper):
    keeper.keep()
    read(who=1)
    with connection.execute_wrapper(_refused):
        keeper.keep()
        assert keeper.is_away
    read(who=2)

    keeper.keep()

    assert not keeper.is_away
    last = readings.last()
    assert (last.today, last.visitors_today, last.online) == (2, 2, 2)


def _refused(execute, sql, params, many, context):
    raise OperationalError("the server closed the connection unexpectedly")


def test_the_thread_writes_when_the_main_thread_ends(transactional_db, settings, monkeypatch):
    settings.VISITS_KEPT_BY_THREAD = True
    ended = threading.Event()
    main = SimpleNamespace(is_alive=lambda: not ended.is_set(), join=ended.wait)
    monkeypatch.setattr(threading, "main_thread", lambda: main)
    keeper = Keeper()
    keeper.start()
    keeper.counter.count("198.51.100.1", "Mozilla/5.0", timezone.now())

    ended.set()
    keeper.thread.join(10)

    assert readings.read(timezone.now()).today == 1
    readings.forget()


def test_several_threads_lose_no_count(keeper):
    def come(number):
        for _time in range(500):
            keeper.counter.count(f"198.51.100.{number}", "Mozilla/5.0", timezone.now())

    threads = [threading.Thread(target=come, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(day.views for day in keeper.counter.days.values()) == 4000
