"""Is an officer known as the citizen who applies, wherever the number came from?"""

import pytest
from django.urls import reverse

from motcua.accounts import actions as doors
from motcua.accounts.claims import Citizen
from motcua.accounts.models import Person
from motcua.dossiers import desks, exceptions, hands
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory
from motcua.organizations.acting import Acting
from motcua.organizations.tests.factories import AppointmentFactory, PersonFactory
from motcua.staffing import actions
from motcua.staffing import exceptions as refusals
from motcua.staffing.importing.columns import Key
from motcua.staffing.models import StaffChange, StaffEvent, StaffFile
from motcua.staffing.opening import NewOfficer
from motcua.staffing.tests.conftest import terms
from motcua.staffing.tests.workbooks import NEW, file

pytestmark = pytest.mark.django_db
NUMBER, OTHER = "022190001234", "022190005678"


def citizen(name="Trần Thị Chung", number=NUMBER):
    said = Citizen(number, name, None, "", 2)
    return doors.recognize(said, provider="vneid", uid=number)


def row_of(held, number=NUMBER):
    return {
        Key.CODE: held.post.organization.identifier,
        Key.TITLE: held.post.title,
        Key.NAME: held.person.full_name,
        Key.USERNAME: held.person.username,
        Key.KIND: "chính thức",
        Key.FIRST: f"{held.valid_during.lower:%d/%m/%Y}" if held.valid_during.lower else "",
        Key.PERSONAL: number,
    }


def brought(town, *rows):
    return actions.import_file(file(*rows), by=town.manager, name="a.xlsx")


def said(town, *rows):
    found = actions.check_file(file(*rows), by=town.manager)
    return [str(each) for each in found.problems]


@pytest.mark.parametrize("applied_before", [True, False])
def test_an_officer_whose_number_came_in_never_gets_their_own_dossier(town, applied_before):
    """The citizen may have a row of their own, or come later and be found in the officer's."""
    if applied_before:
        citizen()
    brought(town, row_of(town.chair))
    applicant = citizen()
    dossier = DossierFactory(organization=town.commune, applicant=applicant)

    town.chair.person.refresh_from_db()
    chair = Acting.holding(town.chair)

    assert (applicant == town.chair.person) is not applied_before
    assert hands.nearness(dossier, chair) is exceptions.OwnDossier
    assert hands.roles_of(dossier, chair) == frozenset()
    assert not Dossier.objects.filter(desks.before(chair)).exists()


def test_whose_number_was_written_for_an_officer_never_stands_in_the_officers_row(town):
    brought(town, row_of(town.chair))

    stranger = citizen("Lê Thị Người Khác")

    town.chair.person.refresh_from_db()
    assert stranger != town.chair.person
    assert town.chair.person.full_name == "Trần Thị Chung"
    assert town.chair.person.personal_number == ""
    assert stranger.personal_number == NUMBER
    assert citizen("Lê Thị Người Khác") == stranger


def test_who_has_signed_in_keeps_the_number_when_the_state_writes_another_name(town):
    brought(town, row_of(town.chair))
    citizen()

    assert citizen("Trần Thị Thanh Chung") == town.chair.person


def test_a_row_that_only_tells_the_number_changes_nothing_else(town):
    event = brought(town, row_of(town.chair))

    assert [each.what for each in event.changes.all()] == ["numbered"]
    assert NUMBER not in str(event.payload)
    town.chair.person.refresh_from_db()
    assert town.chair.person.personal_number == NUMBER
    again = actions.check_file(file(row_of(town.chair)), by=town.manager)
    assert again.changes_nothing
    assert said(town, row_of(town.chair, OTHER))[0].count("022*****1234") == 1


def test_somebody_new_comes_with_a_number(town):
    brought(town, {**NEW, Key.PERSONAL: "022 190 001 234"})

    assert Person.objects.get(username="moi.honggai").personal_number == NUMBER


@pytest.mark.parametrize(
    ("written", "words"),
    [(22190001234, "mất chữ số 0"), ("12345", "đúng 12 chữ số"), ("0221900O1234", "12 chữ số")],
)
def test_a_number_that_is_none(town, written, words):
    [found] = said(town, {**NEW, Key.PERSONAL: written})

    assert found.startswith("Dòng 2, cột Số định danh cá nhân: ")
    assert words in found
    assert str(written) not in found


def test_one_number_for_two_people(town):
    rows = [{**NEW, Key.PERSONAL: NUMBER}, row_of(town.chair)]
    assert "đã ghi cho Lê Thị Mới ở dòng 2" in said(town, *rows)[0]

    officer = AppointmentFactory(person__full_name="Lê Thị Mới").person
    officer.personal_number = NUMBER
    officer.save()
    [taken] = said(town, rows[0])
    assert "của một tài khoản cán bộ khác" in taken
    assert NUMBER not in taken


