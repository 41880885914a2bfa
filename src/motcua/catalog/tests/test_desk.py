"""Drafts that wait: seen by who has a right, looked over by one, published by another."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog import actions, drafting, exceptions, turns, workflow
from motcua.catalog.actions import Seen
from motcua.catalog.importing import storing, translating
from motcua.catalog.models import CatalogPost, ProcedureVersion, VersionEvent
from motcua.catalog.tests.raw import raw
from motcua.organizations.acting import Acting
from motcua.organizations.tests.factories import FOREVER, AppointmentFactory
from motcua.periods import clock
from motcua.search.models import Entry

REVIEW, PUBLISH = CatalogPost.Right.REVIEW, CatalogPost.Right.PUBLISH


def hand(*rights):
    held = AppointmentFactory()
    for right in rights:
        CatalogPost.objects.create(post=held.post, right=right, valid_during=FOREVER)
    return Acting.holding(held)


@pytest.fixture
def people(db):
    return SimpleNamespace(
        reviewer=hand(REVIEW), publisher=hand(PUBLISH), both=hand(REVIEW, PUBLISH), nobody=hand()
    )


@pytest.fixture
def waiting(published, machine):
    """What an import brought over a version that people wrote."""
    storing.store([translating.understand(raw())], by=machine)
    return ProcedureVersion.objects.waiting().get()


SEEN = Seen(1, 1)


def put_in_force(version, by, seen, **said):
    told = {"decision": "12/QĐ-UBND", "first_day": clock.today()} | said
    return actions.publish(version, by=by, seen=seen, **told)


def at(page, version):
    return reverse(f"catalog_desk:{page}", args=[version.procedure.code, version.number])


# --- Verbs ----------------------------------------------------------------------------------------


def test_one_looks_it_over_and_another_puts_it_in_force(waiting, people):
    actions.review(waiting, by=people.reviewer, seen=SEEN)
    put_in_force(waiting, people.publisher, Seen(2, 1))

    now = waiting.procedure.version_on(clock.today())
    assert now == waiting
    assert (now.decision_number, now.first_day) == ("12/QĐ-UBND", clock.today())
    assert now.state is workflow.State.PUBLISHED
    assert [event.verb for event in waiting.events.all()] == ["review", "publish"]
    assert Entry.objects.get(kind="procedure", key="1.001193").title == now.name


def test_nothing_is_published_that_nobody_looked_over(waiting, people):
    with pytest.raises(exceptions.TooLate):
        put_in_force(waiting, people.both, SEEN)


def test_who_looked_it_over_does_not_publish_it(waiting, people, settings):
    actions.review(waiting, by=people.both, seen=SEEN)
    with pytest.raises(exceptions.SecondPersonNeeded):
        put_in_force(waiting, people.both, Seen(2, 1))
    waiting.refresh_from_db()
    assert waiting.state is workflow.State.REVIEWED

    settings.REVIEWER_MAY_PUBLISH = True
    put_in_force(waiting, people.both, Seen(2, 1))


def test_who_wrote_it_does_not_look_it_over_where_the_portal_is_set_so(client, published, settings):
    writer = hand(CatalogPost.Right.WRITE, REVIEW)
    draft = drafting.begin(published.procedure, by=writer, in_force=1)
    as_officer(client, writer.person)
    assert at("review", draft) in client.get(at("draft", draft)).content.decode()

    settings.WRITER_MAY_REVIEW = False
    shown = client.get(at("draft", draft)).content.decode()

    assert at("review", draft) not in shown
    assert "Bạn đã soạn bản nháp này" in shown
    with pytest.raises(exceptions.WroteIt):
        actions.review(draft, by=writer, seen=SEEN)
    actions.review(draft, by=hand(REVIEW), seen=SEEN)


def test_the_page_says_whose_turn_it_is(client, waiting, people):
    as_officer(client, people.both.person)
    shown = client.get(at("draft", waiting)).content.decode()
    assert people.reviewer.person.full_name in shown
    assert people.publisher.person.full_name not in shown

    actions.review(waiting, by=people.both, seen=SEEN)
    shown = client.get(at("draft", waiting)).content.decode()

    assert people.publisher.person.full_name in shown
    assert "Bạn đã rà soát bản nháp này" in shown
    assert at("publish", waiting) not in shown
    assert turns.of(waiting).holders[0].person == people.publisher.person


@pytest.mark.parametrize("who", ["publisher", "nobody"])
def test_only_a_reviewer_looks_it_over(waiting, people, who):
    with pytest.raises(exceptions.NotYourMove):
        actions.review(waiting, by=getattr(people, who), seen=SEEN)


def test_only_a_publisher_publishes(waiting, people):
    actions.review(waiting, by=people.both, seen=SEEN)

    with pytest.raises(exceptions.NotYourMove):
        put_in_force(waiting, people.reviewer, Seen(2, 1))


def test_of_two_at_once_the_second_is_too_late(waiting, people):
    actions.review(waiting, by=people.reviewer, seen=SEEN)
    same = ProcedureVersion.objects.get(pk=waiting.pk)
    actions.discard(waiting, by=people.reviewer, seen=Seen(2, 1), reason="Sai nguồn.")

    with pytest.raises(exceptions.TooLate):
        put_in_force(same, people.publisher, Seen(2, 1))
    assert VersionEvent.objects.count() == 2


def test_a_page_that_compared_with_another_version_decides_nothing(
    waiting, people, make_draft, machine
):
    make_draft(number=3, first=clock.today()).publish(by=machine)

    with pytest.raises(exceptions.TooLate):
        actions.review(waiting, by=people.reviewer, seen=SEEN)
    actions.review(waiting, by=people.reviewer, seen=Seen(1, 3))
    with pytest.raises(exceptions.Overtaken):
        put_in_force(waiting, people.publisher, Seen(2, 3))


def test_what_was_discarded_does_not_come_again(waiting, people, machine):
    actions.discard(waiting, by=people.publisher, seen=SEEN, reason="Nguồn nhầm phí.")

    outcome = storing.store([translating.understand(raw())], by=machine)

    assert outcome == {"1.001193": storing.Outcome.UNCHANGED}
    assert not ProcedureVersion.objects.waiting().exists()


def test_a_refusal_gives_its_reason(waiting, people):
    with pytest.raises(exceptions.ReasonMissing):
        actions.discard(waiting, by=people.publisher, seen=SEEN, reason="  ")


def test_it_can_be_given_back_for_another_look(waiting, people):
    actions.review(waiting, by=people.reviewer, seen=SEEN)
    actions.give_back(waiting, by=people.publisher, seen=Seen(2, 1), reason="Lệ phí?")

    assert waiting.state is workflow.State.DRAFT


def test_no_version_begins_in_the_past(waiting, people):
    actions.review(waiting, by=people.reviewer, seen=SEEN)

    with pytest.raises(exceptions.InThePast):
        put_in_force(
            waiting, people.publisher, Seen(2, 1), first_day=clock.today() - timedelta(days=1)
        )


def test_what_was_to_come_gives_way_to_what_comes_sooner(published, make_draft, machine):
    later = make_draft(number=2, first=date(2027, 6, 1))
    later.publish(by=machine)
    sooner = make_draft(number=3, first=date(2027, 1, 1))

    sooner.publish(by=machine)

    procedure = published.procedure
    assert procedure.version_on(date(2026, 12, 31)) == published
    assert procedure.version_on(date(2027, 7, 1)) == sooner


def test_history_is_never_rewritten(waiting, people):
    actions.review(waiting, by=people.reviewer, seen=SEEN)

    for change in (lambda: VersionEvent.objects.update(verb="publish"), _delete_events):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def _delete_events():
    VersionEvent.objects.all()._raw_delete("default")


# --- Screens --------------------------------------------------------------------------------------


def test_whoever_has_no_right_finds_nothing(client, waiting, people):
    as_officer(client, people.nobody.person)

    assert client.get(reverse("catalog_desk:list")).status_code == 404
    for page in ("draft", "preview", "review", "publish", "discard"):
        assert client.get(at(page, waiting)).status_code == 404


def test_the_list_shows_what_waits(client, waiting, people):
    as_officer(client, people.reviewer.person)

    page = client.get(reverse("catalog_desk:list")).content.decode()

    assert waiting.name in page
    assert at("draft", waiting) in page


def test_a_draft_is_shown_against_what_is_in_force(
    client, waiting, people, django_assert_max_num_queries
):
    as_officer(client, people.reviewer.person)

    with django_assert_max_num_queries(35):
        page = client.get(at("draft", waiting)).content.decode()

    assert "<ins>" in page
    assert "Đã rà soát" in page
    assert at("publish", waiting) not in page


def test_the_preview_is_the_citizens_page_and_no_search_engine_keeps_it(client, waiting, people):
    as_officer(client, people.publisher.person)

    answer = client.get(at("preview", waiting))

    page = answer.content.decode()
    assert waiting.name in page
    assert '<meta name="robots" content="noindex">' in page
    assert "no-store" in answer["Cache-Control"]
    assert "application/ld+json" not in page


def test_the_preview_shows_the_amount_and_leads_to_related_procedures(client, waiting, people):
    waiting.channels.update(fee_amount=8_000)
    ProcedureVersion.objects.filter(pk=waiting.pk).update(related=["1.001193", "Thủ tục khác"])
    as_officer(client, people.publisher.person)

    page = client.get(at("preview", waiting)).content.decode()

    assert "8.000 đồng" in page
    assert 'Đăng ký khai sinh</a> <span class="code' in page or "Đăng ký khai sinh</a>" in page
    assert "Thủ tục khác" in page


def test_a_draft_is_not_public(client, waiting):
    address = reverse("catalog:version", args=[waiting.procedure.code, waiting.number])

    assert client.get(address).status_code == 404


def test_two_officers_take_it_through_the_screens(client, waiting, people):
    as_officer(client, people.reviewer.person)
    pressed = client.post(at("review", waiting), {"revision": 1, "in_force": 1})
    assert pressed.status_code == 302
    again = client.post(at("review", waiting), {"revision": 1, "in_force": 1})
    assert again.status_code == 409

    as_officer(client, people.publisher.person)
    typed = {"revision": 2, "in_force": 1, "decision": "7/QĐ-UBND", "first_day": "1/1/2020"}
    refused = client.post(at("publish", waiting), typed)
    assert refused.status_code == 409
    assert "7/QĐ-UBND" in refused.content.decode()
    today = f"{clock.today():%d/%m/%Y}"
    client.post(at("publish", waiting), typed | {"first_day": today}, follow=True)

    waiting.refresh_from_db()
    assert waiting.is_published


def test_a_discarded_draft_keeps_its_reason_on_its_page(client, waiting, people):
    as_officer(client, people.publisher.person)

    client.post(at("discard", waiting), {"revision": 1, "in_force": 1, "reason": "Nguồn nhầm."})

    assert "Nguồn nhầm." in client.get(at("draft", waiting)).content.decode()
    assert waiting.name not in client.get(reverse("catalog_desk:list")).content.decode()
