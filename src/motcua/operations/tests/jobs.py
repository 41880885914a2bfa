"""Jobs for the tests: they leave a row behind, so that one sees whether they ran."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django_tasks import task


@task()
def leave_a_row(name):
    ContentType.objects.create(app_label="operations", model=name)


@task(takes_context=True)
def leave_the_attempt(context, name):
    ContentType.objects.create(app_label="operations", model=f"{name}{context.attempt}")


@task()
def enqueue_and_change_ones_mind(name):
    with transaction.atomic():
        leave_a_row.enqueue(f"{name}gone")
        transaction.set_rollback(True)
    with transaction.atomic():
        leave_a_row.enqueue(f"{name}kept")
