"""Who gets a letter, in which language, and what if the mail server is away?"""

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.news.models import EditorialRole
from motcua.news.newsroom import letters
from motcua.news.newsroom.workflow import Role
from motcua.periods.models import since

from .conftest import FIRST_DAY, submitted
from .pressing import act

pytestmark = pytest.mark.django_db


def jobs():
    rows = ProcrastinateJob.objects.filter(task_name="news.send_letter").order_by("pk")
    return [(row.args["kind"], row.args["person_id"]) for row in rows]


def test_the_next_one_hears_of_it_and_the_author_of_the_answer(province):
    page = submitted(province)
    act(province.at_work(Role.EDITOR), page, "approve")
    act(
        province.at_work(Role.PUBLISHER),
        page,
        "reject",
        **{"workflow-action-extra-data": '{"comment": "Thiếu giờ."}'},
    )

    people = province.people
    assert jobs() == [
        ("waits", people[Role.EDITOR].pk),
        ("waits", people[Role.PUBLISHER].pk),
        ("returned", people[Role.REPORTER].pk),
    ]
    assert not mail.outbox


def test_a_letter_is_vietnamese_and_says_where(province):
    page = submitted(province)

    letters.send("returned", page.pk, province.people[Role.REPORTER].pk, "Thiếu giờ & chỗ.")

    letter = mail.outbox[0]
    assert letter.subject == "Bài được trả lại: Lễ hội hoa"
    assert "Ý kiến: Thiếu giờ & chỗ." in letter.body
    assert f"/bien-tap/pages/{page.pk}/edit/" in letter.body


def test_a_dead_mail_server_blocks_nobody(province, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    page = submitted(province)

    answer = act(province.at_work(Role.EDITOR), page, "approve")

    assert answer.status_code == 302
    with pytest.raises(OSError):
        letters.send("waits", page.pk, province.people[Role.EDITOR].pk)


def test_who_had_the_role_yesterday_gets_none(province):
    EditorialRole.objects.filter(role=Role.EDITOR).update(
        valid_during=since(FIRST_DAY, FIRST_DAY.replace(month=11))
    )

    submitted(province)

    assert jobs() == []
