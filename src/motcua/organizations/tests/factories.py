"""The smallest true things: a place, an agency, a post, a person in it."""

from datetime import date

from factory import declarations, helpers
from factory.django import DjangoModelFactory

from motcua.accounts.models import Person
from motcua.organizations.models import (
    Appointment,
    Jurisdiction,
    Organization,
    OrganizationName,
    Post,
    Subordination,
)
from motcua.periods.models import since
from motcua.search.folding import sort_key
from motcua.territory.models import Containment, Unit, UnitName
from motcua.territory.spelling import key

FIRST_DAY = date(2025, 7, 1)
TODAY = date(2026, 11, 22)
FOREVER = since(FIRST_DAY)
LEAVE = since(FIRST_DAY, date(2099, 1, 1))
"""A leave cover has an end; this one is far off."""


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    username = declarations.Sequence("officer{}".format)
    full_name = declarations.Sequence("Trần Văn Mẫu {}".format)


class UnitFactory(DjangoModelFactory):
    """A commune; ``inside=province`` puts it there."""

    class Meta:
        model = Unit
        skip_postgeneration_save = True

    tier = Unit.Tier.COMMUNE
    code = declarations.Sequence("{:05d}".format)
    valid_during = FOREVER

    @helpers.post_generation
    def named(self, create, extracted, **kwargs):
        if not create:
            return
        kind = {1: "tỉnh", 2: "huyện", 3: "phường"}[self.tier]
        name = extracted or f"Mẫu {self.code}"
        UnitName.objects.create(
            unit=self,
            kind=kind,
            proper_name=name,
            folded=key(name),
            valid_during=self.valid_during,
        )

    @helpers.post_generation
    def inside(self, create, extracted, **kwargs):
        if create and extracted:
            Containment.objects.create(unit=self, parent=extracted, valid_during=self.valid_during)


class OrganizationFactory(DjangoModelFactory):
    """A committee of a ward; ``under=parent`` makes it answer there."""

    class Meta:
        model = Organization
        skip_postgeneration_save = True

    identifier = declarations.Sequence(lambda n: f"H49.{1000 + n}")
    kind = Organization.Kind.COMMUNE_COMMITTEE
    tier = Organization.Tier.COMMUNE
    valid_during = FOREVER

    @helpers.post_generation
    def named(self, create, extracted, **kwargs):
        if not create:
            return
        name = extracted or f"Ủy ban nhân dân phường {self.identifier}"
        OrganizationName.objects.create(
            organization=self,
            full_name=name,
            sort_key=sort_key(name),
            valid_during=self.valid_during,
        )

    @helpers.post_generation
    def unit(self, create, extracted, **kwargs):
        if create and extracted:
            Jurisdiction.objects.create(
                organization=self, unit=extracted, valid_during=self.valid_during
            )

    @helpers.post_generation
    def under(self, create, extracted, **kwargs):
        if create and extracted:
            Subordination.objects.create(
                child=self, parent=extracted, valid_during=self.valid_during
            )


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    organization = declarations.SubFactory(OrganizationFactory)
    title = "Công chức tư pháp – hộ tịch"
    valid_during = declarations.SelfAttribute("organization.valid_during")


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    post = declarations.SubFactory(PostFactory)
    person = declarations.SubFactory(PersonFactory)
    valid_during = declarations.SelfAttribute("post.valid_during")
