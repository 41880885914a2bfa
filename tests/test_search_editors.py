"""What do editors see of the search? Questions asked in vain, and synonyms to mend it with."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import PersonFactory
from motcua.periods import clock
from motcua.search import actions
from motcua.search.models import Synonym, Unanswered
from motcua.search.queries import find

pytestmark = pytest.mark.django_db

REPORT = "/bien-tap/tim-khong-thay/"
ADD = "/bien-tap/snippets/search/synonym/add/"


@pytest.fixture
def editor(client):
    """May see the report and add synonyms, and nothing else."""
    person = PersonFactory()
    names = ["access_admin", "view_unanswered", "add_synonym", "view_synonym"]
    person.user_permissions.set(Permission.objects.filter(codename__in=names))
    return as_officer(client, person)


def noted(words, times, days_ago=0):
    day = clock.today() - timedelta(days=days_ago)
    return Unanswered.objects.create(words=words, times=times, day=day)


def test_editors_see_what_was_asked_often_and_nothing_rarer(editor):
    noted("thẻ đi học", 2)
    noted("thẻ đi học", 1, days_ago=1)
    noted("bí mật của một người", 2)

    html = editor.get(REPORT).content.decode()

    assert "thẻ đi học" in html
    assert "bí mật" not in html
    assert f"{ADD}?said=th%E1%BA%BB" in html


def test_editors_take_the_list_along_as_csv(editor):
    noted("thẻ đi học", 3)

    response = editor.get(REPORT, {"export": "csv"})

    text = response.getvalue().decode()
    assert "thẻ đi học,3" in text


def test_who_may_not_see_it_does_not(client):
    person = PersonFactory()
    person.user_permissions.set(Permission.objects.filter(codename="access_admin"))

    assert as_officer(client, person).get(REPORT).status_code in {302, 403}


def test_an_editor_adds_a_synonym_right_there_and_it_works(editor):
    actions.put("procedure", "1", title="Cấp thẻ học sinh")
    page = editor.get(ADD, {"said": "thẻ đi học"}).content.decode()
    assert 'value="thẻ đi học"' in page

    editor.post(ADD, {"said": "thẻ đi học", "meant": "thẻ học sinh"})

    assert Synonym.objects.get(said="thẻ đi học").meant_folded == "the hoc sinh"
    assert find("thẻ đi học")[0].key == "1"


def test_a_synonym_without_a_word_is_refused(editor):
    response = editor.post(ADD, {"said": "!!!", "meant": "thẻ"})

    assert "Hãy nhập ít nhất một từ." in response.content.decode()
    assert not Synonym.objects.exists()
