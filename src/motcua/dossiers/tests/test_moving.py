"""A new version of its procedure kills no draft: it moves, and nothing that was typed is lost."""

from threading import Thread

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers import exceptions
from motcua.dossiers.drafting import confirming, moving
from motcua.dossiers.models import CoApplicant, Dossier, Draft, DraftMove
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, pdf
from motcua.dossiers.tests.versions import (
    ANSWERS,
    LAYOUT,
    asked,
    ends,
    first_version,
    next_version,
)
from motcua.dossiers.tests.windows import at, window
from motcua.filekeeping.models import Upload
from motcua.organizations.acting import Acting
from motcua.periods.clock import today

PERSON, MORE = "nguoi", "them"


@pytest.fixture
def citizen(db):
    return PersonFactory(full_name="Trần Thị Mẫu")


@pytest.fixture
def browser(client, citizen):
    return as_citizen(client, citizen)


@pytest.fixture
def draft(citizen, office):
    return DraftFactory(
        person=citizen, organization=office, version=first_version(), data=dict(ANSWERS)
    )


def opened(draft):
    """The draft as it stands once somebody opened it."""
    found = Draft.objects.with_version().get(pk=draft.pk)
    moving.catch_up(found)
    return found


def text_of(answer):
    return answer.content.decode()


# --- What stays, and what is kept beside ----------------------------------------------------------


def test_where_the_form_is_the_same_everything_stays(draft):
    there = next_version(draft.version)

    now = opened(draft)

    assert now.version == there
    assert now.data == ANSWERS
    assert [move.left for move in now.moves.all()] == [[]]


def test_an_answer_to_the_same_question_on_another_page_stays(draft):
    form, layout = asked()
    layout["pages"][0]["sections"][0]["fields"] = ["full_name", "reason"]
    layout["pages"][1]["sections"][0]["fields"] = ["birth_date", "way", "children"]
    next_version(draft.version, form, layout)

    assert opened(draft).data == ANSWERS


@pytest.mark.parametrize(
    ("change", "label", "text"),
    [
        ({"reason": None}, "Lý do", "Mất bản cũ"),
        ({"reason": {"type": "integer"}}, "Lý do", "Mất bản cũ"),
        ({"birth_date": {"format": "past-date"}}, "Ngày sinh", "31/02/1990"),
        ({"way": {"oneOf": [{"const": "a", "title": "Tại quầy"}]}}, "Cách nhận", "Qua bưu điện"),
        ({"way": {"oneOf": [{"const": "b", "title": "Tại nhà"}]}}, "Cách nhận", "Qua bưu điện"),
    ],
    ids=["gone", "another kind", "another shape", "choice gone", "choice means something else"],
)
def test_what_is_asked_no_more_is_kept_beside_in_words(draft, change, label, text):
    next_version(draft.version, *asked(**change))

    now = opened(draft)
    left = [(one["label"], one["text"]) for one in now.moves.get().left]

    assert left == [(label, text)]
    assert set(ANSWERS) - set(now.data) == set(change)


def test_entries_for_which_a_group_has_no_room_are_kept_beside(draft):
    draft.write({"children": [{"name": "An"}, {"name": "Bình"}]})
    next_version(draft.version, *asked(children={"maxItems": 1}))

    now = opened(draft)

    assert now.data == {"children": [{"name": "An"}]}
    assert [one["label"] for one in now.moves.get().left] == ["Con thứ 2: Tên con"]


def test_papers_stay_with_the_paper_of_the_same_name(draft):
    old = draft.version.cases.get().components.get(name="Giấy chứng sinh")
    gone = draft.version.cases.get().components.get(name="Tờ khai")
    draft.attach(pdf("a"), name="a.pdf", component=old)
    draft.attach(pdf("b"), name="b.pdf", component=gone)
    half = Upload.objects.create(
        person=draft.person,
        holder=f"draft:{draft.key}",
        line=f"paper-{old.pk}",
        name="c.pdf",
        size=9,
        expires_at="2099-01-01T00:00Z",
    )
    there = next_version(draft.version, papers=("GIẤY CHỨNG SINH",))

    now = opened(draft)
    half.refresh_from_db()
    new = there.cases.get().components.get()

    assert dict(now.attachments.values_list("name", "component")) == {
        "a.pdf": new.pk,
        "b.pdf": None,
    }
    assert half.line == f"paper-{new.pk}"
    assert [(one["label"], one["text"]) for one in now.moves.get().left] == [("Tờ khai", "b.pdf")]


