"""Are organizations found by any of their names, and do results lead to their pages?"""

import pytest
from django.core.management import call_command

from motcua.organizations.tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def test_an_organization_is_found_by_its_name_and_leads_to_its_page(client):
    office = OrganizationFactory(named="Ủy ban nhân dân phường Thử Nghiệm")
    call_command("rebuild_search_index", verbosity=0)

    html = client.get("/tim-kiem/", {"q": "thu nghiem", "loai": "organization"}).content.decode()

    assert f'href="/to-chuc/{office.identifier}/"' in html
