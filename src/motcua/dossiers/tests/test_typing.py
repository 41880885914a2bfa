"""What is typed is kept, right or not, in two windows and past the end of a session."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.dossiers import steps
from motcua.dossiers.drafting.sheets import FormSheet
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, VersionFactory, pdf
from motcua.dossiers.tests.windows import CHILD, at, child_of, window


@pytest.fixture
def citizen(db):
    return PersonFactory(full_name="Trần Thị Mẫu")


@pytest.fixture
def browser(client, citizen):
    return as_citizen(client, citizen)


@pytest.fixture
def draft(citizen, office):
    form, layout = form_of("1.001193")
    return DraftFactory(
        person=citizen, organization=office, version=VersionFactory(form=form, form_layout=layout)
    )


# --- Kept as typed ----------------------------------------------------------------------------


def test_what_cannot_be_read_is_shown_again_on_every_device_with_its_reason(
    browser, draft, citizen
):
    browser.post(at("page", draft, CHILD), {"child__birth_date": "31/02/2026"})

    elsewhere = as_citizen(Client(), citizen).get(at("page", draft, CHILD)).content.decode()

    assert 'value="31/02/2026"' in elsewhere
    assert "Ngày viết theo dạng" in elsewhere


def test_what_cannot_be_read_keeps_a_draft_from_being_submitted(browser, draft):
    browser.post(at("page", draft, CHILD), {"child__birth_date": "31/02/2026"})

    page = browser.get(at("check", draft)).content.decode()

    assert f"{at('page', draft, CHILD)}#id_child__birth_date" in page


def test_the_last_page_names_page_and_question_with_the_reason_of_the_page(browser, draft):
    browser.post(at("page", draft, CHILD), {"child__birth_date": "31/02/2026"})
    form = FormSheet(CHILD).form(Draft.objects.get())

    told = [one.text for one in steps.obstacles(Draft.objects.get())]
    said = form.errors["child__birth_date"][0]

    label = form.fields["child__birth_date"].label
    assert [one for one in told if one.endswith(f" · {label}: {said}")]


def test_a_mended_answer_is_unread_no_more(browser, draft):
    browser.post(at("page", draft, CHILD), {"child__birth_date": "31/02/2026"})

    browser.post(at("page", draft, CHILD), {"child__birth_date": "28/02/2026"})

    assert child_of(draft)["birth_date"] == "2026-02-28"
    assert draft.unread == {}


def test_half_a_telephone_number_is_kept(browser, draft):
    browser.post(at("autosave", draft), {"contact_name": "Trần Mẫu", "contact_phone": "0912 3"})

    page = browser.get(at("office", draft)).content.decode()

    assert 'value="0912 3"' in page
    assert 'value="Trần Mẫu"' in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("Nguyễn Văn \u202eA", "Nguyễn Văn A"),
        ("Nguye\u0302\u0303n An", "Nguyễn An"),
        ("A" * 300, "A" * 300),
    ],
    ids=["script", "right-to-left override", "NFD", "300 letters"],
)
def test_odd_words_are_kept_and_never_run(browser, draft, typed, kept):
    browser.post(at("autosave", draft, CHILD), {"child__full_name": typed})

    page = browser.get(at("page", draft, CHILD)).content.decode()

    assert kept in page
    assert "<script>alert" not in page


# --- As one types -----------------------------------------------------------------------------


def test_typing_is_saved_and_says_when(browser, draft):
    answer = browser.post(at("autosave", draft, CHILD), {"child__full_name": "Trần Mẫu An"})

    assert answer.status_code == 200
    assert answer.json()["said"].startswith("Đã lưu lúc ")
    assert child_of(draft)["full_name"] == "Trần Mẫu An"


def test_what_typing_answers_is_what_the_next_saving_has_seen(browser, draft):
    first = window(browser, draft) | {"child__birth_date": "5/9/2026"}
    told = browser.post(at("autosave", draft, CHILD), first).json()

    again = first | {"draft_revision": told["revision"], "draft_shown": told["shown"]}
    answer = browser.post(at("autosave", draft, CHILD), again | {"child__birth_date": "6/9/2026"})

    assert answer.status_code == 200
    assert child_of(draft)["birth_date"] == "2026-09-06"


def test_typing_into_a_submitted_draft_leads_to_the_dossier(browser, citizen, office):
    draft = DraftFactory(person=citizen, organization=office, version=VersionFactory())
    browser.post(at("submit", draft), {"confirmed": "on"})

    answer = browser.post(at("autosave", draft), {"contact_name": "Khác"})

    assert answer.url == reverse("dossiers:detail", args=[Dossier.objects.get().code])


@pytest.mark.parametrize("name", ["autosave", "choose"])
def test_a_stranger_types_into_nobodys_draft(client, draft, name):
    as_citizen(client, PersonFactory())

    assert client.post(at(name, draft, CHILD), {"child__full_name": "X"}).status_code == 404
    assert child_of(draft) == {}


def test_saving_as_one_types_asks_the_database_little(browser, draft):
    typed = window(browser, draft) | {"child__full_name": "An"}
    browser.post(at("autosave", draft, CHILD), typed)

    with CaptureQueriesContext(connection) as asked:
        browser.post(at("autosave", draft, CHILD), typed | {"child__full_name": "Anh"})

    assert len(asked) <= 24, [query["sql"][:90] for query in asked]


# --- Two windows ------------------------------------------------------------------------------


def test_two_windows_that_touch_different_answers_keep_both(browser, draft):
    one, other = window(browser, draft), window(browser, draft)

    browser.post(at("page", draft, CHILD), one | {"child__full_name": "Trần Mẫu An"})
    browser.post(at("page", draft, CHILD), other | {"child__birth_date": "05/09/2026"})

    assert child_of(draft) == {"full_name": "Trần Mẫu An", "birth_date": "2026-09-05"}
    assert draft.aside == {}


def test_the_same_answer_twice_is_no_quarrel(browser, draft):
    one, other = window(browser, draft), window(browser, draft)

    browser.post(at("autosave", draft, CHILD), one | {"child__birth_date": "5/9/2026"})
    answer = browser.post(at("autosave", draft, CHILD), other | {"child__birth_date": "05.09.2026"})

    assert answer.status_code == 200


@pytest.fixture
def quarrel(browser, draft):
    """Two windows named the child differently; the second one also told the day."""
    one, other = window(browser, draft), window(browser, draft)
    browser.post(at("page", draft, CHILD), one | {"child__full_name": "Trần Mẫu An"})
    typed = {"child__full_name": "Trần Mẫu Bình", "child__birth_date": "05/09/2026"}
    answer = browser.post(at("page", draft, CHILD), other | typed, follow=True)
    return answer.content.decode()


def test_a_save_on_an_older_page_overwrites_nothing_and_shows_both(quarrel, draft):
    assert child_of(draft) == {"full_name": "Trần Mẫu An", "birth_date": "2026-09-05"}
    assert "Hai nơi ghi khác nhau" in quarrel
    assert "Trần Mẫu Bình" in quarrel
    assert 'value="Trần Mẫu An"' in quarrel


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"choose-child__full_name": "0"}, "Trần Mẫu Bình"),
        ({"choose-child__full_name": "stands"}, "Trần Mẫu An"),
        ({"whole": "typed"}, "Trần Mẫu Bình"),
        ({"whole": "stands"}, "Trần Mẫu An"),
    ],
    ids=["this one", "the other", "all of here", "all of there"],
)
def test_one_chooses_by_question_or_whole(browser, quarrel, draft, said, name):
    draft.refresh_from_db()

    browser.post(at("choose", draft, CHILD), said | {"draft_revision": draft.revision})

    assert child_of(draft) == {"full_name": name, "birth_date": "2026-09-05"}
    assert draft.aside == {}


def test_a_choice_on_a_page_that_is_old_again_changes_nothing(browser, quarrel, draft):
    said = {"whole": "typed", "draft_revision": draft.revision}
    browser.post(at("autosave", draft, CHILD), {"child__full_name": "Trần Mẫu Chi"})

    browser.post(at("choose", draft, CHILD), said)

    assert child_of(draft)["full_name"] == "Trần Mẫu Chi"
    assert draft.aside


def test_typing_against_another_window_is_told_where_to_choose(browser, draft):
    one, other = window(browser, draft), window(browser, draft)
    browser.post(at("autosave", draft, CHILD), one | {"child__full_name": "An"})

    for name in ("B", "Bình"):
        typed = other | {"child__full_name": name, "draft_window": "7"}
        answer = browser.post(at("autosave", draft, CHILD), typed)

    assert answer.status_code == 409
    assert answer.json()["address"] == at("page", draft, CHILD)
    draft.refresh_from_db()
    assert [one["typed"] for one in draft.aside[CHILD]] == [{"child__full_name": ["Bình"]}]


def test_who_was_told_of_another_window_does_not_overwrite_it_with_the_next_save(browser, draft):
    one, other = window(browser, draft), window(browser, draft)
    browser.post(at("autosave", draft, CHILD), one | {"child__full_name": "An"})
    typed = other | {"child__full_name": "Bình"}
    told = browser.post(at("autosave", draft, CHILD), typed).json()

    seen = {"draft_revision": told["revision"], "draft_shown": told["shown"]}
    browser.post(at("page", draft, CHILD), typed | seen)

    assert child_of(draft)["full_name"] == "An"


def test_who_types_what_stands_has_nothing_to_choose_any_more(browser, draft):
    one, other = window(browser, draft), window(browser, draft) | {"draft_window": "7"}
    browser.post(at("autosave", draft, CHILD), one | {"child__full_name": "An"})
    told = browser.post(at("autosave", draft, CHILD), other | {"child__full_name": "Bình"}).json()

    seen = {"draft_revision": told["revision"], "draft_shown": told["shown"]}
    browser.post(at("autosave", draft, CHILD), other | seen | {"child__full_name": "An"})

    assert child_of(draft)["full_name"] == "An"
    assert draft.aside == {}


def test_a_page_opened_anew_settles_nothing_by_being_saved(browser, quarrel, draft):
    browser.post(at("autosave", draft, CHILD), window(browser, draft))

    draft.refresh_from_db()
    assert draft.aside


def test_what_was_typed_into_an_entry_that_is_gone_is_shown_once_more(browser, draft):
    draft.aside = {
        CHILD: [{"name": "x__3__name", "typed": {"x__3__name": ["Lê Lợi"]}, "window": "", "at": ""}]
    }
    draft.save()

    page = browser.get(at("page", draft, CHILD)).content.decode()
    browser.post(at("choose", draft, CHILD), {"whole": "stands", "draft_revision": draft.revision})

    draft.refresh_from_db()
    assert "Lê Lợi" in page
    assert draft.aside == {}


def test_an_answer_that_the_page_did_not_show_stays(browser, draft):
    """A section that another page switched off is not on the page, so it is not sent."""
    draft.write({"child": {"full_name": "An"}, "mother": {"full_name": "Trần Thị Thu Hà"}})
    shown = window(browser, draft, "me")
    hashes = json.loads(shown["draft_shown"])
    del hashes["mother__full_name"], shown["mother__full_name"]

    browser.post(at("page", draft, "me"), shown | {"draft_shown": json.dumps(hashes)})

    draft.refresh_from_db()
    assert draft.data["mother"] == {"full_name": "Trần Thị Thu Hà"}


@pytest.mark.parametrize("shown", ["", "[]", "null", "{", '{"a": 1}', "9" * 99, "[" * 99_999])
def test_a_page_that_says_nonsense_of_what_it_showed_loses_nothing(browser, draft, shown):
    typed = {"child__full_name": "An", "draft_revision": "x1", "draft_shown": shown}

    answer = browser.post(at("autosave", draft, CHILD), typed)

    assert answer.status_code == 200
    assert child_of(draft)["full_name"] == "An"


def test_what_was_looked_over_is_what_is_submitted(browser, citizen, office):
    draft = DraftFactory(person=citizen, organization=office, version=VersionFactory())
    looked_at = draft.revision
    browser.post(at("autosave", draft), {"contact_name": "Tên Khác", "organization": office.pk})

    answer = browser.post(
        at("submit", draft), {"confirmed": "on", "revision": looked_at}, follow=True
    )

    assert "vừa thay đổi ở cửa sổ" in answer.content.decode()
    assert not Dossier.objects.exists()


@pytest.fixture
def unsettled(citizen, office):
    """A draft that lacks nothing but a choice."""
    beside = {"name": "contact_name", "typed": {"contact_name": ["Khác"]}, "window": "", "at": ""}
    return DraftFactory(
        person=citizen, organization=office, version=VersionFactory(), aside={"": [beside]}
    )


def test_what_nobody_chose_is_asked_once_before_it_is_submitted(browser, unsettled):
    said = {"confirmed": "on", "revision": unsettled.revision}

    page = browser.post(at("submit", unsettled), said, follow=True).content.decode()

    assert "hai cửa sổ ghi khác nhau và bạn chưa chọn" in page
    assert 'name="leaves_aside"' in page
    assert not Dossier.objects.exists()


def test_what_does_not_stand_is_left_aside_knowingly(browser, unsettled):
    said = {"confirmed": "on", "revision": unsettled.revision, "leaves_aside": "on"}

    browser.post(at("submit", unsettled), said)

    assert Dossier.objects.get().applicant_name == unsettled.contact_name


def test_where_nothing_is_contested_nothing_more_is_asked(browser, citizen, office):
    draft = DraftFactory(person=citizen, organization=office, version=VersionFactory())

    assert "leaves_aside" not in browser.get(at("check", draft)).content.decode()


def test_a_paper_taken_out_after_the_last_look_is_noticed(browser, citizen, office):
    draft = DraftFactory(person=citizen, organization=office, version=VersionFactory())
    paper = draft.attach(pdf("giay"), name="giay.pdf")
    looked_at = draft.revision
    browser.post(at("remove_paper", draft, paper.pk))

    browser.post(at("submit", draft), {"confirmed": "on", "revision": looked_at})

    assert not Dossier.objects.exists()