def test_a_page_of_the_older_version_brings_its_paper_to_the_right_line(draft):
    old = draft.version.cases.get().components.get(name="Giấy chứng sinh")
    there = next_version(draft.version)
    opened(draft)

    draft.attach(pdf("a"), name="a.pdf", component=old)

    assert draft.attachments.get().component.case.version == there


def test_it_moves_once_and_is_kept_no_longer_for_that(draft):
    before = Draft.objects.get(pk=draft.pk)
    next_version(draft.version)

    opened(draft)
    now = opened(draft)

    assert DraftMove.objects.count() == 1
    assert now.changed_at == before.changed_at
    assert now.revision == before.revision + 1


def test_a_dossier_keeps_its_version(draft, citizen):
    draft.write({"full_name": "Trần Thị Mẫu"})
    dossier = draft.submit(by=Acting.citizen(citizen))
    next_version(draft.version)

    opened(draft)

    assert Draft.objects.get(pk=draft.pk).version == dossier.version


def test_a_version_that_takes_nothing_online_is_no_home(browser, draft):
    next_version(draft.version, kind=1)

    page = text_of(browser.get(at("check", draft)))

    assert "không còn nhận hồ sơ trực tuyến" in page
    assert "Nộp hồ sơ</button>" not in page
    assert Draft.objects.get().version == draft.version


# --- Windows that were open -----------------------------------------------------------------------


def late(browser, draft, page):
    """What a page would send that was opened before the version changed."""
    return window(browser, draft, page) | {"draft_version": draft.version.number}


def test_typing_on_a_page_of_the_older_version_goes_to_the_same_questions(browser, draft):
    page = late(browser, draft, PERSON)
    form, layout = asked(reason=None)
    layout["pages"][0]["key"] = "moi"
    next_version(draft.version, form, layout)

    answer = browser.post(at("autosave", draft, PERSON), page | {"full_name": "Trần Thị Mới"})

    assert answer.status_code == 200
    assert Draft.objects.get().data["full_name"] == "Trần Thị Mới"
    assert Draft.objects.get().data["way"] == "b"


def test_typing_what_is_asked_no_more_is_kept_beside_and_shown(browser, draft):
    page = late(browser, draft, MORE)
    next_version(draft.version, *asked(reason=None))
    browser.get(at("office", draft))
    browser.post(at("read", draft))

    answer = browser.post(at("page", draft, MORE), page | {"reason": "Bị cháy nhà"}, follow=True)

    assert "Bị cháy nhà" in text_of(answer)
    assert "reason" not in Draft.objects.get().data


def test_saving_a_page_that_is_gone_leads_on_and_loses_nothing(browser, draft):
    page = late(browser, draft, MORE)
    next_version(draft.version, *asked(reason=None, children=None))

    answer = browser.post(at("page", draft, MORE), page | {"reason": "Bị cháy nhà"}, follow=True)

    assert answer.status_code == 200
    assert "Bị cháy nhà" in text_of(answer)
    assert "Con thứ 1: Tên con" in text_of(answer)


def test_answers_that_were_not_touched_on_an_older_page_overwrite_nothing(browser, draft):
    page = late(browser, draft, PERSON)
    next_version(draft.version)
    now = opened(draft)
    now.write(now.data | {"way": "a"})

    browser.post(at("autosave", draft, PERSON), page | {"full_name": "Trần Thị Mới"})

    assert Draft.objects.get().data["way"] == "a"
    assert Draft.objects.get().data["full_name"] == "Trần Thị Mới"


def test_what_both_windows_changed_stands_beside(browser, draft):
    page = late(browser, draft, PERSON)
    next_version(draft.version)
    now = opened(draft)
    now.write(now.data | {"full_name": "Trần Thị Hai"})

    answer = browser.post(at("autosave", draft, PERSON), page | {"full_name": "Trần Thị Mới"})

    assert answer.status_code == 409
    assert Draft.objects.get().data["full_name"] == "Trần Thị Hai"
    assert "Trần Thị Mới" in text_of(browser.get(at("page", draft, PERSON)))


