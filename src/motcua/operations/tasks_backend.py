"""How do Wagtail's tasks run after the request? As jobs of ours, written in its transaction.

django-tasks' own default backend runs a task inside the request that enqueues it.
"""

from typing import Any

from django.utils import timezone
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json

from motcua.operations.tasks import run_task


class ProcrastinateBackend(BaseTaskBackend):
    """Defers a procrastinate job through Django's own connection.

    A transaction that is rolled back takes the job with it; once committed, a worker that dies or
    is restarted finds it again.
    """

    supports_defer = True
    supports_async_task = True
    supports_priority = True

    def enqueue(self, task: Task, args: Any, kwargs: Any) -> TaskResult[Any]:
        self.validate_task(task)
        job = run_task.configure(
            queue=task.queue_name, priority=task.priority, schedule_at=task.run_after
        ).defer(path=task.module_path, args=normalize_json(args), kwargs=normalize_json(kwargs))
        result = self._ready(task, str(job), args, kwargs)
        task_enqueued.send(type(self), task_result=result)
        return result

    def _ready(self, task: Task, job: str, args: Any, kwargs: Any) -> TaskResult[Any]:
        return TaskResult(
            task=task,
            id=job,
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            finished_at=None,
            last_attempted_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
