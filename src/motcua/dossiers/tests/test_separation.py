"""Does one human ever do two duties, or decide for somebody near? What is refused is counted."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from motcua.accounts import personal_numbers
from motcua.dossiers import exceptions, workflow
from motcua.dossiers.models import AllowedPair, Clash, DeclaredRelative, Dossier, Pair
from motcua.dossiers.tests.desk import address, inbox_of, press, shown, sit
from motcua.dossiers.tests.factories import FOREVER, DossierFactory, officer, pdf
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Duty, Post, StaffingPost
from motcua.organizations.tests.factories import LEAVE
from motcua.periods.clock import today
from motcua.periods.models import since

NUMBER = "022190001234"


def allow(dossier, pair=Pair.RECEIVE_APPRAISE):
    return AllowedPair.objects.create(
        procedure=dossier.version.procedure,
        pair=pair,
        reason="Trung tâm chỉ có hai người.",
        decision="Quyết định 12/QĐ-UBND",
        valid_during=FOREVER,
    )


def declare(acting, dossier, **more):
    return DeclaredRelative.objects.create(
        officer=acting.person,
        account=dossier.applicant,
        name="Vũ Đức Thịnh",
        relation="sibling",
        valid_during=more.get("valid_during", since(today())),
    )


# --- Pairs that the province allows ---------------------------------------------------------


def test_a_pair_that_is_allowed_is_an_exception_that_is_kept(registered, people, office):
    permission = allow(registered)
    registered.receive(by=people.clerk)

    registered.take_up(by=officer(office, Duty.APPRAISE, person=people.clerk.person))

    kept = Clash.objects.get()
    assert (kept.kind, kept.allowed_by, kept.verb) == ("allowed", permission, "take_up")
    assert kept.event == registered.events.last()


def test_another_pair_stays_refused(registered, people, office):
    allow(registered)
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=officer(office, Duty.DECIDE, person=people.clerk.person), result=pdf())


def test_three_duties_need_every_pair(registered, people, office):
    allow(registered)
    allow(registered, Pair.RECEIVE_DECIDE)
    everything = officer(office, *Duty)
    registered.receive(by=everything)
    registered.take_up(by=everything)

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=everything, result=pdf())


def test_a_permission_holds_on_its_days_and_in_its_procedure(registered, people, office):
    allow(DossierFactory(organization=office))
    AllowedPair.objects.create(
        procedure=registered.version.procedure,
        pair=Pair.RECEIVE_APPRAISE,
        reason="Đã hết.",
        decision="QĐ 1",
        valid_during=since(date(2020, 1, 1), today()),
    )
    registered.receive(by=people.clerk)

    with pytest.raises(exceptions.SameHands):
        registered.take_up(by=officer(office, Duty.APPRAISE, person=people.clerk.person))


@pytest.mark.parametrize("said", [{"reason": ""}, {"decision": ""}, {"pair": 4}])
def test_the_database_wants_a_reason_and_a_decision(registered, said):
    with pytest.raises(IntegrityError):
        AllowedPair.objects.create(
            **{
                "procedure": registered.version.procedure,
                "pair": 1,
                "reason": "Có.",
                "decision": "QĐ 1",
                "valid_during": FOREVER,
                **said,
            }
        )


# --- Refusals are counted ------------------------------------------------------------------------


def test_a_refusal_outlives_what_was_rolled_back(registered, people, office):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    same_human = officer(office, Duty.DECIDE, person=people.clerk.person)

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=same_human, result=pdf())

    kept = Clash.objects.get()
    assert (kept.kind, kept.verb, kept.person) == ("same_hands", "finish", people.clerk.person)
    assert kept.organization == office
    assert not registered.results.exists()


def test_a_button_that_is_not_shown_counts_nothing(registered, people, office):
    registered.receive(by=people.clerk)

    assert registered.moves_for(officer(office, Duty.APPRAISE, person=people.clerk.person)) == []
    assert not Clash.objects.exists()


def test_a_cover_does_not_decide_what_they_received(registered, people):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    away = Appointment.objects.get(post=people.approver.post)
    cover = Appointment.objects.create(
        post=away.post,
        person=people.clerk.person,
        kind="cover",
        seat=None,
        covers=away,
        valid_during=LEAVE,
    )

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=Acting.holding(cover), result=pdf())

    kept = Clash.objects.get()
    assert (kept.standing, kept.in_place_of) == ("cover", people.approver.person)


def test_what_is_kept_is_never_changed(registered, people):
    kept = Clash.note("own", registered, people.clerk)

    with pytest.raises(IntegrityError), transaction.atomic():
        Clash.objects.filter(pk=kept.pk).update(kind="relative")
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.delete()


# --- Relatives -----------------------------------------------------------------------------------


def test_a_declared_relative_s_dossier_is_on_no_desk_of_the_officer(client, registered, people):
    declare(people.clerk, registered)
    sit(client, people.clerk)

    assert registered not in shown(inbox_of(client))
    assert client.get(address("detail", registered)).status_code == 404
    assert Clash.objects.get().kind == "relative"


@pytest.mark.parametrize("move", [workflow.RECEIVE, workflow.REFUSE])
def test_nobody_acts_on_a_declared_relative_s_dossier(registered, people, move):
    declare(people.clerk, registered)

    assert registered.moves_for(people.clerk) == []
    with pytest.raises(exceptions.OfRelative):
        registered.make(move, by=people.clerk, reason="Vì.")
    assert Clash.objects.get().verb == move.verb


def test_a_number_finds_the_relative_whenever_their_account_was_opened(registered, people):
    DeclaredRelative.objects.create(
        officer=people.clerk.person,
        personal_number_key=personal_numbers.key_of(NUMBER),
        name="Vũ Đức Thịnh",
        relation="parent",
        valid_during=since(today()),
    )
    registered.applicant.personal_number = NUMBER
    registered.applicant.save()

    assert registered not in Dossier.objects.handled_by(people.clerk)
    assert registered in Dossier.objects.handled_by(people.approver)


def test_a_permission_does_not_open_a_relative_s_dossier(registered, people):
    declare(people.clerk, registered)
    allow(registered)

    with pytest.raises(exceptions.OfRelative):
        registered.receive(by=people.clerk)


def test_to_end_a_declaration_does_not_free_the_dossier(registered, people):
    declared = declare(people.clerk, registered)
    declared.end(today())

    with time_machine.travel("2026-12-20 09:00+07:00", tick=False):
        assert registered not in Dossier.objects.handled_by(people.clerk)
    declared.valid_during = since(date(2020, 1, 1), date(2021, 1, 1))
    declared.save()
    assert registered in Dossier.objects.handled_by(people.clerk)


def test_an_officer_declares_and_ends(client, people):
    sit(client, people.clerk)
    page = reverse("desk:relatives")

    client.post(page, {"name": "Vũ Thị Hoa", "relation": "child", "number": "022 190 001 234"})

    declared = DeclaredRelative.objects.get()
    assert declared.personal_number_key == personal_numbers.key_of(NUMBER)
    assert NUMBER not in client.get(page).content.decode()
    client.post(reverse("desk:end_relative", args=[declared.pk]))
    declared.refresh_from_db()
    assert declared.last_day == today()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Hãy nhập số định danh hoặc tên đăng nhập."),
        ({"number": "12"}, "12 chữ số"),
        ({"login": "khong-co"}, "Không có tài khoản nào mang tên này"),
    ],
)
def test_what_was_typed_stays_where_something_lacks(client, people, typed, sentence):
    sit(client, people.clerk)

    page = client.post(
        reverse("desk:relatives"), {"name": "Vũ Thị Hoa", "relation": "child", **typed}
    ).content.decode()

    assert sentence in page
    assert "[&#x27;" not in page, "a list of Python's"
    assert 'value="Vũ Thị Hoa"' in page
    assert not DeclaredRelative.objects.exists()


def test_a_second_click_declares_nobody_twice(client, people):
    sit(client, people.clerk)
    typed = {"name": "Vũ Thị Hoa", "relation": "child", "number": NUMBER}
    client.post(reverse("desk:relatives"), typed)

    again = client.post(reverse("desk:relatives"), typed).content.decode()

    assert "Bạn đã khai người này" in again
    assert DeclaredRelative.objects.count() == 1


def test_another_s_declaration_does_not_exist(client, people, registered):
    declared = declare(people.handler, registered)
    sit(client, people.clerk)

    assert client.post(reverse("desk:end_relative", args=[declared.pk])).status_code == 404


# --- The register --------------------------------------------------------------------------------


@pytest.fixture
def overseer(office):
    inspector = officer(office, title="Thanh tra viên")
    StaffingPost.objects.create(
        organization=office, post=inspector.post, right=2, valid_during=FOREVER
    )
    return inspector


def test_an_overseer_lists_filters_and_takes_away(client, overseer, registered, people):
    Clash.note("same_hands", registered, people.clerk, "finish")
    Clash.note("own", registered, people.stranger)
    sit(client, overseer)

    page = client.get(reverse("desk:clashes"), {"loai": "same_hands"})
    sheet = client.get(reverse("desk:clashes_download")).content.decode()

    assert [row.person for row in page.context["rows"]] == [people.clerk.person]
    assert {kind: n for kind, _, n in page.context["counts"]}["own"] == 0
    assert registered.code in sheet
    assert people.stranger.person.full_name not in sheet


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"thu_tuc": "9.999999"}, 0),
        ({"co_quan": "H49.61"}, 1),
        ({"co_quan": "H49.6"}, 0),
        ({"tu": "2020-01-01", "den": "2020-12-31"}, 0),
        ({"tu": "không rõ", "loai": "không có"}, 1),
    ],
)
def test_the_register_is_asked_by_office_procedure_and_period(
    client, overseer, registered, people, asked, number
):
    Clash.note("same_hands", registered, people.clerk, "finish")
    sit(client, overseer)

    assert len(client.get(reverse("desk:clashes"), asked).context["rows"]) == number


def test_a_head_sees_the_own_house_and_others_find_nothing(client, office, people):
    head = officer(office, Duty.DECIDE, title="Chủ tịch")
    Post.objects.filter(pk=head.post.pk).update(is_head=True, holders_allowed=1)

    sit(client, head)
    assert client.get(reverse("desk:clashes")).status_code == 200
    sit(client, people.clerk)
    assert client.get(reverse("desk:clashes")).status_code == 404


def test_the_register_costs_the_same_however_long_it_is(
    client, overseer, registered, people, django_assert_max_num_queries
):
    sit(client, overseer)
    for _ in range(30):
        Clash.note("same_hands", registered, people.clerk, "finish")
    client.get(reverse("desk:clashes"))

    with django_assert_max_num_queries(14):
        client.get(reverse("desk:clashes"))


def test_a_refused_press_is_counted_through_the_screen(client, registered, people, office):
    registered.receive(by=people.clerk)
    same_human = officer(office, Duty.APPRAISE, person=people.clerk.person)
    Appointment.objects.filter(post=people.clerk.post).delete()
    sit(client, same_human)

    assert press(client, "take_up", registered).status_code == 409
    assert Clash.objects.get().kind == "same_hands"
