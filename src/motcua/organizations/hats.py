"""Which posts may this officer act in now, and which one do they act in?

Nothing is kept but the choice: whether an appointment holds is asked of its days on every request,
so that an ended one is gone at once, in the middle of a session too.
"""

from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Exists, OuterRef, Prefetch

from motcua.accounts.models import Person
from motcua.organizations.models import Appointment, Organization, RememberedHat
from motcua.organizations.queries import AppointmentQuerySet
from motcua.periods.clock import today

SESSION_KEY = "organizations.hat"
"""Session key of the appointment chosen in this session."""


def of(person: Person) -> AppointmentQuerySet:
    """The appointments that ``person`` holds today, each with its post, agency and its name."""
    named = Organization.objects.with_names(today())
    held = Appointment.objects.on(today()).of(person).select_related("post")
    in_order = held.order_by("post__organization__identifier", "post__title", "pk")
    return in_order.prefetch_related(Prefetch("post__organization", named))


def worn(person: Person, session: SessionBase) -> Appointment | None:
    """The chosen appointment, else the one of last time, else the only one; if it holds today."""
    last_time = RememberedHat.objects.filter(person=person, appointment=OuterRef("pk"))
    held = {each.pk: each for each in of(person).annotate(was_worn=Exists(last_time))}
    chosen = held.get(session.get(SESSION_KEY))
    remembered = next((each for each in held.values() if each.was_worn), None)
    return chosen or remembered or (next(iter(held.values())) if len(held) == 1 else None)


def put_on(appointment: Appointment, session: SessionBase) -> None:
    """Act in this post from now on, and begin with it next time."""
    session[SESSION_KEY] = appointment.pk
    RememberedHat.objects.update_or_create(
        person=appointment.person, defaults={"appointment": appointment}
    )
