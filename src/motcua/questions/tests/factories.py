"""The smallest true things: an office with its officers, and questions in any state."""

import uuid
from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from motcua.dossiers.tests.factories import OrganizationFactory, PersonFactory
from motcua.questions.models import Question
from motcua.questions.workflow import CLOCK_RUNS, IN_WORK, Kind, State

ANSWERING = IN_WORK | {State.APPROVED, State.ANSWERED}


class QuestionFactory(DjangoModelFactory):
    """A question in any state, with what the state demands and no history."""

    class Meta:
        model = Question

    class Params:
        published = factory.Trait(
            state=State.ANSWERED,
            published_at=factory.LazyFunction(timezone.now),
            public_title=factory.SelfAttribute("title"),
            public_text=factory.SelfAttribute("text"),
            public_answer=factory.SelfAttribute("answer"),
        )

    state = State.NEW
    kind = Kind.QUESTION
    code = factory.Sequence("HD-261120-{:04d}".format)
    form_key = factory.LazyFunction(uuid.uuid4)
    title = "Đăng ký khai sinh muộn có bị phạt không?"
    text = "Con tôi đã ba tháng tuổi mà chưa khai sinh. Tôi có bị phạt không?"
    asker = factory.SubFactory(PersonFactory)
    asker_name = factory.LazyAttribute(lambda self: self.asker.full_name if self.asker else "")
    organization = factory.SubFactory(OrganizationFactory)
    asked_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    arrived_at = factory.SelfAttribute("asked_at")
    moved_at = factory.SelfAttribute("asked_at")
    answer_due_at = factory.LazyAttribute(lambda self: self.asked_at + timedelta(days=5))
    due_at = factory.LazyAttribute(
        lambda self: self.answer_due_at if self.state in CLOCK_RUNS else None
    )
    drafter = factory.LazyAttribute(
        lambda self: PersonFactory() if self.state in ANSWERING else None
    )
    waited_from = factory.LazyAttribute(
        lambda self: State.NEW.value if self.state == State.WAITING else ""
    )
    merged_into = factory.LazyAttribute(
        lambda self: (
            QuestionFactory(organization=self.organization) if self.state == State.MERGED else None
        )
    )
    answer = factory.LazyAttribute(
        lambda self: "Không bị phạt." if self.state in ANSWERING - {State.ASSIGNED} else ""
    )
    approved_at = factory.LazyAttribute(
        lambda self: timezone.now() if self.state in {State.APPROVED, State.ANSWERED} else None
    )
    answered_at = factory.LazyAttribute(
        lambda self: timezone.now() if self.state == State.ANSWERED else None
    )
