"""Are offices found by name, and does the result lead to how they work?"""

import pytest
from django.core.management import call_command

from motcua.organizations.tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def test_an_office_is_found_by_its_name_and_leads_to_its_figures(client):
    office = OrganizationFactory(named="Ủy ban nhân dân phường Thử Nghiệm")
    call_command("rebuild_search_index", verbosity=0)

    html = client.get("/tim-kiem/", {"q": "thu nghiem", "loai": "organization"}).content.decode()

    assert f'href="/tinh-hinh-xu-ly/{office.identifier}/"' in html
