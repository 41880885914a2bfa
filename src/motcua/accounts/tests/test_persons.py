"""What is kept of a person, and what is shown?"""

import pytest
from allauth.mfa.utils import decrypt
from django.core.management import call_command
from django.db import IntegrityError

from motcua.accounts import actions, rotation
from motcua.accounts.exceptions import NotAPersonalNumber, SealBroken
from motcua.accounts.models import MACHINE, Person
from motcua.accounts.tests.conftest import TOTP_SECRET

NUMBER = "022188001234"

pytestmark = pytest.mark.django_db


def test_the_number_is_sealed_masked_and_found(citizen):
    again = Person.objects.with_personal_number("022 188 001 234").get()

    assert again == citizen
    assert again.personal_number == NUMBER
    assert again.masked_personal_number == "022*****1234"
    assert NUMBER.encode() not in bytes(again.sealed_personal_number)
    assert NUMBER not in again.personal_number_key


def test_the_number_stands_in_no_text_about_the_person(citizen):
    shown = f"{citizen} {citizen!r} {citizen.username} {citizen.get_short_name()}"

    assert NUMBER not in shown
    assert citizen.full_name not in f"{citizen} {citizen!r}"


def test_a_person_without_a_number_shows_none(officer):
    assert officer.personal_number == ""
    assert officer.masked_personal_number == ""


def test_two_persons_never_share_a_number(citizen):
    with pytest.raises(IntegrityError):
        Person.objects.create(personal_number=NUMBER)


def test_a_sealed_number_moved_to_another_row_does_not_open(citizen, officer):
    officer.sealed_personal_number = citizen.sealed_personal_number

    with pytest.raises(SealBroken):
        _ = officer.personal_number


def test_the_database_refuses_a_number_without_its_key(citizen):
    with pytest.raises(IntegrityError, match="person_number_is_sealed_and_keyed_together"):
        Person.objects.filter(pk=citizen.pk).update(personal_number_key=None)


@pytest.mark.parametrize(
    "wrong", ["", "02218800123", "0221880012345", "02218800123a", "٠22188001234"]
)
def test_what_cannot_be_a_number_is_refused(wrong):
    with pytest.raises(NotAPersonalNumber):
        Person(personal_number=wrong)


def test_a_citizens_login_name_says_nothing():
    first, second = Person(full_name="Trần Văn Bưởi"), Person(full_name="Trần Văn Bưởi")

    assert first.username.startswith("cd-")
    assert first.username != second.username


def test_names_are_sorted_by_the_given_name():
    for name in ("Nguyễn Văn Đức", "Trần An", "Lê Thị Ân", "Phạm Văn Dũng"):
        Person.objects.create(full_name=name)

    sorted_names = Person.objects.order_by("sort_name").values_list("full_name", flat=True)

    assert list(sorted_names) == ["Trần An", "Lê Thị Ân", "Phạm Văn Dũng", "Nguyễn Văn Đức"]


def test_the_machine_is_one_named_account():
    machine = Person.objects.machine()

    assert machine == Person.objects.machine()
    assert machine.username == MACHINE
    assert machine.is_machine
    assert not machine.may_use_password
    assert machine not in Person.objects.humans()


@pytest.mark.parametrize("power", [{"is_superuser": True}, {"password": "md5$x$y"}])
def test_the_database_refuses_a_machine_that_could_sign_in(power):
    machine = Person.objects.machine()

    with pytest.raises(IntegrityError, match="person_machine_is_nobody"):
        Person.objects.filter(pk=machine.pk).update(**power)


def test_a_rotation_seals_numbers_and_factors_again(citizen, officer, settings):
    settings.PERSONAL_DATA_RETIRED_KEYS = [settings.PERSONAL_DATA_KEY]
    settings.PERSONAL_DATA_KEY = "another-key"

    done = rotation.seal_everything_again()
    settings.PERSONAL_DATA_RETIRED_KEYS = []

    citizen.refresh_from_db()
    assert done == 2
    assert citizen.personal_number == NUMBER
    assert Person.objects.with_personal_number(NUMBER).get() == citizen
    assert decrypt(officer.authenticator_set.get().data["secret"]) == TOTP_SECRET
    assert rotation.seal_everything_again() == 0


def test_the_operator_rotates_by_command(citizen, settings, capsys):
    settings.PERSONAL_DATA_RETIRED_KEYS = [settings.PERSONAL_DATA_KEY]
    settings.PERSONAL_DATA_KEY = "another-key"

    call_command("seal_again")

    assert "1" in capsys.readouterr().out


def test_many_officers_get_credentials_with_few_queries(django_assert_num_queries):
    officers = [Person(username=f"thu.{n}") for n in range(30)]
    Person.objects.bulk_create(officers)

    with django_assert_num_queries(5):
        actions.give_credentials_to_all(officers, "x", totp_secret=lambda person: "JBSWY3DP")

    assert all(officer.check_password("x") for officer in Person.objects.with_password())
