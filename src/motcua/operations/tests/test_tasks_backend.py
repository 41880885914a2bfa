"""Does a task of Wagtail's run once its transaction is committed, and never otherwise?"""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django_tasks import default_task_backend
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.tasks import delete_file_from_storage_task

from motcua.operations.tasks_backend import ProcrastinateBackend
from motcua.operations.tests.jobs import (
    enqueue_and_change_ones_mind,
    leave_a_row,
    leave_the_attempt,
)

pytestmark = pytest.mark.django_db(transaction=True)


def work():
    """A real worker, with connections of its own, until nothing waits."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def rows():
    return list(ContentType.objects.filter(app_label="operations").values_list("model", flat=True))


class ChangedTheirMind(Exception):
    pass


def test_libraries_enqueue_through_our_jobs():
    assert isinstance(default_task_backend._connections["default"], ProcrastinateBackend)
    assert isinstance(delete_file_from_storage_task.get_backend(), ProcrastinateBackend)


def test_a_committed_task_runs_in_a_worker_and_not_before():
    with transaction.atomic():
        leave_a_row.enqueue("committed")

    before = rows()
    work()

    assert before == []
    assert rows() == ["committed"]


def test_a_task_of_a_transaction_rolled_back_never_runs():
    with pytest.raises(ChangedTheirMind), transaction.atomic():
        leave_a_row.enqueue("rolledback")
        raise ChangedTheirMind

    work()

    assert rows() == []
    assert not ProcrastinateJob.objects.filter(task_name="operations.run_task").exists()


def test_what_a_job_enqueues_belongs_to_the_transaction_of_the_job():
    enqueue_and_change_ones_mind.enqueue("job")

    work()
    work()

    assert rows() == ["jobkept"]


def test_a_task_that_asks_for_its_context_gets_it():
    leave_the_attempt.enqueue("attempt")

    work()

    assert rows() == ["attempt1"]


def test_a_task_for_later_waits():
    leave_a_row.using(run_after=timezone.now() + timedelta(hours=1)).enqueue("later")

    work()

    assert rows() == []
    assert ProcrastinateJob.objects.filter(task_name="operations.run_task").exists()
