"""The smallest true things: persons, an office with its posts, a procedure, dossiers."""

from datetime import date, datetime, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from motcua.accounts.models import Person
from motcua.catalog.models import (
    Assignment,
    Case,
    Channel,
    Component,
    Procedure,
    ProcedureVersion,
    Sector,
)
from motcua.dossiers import second_facts
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.workflow import CLOCK_RUNS, DECIDED, State
from motcua.filekeeping.tests.contents import JPEG, PDF, PNG, pdf
from motcua.organizations.acting import Acting
from motcua.organizations.models import (
    Appointment,
    Duty,
    Jurisdiction,
    Organization,
    OrganizationName,
    Post,
)
from motcua.periods.clock import VIETNAM
from motcua.periods.models import since
from motcua.search.folding import fold, sort_key

__all__ = ["JPEG", "PDF", "PNG", "pdf"]
"""Contents of papers, for whoever makes people and papers in one breath."""

FOREVER = since(date(2020, 1, 1))


def at(text: str) -> datetime:
    """A moment in Việt Nam: ``at("2026-11-20 09:00")``."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    username = factory.Sequence("person{}".format)
    full_name = factory.Sequence("Nguyễn Thị Mẫu {}".format)
    phone = "0912 345 678"


class OrganizationFactory(DjangoModelFactory):
    class Meta:
        model = Organization
        skip_postgeneration_save = True

    identifier = factory.Sequence(lambda n: f"H49.{5000 + n}")
    kind = Organization.Kind.COMMUNE_COMMITTEE
    tier = Organization.Tier.COMMUNE
    valid_during = FOREVER

    @factory.post_generation
    def full_name(self, create, extracted, **kwargs):
        name = extracted or f"UBND phường {self.identifier}"
        OrganizationName.objects.create(
            organization=self,
            full_name=name,
            sort_key=sort_key(name),
            valid_during=self.valid_during,
        )

    @factory.post_generation
    def unit(self, create, extracted, **kwargs):
        if extracted:
            Jurisdiction.objects.create(
                organization=self, unit=extracted, valid_during=self.valid_during
            )


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    organization = factory.SubFactory(OrganizationFactory)
    title = "Công chức"
    duties = factory.LazyFunction(lambda: [Duty.APPRAISE])
    holders_allowed = 9
    valid_during = FOREVER


def officer(organization, *duties, person=None, title="Công chức") -> Acting:
    """Somebody who acts in a post of ``organization`` with these duties, appointed to it."""
    person = person or PersonFactory()
    post: Any = PostFactory(organization=organization, duties=list(duties), title=title)
    Appointment.objects.create(post=post, person=person, valid_during=FOREVER)
    return Acting(person, post)


class VersionFactory(DjangoModelFactory):
    """A published version with five working days online; ``limit=None`` has no readable limit."""

    class Meta:
        model = ProcedureVersion

    class Params:
        code = factory.Sequence("1.{:06d}".format)

    limit = 5
    papers = ("Tờ khai", "Giấy chứng sinh")
    """Names, or names with the condition of each."""
    procedure = factory.LazyAttribute(lambda self: _procedure(self.code))
    number = 1
    name = "Đăng ký khai sinh"
    name_sort_key = "x"
    levels = ["commune"]
    valid_during = FOREVER

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        limit, papers = kwargs.pop("limit"), kwargs.pop("papers")
        version = super()._create(model_class, *args, **kwargs)
        Channel.objects.create(
            version=version,
            position=1,
            kind=Channel.Kind.ONLINE,
            limit_value=limit,
            limit_unit=Channel.LimitUnit.WORKING_DAY if limit else "",
        )
        case = Case.objects.create(version=version, position=1)
        named = papers if isinstance(papers, dict) else dict.fromkeys(papers, "")
        for position, (name, condition) in enumerate(named.items(), 1):
            Component.objects.create(case=case, position=position, name=name, condition=condition)
        Assignment.objects.create(
            procedure=version.procedure,
            role=Assignment.Role.DECIDE,
            organization_kind=Organization.Kind.COMMUNE_COMMITTEE,
            valid_during=FOREVER,
        )
        version.publish(by=Acting.citizen(PersonFactory()))
        return version


def _procedure(code: str) -> Procedure:
    sector, _ = Sector.objects.get_or_create(slug="ho-tich", defaults={"name": "Hộ tịch"})
    return Procedure.objects.get_or_create(code=code, defaults={"sector": sector})[0]


class DraftFactory(DjangoModelFactory):
    class Meta:
        model = Draft

    person = factory.SubFactory(PersonFactory)
    version = factory.SubFactory(VersionFactory)
    organization = factory.SubFactory(OrganizationFactory)
    contact_name = factory.LazyAttribute(lambda self: self.person.full_name)
    contact_phone = factory.LazyAttribute(lambda self: self.person.phone)
    contact_email = "cong-dan@example.vn"


class DossierFactory(DjangoModelFactory):
    """A dossier in any status, with the dates that the status demands and no history."""

    class Meta:
        model = Dossier

    class Params:
        registered = factory.Trait(state=State.REGISTERED)
        received = factory.Trait(state=State.RECEIVED)
        in_process = factory.Trait(state=State.IN_PROCESS)
        supplement_requested = factory.Trait(state=State.SUPPLEMENT_REQUESTED)
        finished = factory.Trait(state=State.FINISHED)
        returned = factory.Trait(state=State.RETURNED)

    state = State.REGISTERED
    applicant = factory.SubFactory(PersonFactory)
    organization = factory.SubFactory(OrganizationFactory)
    counter = factory.SelfAttribute("organization")
    version = factory.SubFactory(VersionFactory)
    draft = factory.LazyAttribute(
        lambda self: DraftFactory(
            person=self.applicant, version=self.version, organization=self.organization
        )
    )
    code = factory.Sequence("H49.61-261120-{:04d}".format)
    channel = Channel.Kind.ONLINE
    submitted_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    moved_at = factory.LazyAttribute(lambda self: self.received_at or self.submitted_at)
    received_at = factory.LazyAttribute(
        lambda self: (
            self.submitted_at + timedelta(hours=1) if self.state in CLOCK_RUNS | DECIDED else None
        )
    )
    due_original = factory.LazyAttribute(
        lambda self: self.received_at and self.received_at + timedelta(days=5)
    )
    due_current = factory.SelfAttribute("due_original")
    finished_at = factory.LazyAttribute(
        lambda self: self.received_at + timedelta(hours=1) if self.state in DECIDED else None
    )
    applicant_name = factory.LazyAttribute(lambda self: self.applicant.full_name)
    phone = factory.LazyAttribute(lambda self: self.applicant.phone)
    email = "cong-dan@example.vn"
    phone_tail_key = factory.LazyAttribute(
        lambda self: second_facts.tail_key(self.code, self.phone)
    )
    search_text = factory.LazyAttribute(
        lambda self: fold(f"{self.code} {self.version.name} {self.applicant_name}")
    )
