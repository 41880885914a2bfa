"""The demo's citizens in the portal: the same invented people as at its identity provider."""

from django.db import transaction

from motcua.accounts.models import Person
from motcua.demo.citizens import CITIZENS, DemoCitizen


@transaction.atomic
def seed() -> None:
    """Enter who is missing; doing it again changes nothing. Officers are seeded before."""
    for citizen in CITIZENS:
        if not Person.objects.with_personal_number(citizen.personal_number).exists():
            _enter(citizen)


def _enter(citizen: DemoCitizen) -> None:
    person = Person.objects.filter(username=citizen.officer).first() or Person(is_demo=True)
    person.full_name, person.birth_date = citizen.full_name, citizen.birth_date
    person.sex, person.phone, person.email = citizen.sex, citizen.phone, citizen.email
    person.personal_number = citizen.personal_number
    if not person.password:
        person.set_unusable_password()
    person.save()
