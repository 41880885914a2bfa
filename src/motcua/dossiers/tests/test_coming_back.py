"""A code that a hand can write leads back to a draft, and opens nothing to strangers."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers.drafting import codes
from motcua.dossiers.models import DraftCode
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, VersionFactory
from motcua.organizations.acting import Acting

SIGNS = st.text(codes.ALPHABET, min_size=codes.LENGTH - 1, max_size=codes.LENGTH - 1)
OPEN = "dossiers:open"


@pytest.fixture
def owner(db):
    return PersonFactory(full_name="Trần Thị Mẫu", phone="0912 345 678")


@pytest.fixture
def draft(owner, office):
    return DraftFactory(person=owner, organization=office, version=VersionFactory())


@pytest.fixture
def code(owner, draft):
    return codes.issue(draft, by=Acting.citizen(owner))


def types(client, code, digits):
    return client.post(reverse(OPEN), {"ma": codes.written(code), "bon_so": digits})


# --- The code itself --------------------------------------------------------------------------


@given(SIGNS, st.integers(0, codes.LENGTH - 1), st.sampled_from(codes.ALPHABET))
def test_one_wrong_sign_is_noticed(first, place, sign):
    whole = first + codes.check_sign(first)
    wrong = whole[:place] + sign + whole[place + 1 :]

    assert (codes.parsed(wrong) is not None) == (wrong == whole)


@given(SIGNS, st.integers(0, codes.LENGTH - 2))
def test_two_changed_places_are_noticed(first, place):
    whole = first + codes.check_sign(first)
    swapped = whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :]

    assert (codes.parsed(swapped) is not None) == (swapped == whole)


@given(SIGNS)
def test_it_is_read_however_it_is_written(first):
    whole = first + codes.check_sign(first)
    typed = f" {codes.written(whole).lower().replace('-', ' – ')}\u200b"

    assert codes.parsed(typed) == whole
    assert codes.parsed(whole.replace("5", "s").replace("2", "Z").replace("8", "b")) == whole


@pytest.mark.parametrize(
    "typed", ["", "7KQM", "0" * 12, "I" * 12, "7KQM-2XRA-9TCH-7KQM", "🙂" * 12]
)
def test_what_can_be_no_code_is_none(typed):
    assert codes.parsed(typed) is None


# --- What it opens ----------------------------------------------------------------------------


def test_its_owner_signs_in_and_stands_before_the_draft(client, owner, draft, code):
    right = types(client, code, "5678")
    waits = client.get(right.url)
    led_on = as_citizen(client, owner).get(reverse("dossiers:opened"))

    assert right.url == reverse("dossiers:opened")
    assert waits.url.startswith(reverse("accounts:citizen_sign_in"))
    assert led_on.url == reverse("apply:office", args=[draft.version.procedure.code, draft.key])


def test_a_stranger_with_code_and_second_fact_reads_nothing(client, draft, code):
    types(client, code, "5678")

    page = as_citizen(client, PersonFactory()).get(reverse("dossiers:opened"), follow=True)

    assert "bản nháp của người khác" in page.content.decode()
    assert "Trần Thị Mẫu" not in page.content.decode()


def test_wrong_and_unknown_answer_alike(client, draft, code):
    unknown = codes.new_code()

    wrong = types(client, code, "0000").content.decode()
    nobody = types(client, unknown, "0000").content.decode()

    hidden = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    said = [hidden.sub("", page) for page in (wrong, nobody)]
    assert said[0].replace(codes.written(code), "") == said[1].replace(codes.written(unknown), "")
    assert "Không mở được bằng mã" in wrong


def test_guessing_at_the_second_fact_ends_soon(client, code, settings):
    settings.LOOK_UP_ALLOWANCES = {"network": (30, 600), "code": (2, 3600)}

    answers = [types(client, code, f"{guess:04d}").status_code for guess in range(3)]

    assert answers == [200, 200, 429]


def test_a_misread_code_says_so_and_costs_no_try(client, code, settings):
    settings.LOOK_UP_ALLOWANCES = {"network": (0, 600), "code": (0, 3600)}
    wrong = code[:-1] + codes.ALPHABET[(codes.ALPHABET.index(code[-1]) + 1) % 29]

    page = types(client, wrong, "5678").content.decode()

    assert "chép chưa đúng" in page


def test_it_stands_nowhere_in_the_database(code):
    row = DraftCode.objects.get()

    assert code not in repr(row.__dict__)
    assert "5678" not in repr(row.__dict__)


def test_a_new_one_ends_the_one_before(client, owner, draft, code):
    codes.issue(draft, by=Acting.citizen(owner))

    assert "Không mở được" in types(client, code, "5678").content.decode()


def test_it_ends_by_itself(client, code):
    DraftCode.objects.update(
        made_at=DraftCode.objects.get().made_at - timedelta(days=60),
        expires_at=DraftCode.objects.get().made_at - timedelta(seconds=1),
    )

    assert "Không mở được" in types(client, code, "5678").content.decode()


def test_a_submitted_draft_is_opened_no_more(client, owner, draft, code):
    draft.submit(by=Acting.citizen(owner))

    assert "Không mở được" in types(client, code, "5678").content.decode()


def test_the_page_to_keep_shows_the_code_once_with_its_picture(owner, draft):
    browser = as_citizen(Client(), owner)
    at = reverse("apply:code", args=[draft.version.procedure.code, draft.key])

    shown = browser.post(at).content.decode()
    later = browser.get(at).content.decode()

    made = re.search(r"\w{4}-\w{4}-\w{4}", shown)[0]
    assert codes.parsed(made)
    assert "data:image/svg+xml;base64," in shown
    assert made not in later
