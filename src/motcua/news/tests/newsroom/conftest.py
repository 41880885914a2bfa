"""Two newsrooms: the province's and a ward's, and the officers who have roles in them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from motcua.accounts.models import Person
from motcua.accounts.tests.sessions import as_officer
from motcua.news import actions as news
from motcua.news.models import Article, EditorialRole, Newsroom, Section
from motcua.news.newsroom.actions import open_section, refresh
from motcua.news.newsroom.workflow import Role
from motcua.organizations.tests.factories import AppointmentFactory, OrganizationFactory
from motcua.periods.models import since

FIRST_DAY = date(2025, 7, 1)
NOW = "2026-11-22 09:00+07:00"


@pytest.fixture(autouse=True)
def now():
    """Sunday, 22 November 2026, nine in the morning."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@dataclass
class Desk:
    """A newsroom and one officer for each role."""

    newsroom: Newsroom
    section: Section
    people: dict[Role, Person]

    def at_work(self, role: Role) -> Client:
        return as_officer(Client(), self.people[role])


def staff(newsroom: Newsroom, organization: Any, role: Role) -> Person:
    """Somebody in a post of ``organization`` that has ``role``."""
    held: Any = AppointmentFactory(
        post__organization=organization,
        post__title=f"{Role(role).label.capitalize()}",
        person__email=f"{Role(role).name.lower()}{newsroom.pk}@example.vn",
    )
    EditorialRole.objects.create(
        newsroom=newsroom, role=role, post=held.post, valid_during=since(FIRST_DAY)
    )
    return held.person


def desk(index, organization: Any, title: str, slug: str) -> Desk:
    section = index.add_child(
        instance=Section(title=title, slug=slug, organization=organization, locale=index.locale)
    )
    newsroom = open_section(section)
    people = {role: staff(newsroom, organization, role) for role in Role}
    return Desk(newsroom, section, people)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """Both newsrooms, built once a file inside a transaction around its tests."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(NOW, tick=False):
        index = news.set_up().get_parent().specific
        center = OrganizationFactory(identifier="H49.90", tier=1, kind="department")
        committee = OrganizationFactory(identifier="H49.57")
        desks = {
            "province": desk(index, center, "Tin thành phố", "thanh-pho"),
            "ward": desk(index, committee, "Phường Bãi Cháy", "phuong-bai-chay"),
        }
        connection.check_constraints()  # once here, or after every test anew
        yield desks
        transaction.set_rollback(True)


def fresh(desk: Desk) -> Desk:
    """As the database has it, whatever an earlier test did to these objects."""
    people = {role: Person.objects.get(pk=person.pk) for role, person in desk.people.items()}
    newsroom = Newsroom.objects.get(pk=desk.newsroom.pk)
    return Desk(newsroom, Section.objects.get(pk=desk.section.pk), people)


@pytest.fixture
def province(built, db) -> Desk:
    return fresh(built["province"])


@pytest.fixture
def ward(built, db) -> Desk:
    return fresh(built["ward"])


def give(desk: Desk, person: Person, role: Role, until: date | None = None) -> None:
    """A role to a person, whatever posts they hold."""
    days = since(FIRST_DAY, until)
    EditorialRole.objects.create(
        newsroom=desk.newsroom, role=role, person=person, valid_during=days
    )


def article(desk: Desk, title: str = "Lễ hội hoa", *, owner=Role.REPORTER, **facts) -> Article:
    """A draft, by the desk's reporter if nothing else is said."""
    said = {"title": title, "lead": "Phường mở lễ hội hoa vào chủ nhật.", **facts}
    draft = Article(live=False, owner=desk.people[owner], locale=desk.section.locale, **said)
    desk.section.add_child(instance=draft)
    draft.save_revision(user=draft.owner)
    return draft


def submitted(desk: Desk, *, owner=Role.REPORTER, **facts) -> Article:
    """A draft that waits for the editor."""
    page = article(desk, owner=owner, **facts)
    page.get_workflow().start(page, page.owner)
    return page


def published(desk: Desk, **facts) -> Article:
    """An article that went all the way."""
    page = submitted(desk, **facts)
    for role in (Role.EDITOR, Role.PUBLISHER):
        refresh(desk.people[role])
        page = Article.objects.get(pk=page.pk)
        step = page.current_workflow_task_state
        step.task.specific.on_action(step, desk.people[role], "approve")
    return Article.objects.get(pk=page.pk)
