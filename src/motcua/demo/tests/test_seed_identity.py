import pytest

from motcua.demo import seed_identity
from motcua.ui.models import SiteIdentity


@pytest.mark.django_db
def test_seeding_twice_enters_two_identities():
    seed_identity.seed()
    seed_identity.seed()

    assert SiteIdentity.objects.count() == 2
