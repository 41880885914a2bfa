"""What was typed cannot be read in the database, and outlives a change of keys."""

import pytest
from django.db import connection

from motcua.dossiers.actions import seal_answers_again
from motcua.dossiers.models import Draft
from motcua.dossiers.tests.factories import DraftFactory

pytestmark = pytest.mark.django_db


def raw_data():
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM dossiers_draft")
        return bytes(cursor.fetchone()[0])


def test_answers_are_not_readable_at_rest():
    draft = DraftFactory(data={"mother": {"personal_number": "022190001234"}})

    assert b"022190001234" not in raw_data()
    assert Draft.objects.get(pk=draft.pk).data["mother"]["personal_number"] == "022190001234"


def test_answers_are_sealed_again_after_a_change_of_keys(settings):
    draft = DraftFactory(data={"tên": "Mẫu"})
    before = raw_data()
    settings.PERSONAL_DATA_RETIRED_KEYS = [settings.PERSONAL_DATA_KEY]
    settings.PERSONAL_DATA_KEY = "a new key " + "2" * 40

    assert seal_answers_again() == 3  # answers, what cannot be read, what lies beside them
    assert seal_answers_again() == 0

    settings.PERSONAL_DATA_RETIRED_KEYS = []
    assert raw_data()[:4] != before[:4]
    assert Draft.objects.get(pk=draft.pk).data == {"tên": "Mẫu"}