def test_a_citizen_of_another_name_is_not_the_officer(town):
    citizen("Ai Khác")

    assert "không khớp với định danh điện tử" in said(town, row_of(town.chair))[0]


def test_nobody_brings_in_their_own_number(town):
    own = {**row_of(town.desk), Key.CODE: "H49.61", Key.FIRST: "01/12/2026"}

    assert any("số của chính bạn" in each for each in said(town, own))


def test_a_file_that_waits_is_sealed(town):
    content = file({**NEW, Key.PERSONAL: NUMBER})
    kept = actions.keep_file(content, by=town.manager, name="a.xlsx")

    kept = StaffFile.objects.get(pk=kept.pk)
    assert kept.opened == content
    assert not bytes(kept.content).startswith(b"PK")


def test_a_number_is_entered_corrected_and_kept_once_it_is_proven(desk, town):
    page = reverse("staff_desk:person", args=[town.chair.person.pk])
    door = reverse("staff_desk:number", args=[town.chair.person.pk])
    assert "không nhận ra hồ sơ của chính người này" in desk.get(page).text

    done = desk.post(door, {"personal_number": OTHER}, follow=True)
    assert "022*****5678" in done.text
    assert OTHER not in done.text
    late = desk.post(door, {"personal_number": NUMBER}, follow=True)
    assert "đã được ghi từ lúc bạn mở trang" in late.text
    desk.post(door, {"personal_number": NUMBER, "seen": "022*****5678"})
    town.chair.person.refresh_from_db()
    assert town.chair.person.personal_number == NUMBER

    citizen()
    proven = desk.post(door, {"personal_number": OTHER, "seen": "022*****1234"})
    assert proven.status_code == 409
    assert "nên số hiện có là đúng" in proven.text
    kept = StaffChange.objects.filter(what="numbered")
    assert kept.count() == StaffEvent.objects.filter(verb="number").count() == 2


def test_what_is_no_number_stays_in_its_field(desk, town):
    door = reverse("staff_desk:number", args=[town.chair.person.pk])

    page = desk.post(door, {"personal_number": "12345"})

    assert 'value="12345"' in page.text
    assert "đúng 12 chữ số" in page.text


def test_only_who_manages_them_enters_a_number_and_nobody_their_own(desk, town):
    stranger = reverse("staff_desk:number", args=[town.somebody.pk])
    assert desk.post(stranger, {"personal_number": NUMBER}).status_code == 404

    AppointmentFactory(post=town.deputy, person=town.desk.person)
    with pytest.raises(refusals.YourOwnNumber):
        actions.number(town.desk.person, NUMBER, by=town.manager)


def test_the_list_counts_who_has_no_number_and_finds_them(desk, town):
    known = AppointmentFactory(post=town.deputy).person
    known.personal_number = NUMBER
    known.save()

    page = desk.get(reverse("staff_desk:posts"), {"xem": "chua-so"})

    assert "1 người chưa có số định danh" in page.text
    assert [row.post.title for row in page.context["rows"]] == ["Chủ tịch"]


@pytest.mark.parametrize("way", ["form", "file"])
def test_a_citizen_who_comes_to_work_here_has_two_rows_that_are_one_human(town, way):
    """The form and the file do the same: the citizen's row stays as it is."""
    one = citizen("Lê Thị Mới")
    Person.objects.filter(pk=one.pk).update(email="nha@motcua.example")
    if way == "form":
        new = NewOfficer("Lê Thị Mới", "moi.honggai", "moi@motcua.example", NUMBER)
        nobody = PersonFactory.build()
        actions.appoint(terms(town.deputy, nobody), by=town.manager, new=new)
    else:
        brought(town, {**NEW, Key.PERSONAL: NUMBER})

    officer = town.deputy.appointments.get().person

    one.refresh_from_db()
    assert officer.citizen == one
    assert (officer.username, officer.email) == ("moi.honggai", "moi@motcua.example")
    assert (one.email, one.personal_number) == ("nha@motcua.example", NUMBER)
    assert not one.appointments.exists()
    assert citizen("Lê Thị Mới") == one


def test_the_form_says_that_the_account_is_one_of_its_own(desk, town):
    page = desk.get(reverse("staff_desk:appoint", args=[town.deputy.pk]), {"moi": 1})

    assert "tài khoản cán bộ vẫn mở riêng và được nối với tài khoản ấy" in page.text
