"""Which laws stand on the shelf, and how do they get there?"""

from datetime import date

import pytest

from motcua.legal import actions
from motcua.legal.actions import Told
from motcua.legal.models import LegalDocument
from motcua.periods.models import since

pytestmark = pytest.mark.django_db


def test_a_law_is_shelved_once_and_stays_as_an_editor_wrote_it():
    actions.enter([Told("60/2014/QH13", "Luật Hộ tịch", issued_on=date(2014, 11, 20))])
    LegalDocument.objects.update(valid_during=since(date(2014, 11, 20), date(2026, 3, 1)))

    actions.enter([Told("60/2014/QH13", "Luật khác"), Told("")])

    law = LegalDocument.objects.get()
    assert (law.title, law.valid_during.upper) == ("Luật Hộ tịch", date(2026, 3, 1))


def test_an_unknown_number_that_is_cited_is_shelved_without_a_title():
    actions.enter([Told("60/2014/QH13", "Luật Hộ tịch")])

    found = actions.cited(["123/2015/NĐ-CP", "60/2014/QH13"])

    assert [(law.number, law.title) for law in found] == [
        ("123/2015/NĐ-CP", ""),
        ("60/2014/QH13", "Luật Hộ tịch"),
    ]
    assert found[0].holds_on(date(1999, 1, 1))
