"""The smallest true things: a conclusion with passages, and tasks in any state."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from motcua.directives.models import Conclusion, Passage, Task
from motcua.directives.workflow import State
from motcua.dossiers.tests.factories import OrganizationFactory, PostFactory
from motcua.periods.clock import today

TEXT = (
    "1. Giao Sở Xây dựng rà soát các tuyến đường xuống cấp.",
    "2. Giao Sở Tài chính bố trí vốn; báo cáo trước ngày 30 tháng 11.",
)


class ConclusionFactory(DjangoModelFactory):
    """A conclusion of two passages; public."""

    class Meta:
        model = Conclusion
        skip_postgeneration_save = True

    code = factory.Sequence("KL-2026-{:04d}".format)
    organization = factory.SubFactory(OrganizationFactory)
    number = factory.Sequence("{}/TB-UBND".format)
    signed_on = date(2026, 11, 2)
    year = 2026
    met_on = date(2026, 11, 1)
    title = "Kết luận về giao thông nông thôn"
    meeting = "Họp giao ban tháng 11"
    is_public = True
    search_text = "ket luan ve giao thong nong thon"

    @factory.post_generation
    def text(self, create, extracted, **kwargs):
        for position, words in enumerate(extracted or TEXT, 1):
            Passage.objects.create(conclusion=self, edition=1, position=position, text=words)


class TaskFactory(DjangoModelFactory):
    """A task in any state, with what the state demands and no history."""

    class Meta:
        model = Task

    state = State.GIVEN
    conclusion = factory.SubFactory(ConclusionFactory)
    code = factory.Sequence("NV-2026-0900-{:02d}".format)
    passage = factory.LazyAttribute(lambda self: self.conclusion.passages.first())
    quoted = factory.LazyAttribute(lambda self: self.passage.text)
    title = "Rà soát các tuyến đường xuống cấp"
    is_public = True
    issuer = factory.SelfAttribute("conclusion.organization")
    post = factory.SubFactory(PostFactory, title="Giám đốc", is_head=True, holders_allowed=1)
    organization = factory.SelfAttribute("post.organization")
    assigned_on = factory.LazyFunction(today)
    moved_at = factory.LazyFunction(timezone.now)
    due_on = factory.LazyFunction(lambda: today() + timedelta(days=30))
    original_due_on = factory.SelfAttribute("due_on")
    asked_until = factory.LazyAttribute(
        lambda self: (
            self.due_on + timedelta(days=60) if self.state == State.EXTENSION_ASKED else None
        )
    )
    reported_at = factory.LazyAttribute(
        lambda self: timezone.now() if self.state in {State.REPORTED, State.DONE} else None
    )
    done_on = factory.LazyAttribute(lambda self: today() if self.state == State.DONE else None)
    search_text = "ra soat cac tuyen duong xuong cap"
