"""One question on each step of the way, led there by the verbs themselves."""

import uuid
from dataclasses import dataclass

from motcua.accounts.models import Person
from motcua.dossiers.tests.factories import pdf
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization
from motcua.questions.actions import Asked, Contact, ask
from motcua.questions.facts import PublicText
from motcua.questions.models import Question

PUBLIC = PublicText("Khai sinh muộn", "Có bị phạt không?", "Không bị phạt.")


@dataclass(frozen=True)
class Office:
    """Who answers where."""

    organization: Organization
    clerk: Acting
    drafter: Acting
    approver: Acting


@dataclass(frozen=True)
class Questions:
    """What one asker has asked."""

    new: Question
    """With a file."""
    waiting: Question
    assigned: Question
    drafted: Question
    approved: Question
    answered: Question
    """For everybody to read."""
    private: Question
    """Answered for its asker alone."""


def asked_by(person: Person, office: Office) -> Questions:
    """Everything that ``person`` asked of ``office``."""
    return Questions(
        new=_new(person, office),
        waiting=_waiting(person, office),
        assigned=_assigned(person, office),
        drafted=_drafted(person, office),
        approved=_approved(person, office),
        answered=_answered(person, office),
        private=_private(person, office),
    )


def _new(person: Person, office: Office) -> Question:
    asked = Asked(
        form_key=uuid.uuid4(),
        title="Khai sinh muộn có bị phạt không?",
        text=f"Tôi là {person.full_name}. Con tôi ba tháng tuổi.",
        organization=office.organization,
        contact=Contact(name=person.full_name, phone=person.phone),
        files=[(pdf(person.username), "thong-bao.pdf")],
    )
    return ask(asked, by=Acting.citizen(person))


def _waiting(person: Person, office: Office) -> Question:
    question = _new(person, office)
    question.ask_for_more(by=office.clerk, reason="Cháu sinh ở đâu?")
    return question


def _assigned(person: Person, office: Office) -> Question:
    question = _new(person, office)
    question.assign(by=office.clerk, drafter=office.drafter.person)
    return question


def _drafted(person: Person, office: Office) -> Question:
    question = _assigned(person, office)
    question.draft(by=office.drafter, answer="Không bị phạt.")
    return question


def _approved(person: Person, office: Office) -> Question:
    question = _drafted(person, office)
    question.approve(by=office.approver)
    return question


def _answered(person: Person, office: Office) -> Question:
    question = _approved(person, office)
    question.publish(by=office.clerk, public=PUBLIC)
    return question


def _private(person: Person, office: Office) -> Question:
    question = _approved(person, office)
    question.answer_privately(by=office.clerk)
    return question