def test_answers_to_new_questions_survive_an_older_page(browser, draft):
    page = late(browser, draft, PERSON)
    form, layout = asked(phone={"type": "string", "title": "Điện thoại bàn"})
    layout["pages"][0]["sections"][0]["fields"].append("phone")
    next_version(draft.version, form, layout)
    now = opened(draft)
    now.write(now.data | {"phone": "0203 3 825 111"})

    browser.post(at("autosave", draft, PERSON), page | {"full_name": "Trần Thị Mới"})

    assert Draft.objects.get().data["phone"] == "0203 3 825 111"


def test_a_page_that_is_gone_leads_to_the_first(browser, draft):
    next_version(draft.version, *asked(reason=None, children=None))

    assert browser.get(at("page", draft, MORE)).url == at("office", draft)
    assert browser.get(at("page", draft, "khong-co")).status_code == 404


def test_what_lies_beside_an_answer_goes_where_the_answer_went(draft):
    beside = {"window": "w", "at": "2026-11-27T00:00:00+00:00"}
    aside = {
        MORE: [
            {"name": "reason", "typed": {"reason": ["Bị cháy"]}, **beside},
            {"name": "children__0__name", "typed": {"children__0__name": ["Ân"]}, **beside},
        ]
    }
    Draft.objects.filter(pk=draft.pk).update(aside=aside)
    form, layout = asked(children=None)
    layout["pages"] = [
        {
            **LAYOUT["pages"][0],
            "sections": [{"fields": ["full_name", "birth_date", "way", "reason"]}],
        }
    ]
    next_version(draft.version, form, layout)

    now = opened(draft)

    assert [one["name"] for one in now.aside[PERSON]] == ["reason"]
    assert MORE not in now.aside
    assert "Ân" in [one["text"] for one in now.moves.get().left]


def test_a_request_that_knew_the_older_version_writes_nothing_of_it(draft):
    mine = Draft.objects.with_version().get(pk=draft.pk)
    there = next_version(draft.version)
    opened(draft)

    with transaction.atomic():
        assert mine.held().version == there


# --- Submitting -----------------------------------------------------------------------------------


def test_submitting_a_page_of_the_older_version_is_asked_once_more(browser, draft):
    draft.write({"full_name": "Trần Thị Mẫu"})
    revision = draft.revision
    next_version(draft.version)

    press = {"confirmed": "on", "revision": revision}
    page = text_of(browser.post(at("submit", draft), press, follow=True))

    assert "nội dung thủ tục vừa thay đổi" in page
    assert "Nội dung thủ tục đã thay đổi từ ngày" in page
    assert not Dossier.objects.exists()

    again = {"confirmed": "on", "revision": Draft.objects.get().revision}
    browser.post(at("submit", draft), again)
    assert Dossier.objects.get().version.number == 2


def test_a_window_that_moved_it_makes_another_one_look_again(draft, citizen):
    draft.write({"full_name": "Trần Thị Mẫu"})
    next_version(draft.version)
    opened(draft)

    with pytest.raises(exceptions.ProcedureChanged):
        draft.submit(by=Acting.citizen(citizen), seen=draft.revision)


# --- What is said ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["office", "papers", "check"])
def test_where_nothing_is_to_be_done_it_is_one_quiet_sentence(browser, draft, name):
    next_version(draft.version)

    page = text_of(browser.get(at(name, draft)))

    assert f"đã thay đổi từ ngày {today():%d/%m/%Y}" in page
    assert "tờ khai và giấy tờ vẫn như trước" in page
    assert reverse("catalog:difference", args=[draft.version.procedure.code, 2, 1]) in page


def test_the_notice_names_what_is_new_reworded_and_gone(browser, draft):
    form, layout = asked(
        reason=None, full_name={"title": "Tên đầy đủ"}, phone={"type": "string", "title": "Số bàn"}
    )
    layout["pages"][0]["sections"][0]["fields"].append("phone")
    next_version(draft.version, form, layout)

    page = text_of(browser.get(at("office", draft)))

    for words in ("Câu hỏi mới", "Số bàn", "được viết lại", "Tên đầy đủ", "Mất bản cũ"):
        assert words in page


