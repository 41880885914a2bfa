"""The whole table of moves, one case a cell."""

from itertools import product

import pytest

from motcua.dossiers import workflow
from motcua.dossiers.exceptions import NotYourMove, TooLate
from motcua.dossiers.facts import Facts
from motcua.dossiers.tests.factories import DossierFactory, officer, pdf
from motcua.dossiers.workflow import Role, State
from motcua.organizations.models import Duty

MOVES = [move for move in workflow.MOVES if move is not workflow.SUBMIT]


def make(dossier, move, by):
    """The move by its verb, with whatever the verb wants to know."""
    verbs = {
        "receive": lambda: dossier.receive(by=by),
        "refuse": lambda: dossier.refuse(by=by, reason="Không thuộc thẩm quyền."),
        "take_up": lambda: dossier.take_up(by=by),
        "request_supplement": lambda: dossier.request_supplement(
            by=by, items=[{"component": None, "name": "Tờ khai", "reason": "Mờ."}], reason="Mờ."
        ),
        "supplement": lambda: dossier.supplement(by=by, note="Đây ạ."),
        "withdraw": lambda: dossier.withdraw(by=by),
        "stop": lambda: dossier.stop(by=by, reason="Không đủ điều kiện."),
        "finish": lambda: dossier.finish(by=by, result=pdf(), name="ket-qua.pdf"),
        "return": lambda: dossier.hand_over(by=by),
    }
    return verbs[move.verb]()


@pytest.mark.parametrize(
    ("state", "move"),
    list(product(State, MOVES)),
    ids=lambda value: getattr(value, "verb", getattr(value, "name", value)),
)
def test_a_move_works_only_from_its_sources(state, move, office, applicant):
    dossier = DossierFactory(organization=office, applicant=applicant.person, state=state)
    everybody = officer(office, Duty.RECEIVE, Duty.APPRAISE, Duty.DECIDE)
    by = applicant if Role.APPLICANT in move.roles else everybody

    if state in move.sources:
        make(dossier, move, by)
        dossier.refresh_from_db()
        assert dossier.state in move.targets
    else:
        not_theirs_yet = move is workflow.TAKE_UP and not dossier.was_received
        with pytest.raises(NotYourMove if not_theirs_yet else TooLate):
            make(dossier, move, by)
        assert dossier.events.count() == 0


def test_the_table_is_the_one_we_agreed_on():
    """Written by hand on purpose: changing the table must take two decisions."""
    assert [
        f"{'|'.join(sorted(move.roles))}: {'|'.join(map(str, sorted(move.sources)))}"
        f" -{move.verb}-> {'|'.join(map(str, sorted(move.targets)))}"
        for move in workflow.MOVES
    ] == [
        "applicant:  -submit-> 1",
        "clerk: 1 -receive-> 2",
        "clerk: 1 -refuse-> 3",
        "handler: 2 -take_up-> 4",
        "approver|clerk|handler: 1|2|4 -request_supplement-> 5",
        "applicant: 5 -supplement-> 1|2|4",
        "applicant: 1|2|4|5 -withdraw-> 7",
        "approver|handler: 2|4|5 -stop-> 8",
        "approver: 4 -finish-> 9",
        "clerk: 9 -return-> 10",
    ]


def test_with_their_office_dossiers_go_in_any_open_status_and_stay_in_it():
    """By hand, too: the machine's moves for a whole office at once, which have no button."""
    assert [
        (move.verb, move.roles, move.sources, move.targets, move.needs_reason)
        for move in workflow.WITH_ITS_OFFICE
    ] == [
        ("transfer", {"system"}, {1, 2, 4, 5, 6, 9}, {1, 2, 4, 5, 6, 9}, True),
        ("transfer_back", {"system"}, {1, 2, 4, 5, 6, 9}, set(range(1, 11)), True),
    ]


def test_these_moves_need_a_reason():
    assert {move.verb for move in workflow.MOVES if move.needs_reason} == {
        "refuse",
        "stop",
    }


def test_the_statuses_are_the_ten_of_the_national_portal():
    assert {state.value: str(state.label) for state in State} == {
        1: "Mới đăng ký",
        2: "Được tiếp nhận",
        3: "Không được tiếp nhận",
        4: "Đang xử lý",
        5: "Yêu cầu bổ sung giấy tờ",
        6: "Yêu cầu thực hiện nghĩa vụ tài chính",
        7: "Công dân yêu cầu rút hồ sơ",
        8: "Dừng xử lý",
        9: "Đã xử lý xong",
        10: "Đã trả kết quả",
    }


def test_no_move_asks_for_payment_yet():
    assert not any(State.PAYMENT_REQUESTED in move.targets for move in workflow.MOVES)


def test_no_move_leaves_a_closed_dossier():
    assert not any(workflow.CLOSED & move.sources for move in workflow.MOVES)


@pytest.mark.parametrize(
    ("was_received", "policy", "leads_to"),
    [
        (False, "restart", State.REGISTERED),
        (False, "resume", State.REGISTERED),
        (True, "restart", State.RECEIVED),
        (True, "resume", State.IN_PROCESS),
    ],
)
def test_where_a_supplement_leads(was_received, policy, leads_to):
    assert workflow.after_supplement(was_received=was_received, policy=policy) is leads_to


def test_a_move_names_a_target_of_its_own():
    assert Facts().target is None
