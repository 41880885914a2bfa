"""Who is a person here? One row per human, however many doors they sign in by."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from motcua.accounts import personal_numbers
from motcua.accounts.fields import SealedJSONField
from motcua.accounts.names import sort_name
from motcua.accounts.queries import PersonQuerySet
from motcua.accounts.sealing import seal, unseal

MACHINE = "máy"
"""The login name under which the system itself acts."""


def opaque_username() -> str:
    """A citizen's login name: says nothing about them and is never typed."""
    return "cd-" + get_random_string(16, "abcdefghjkmnpqrstuvwxyz23456789")


class Register(BaseUserManager["Person"]):
    """The register of persons."""

    def machine(self) -> "Person":
        """The named account under which the system acts; it can sign in nowhere."""
        person, _created = self.get_or_create(
            username=MACHINE,
            defaults={
                "full_name": "Hệ thống",
                "is_machine": True,
                "password": UNUSABLE_PASSWORD_PREFIX,
            },
        )
        return person

    def create_user(self, username: str, password: str | None = None, **facts: Any) -> "Person":
        person = self.model(username=username, **facts)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(
        self, username: str, password: str | None = None, **facts: Any
    ) -> "Person":
        return self.create_user(username, password, is_superuser=True, **facts)


PersonManager = Register.from_queryset(PersonQuerySet)


class Person(AbstractBaseUser, PermissionsMixin):
    """A human, or the machine. An officer who also applies as a citizen is one Person."""

    class Sex(models.TextChoices):
        MALE = "male", _("Nam")
        FEMALE = "female", _("Nữ")

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Stays for life, says nothing, and is what the sealed number is bound to."""
    username = models.CharField(
        _("tên đăng nhập"),
        max_length=150,
        unique=True,
        default=opaque_username,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("Tên đăng nhập này đã có người dùng.")},
    )
    full_name = models.CharField(_("họ và tên"), max_length=150, blank=True)
    sort_name = models.CharField(max_length=600, blank=True, editable=False, db_index=True)
    birth_date = models.DateField(_("ngày sinh"), null=True, blank=True)
    sex = models.CharField(_("giới tính"), max_length=6, choices=Sex, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    phone = models.CharField(_("số điện thoại"), max_length=20, blank=True)
    sealed_personal_number = models.BinaryField(null=True, blank=True, editable=False)
    personal_number_key = models.CharField(
        max_length=64, unique=True, null=True, blank=True, editable=False
    )
    citizen = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="officer",
    )
    """Of an officer without a number of their own: the row in which the same human applies as a
    citizen, where that row was there before anybody knew.
    """
    is_active = models.BooleanField(
        _("được đăng nhập"),
        default=True,
        help_text=_("Bỏ dấu này thay cho việc xóa tài khoản."),
    )
    is_demo = models.BooleanField(_("người hư cấu"), default=False, editable=False)
    is_machine = models.BooleanField(default=False, editable=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar = PersonManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")
        constraints = [
            models.CheckConstraint(
                name="person_number_is_sealed_and_keyed_together",
                condition=Q(sealed_personal_number__isnull=True, personal_number_key__isnull=True)
                | Q(sealed_personal_number__isnull=False, personal_number_key__isnull=False),
            ),
            models.CheckConstraint(
                name="person_has_one_number",
                condition=Q(citizen=None) | Q(personal_number_key=None),
            ),
            models.CheckConstraint(
                name="person_machine_is_nobody",
                condition=Q(is_machine=False)
                | Q(is_superuser=False, personal_number_key=None)
                & Q(("password__startswith", UNUSABLE_PASSWORD_PREFIX)),
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def has_usable_password(self) -> bool:
        """A row entered without any password has none to use."""
        return bool(self.password) and super().has_usable_password()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = sort_name(self.full_name)
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        """The given name, which is how Vietnamese people are addressed."""
        return self.full_name.rpartition(" ")[2]

    @property
    def personal_number(self) -> str:
        """The twelve digits, or an empty text; raises SealBroken where the row was changed."""
        if self.sealed_personal_number is None:
            return ""
        return unseal(bytes(self.sealed_personal_number), bound_to=str(self.reference))

    @personal_number.setter
    def personal_number(self, number: str) -> None:
        digits = personal_numbers.cleaned(number)
        self.sealed_personal_number = seal(digits, bound_to=str(self.reference))
        self.personal_number_key = personal_numbers.key_of(digits)

    @property
    def masked_personal_number(self) -> str:
        number = self.personal_number
        return personal_numbers.masked(number) if number else ""

    @property
    def rows(self) -> frozenset[int]:
        """The keys under which the register has this human."""
        return frozenset(filter(None, (self.pk, self.citizen_id)))

    def be_reached_at(self, *, email: str, phone: str) -> None:
        """Letters and calls about dossiers go there from now on."""
        self.email, self.phone = email, phone
        self.save(update_fields=["email", "phone"])

    @property
    def may_use_password(self) -> bool:
        """Officers have a password; citizens and the machine have none to guess."""
        return self.is_active and not self.is_machine and self.has_usable_password()


class Rescued(models.Model):
    """What somebody sent when their session was over, until they have signed in again.

    Sealed, for minutes, found only by the browser that sent it, and shown only on the page that it
    was typed on, to whom that page belongs.
    """

    key = models.CharField(max_length=64, unique=True)
    """Keyed hash of what the browser keeps in its cookie, and of the page."""
    path = models.CharField(max_length=500)
    texts: Any = SealedJSONField()
    """Pairs of name and text, in the order of the form."""
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["made_at"], name="rescued_by_age")]

    def __str__(self) -> str:
        return self.key[:8]


class Attempt(models.Model):
    """How often one network, or anyone with one code, tried within one window of time.

    The key is a keyed hash: neither the address nor the code can be read from the row.
    """

    key = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    """When the window began; windows lie end to end."""
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "opened_at"], name="one_count_a_window")
        ]
        indexes = [models.Index(fields=["opened_at"], name="counts_by_age")]

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.count}"