def test_the_notice_goes_away_when_it_was_read_by_who_read_it(browser, draft, citizen):
    along = _along(draft)
    next_version(draft.version, *asked(reason=None))
    browser.get(at("office", draft))

    answer = browser.post(at("read", draft), {"back": "https://evil.example/"})

    assert answer.url == at("office", draft)
    assert "Mất bản cũ" not in text_of(browser.get(at("office", draft)))
    theirs = as_citizen(Client(), along.person)
    assert "Mất bản cũ" in text_of(theirs.get(at("office", draft)))


def test_a_page_of_a_draft_that_never_moved_asks_nothing_more(browser, draft):
    browser.get(at("papers", draft))
    with CaptureQueriesContext(connection) as before:
        browser.get(at("papers", draft))

    assert not [q for q in before if "draftmove" in q["sql"] or "catalog_ending" in q["sql"]]


def test_the_list_says_it_with_as_many_questions_for_many_as_for_one(browser, citizen, office):
    def open_one():
        made = DraftFactory(person=citizen, organization=office, version=first_version())
        next_version(made.version)
        return made

    open_one()
    browser.get(reverse("dossiers:list"))
    with CaptureQueriesContext(connection) as one:
        page = text_of(browser.get(reverse("dossiers:list")))
    open_one()
    ended = DraftFactory(person=citizen, organization=office, version=first_version())
    ends(ended.version)
    with CaptureQueriesContext(connection) as many:
        browser.get(reverse("dossiers:list"))

    assert f"Nội dung thủ tục đã thay đổi từ {today():%d/%m/%Y}" in page
    assert len(many) <= len(one) + 4


# --- What ended -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["office", "papers", "check"])
def test_a_draft_of_what_ended_says_so_on_its_pages(browser, draft, name):
    heir = first_version()
    ends(draft.version, heir)

    page = text_of(browser.get(at(name, draft)))

    assert f"hết áp dụng từ ngày {today():%d/%m/%Y}" in page
    assert heir.procedure.get_absolute_url() in page
    assert "Nộp hồ sơ</button>" not in page


def test_the_list_names_what_replaces_an_ended_procedure(browser, draft):
    heir = first_version()
    ends(draft.version, heir)

    page = text_of(browser.get(reverse("dossiers:list")))

    assert "đã hết áp dụng" in page
    assert heir.procedure.get_absolute_url() in page


# --- Who writes along -----------------------------------------------------------------------------


def _along(draft, *pages):
    person = PersonFactory()
    return CoApplicant.objects.create(
        draft=draft,
        name="Mẫu",
        personal_number_key=str(person.pk),
        person=person,
        accepted_at="2026-11-01T00:00Z",
        pages=list(pages),
    )


def _confirms(draft, one):
    what = confirming.what_stands(draft, one)
    CoApplicant.objects.filter(pk=one.pk).update(confirmed=what, confirmed_at="2026-11-02T00:00Z")


@pytest.mark.parametrize(
    ("change", "stands"), [({}, True), ({"full_name": {"title": "Tên đầy đủ"}}, False)]
)
def test_a_confirmation_stands_only_of_what_they_saw(draft, change, stands):
    old = draft.version.cases.get().components.get(name="Giấy chứng sinh")
    draft.attach(pdf("a"), name="a.pdf", component=old)
    one = _along(draft)
    _confirms(draft, one)
    next_version(draft.version, *asked(**change))

    now = opened(draft)
    one.refresh_from_db()

    assert confirming.has_confirmed(now, one) is stands
    assert one.confirmed


def test_a_page_that_shows_more_than_before_is_theirs_no_more(draft):
    one = _along(draft, PERSON)
    form, layout = asked()
    layout["pages"] = [
        {
            **LAYOUT["pages"][0],
            "sections": [{"fields": ["full_name", "birth_date", "way", "reason", "children"]}],
        }
    ]
    next_version(draft.version, form, layout)

    opened(draft)
    one.refresh_from_db()

    assert one.pages == [moving.NOWHERE]
    assert not one.is_whole


# --- Races ----------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_windows_move_it_once(citizen, office):
    draft = DraftFactory(
        person=citizen, organization=office, version=first_version(), data=dict(ANSWERS)
    )
    next_version(draft.version, *asked(reason=None))

    def opens():
        opened(draft)
        connection.close()

    threads = [Thread(target=opens) for _number in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert DraftMove.objects.count() == 1
    assert Draft.objects.get().revision == 2
