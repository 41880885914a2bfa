from datetime import date

import pytest

from motcua.catalog import recording
from motcua.catalog.forms_data import form_of
from motcua.catalog.models import (
    Case,
    Channel,
    Component,
    LegalBasis,
    Procedure,
    ProcedureVersion,
    ResultType,
    Sector,
)
from motcua.catalog.recording import checking, loading
from motcua.organizations.acting import Acting
from motcua.organizations.models import (
    Jurisdiction,
    Organization,
    OrganizationKind,
    OrganizationName,
)
from motcua.periods.models import since
from motcua.territory.models import Containment, Unit, UnitName

ALWAYS = since(date(2025, 7, 1))


@pytest.fixture
def machine(db):
    return Acting.machine()


@pytest.fixture
def procedure(db):
    sector = Sector.objects.create(slug="gia-dinh", name="Gia đình và hộ tịch")
    return Procedure.objects.create(code="1.001193", sector=sector)


@pytest.fixture
def make_draft(procedure):
    def make(number=1, first=date(2026, 1, 1), **told):
        form, layout = form_of("1.001193")
        given = {"name": "Đăng ký khai sinh", "levels": ["commune"], "form": form}
        given |= {"form_layout": layout}
        version = ProcedureVersion.objects.create(
            procedure=procedure,
            number=number,
            valid_during=since(first),
            **{**given, **told},
        )
        case = Case.objects.create(version=version, position=0)
        Component.objects.create(case=case, position=0, name="Giấy chứng sinh", originals=1)
        Channel.objects.create(
            version=version, position=0, kind=Channel.Kind.ONLINE, limit_unit="same_day"
        )
        LegalBasis.objects.create(version=version, position=0, number="60/2014/QH13")
        ResultType.objects.create(
            version=version, position=0, code="KQ.G15.000031", name="Giấy khai sinh"
        )
        return version

    return make


@pytest.fixture
def draft(make_draft):
    return make_draft()


@pytest.fixture
def published(draft, machine):
    draft.publish(by=machine)
    return draft


@pytest.fixture
def records():
    return checking.read_all(recording.FOLDER)


@pytest.fixture
def recorded(records, machine):
    loading.load(records, by=machine)


def _organization(identifier, kind, tier, name, unit=None):
    organization = Organization.objects.create(
        identifier=identifier, kind=kind, tier=tier, valid_during=ALWAYS
    )
    if unit:
        Jurisdiction.objects.create(organization=organization, unit=unit, valid_during=ALWAYS)
    OrganizationName.objects.create(
        organization=organization, full_name=name, sort_key=name, valid_during=ALWAYS
    )
    return organization


def _unit(tier, code, kind, name):
    unit = Unit.objects.create(tier=tier, code=code, valid_during=ALWAYS)
    UnitName.objects.create(
        unit=unit, kind=kind, proper_name=name, folded=name, sort_key=name, valid_during=ALWAYS
    )
    return unit


@pytest.fixture
def province(db):
    """A province with two communes, its committee, one department and the communes' committees."""
    province = _unit(Unit.Tier.PROVINCE, "22", "tỉnh", "Quảng Ninh")
    kinds = OrganizationKind
    offices = {
        "committee": _organization(
            "H49", kinds.PEOPLES_COMMITTEE, Unit.Tier.PROVINCE, "Ủy ban nhân dân tỉnh", province
        ),
        "finance": _organization("H49.05", kinds.DEPARTMENT, Unit.Tier.PROVINCE, "Sở Tài chính"),
    }
    for code, name in (("06673", "Bãi Cháy"), ("06685", "Hà Lầm")):
        commune = _unit(Unit.Tier.COMMUNE, code, "phường", name)
        Containment.objects.create(unit=commune, parent=province, valid_during=ALWAYS)
        offices[name] = _organization(
            f"H49.{code}",
            kinds.COMMUNE_COMMITTEE,
            Unit.Tier.COMMUNE,
            f"UBND phường {name}",
            commune,
        )
    return offices
