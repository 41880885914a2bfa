"""Who keeps pilots, who takes part, with whom they are compared."""

from types import SimpleNamespace

import pytest

from motcua.directives.tests.conftest import head_of
from motcua.dossiers.tests.factories import FOREVER, OrganizationFactory, officer
from motcua.organizations.models import Duty
from motcua.reorganization import pilot_actions
from motcua.reorganization.models import PilotKeeper

from .stories import entered


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "private": {
            "BACKEND": "motcua.filekeeping.storage.PrivateStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        }
    }


@pytest.fixture
def offices(db):
    """Who sets it up, who keeps it, who takes part, with whom they are compared."""
    return SimpleNamespace(
        committee=OrganizationFactory(identifier="H49", kind="committee", tier=1),
        affairs=OrganizationFactory(identifier="H49.03", kind="department", tier=1),
        member=OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai"),
        member_two=OrganizationFactory(identifier="H49.62", full_name="UBND phường Hà Tu"),
        similar=OrganizationFactory(identifier="H49.63", full_name="UBND phường Hà Lầm"),
        bigger=OrganizationFactory(identifier="H49.64", full_name="UBND phường Bãi Cháy"),
    )


@pytest.fixture
def people(offices):
    keeper = officer(offices.affairs, Duty.APPRAISE, title="Chuyên viên theo dõi thí điểm")
    PilotKeeper.objects.create(
        organization=offices.committee, post=keeper.post, valid_during=FOREVER
    )
    return SimpleNamespace(
        chair=head_of(offices.committee, "Chủ tịch"),
        keeper=keeper,
        member=head_of(offices.member, "Chủ tịch"),
        stranger=head_of(offices.bigger, "Chủ tịch"),
        idle=officer(offices.committee, title="Lái xe"),
    )


@pytest.fixture
def make_pilot(offices, people):
    """A pilot of two members that is being prepared."""

    def make(**told):
        members = told.pop("members", [offices.member, offices.member_two])
        return pilot_actions.enter(entered(members, **told), offices.committee, by=people.keeper)

    return make


@pytest.fixture
def draft(make_pilot):
    return make_pilot()


@pytest.fixture
def running(make_pilot, people):
    pilot = make_pilot()
    pilot_actions.begin(pilot, by=people.keeper)
    return pilot
