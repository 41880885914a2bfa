"""How are answers counted, office by office, and what is not told of few?"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.dossiers.tests.factories import OrganizationFactory
from motcua.questions.models import Opinion
from motcua.questions.tests.factories import QuestionFactory
from motcua.statistics import answers, spans

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def office():
    return OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")


@pytest.fixture
def now():
    return timezone.now()


def answered(office, now, *, after, late=False):
    """Answered now, so many days after it was asked."""
    return QuestionFactory(
        organization=office,
        published=True,
        asked_at=now - after * DAY,
        answered_at=now,
        approved_at=now,
        answer_due_at=now - DAY if late else now + DAY,
    )


def row_of(now):
    (row,) = answers.rows(spans.month_of(now))
    return row


def test_answers_are_counted_with_their_time_and_what_readers_say(office, now, settings):
    settings.SMALLEST_FIGURE_SHOWN = 3
    questions = [
        answered(office, now, after=1),
        answered(office, now, after=2),
        answered(office, now, after=9, late=True),
    ]
    Opinion.objects.create(question=questions[0], yes=3, no=1)
    QuestionFactory(organization=office)

    row = row_of(now)

    assert (row.tally.answered, row.tally.share, row.tally.days) == (3, 66.6, 2.0)
    assert (row.is_told, row.contentment) == (True, 75.0)


def test_of_few_only_their_number_is_told(office, now, settings, client):
    settings.SMALLEST_FIGURE_SHOWN = 3
    Opinion.objects.create(question=answered(office, now, after=1), yes=1)

    row = row_of(now)
    page = client.get(reverse("statistics:office", args=[office.identifier])).content.decode()

    assert (row.is_told, row.contentment) == (False, None)
    assert "100,0" not in page.partition("tra-loi-hoi-dap")[2].partition("</section>")[0]


def test_the_span_and_the_office_are_kept(office, now):
    answered(office, now, after=1)
    other = OrganizationFactory(identifier="H49.62")

    assert answers.rows(spans.month_of(now), organization=other.pk) == []
    assert answers.rows(spans.asked("2020-01", now)) == []


def test_both_pages_show_them(office, now, client):
    answered(office, now, after=1)

    overview = client.get(reverse("statistics:overview")).content.decode()
    page = client.get(reverse("statistics:office", args=[office.identifier])).content.decode()

    assert "UBND phường Hồng Gai" in overview.partition("tra-loi-hoi-dap")[2]
    assert "Đã trả lời" in page
