"""To which office does a question belong, and how does it say why?"""

from datetime import date

import pytest

from motcua.catalog.models import Assignment
from motcua.dossiers.tests.factories import FOREVER, OrganizationFactory, VersionFactory
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.periods.models import until
from motcua.questions import routing
from motcua.questions.models import RoutingCount
from motcua.questions.routing import suggestions
from motcua.questions.workflow import State
from motcua.territory.models import Succession, Unit, UnitName

DEPARTMENT = Organization.Kind.DEPARTMENT


@pytest.fixture
def places(terms):
    """Bãi Cháy of today, and the old commune whose territory it took over."""

    def place(code, name, valid_during):
        unit = Unit.objects.create(code=code, tier=3, valid_during=valid_during)
        UnitName.objects.create(
            unit=unit,
            kind="phường",
            proper_name=name,
            folded=name.lower(),
            sort_key=name,
            valid_during=valid_during,
        )
        return unit

    old = place("06672", "Hà Khẩu", until(date(2025, 7, 1)))
    new = place("06673", "Bãi Cháy", FOREVER)
    Succession.objects.create(
        old=old, new=new, day=date(2025, 7, 1), divided=False, legal_basis="NQ 1679"
    )
    return old, new


def why(question):
    return [(each.organization, each.reasons) for each in suggestions(question, today())]


def test_who_decides_the_procedure(make_question, office):
    department = OrganizationFactory(kind=DEPARTMENT)
    version = VersionFactory()
    Assignment.objects.filter(procedure=version.procedure).delete()
    Assignment.objects.create(
        procedure=version.procedure, role="decide", organization=department, valid_during=FOREVER
    )

    question = make_question(procedure=version.procedure)

    assert why(question) == [(department, ["vì giải quyết thủ tục này"])]


def test_whose_territory_the_place_is_also_by_its_former_name(make_question, places):
    old, new = places
    theirs = OrganizationFactory(unit=new)

    for unit in (new, old):
        assert why(make_question(unit=unit)) == [(theirs, ["vì phụ trách phường Bãi Cháy"])]


def test_procedure_and_place_together_weigh_most(make_question, places):
    _old, new = places
    theirs, version = OrganizationFactory(unit=new), VersionFactory()

    question = make_question(unit=new, procedure=version.procedure)

    assert suggestions(question, today())[0].organization == theirs
    assert suggestions(question, today())[0].weight == routing.BOTH


def test_a_forwarding_is_learned(make_question, people, other_office, office):
    make_question(title="Xin cấp giấy phép xây dựng", text="Nhà hai tầng.").forward(
        by=people.clerk, to=other_office, reason="Không đúng nơi."
    )

    found = why(make_question(title="Giấy phép xây dựng mất mấy ngày?"))

    assert found == [(other_office, ["vì đã nhận 1 câu hỏi có “giấy phép xây dựng”"])]


def test_an_answer_is_learned_once(make_question, people, other_office):
    question = make_question(organization=other_office, state=State.APPROVED)

    question.answer_privately(by=people.stranger)

    assert set(RoutingCount.objects.values_list("organization", "count")) == {(other_office.pk, 1)}


def test_no_name_and_no_number_is_learned(make_question, office):
    question = make_question(text="Tôi là Vũ Đức Thịnh, số 0912345678, hỏi về khai sinh muộn")

    routing.learn(question, office.pk)

    known = " ".join(RoutingCount.objects.values_list("sign", flat=True))
    assert "khai sinh" in known
    assert not any(word in known for word in ("thịnh", "0912", "vũ"))


def test_a_closed_office_is_not_suggested(make_question, terms):
    closed = OrganizationFactory(valid_during=until(date(2025, 7, 1)))
    routing.learn(make_question(), closed.pk)

    assert why(make_question()) == []


def test_learning_twice_counts_two(make_question, other_office):
    for _ in range(2):
        routing.learn(make_question(), other_office.pk)

    assert set(RoutingCount.objects.values_list("count", flat=True)) == {2}


def test_a_suggestion_costs_the_same_however_much_is_learned(
    make_question, django_assert_max_num_queries
):
    for _ in range(5):
        routing.learn(make_question(), OrganizationFactory().pk)
    question = make_question()

    with django_assert_max_num_queries(4):
        assert len(suggestions(question, today())) == routing.AT_MOST


def test_what_every_letter_says_tells_of_no_office(make_question, other_office):
    said = "Kính gửi quý cơ quan, đề nghị cho biết thủ tục xây nhà. Đề nghị giải đáp, trân trọng."
    for _each in range(2):
        routing.learn(make_question(title="Hỏi", text=said), other_office.pk)

    [(_office, reasons)] = why(make_question(title="Hỏi", text=said))

    assert reasons == ["vì đã nhận 2 câu hỏi có “xây nhà”"]
    assert RoutingCount.objects.values_list("sign", flat=True).get() == "w:xây nhà"


def test_a_word_of_a_courtesy_may_tell_where_it_stands_alone():
    assert routing.pairs("Nghị định về hộ tịch") == ["nghị định", "định hộ", "hộ tịch"]
