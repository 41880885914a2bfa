"""Two windows at the same moment, on real connections: nothing that was typed is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils.datastructures import MultiValueDict

from motcua.catalog.forms_data import form_of
from motcua.dossiers.drafting import saving
from motcua.dossiers.drafting.sheets import FormSheet
from motcua.dossiers.models import Draft
from motcua.dossiers.tests.factories import DraftFactory, OrganizationFactory, VersionFactory

pytestmark = pytest.mark.django_db(transaction=True)
SHEET = FormSheet("tre")


@pytest.fixture
def draft():
    form, layout = form_of("1.001193")
    version = VersionFactory(form=form, form_layout=layout)
    return DraftFactory(version=version, organization=OrganizationFactory())


def at_once(*typed):
    """Every window sends its page at the same moment."""
    together = Barrier(len(typed))

    def send(draft, words):
        try:
            together.wait(timeout=60)
            return saving.keep(draft, SHEET, words).contested
        finally:
            connection.close()

    with ThreadPoolExecutor(len(typed)) as pool:
        return list(pool.map(lambda each: send(*each), typed))


def window(draft, **words):
    mine = Draft.objects.select_related("version").get(pk=draft.pk)
    seen = saving.seen(mine, SHEET, SHEET.form(mine))
    hidden = {saving.REVISION: str(seen.revision), saving.SHOWN: seen.written}
    sent = {**words, **hidden}
    return mine, MultiValueDict({name: [word] for name, word in sent.items()})


def test_ten_windows_that_answer_different_questions_at_once_all_stand(draft):
    names = [name for name in SHEET.names(SHEET.form(draft)) if "name" in name or "place" in name]
    windows = [window(draft, **{name: f"Chữ {place}"}) for place, name in enumerate(names)]

    contested = at_once(*windows)

    draft.refresh_from_db()
    form = SHEET.form(draft)
    assert len(names) >= 2
    assert contested == [[]] * len(names)
    assert [form[name].value() for name in names] == [f"Chữ {n}" for n in range(len(names))]


def test_of_two_windows_at_once_one_stands_and_the_other_lies_beside_it(draft):
    windows = [window(draft, child__full_name=name) for name in ("An", "Bình")]

    contested = at_once(*windows)

    draft.refresh_from_db()
    stands = draft.data["child"]["full_name"]
    beside = draft.aside["tre"][0]["typed"]["child__full_name"][0]
    assert sorted(map(len, contested)) == [0, 1]
    assert {stands, beside} == {"An", "Bình"}
