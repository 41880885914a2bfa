"""Does the demo's hospital speak as a partner does, and is it let in?"""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.catalog.forms_data import form_of
from motcua.demo import hospital, seed_partners
from motcua.dossiers.models import Draft, Partner
from motcua.dossiers.tests.factories import PersonFactory, VersionFactory
from motcua.periods.clock import today


@pytest.mark.django_db
def test_what_the_hospital_signs_becomes_a_draft_that_its_citizen_agreed_to(client, settings):
    form, layout = form_of(hospital.PROCEDURE)
    VersionFactory(code=hospital.PROCEDURE, form=form, form_layout=layout)
    for _again in range(2):
        seed_partners.seed()

    token = hospital.signed(settings.BASE_URL, today=today())
    answer = client.post(reverse("api:prefill"), token, content_type="application/jose")
    mother = PersonFactory(personal_number=hospital.MOTHER)
    as_citizen(client, mother).post(answer.json()["link"].replace(settings.BASE_URL, ""))

    assert Partner.objects.count() == 1
    assert Draft.objects.get().data["child"]["full_name"] == "Vũ Minh Ước"
