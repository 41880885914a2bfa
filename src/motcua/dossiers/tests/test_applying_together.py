"""Both spouses apply: invited, each by their own sign-in, and submitted when both confirmed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.dossiers import exceptions, separation
from motcua.dossiers.drafting import sharing
from motcua.dossiers.models import CoApplicant, Dossier
from motcua.dossiers.parts import Part
from motcua.dossiers.tests.factories import (
    DraftFactory,
    PersonFactory,
    VersionFactory,
    officer,
    pdf,
)
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty

WIFE, HUSBAND = "022190001234", "022088005678"
COMPLETE = {
    "applicant": {
        "full_name": "Trần Thị Mẫu",
        "personal_number": WIFE,
        "residence": {"detail": "Tổ 5, khu 3"},
        "phone": "0912345678",
    },
    "request": {"subject": "Xin cấp giấy.", "details": "Giấy đã mất."},
    "declaration": True,
}


@pytest.fixture
def wife(db):
    return PersonFactory(full_name="Trần Thị Mẫu", personal_number=WIFE)


@pytest.fixture
def husband(db):
    return PersonFactory(full_name="Vũ Văn Thử", personal_number=HUSBAND)


@pytest.fixture
def draft(wife, office):
    form, layout = form_of("general")
    return DraftFactory(
        person=wife,
        organization=office,
        version=VersionFactory(form=form, form_layout=layout),
        data=COMPLETE,
    )


@pytest.fixture
def birth(wife, office):
    form, layout = form_of("1.001193")
    return DraftFactory(
        person=wife, organization=office, version=VersionFactory(form=form, form_layout=layout)
    )


def invited(draft, *, number=HUSBAND, **more):
    who = sharing.Invitee("Vũ Văn Thử", number, **more)
    return sharing.invite(draft, who, by=Acting.citizen(draft.person))


def accepted(draft, person, **more):
    return sharing.accept(invited(draft, **more), by=Acting.citizen(person))


def confirms(draft, person):
    draft.refresh_from_db()
    sharing.confirm(draft, by=Acting.citizen(person), seen=draft.revision)


def submit(draft):
    return draft.submit(by=Acting.citizen(draft.person))


def browser_of(person):
    return as_citizen(Client(), person)


def at(name, draft, *more):
    return reverse(f"apply:{name}", args=[draft.version.procedure.code, draft.key, *more])


# --- Invited ----------------------------------------------------------------------------------


def test_the_invited_finds_it_after_signing_in_and_opens_it(draft, husband):
    invitation = invited(draft)
    browser = browser_of(husband)

    listed = browser.get(reverse("dossiers:list")).content.decode()
    led_on = browser.post(reverse("dossiers:accept", args=[invitation.pk]))

    assert "Trần Thị Mẫu mời" in listed
    assert led_on.url == at("office", draft)
    assert browser.get(led_on.url).status_code == 200


def test_nobody_else_can_accept_or_see_it(draft, wife):
    invitation = invited(draft)
    stranger = PersonFactory(personal_number="022190009999")
    browser = browser_of(stranger)

    assert browser.post(reverse("dossiers:accept", args=[invitation.pk])).status_code == 404
    assert browser.get(at("check", draft)).status_code == 404
    assert "mời" not in browser.get(reverse("dossiers:list")).content.decode().split("<main")[1]


@pytest.mark.parametrize(
    ("number", "refusal"),
    [(WIFE, exceptions.InvitesThemselves), (HUSBAND, exceptions.InvitedAlready)],
    ids=["oneself", "twice"],
)
def test_one_human_applies_once(draft, number, refusal):
    invited(draft)

    with pytest.raises(refusal):
        invited(draft, number=number)


def test_the_database_refuses_one_human_twice(draft, husband):
    one = accepted(draft, husband)

    with pytest.raises(IntegrityError, match="co_applicant_is_one_human"), transaction.atomic():
        CoApplicant.objects.create(
            draft=draft,
            name="X",
            personal_number_key="0" * 64,
            person=husband,
            accepted_at=one.accepted_at,
        )


def test_only_the_owner_invites(draft, husband):
    accepted(draft, husband)

    with pytest.raises(exceptions.NotYourMove):
        sharing.invite(draft, sharing.Invitee("X", "022190009999"), by=Acting.citizen(husband))
    assert browser_of(husband).get(at("along", draft)).status_code == 404


def test_an_old_invitation_is_accepted_no_more(draft, husband):
    invitation = invited(draft)
    CoApplicant.objects.update(invited_at=invitation.invited_at - timedelta(days=31))

    with pytest.raises(exceptions.InvitationGone):
        sharing.accept(invitation, by=Acting.citizen(husband))


def test_what_is_typed_wrong_stays_on_the_page(wife, draft):
    typed = {"name": "Vũ <b>", "number": "123", "scope": "part"}

    page = browser_of(wife).post(at("along", draft), typed).content.decode()

    assert 'value="123"' in page
    assert "gồm đúng 12 chữ số" in page
    assert not CoApplicant.objects.exists()


# --- What they see and fill in ----------------------------------------------------------------


def test_who_is_asked_for_a_part_sees_and_fills_in_that_part(birth, husband):
    accepted(birth, husband, pages=["cha"])
    browser = browser_of(husband)

    mine = browser.post(at("autosave", birth, "cha"), {"father_declared": "yes"})
    others = [
        browser.get(at("page", birth, "me")).status_code,
        browser.post(at("autosave", birth, "me"), {"mother_declared": "yes"}).status_code,
        browser.get(at("office", birth)).status_code,
        browser.get(at("papers", birth)).status_code,
    ]

    birth.refresh_from_db()
    assert mine.status_code == 200
    assert birth.data == {"father_declared": "yes"}
    assert others == [404] * 4


def test_a_part_has_a_last_page_of_its_own(birth, husband):
    birth.write({"mother_declared": "yes", "mother": {"full_name": "Trần Thị Mẫu"}})
    accepted(birth, husband, pages=["cha"])

    page = browser_of(husband).get(at("check", birth)).content.decode()

    assert "Xác nhận" in page
    assert "Trần Thị Mẫu" not in page.split("<main")[1]
    assert at("submit", birth) not in page


def test_only_the_owner_discards_submits_or_makes_a_code(draft, husband):
    accepted(draft, husband)
    browser = browser_of(husband)

    answers = [
        browser.post(at(name, draft), {"confirmed": "on"}).status_code
        for name in ("discard", "submit", "code", "reuse")
    ]

    assert answers == [404] * 4


def test_who_is_invited_says_no_and_the_inviter_reads_it(draft, husband, wife):
    invitation = invited(draft)

    browser_of(husband).post(reverse("dossiers:decline", args=[invitation.pk]))

    assert not draft.co_applicants.standing().exists()
    assert "đã từ chối lời mời" in browser_of(wife).get(at("along", draft)).content.decode()
    assert invited(draft).pk != invitation.pk


def test_the_inviter_reads_which_pages_somebody_sees(birth, husband, wife):
    accepted(birth, husband, pages=["cha"])

    assert "chỉ các trang: Người cha" in browser_of(wife).get(at("along", birth)).content.decode()


def test_their_list_says_what_waits_for_them(draft, husband):
    accepted(draft, husband)
    browser = browser_of(husband)

    def listed():
        return browser.get(reverse("dossiers:list")).content.decode()

    assert "Hồ sơ chờ bạn xác nhận" in listed()
    confirms(draft, husband)
    assert "Hồ sơ chờ bạn xác nhận" not in listed()
    draft.write(COMPLETE | {"request": {"subject": "Khác.", "details": "Đã mất."}})
    assert "Nội dung đã thay đổi sau khi bạn xác nhận" in listed()


def test_taken_back_it_does_not_exist_any_more(draft, husband, wife):
    one = accepted(draft, husband)

    browser_of(wife).post(at("revoke", draft, one.pk))

    assert browser_of(husband).get(at("check", draft)).status_code == 404
    assert accepted(draft, husband).pk != one.pk


def test_who_was_invited_may_leave(draft, husband):
    one = accepted(draft, husband)

    browser_of(husband).post(at("revoke", draft, one.pk))

    assert not draft.co_applicants.standing().exists()


def test_what_arrives_after_it_was_taken_back_is_not_written(draft, husband):
    one = accepted(draft, husband)
    draft.part = Part.of(one)
    CoApplicant.objects.update(revoked_at=one.accepted_at)

    with pytest.raises(exceptions.InvitationGone):
        draft.write({})


# --- Confirmed and submitted ------------------------------------------------------------------


@pytest.mark.parametrize("step", [invited, lambda draft: accepted(draft, PersonOf(HUSBAND))])
def test_it_is_not_submitted_before_everybody_confirmed(draft, husband, step):
    step(draft)

    with pytest.raises(exceptions.Unconfirmed, match="Vũ Văn Thử"):
        submit(draft)


def PersonOf(number):  # noqa: N802  reads as a factory
    from motcua.accounts.models import Person

    return Person.objects.with_personal_number(number).get()


def test_confirmed_it_is_submitted_and_names_both(draft, husband, wife):
    accepted(draft, husband)
    confirms(draft, husband)

    dossier = submit(draft)

    theirs = browser_of(husband).get(reverse("dossiers:detail", args=[dossier.code]))
    assert "Vũ Văn Thử" in theirs.content.decode()
    assert "Trần Thị Mẫu" in theirs.content.decode()
    assert dossier in Dossier.objects.of(husband)
    assert list(dossier.people_along.values()) == ["Vũ Văn Thử"]


def test_it_is_in_their_own_list_and_the_desk_finds_it_by_either_name(draft, husband):
    accepted(draft, husband)
    confirms(draft, husband)
    dossier = submit(draft)

    assert dossier.code in browser_of(husband).get(reverse("dossiers:list")).content.decode()
    assert "vu van thu" in dossier.search_text


def test_the_receipt_names_both(draft, husband, people):
    accepted(draft, husband)
    confirms(draft, husband)

    event = submit(draft).receive(by=people.clerk)

    assert event.payload["receipt"]["applied_along"] == "Vũ Văn Thử"


def test_what_is_asked_for_is_seen_by_both_and_answered_by_the_applicant(draft, husband, people):
    accepted(draft, husband)
    confirms(draft, husband)
    dossier = submit(draft)
    items = [{"component": None, "name": "Giấy chứng sinh", "reason": "Ảnh mờ."}]
    dossier.receive(by=people.clerk)
    dossier.take_up(by=people.handler)
    dossier.request_supplement(by=people.handler, items=items, reason="Thiếu giấy tờ.")
    browser = browser_of(husband)

    page = browser.get(reverse("dossiers:detail", args=[dossier.code])).content.decode()

    assert "Ảnh mờ." in page
    assert reverse("dossiers:supplement", args=[dossier.code]) not in page
    assert browser.get(reverse("dossiers:supplement", args=[dossier.code])).status_code == 404


def test_a_change_after_confirming_asks_again(draft, husband):
    accepted(draft, husband)
    confirms(draft, husband)
    draft.write(COMPLETE | {"request": {"subject": "Hai giấy.", "details": "Đã mất."}})

    with pytest.raises(exceptions.Unconfirmed):
        submit(draft)
    assert "cần xác nhận lại" in browser_of(draft.person).get(at("check", draft)).content.decode()


def test_another_paper_asks_again(draft, husband):
    accepted(draft, husband)
    confirms(draft, husband)
    draft.attach(pdf("giay"), name="giay.pdf")

    with pytest.raises(exceptions.Unconfirmed):
        submit(draft)


def test_a_change_elsewhere_does_not_ask_who_confirmed_a_part(birth, husband):
    one = accepted(birth, husband, pages=["cha"])
    birth.write({"father_declared": "no"})
    confirms(birth, husband)

    birth.refresh_from_db()
    birth.write(birth.data | {"mother_declared": "no"})

    one.refresh_from_db()
    assert sharing.confirming.has_confirmed(birth, one)


def test_what_changed_since_the_page_was_opened_is_not_confirmed(draft, husband):
    accepted(draft, husband)
    seen = draft.revision
    draft.write(COMPLETE | {"request": {"subject": "Khác.", "details": "Đã mất."}})

    browser_of(husband).post(at("confirm", draft), {"confirmed": "on", "revision": seen})

    assert not CoApplicant.objects.get().confirmed


def test_who_applied_along_reads_and_the_applicant_acts(draft, husband):
    accepted(draft, husband)
    confirms(draft, husband)
    dossier = submit(draft)
    browser = browser_of(husband)

    assert not dossier.moves_for(Acting.citizen(husband))
    assert browser.get(reverse("dossiers:withdraw", args=[dossier.code])).status_code == 404


# --- Nobody decides on their own --------------------------------------------------------------


def test_an_officer_who_applied_along_does_not_have_it_on_the_desk(draft, husband, office):
    accepted(draft, husband)
    confirms(draft, husband)
    dossier = submit(draft)
    hand = officer(office, Duty.RECEIVE, Duty.DECIDE, person=husband)

    assert separation.is_own(dossier, husband)
    assert dossier not in Dossier.objects.handled_by(hand)
    with pytest.raises(exceptions.OwnDossier):
        dossier.receive(by=hand)


def test_what_changed_since_they_confirmed_stands_on_their_last_page(birth, husband):
    birth.write({"father_declared": "yes", "father": {"full_name": "Vũ Văn Thử"}})
    accepted(birth, husband, pages=["cha"])
    confirms(birth, husband)
    browser = browser_of(husband)
    before = browser.get(at("check", birth)).content.decode()

    father = {"full_name": "Vũ Văn Thức"}
    birth.write({"father_declared": "yes", "father": father, "child": {"full_name": "Vũ An"}})
    after = browser.get(at("check", birth)).content.decode()

    assert "Nội dung đã thay đổi" not in before
    assert "Trước: <bdi>Vũ Văn Thử</bdi>" in after
    assert "Nay: <b><bdi>Vũ Văn Thức</bdi>" in after
    assert "Vũ An" not in after


def test_papers_and_office_that_changed_are_told_to_who_sees_all(draft, husband):
    accepted(draft, husband)
    confirms(draft, husband)

    draft.attach(pdf("more"), name="don.pdf")
    page = browser_of(husband).get(at("check", draft)).content.decode()

    assert "Nay: <b><bdi>don.pdf</bdi>" in page


def test_their_own_page_proposes_what_their_sign_in_tells(wife, husband, office):
    form, layout = form_of("1.000894")
    version = VersionFactory(form=form, form_layout=layout)
    said = {"full_name": "Trần Thị Mẫu", "personal_number": WIFE, "relation": "bride"}
    draft = DraftFactory(
        person=wife, organization=office, version=version, data={"requester": said}
    )
    accepted(draft, husband, pages=["ben-nam"])

    page = browser_of(husband).get(at("page", draft, "ben-nam")).content.decode()

    assert f'value="{HUSBAND}"' in page
    assert WIFE not in page
