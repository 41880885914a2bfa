"""What an officer sees on the screen."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.dossiers import workflow
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.desk import address, inbox_of, press, shown, sit
from motcua.dossiers.tests.factories import (
    DossierFactory,
    PersonFactory,
    officer,
    pdf,
)
from motcua.dossiers.workflow import State
from motcua.filekeeping.models import StoredFile
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Duty
from motcua.organizations.tests.factories import LEAVE

# --- Who is let in ---------------------------------------------------------------


def test_without_a_hat_one_chooses_first(client, db):
    as_officer(client, PersonFactory())

    page = client.get(reverse("desk:inbox"))

    assert page.status_code == 302
    assert page.url.startswith(reverse("organizations:hats"))


def test_a_dossier_of_another_office_does_not_exist(client, registered, people):
    sit(client, people.stranger)

    assert client.get(address("detail", registered)).status_code == 404
    assert press(client, "receive", registered).status_code == 404


def test_my_own_application_is_not_on_my_desk(client, office, applicant):
    same_human = officer(office, *Duty, person=applicant.person)
    dossier = DossierFactory(organization=office, applicant=applicant.person)
    sit(client, same_human)

    assert dossier not in shown(inbox_of(client, hang="cho-tiep-nhan"))
    assert client.get(address("detail", dossier)).status_code == 404
    assert press(client, "receive", dossier).status_code == 404


def test_the_same_human_signed_in_as_a_citizen_has_no_desk(client, registered, people):
    as_citizen(client, people.clerk.person)

    assert client.get(address("detail", registered)).status_code != 200


def test_the_handler_does_not_see_what_was_not_received(client, registered, people):
    sit(client, people.handler)

    assert client.get(address("detail", registered)).status_code == 404


@pytest.mark.parametrize("who", ["clerk", "handler", "approver", "stranger"])
@pytest.mark.parametrize("state", list(State))
def test_what_is_listed_is_what_the_verbs_allow(office, people, who, state):
    """The condition of the query and the roles in hand are two writings of one rule."""
    dossier = DossierFactory(organization=office, state=state)
    acting = getattr(people, who)

    is_listed = Dossier.objects.handled_by(acting).filter(pk=dossier.pk).exists()
    has_a_role = any(
        dossier.role_of(acting, move)
        for move in workflow.MOVES
        if move.roles & workflow.OFFICERS and _allowed(dossier, acting, move)
    )

    assert is_listed == has_a_role


def _allowed(dossier, acting, move):
    from motcua.dossiers.exceptions import MoveRefused

    try:
        return bool(dossier.role_of(acting, move))
    except MoveRefused:
        return False


# --- The page of a dossier -------------------------------------------------------


def test_the_page_shows_data_papers_and_history(client, registered, people):
    event = registered.events.create(
        verb="submit", role="applicant", state=1, person=registered.applicant
    )
    registered.attachments.create(file=StoredFile.keep(pdf()), name="chung-sinh.pdf", event=event)
    registered.attachments.create(file=StoredFile.keep(pdf()), name="dang-soan.pdf")
    sit(client, people.clerk)

    page = client.get(address("detail", registered)).content.decode()

    assert "chung-sinh.pdf" in page
    assert "dang-soan.pdf" not in page
    assert "Nộp hồ sơ" in page
    assert registered.applicant_name in page


def test_the_page_offers_the_moves_that_are_possible(client, registered, in_process, people):
    sit(client, people.clerk)
    page = client.get(address("detail", registered))
    assert [b["move"].verb for b in page.context["moves"]] == [
        "receive",
        "refuse",
        "request_supplement",
    ]

    sit(client, people.approver)
    page = client.get(address("detail", in_process))
    assert [b["move"].verb for b in page.context["moves"]] == [
        "finish",
        "request_supplement",
        "stop",
    ]


def test_every_look_is_recorded(client, registered, people):
    sit(client, people.clerk)

    client.get(address("detail", registered))

    reading = registered.readings.get()
    assert (reading.person, reading.post, reading.what) == (
        people.clerk.person,
        people.clerk.post,
        "page",
    )


def test_personal_numbers_are_masked_until_asked_for(client, registered, people, monkeypatch):
    told = []
    monkeypatch.setattr(
        "motcua.catalog.forms.summary", lambda *_, masked, **__: told.append(masked) or []
    )
    sit(client, people.clerk)

    client.get(address("detail", registered))
    client.get(address("detail", registered), {"so": "day-du"})

    assert told == [True, False]
    assert [reading.what for reading in registered.readings.all()] == ["page", "numbers"]


def test_only_a_request_lists_papers(client, registered, people):
    registered.receive(by=people.clerk)
    items = [{"component": None, "name": "Ảnh 3x4", "reason": "Chưa có."}]
    registered.request_supplement(by=people.handler, items=items)
    sit(client, people.handler)

    page = client.get(address("detail", registered)).content.decode()

    assert page.count('class="plain"') == 1
    assert "Ảnh 3x4" in page


def test_the_due_date_is_explained_day_by_day(client, registered, people):
    registered.receive(by=people.clerk)
    sit(client, people.handler)

    page = client.get(address("detail", registered))

    assert page.context["due"].at == registered.due_current
    assert "Ngày 5" in page.content.decode()


def test_the_page_costs_the_same_however_long_the_history(
    client, registered, people, applicant, django_assert_max_num_queries
):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    items = [{"component": None, "name": "Tờ khai", "reason": "Mờ."}]
    registered.request_supplement(by=people.handler, items=items)
    registered.supplement(by=applicant, note="Đã sửa.")
    sit(client, people.handler)
    client.get(address("detail", registered))

    with django_assert_max_num_queries(25):
        client.get(address("detail", registered))


def test_who_met_it_in_another_duty_is_told_why_nothing_can_be_done(
    client, registered, people, office
):
    registered.receive(by=people.clerk)
    people.clerk.post.duties = [Duty.DECIDE]
    people.clerk.post.save()
    registered.take_up(by=people.handler)
    sit(client, people.clerk)

    page = client.get(address("detail", registered)).content.decode()

    assert "một người không vừa tiếp nhận" in page


# --- Files -----------------------------------------------------------------------


@pytest.fixture
def paper(registered):
    event = registered.events.create(
        verb="submit", role="applicant", state=1, person=registered.applicant
    )
    kept = StoredFile.keep(pdf())
    return registered.attachments.create(file=kept, name="Giấy chứng sinh.pdf", event=event)


def test_a_paper_comes_as_an_attachment_that_nobody_keeps(client, registered, people, paper):
    sit(client, people.clerk)

    answer = client.get(address("paper", registered, paper.pk))

    assert b"".join(answer.streaming_content) == pdf().read()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert registered.readings.get().what == "paper"


def test_a_paper_of_another_dossier_does_not_exist(client, registered, people, paper):
    other = DossierFactory(organization=registered.organization)
    sit(client, people.clerk)

    assert client.get(address("paper", other, paper.pk)).status_code == 404


def test_a_damaged_paper_is_not_given_out(client, registered, people, paper, settings):
    from motcua.dossiers.tests.test_files import kept_path

    kept_path(paper.file).write_bytes(b"other")
    sit(client, people.clerk)

    page = client.get(address("paper", registered, paper.pk), follow=True)

    assert "không còn đúng như lúc lưu" in page.content.decode()


def test_the_receipt_is_a_pdf_once_received(client, registered, people):
    sit(client, people.clerk)
    assert client.get(address("receipt", registered)).status_code == 404

    registered.receive(by=people.clerk)
    answer = client.get(address("receipt", registered))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


# --- Both names on an act ------------------------------------------------------------


@pytest.fixture
def standing_in(people):
    """The deputy's place while the deputy is away, taken by somebody else."""
    away = Appointment.objects.get(post=people.approver.post)
    cover = Appointment.objects.create(
        post=away.post,
        person=PersonFactory(full_name="Trần Thay"),
        kind="cover",
        seat=None,
        covers=away,
        valid_during=LEAVE,
    )
    return Acting.holding(cover)


def test_both_names_stand_on_what_a_cover_decided(client, in_process, people, standing_in):
    in_process.finish(by=standing_in, result=pdf())
    sit(client, people.handler)

    page = client.get(address("detail", in_process)).content.decode()

    event = in_process.events.get()
    assert (event.standing, event.in_place_of) == ("cover", people.approver.person)
    assert "Trần Thay, Phó Chủ tịch (người thay), UBND phường Hồng Gai" in page
    assert f"thay {people.approver.person.full_name} trong thời gian vắng mặt" in page


def test_what_was_corrected_later_changes_no_act(in_process, people, standing_in):
    in_process.finish(by=standing_in, result=pdf())
    Appointment.objects.filter(person=standing_in.person).update(kind="delegated")

    assert in_process.events.get().title == "Phó Chủ tịch (người thay)"
    assert in_process.events.get().signature["name"] == "Trần Thay"
