"""What runs later in this room? Jobs of libraries, and the rescue of jobs whose worker died."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils.module_loading import import_string
from django_tasks.base import Task, TaskContext, TaskResult, TaskResultStatus
from procrastinate import JobContext
from procrastinate.contrib.django import app


@app.task(name="operations.run_task", pass_context=True)
def run_task(job: JobContext, path: str, args: Sequence[Any], kwargs: dict[str, Any]) -> None:
    """Call the task at ``path``, for example ``wagtail.tasks.update_reference_index_task``."""
    task = import_string(path)
    if task.takes_context:
        task.call(TaskContext(task_result=_result(task, job, args, kwargs)), *args, **kwargs)
    else:
        task.call(*args, **kwargs)


@app.periodic(cron="* * * * *")
@app.task(name="operations.rescue_jobs", pass_context=True, queueing_lock="operations.rescue_jobs")
async def rescue_jobs(job: JobContext, timestamp: int) -> None:
    """Give jobs back whose worker was killed; every job of ours is safe to run twice."""
    for stalled in await app.job_manager.get_stalled_jobs():
        await app.job_manager.retry_job(stalled)


def _result(
    task: Task, job: JobContext, args: Sequence[Any], kwargs: dict[str, Any]
) -> TaskResult[Any]:
    started = datetime.fromtimestamp(job.start_timestamp, UTC)
    return TaskResult(
        task=task,
        id=str(job.job.id),
        status=TaskResultStatus.RUNNING,
        enqueued_at=None,
        started_at=started,
        finished_at=None,
        last_attempted_at=started,
        args=list(args),
        kwargs=kwargs,
        backend=task.backend,
        errors=[],
        worker_ids=[str(job.worker_name)] * (job.job.attempts + 1),
    )
