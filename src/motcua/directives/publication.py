"""How does the site's search find public conclusions and their public tasks?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from motcua.search import actions as search
from motcua.search.kinds import Findable

if TYPE_CHECKING:
    from motcua.directives.models import Conclusion, Task

KIND = "directive"
"""Under which kind conclusions and tasks stand in the site's index."""
AT_ONCE = 200


def address(code: str) -> str:
    """Where the public conclusion or task of that code stands."""
    kind = "task" if code.startswith("NV-") else "conclusion"
    return reverse(f"directives:{kind}", args=[code])


def everything() -> Iterator[Findable]:
    """Every public conclusion and task, to be found."""
    from motcua.directives.models import Conclusion

    for conclusion in Conclusion.objects.public().iterator(chunk_size=AT_ONCE):
        yield from of_conclusion(conclusion)


def of_conclusion(conclusion: Conclusion) -> Iterator[Findable]:
    """The conclusion by its words, and each of its public tasks."""
    text = "\n\n".join(each.text for each in conclusion.text())
    title = f"{conclusion.number}: {conclusion.title}"
    yield Findable(conclusion.code, title, text=conclusion.meeting, body=text)
    yield from (findable(task) for task in conclusion.tasks.filter(is_public=True))


def findable(task: Task) -> Findable:
    body = f"{task.quoted}\n\n{task.public_result}".strip()
    return Findable(task.code, task.title, text=task.code, body=body)


def keep(conclusion: Conclusion) -> None:
    """What is public can be found, and what is not cannot; say it in the transaction."""
    if conclusion.is_public:
        search.put_all(KIND, of_conclusion(conclusion))
        return
    search.remove(KIND, conclusion.code)
    search.remove_all(KIND, f"NV-{conclusion.code.partition('-')[2]}-")
