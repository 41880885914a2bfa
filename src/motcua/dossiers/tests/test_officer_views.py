"""What an officer sees on the screen."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.dossiers import workflow
from motcua.dossiers.forms.officer import FORMS
from motcua.dossiers.models import Dossier, StoredFile
from motcua.dossiers.tests.factories import (
    PDF,
    DossierFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
    officer,
    pdf,
)
from motcua.dossiers.workflow import State
from motcua.organizations.models import Duty


def sit(client, acting):
    """The officer at the desk, with the one hat they have."""
    return as_officer(client, acting.person)


def address(verb, dossier, *rest):
    return reverse(f"desk:{verb}", args=[dossier.code, *rest])


def inbox_of(client, **asked):
    page = client.get(reverse("desk:inbox"), asked)
    assert page.status_code == 200
    return page


def shown(page):
    return [row.dossier for row in page.context["inbox"].rows]


def press(client, verb, dossier, **typed):
    typed.setdefault("revision", Dossier.objects.get(pk=dossier.pk).revision)
    return client.post(address(verb, dossier), typed)


# --- Who is let in ---------------------------------------------------------------------------


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


# --- The inbox ----------------------------------------------------------------------------------


def test_the_inbox_shows_what_waits_for_my_duty(client, people, registered, in_process, finished):
    sit(client, people.clerk)
    assert set(shown(inbox_of(client))) == {registered, finished}

    sit(client, people.handler)
    assert shown(inbox_of(client)) == [in_process]


def test_what_i_met_in_another_duty_does_not_wait_for_me(client, office, people, registered):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    approver_too = officer(office, Duty.DECIDE, person=people.handler.person)
    client = sit(client, approver_too)
    client.post(
        reverse("organizations:choose_hat"), {"hat": approver_too.post.appointments.get().pk}
    )

    page = inbox_of(client)

    assert shown(page) == []
    assert shown(inbox_of(client, hang="dang-xu-ly")) == [registered]


def test_the_heaps_are_counted(client, people, registered, received, in_process, finished):
    sit(client, people.approver)

    page = inbox_of(client)

    counted = {queue.name: count for queue, count in page.context["counted"].heaps}
    assert counted == {
        "can-toi-lam": 1,
        "cho-tiep-nhan": 1,
        "dang-xu-ly": 2,
        "tam-dung": 0,
        "cho-tra": 1,
        "da-ket-thuc": 0,
    }


def test_other_hats_say_how_much_waits_there(client, people, registered):
    elsewhere = OrganizationFactory(identifier="H49.63")
    other = officer(elsewhere, Duty.RECEIVE, person=people.clerk.person, title="Tổ trực")
    DossierFactory(organization=elsewhere)
    DossierFactory(organization=elsewhere, returned=True)
    sit(client, people.clerk)
    client.post(
        reverse("organizations:choose_hat"), {"hat": people.clerk.post.appointments.get().pk}
    )

    page = inbox_of(client)

    assert [(each["hat"].post, each["count"]) for each in page.context["elsewhere"]] == [
        (other.post, 1)
    ]


def late_soon_and_in_time(office, applicant):
    now = timezone.now()
    return [
        DossierFactory(
            organization=office,
            applicant=applicant.person,
            in_process=True,
            submitted_at=now - timedelta(days=9),
            due_original=now + timedelta(days=days),
        )
        for days in (20, -1, 0.001)
    ]


def test_the_oldest_due_date_comes_first(client, office, people, applicant):
    in_time, late, soon = late_soon_and_in_time(office, applicant)
    sit(client, people.handler)

    page = inbox_of(client)

    assert shown(page) == [late, soon, in_time]
    assert [row.light.kind for row in page.context["inbox"].rows] == ["late", "soon", "ok"]
    assert page.context["counted"].standings == {"late": 1, "soon": 1, "ok": 1, "wait": 0}


@pytest.mark.parametrize(("asked", "position"), [("late", 1), ("soon", 2), ("ok", 0)])
def test_the_filter_by_lateness_agrees_with_the_lights(
    client, office, people, applicant, asked, position
):
    dossiers = late_soon_and_in_time(office, applicant)
    sit(client, people.handler)

    assert shown(inbox_of(client, han=asked)) == [dossiers[position]]


@pytest.mark.parametrize(
    "typed", ["vu duc thinh", "Vũ Đức", "THỊNH khai sinh", " h49.61-261120–{serial} "]
)
def test_the_search_finds_code_procedure_and_applicant(client, received, people, typed):
    DossierFactory(organization=received.organization, received=True, applicant_name="Người khác")
    sit(client, people.handler)

    page = inbox_of(client, q=typed.format(serial=received.code[-4:]))

    assert shown(page) == [received]


def test_the_filter_by_procedure_and_channel(client, office, people, received):
    other = DossierFactory(organization=office, received=True, channel=1)
    sit(client, people.handler)

    assert shown(inbox_of(client, thu_tuc=other.version.procedure.code)) == [other]
    assert shown(inbox_of(client, cach_nop="1")) == [other]


@pytest.mark.parametrize("nonsense", ["x", "2026~1", "~", "2026-01-01T00:00:00+00:00~x"])
def test_a_wrong_question_is_no_question(client, received, people, nonsense):
    sit(client, people.handler)

    page = inbox_of(client, sau=nonsense, han=nonsense, cach_nop=nonsense, hang=nonsense)

    assert shown(page) == [received]


def test_pages_follow_each_other_without_gap_or_repetition(client, office, people, applicant):
    version, due = VersionFactory(), timezone.now() + timedelta(days=3)
    made = [
        DossierFactory(
            organization=office,
            applicant=applicant.person,
            version=version,
            received=True,
            due_original=due,
        )
        for _ in range(103)
    ]
    sit(client, people.handler)

    seen, following = [], ""
    for _ in range(3):
        page = inbox_of(client, sau=following)
        seen += shown(page)
        following = page.context["inbox"].following

    assert seen == made
    assert following == ""


def test_the_inbox_costs_the_same_however_many_dossiers(
    client, office, people, applicant, django_assert_max_num_queries
):
    version = VersionFactory()
    for _ in range(12):
        DossierFactory(
            organization=office, applicant=applicant.person, version=version, received=True
        )
    sit(client, people.handler)
    inbox_of(client)

    with django_assert_max_num_queries(12):
        inbox_of(client)


# --- The page of a dossier ----------------------------------------------------------------------


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
        "motcua.catalog.forms.summary", lambda *_, masked: told.append(masked) or []
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

    with django_assert_max_num_queries(18):
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


# --- Moves ------------------------------------------------------------


@pytest.mark.parametrize(
    "move",
    [move for move in workflow.MOVES if move.roles & workflow.OFFICERS],
    ids=lambda move: move.verb,
)
def test_every_officer_move_has_an_address_and_a_form(move):
    assert reverse(f"desk:{move.verb}", args=["H49.61-261125-0004"])
    assert FORMS[move.verb].move is move


def test_the_receive_button(client, registered, people):
    sit(client, people.clerk)

    answer = press(client, "receive", registered)

    registered.refresh_from_db()
    assert answer.url == address("detail", registered)
    assert registered.state == State.RECEIVED


def test_receiving_without_a_readable_limit_asks_for_the_date(client, office, people):
    dossier = DossierFactory(organization=office, version=VersionFactory(limit=None))
    sit(client, people.clerk)

    page = press(client, "receive", dossier)
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"due_day", "reason"}
    answer = press(client, "receive", dossier, due_day="06/01/2099", reason="Theo văn bản số 5.")

    dossier.refresh_from_db()
    assert answer.status_code == 302
    assert f"{dossier.due_current.astimezone():%d/%m/%Y}" == "06/01/2099"


def test_refusing_without_a_reason_changes_nothing(client, registered, people):
    sit(client, people.clerk)

    page = press(client, "refuse", registered, reason=" ")

    registered.refresh_from_db()
    assert registered.state == State.REGISTERED
    assert "reason" in page.context["form"].errors


def test_asking_for_papers(client, received, people):
    first, _second = received.version.cases.get().components.all()
    sit(client, people.handler)

    press(
        client,
        "request_supplement",
        received,
        **{f"paper-{first.pk}": "Thiếu chữ ký.", "other-1": "Ảnh 3x4", "why-1": "Chưa có."},
    )

    assert received.latest_request().payload["items"] == [
        {"component": first.pk, "name": "Tờ khai", "reason": "Thiếu chữ ký."},
        {"component": None, "name": "Ảnh 3x4", "reason": "Chưa có."},
    ]


def test_asking_for_nothing_says_what_to_do(client, received, people):
    sit(client, people.handler)

    page = press(client, "request_supplement", received)

    assert page.status_code == 409
    assert "ít nhất một giấy tờ" in page.content.decode()


def test_another_paper_needs_both_name_and_reason(client, received, people):
    sit(client, people.handler)

    page = press(client, "request_supplement", received, **{"other-1": "Ảnh"})

    assert "why-1" in page.context["form"].errors


def test_finishing_with_a_result_file(client, in_process, people):
    sit(client, people.approver)

    press(client, "finish", in_process, result=SimpleUploadedFile("giay-khai-sinh.pdf", PDF))

    in_process.refresh_from_db()
    assert in_process.state == State.FINISHED
    assert in_process.results.get().name == "giay-khai-sinh.pdf"


@pytest.mark.parametrize(
    ("content", "says"), [(b"MZ", "không phải là PDF"), (b"", "0 byte"), (PDF[:-9], "bị hỏng")]
)
def test_a_bad_result_file_is_refused_with_a_sentence(client, in_process, people, content, says):
    sit(client, people.approver)

    page = press(client, "finish", in_process, result=SimpleUploadedFile("a.pdf", content))

    in_process.refresh_from_db()
    assert in_process.state == State.IN_PROCESS
    assert says in page.content.decode()


def test_a_stale_page_says_so_and_keeps_the_typed_reason(client, in_process, people, applicant):
    stale = in_process.revision
    items = [{"component": None, "name": "Tờ khai", "reason": "Mờ."}]
    in_process.request_supplement(by=people.handler, items=items)
    sit(client, people.handler)

    page = press(client, "stop", in_process, revision=stale, reason="Không đủ điều kiện về đất.")

    in_process.refresh_from_db()
    assert page.status_code == 409
    assert in_process.state == State.SUPPLEMENT_REQUESTED
    assert "Hồ sơ đã thay đổi" in page.content.decode()
    assert "Không đủ điều kiện về đất." in page.content.decode()
    assert f'name="revision" value="{in_process.revision}"' in page.content.decode()


def test_where_the_move_is_over_the_typed_reason_is_still_there(client, in_process, people):
    in_process.stop(by=people.handler, reason="Một.")
    sit(client, people.handler)

    page = press(client, "stop", in_process, reason="Lý do của người thứ hai.")

    assert page.status_code == 409
    assert "Lý do của người thứ hai." in page.content.decode()
    assert "Xem hồ sơ hiện nay" in page.content.decode()


def test_a_move_is_not_made_by_looking(client, registered, people):
    sit(client, people.clerk)

    client.get(address("receive", registered))

    registered.refresh_from_db()
    assert registered.state == State.REGISTERED


# --- Files ------------------------------------------------------------


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
