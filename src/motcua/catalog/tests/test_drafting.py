"""Drafts that people write: begun from what is in force, one at a time, remembered."""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog import actions, drafting, exceptions
from motcua.catalog.models import CatalogPost, ProcedureVersion
from motcua.catalog.recording import recalling

from .test_desk import hand

WRITE = CatalogPost.Right.WRITE


@pytest.fixture
def writer(db):
    return hand(WRITE)


def told(version):
    record = recalling.record_of(ProcedureVersion.objects.with_parts().get(pk=version.pk))
    return {key: part for key, part in record.items() if key != "source"}


def test_a_draft_begins_with_what_is_in_force(published, writer):
    draft = drafting.begin(published.procedure, by=writer, in_force=1)

    assert (draft.number, draft.is_published, draft.form) == (2, False, published.form)
    assert told(draft) == told(published)
    assert [(event.verb, event.person) for event in draft.events.all()] == [
        ("begin", writer.person)
    ]


def test_of_two_who_begin_the_second_is_led_to_the_draft_of_the_first(published, writer):
    drafting.begin(published.procedure, by=writer, in_force=1)

    with pytest.raises(exceptions.DraftWaits) as waits:
        drafting.begin(published.procedure, by=hand(WRITE), in_force=1)

    assert waits.value.number == 2


def test_nobody_begins_from_a_version_that_they_did_not_see(published, make_draft, machine, writer):
    make_draft(number=2, first=published.first_day).publish(by=machine)

    with pytest.raises(exceptions.TooLate):
        drafting.begin(published.procedure, by=writer, in_force=1)


def test_only_writers_begin(published):
    with pytest.raises(exceptions.NotYourMove):
        drafting.begin(published.procedure, by=hand(CatalogPost.Right.PUBLISH), in_force=1)


# --- Screens --------------------------------------------------------------------------------------

BEGIN = "catalog_desk:begin"


def test_a_writer_begins_by_the_code(client, published, writer):
    as_officer(client, writer.person)

    shown = client.get(reverse(BEGIN), {"code": published.procedure.code}).content.decode()
    assert published.name in shown
    pressed = {"code": published.procedure.code, "in_force": 1}
    first = client.post(reverse(BEGIN), pressed)
    again = client.post(reverse(BEGIN), pressed)

    assert first.url == again.url == reverse("catalog_desk:draft", args=["1.001193", 2])
    assert "Sửa biểu mẫu" in client.get(first.url).content.decode()


@pytest.mark.parametrize("code", ["", "9.999999", "'; DROP"])
def test_an_unknown_code_gets_a_sentence(client, published, writer, code):
    as_officer(client, writer.person)

    answer = client.get(reverse(BEGIN), {"code": code})

    assert answer.status_code == 200
    assert "Lập bản nháp" not in answer.content.decode()


def test_a_page_that_showed_another_version_begins_nothing(client, published, writer):
    as_officer(client, writer.person)

    answer = client.post(reverse(BEGIN), {"code": published.procedure.code, "in_force": 7})

    assert answer.status_code == 409
    assert not ProcedureVersion.objects.waiting().exists()


# --- A procedure that the portal does not have -------------------------------------------------

NEW = {
    "code": "3.000999",
    "name": "Cấp giấy chứng nhận mới",
    "topic": "family",
    "sector": "Hộ tịch",
    "levels": ["commune"],
    "authority": "Ủy ban nhân dân cấp xã",
}


def test_a_new_procedure_begins_as_a_draft_that_nobody_else_sees(client, writer):
    as_officer(client, writer.person)

    answer = client.post(reverse("catalog_desk:begin_new"), NEW)

    assert answer.url == reverse("catalog_desk:draft", args=["3.000999", 1])
    draft = ProcedureVersion.objects.get(procedure__code="3.000999")
    assert (draft.name, draft.levels, draft.is_published) == (NEW["name"], ["commune"], False)
    assert (draft.authority, draft.recorded_sector) == (NEW["authority"], "Hộ tịch")
    assert [event.verb for event in draft.events.all()] == ["begin"]
    shown = client.get(answer.url).content.decode()
    assert "Sửa nội dung" in shown
    assert client.get(draft.procedure.get_absolute_url()).status_code == 404


def test_a_code_that_is_taken_leads_to_who_has_it(client, published, writer):
    as_officer(client, writer.person)
    at = reverse("catalog_desk:begin_new")

    taken = client.post(at, NEW | {"code": "1.001193"})
    client.post(at, NEW)
    twice = client.post(at, NEW | {"name": "Tên khác"})

    assert taken.status_code == twice.status_code == 409
    assert f"{reverse(BEGIN)}?code=1.001193" in taken.content.decode()
    assert reverse("catalog_desk:draft", args=["3.000999", 1]) in twice.content.decode()
    assert "Tên khác" in twice.content.decode()
    assert ProcedureVersion.objects.filter(procedure__code="3.000999").count() == 1


@pytest.mark.parametrize(
    "wrong", [{"code": "3000999"}, {"name": ""}, {"topic": "x"}, {"levels": []}, {"sector": ""}]
)
def test_what_is_missing_is_said_and_nothing_begins(client, writer, wrong):
    as_officer(client, writer.person)

    answer = client.post(reverse("catalog_desk:begin_new"), NEW | wrong)

    assert answer.status_code == 200
    assert "error" in answer.content.decode()
    assert not ProcedureVersion.objects.exists()


def test_only_writers_begin_a_new_one(db):
    with pytest.raises(exceptions.NotYourMove):
        drafting.begin_new({**NEW}, by=hand(CatalogPost.Right.REVIEW))


def test_a_code_whose_drafts_were_all_discarded_may_begin_again(writer):
    first = drafting.begin_new({**NEW}, by=writer)
    reviewer = hand(CatalogPost.Right.REVIEW)
    actions.discard(first, by=reviewer, seen=actions.Seen(1, 0), reason="Nhầm mã.")

    assert drafting.begin_new({**NEW}, by=writer).number == 2
