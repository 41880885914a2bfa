"""The service's first road: procedures, drafts, dossiers, the desk, and signing in."""

from ..answers import (
    ABSENT,
    AWAY,
    CHOOSES_POST,
    DONE,
    GOES_ON,
    NOT_NOW,
    OFFICERS,
    OFFICERS_DOOR,
    ONE_WAY,
    REFUSED,
    SHOWN,
    UNSPOKEN,
    but,
    citizens,
    credentials,
    desks,
    everybody,
    officers,
    owners,
    posts,
    signed_in,
)
from ..rows import (
    Row,
    dossier,
    draft,
    look_of,
    office_and_contact,
    paper_of,
    procedure,
    result_of,
    scan,
    seen,
)
from ..town import Who

FOR_EVERYBODY = [
    Row("home:front", everybody(SHOWN)),
    Row("home:life_event", everybody(GOES_ON), at=lambda _: ("sinh-con",)),
    Row("home:accessibility", everybody(SHOWN)),
    Row("home:privacy", everybody(SHOWN)),
    Row("catalog:list", everybody(SHOWN)),
    Row("catalog:procedure", everybody(SHOWN), at=procedure),
    Row("catalog:version", everybody(SHOWN), at=lambda things: (*procedure(things), 1)),
    Row("tracking:look_up", everybody(SHOWN)),
    Row("dossiers:open", everybody(SHOWN)),
    Row("api:openapi", everybody(SHOWN)),
    Row("api:prefill", everybody(ONE_WAY), everybody(REFUSED)),
    Row("ui:display", everybody(ONE_WAY), everybody(GOES_ON)),
    Row("ui:robots", everybody(SHOWN)),
    Row("operations:alive", everybody(SHOWN)),
    Row("operations:ready", everybody(SHOWN)),
    Row("demo:sign_ins", everybody(SHOWN)),
    Row("demo:outgoing_mail", everybody(SHOWN)),
    Row("accounts:citizen_sign_in", everybody(SHOWN), everybody(AWAY)),  # no provider in tests
    Row("accounts:citizen_callback", everybody(REFUSED), everybody(ONE_WAY)),
    Row("accounts:sign_out", everybody(ONE_WAY), everybody(GOES_ON)),
]


def _look_of_the_paper(kind: str):
    return lambda things: draft(things.paper.pk, kind)(things)


OF_CITIZENS = [
    Row("accounts:home", signed_in(SHOWN)),
    Row("apply:start", citizens(SHOWN), citizens(DONE), at=procedure),
    Row("apply:office", owners(SHOWN), owners(DONE), draft(), office_and_contact),
    Row(
        "apply:page",
        owners(SHOWN),
        owners(DONE),
        draft("noi-dung"),
        lambda _: {"subject": "Xin cấp lại giấy."},
    ),
    Row(
        "apply:autosave",
        signed_in(ONE_WAY),
        owners(DONE),
        draft("noi-dung"),
        lambda _: {"subject": "Xin cấp"},
    ),
    Row(
        "apply:choose",
        signed_in(ONE_WAY),
        owners(DONE),
        draft("noi-dung"),
        lambda things: {"draft_revision": things.draft.revision, "whole": "stands"},
    ),
    Row("apply:code", owners(SHOWN), owners(DONE), draft()),
    Row(
        "apply:along",
        owners(SHOWN),
        owners(DONE),
        draft(),
        lambda _: {"name": "Vũ Văn Thử", "number": "022088005678", "scope": "whole"},
    ),
    Row("apply:revoke", signed_in(ONE_WAY), owners(GOES_ON), draft(0), when="nobody's"),
    Row(
        "apply:confirm",
        signed_in(ONE_WAY),
        owners(GOES_ON),
        draft(),
        lambda things: {"confirmed": "on", "revision": things.draft.revision},
        when="by the owner",
    ),
    Row("apply:reuse", owners(SHOWN), at=draft()),
    Row("apply:offered", citizens(ABSENT), at=lambda things: (*procedure(things), "khong-co")),
    Row("dossiers:opened", citizens(GOES_ON)),
    Row("dossiers:accept", signed_in(ONE_WAY), citizens(ABSENT), at=lambda _: (0,)),
    Row("dossiers:decline", signed_in(ONE_WAY), citizens(ABSENT), at=lambda _: (0,)),
    Row("apply:papers", owners(SHOWN), owners(DONE), draft(), lambda _: {"paper-0": scan()}),
    Row(
        "apply:remove_paper",
        signed_in(ONE_WAY),
        owners(DONE),
        lambda things: draft(things.paper.pk)(things),
    ),
    Row("apply:uploads", owners(SHOWN), owners(UNSPOKEN), draft()),
    Row(
        "apply:upload",
        signed_in(ONE_WAY),
        owners(ONE_WAY),
        lambda things: draft(things.on_the_way.key)(things),
        when="read or pressed",
    ),
    Row(
        "apply:drop_upload",
        signed_in(ONE_WAY),
        owners(DONE),
        lambda things: draft(things.on_the_way.key)(things),
    ),
    Row("apply:paper", owners(SHOWN), at=lambda things: draft(things.paper.pk)(things)),
    *(
        Row("apply:picture", owners(answer), at=_look_of_the_paper(kind), when=kind)
        for kind, answer in [("small", SHOWN), ("large", SHOWN), ("other", ABSENT)]
    ),
    Row("apply:check", owners(SHOWN), at=draft()),
    Row("apply:filled_form", owners(SHOWN), at=draft()),
    Row("apply:submit", owners(GOES_ON), owners(DONE), draft(), lambda _: {"confirmed": "on"}),
    Row("apply:read", signed_in(ONE_WAY), owners(GOES_ON), draft()),
    Row("apply:copy", signed_in(ONE_WAY), owners(GOES_ON), draft(), when="not ended"),
    Row("apply:discard", owners(SHOWN), owners(DONE), draft()),
    *(
        Row(name, read, owners(GOES_ON), draft(*more, of="registered"), when="submitted before")
        for name, read, more in [
            ("apply:office", owners(GOES_ON), []),
            ("apply:page", owners(GOES_ON), ["noi-dung"]),
            ("apply:papers", owners(GOES_ON), []),
            ("apply:uploads", owners(GOES_ON), []),
            ("apply:check", owners(GOES_ON), []),
            ("apply:submit", owners(GOES_ON), []),
            ("apply:discard", owners(GOES_ON), []),
            ("apply:autosave", signed_in(ONE_WAY), ["noi-dung"]),
            ("apply:choose", signed_in(ONE_WAY), ["noi-dung"]),
            ("apply:code", owners(GOES_ON), []),
            ("apply:along", owners(GOES_ON), []),
            ("apply:revoke", signed_in(ONE_WAY), [0]),
            ("apply:confirm", signed_in(ONE_WAY), []),
            ("apply:reuse", owners(GOES_ON), []),
        ]
    ),
    Row("dossiers:list", citizens(SHOWN)),
    Row("dossiers:detail", owners(SHOWN), at=dossier("in_process")),
    Row("dossiers:acknowledgment", owners(SHOWN), at=dossier("registered")),
    Row("dossiers:receipt", owners(SHOWN), at=dossier("received")),
    Row("dossiers:receipt", owners(ABSENT), at=dossier("registered"), when="not received"),
    Row("dossiers:filled_form", owners(SHOWN), at=dossier("registered")),
    Row("dossiers:paper", owners(SHOWN), at=paper_of("registered")),
    Row("dossiers:picture", owners(SHOWN), at=look_of("in_process")),
    Row("dossiers:uploads", owners(SHOWN), owners(UNSPOKEN), dossier("supplement_requested")),
    Row(
        "dossiers:upload",
        signed_in(ONE_WAY),
        owners(ONE_WAY),
        lambda things: (things.supplement_requested.code, things.asked_on_the_way.key),
        when="read or pressed",
    ),
    Row(
        "dossiers:drop_upload",
        signed_in(ONE_WAY),
        owners(DONE),
        lambda things: (things.supplement_requested.code, things.asked_on_the_way.key),
    ),
    Row("dossiers:result", owners(SHOWN), at=result_of("returned")),
    Row("dossiers:result", owners(ABSENT), at=result_of("finished"), when="not handed over"),
    Row(
        "dossiers:supplement",
        owners(SHOWN),
        owners(DONE),
        dossier("supplement_requested"),
        lambda _: {"note": "Gửi lại ảnh rõ.", "send": "1"},
    ),
    Row(
        "dossiers:remove_paper",
        signed_in(ONE_WAY),
        owners(DONE),
        lambda things: (things.supplement_requested.code, things.supplement.pk),
    ),
    Row(
        "dossiers:remove_paper",
        signed_in(ONE_WAY),
        owners(ABSENT),
        paper_of("supplement_requested"),
        when="handed in",
    ),
    Row(
        "dossiers:evaluate",
        owners(GOES_ON),
        owners(DONE),
        dossier("returned"),
        lambda _: {"level": "5", "comment": ""},
    ),
    Row(
        "dossiers:evaluate",
        owners(GOES_ON),
        owners(NOT_NOW),
        dossier("finished"),
        lambda _: {"level": "5", "comment": ""},
        when="not handed over",
    ),
    Row(
        "dossiers:withdraw",
        owners(SHOWN),
        owners(DONE),
        dossier("in_process"),
        lambda _: {"note": ""},
    ),
]

ALL_THREE = {"clerk": SHOWN, "handler": SHOWN, "approver": SHOWN}
BEFORE_RECEIPT = {"clerk": SHOWN, "approver": SHOWN}
"""What was not received lies only at the counter; who decides sees everything of the office."""

OF_DESKS = [
    Row("organizations:hats", officers(SHOWN)),
    Row(
        "organizations:choose_hat",
        officers(ONE_WAY),
        {**officers(CHOOSES_POST), Who.CLERK: DONE},
        typed=lambda things: {"hat": things.clerks_hat.pk},
        when="the clerk's",
    ),
    Row("desk:inbox", posts(SHOWN)),
    Row("desk:clashes", desks()),
    Row("desk:clashes_download", desks()),
    Row(
        "desk:relatives",
        posts(SHOWN),
        posts(DONE),
        typed=lambda _: {"name": "Vũ Thị Hoa", "relation": "child", "number": "022190001234"},
    ),
    Row("desk:end_relative", officers(ONE_WAY), posts(ABSENT), at=lambda _: (0,)),
    Row("desk:detail", desks(**ALL_THREE), at=dossier("in_process")),
    Row("desk:detail", desks(**BEFORE_RECEIPT), at=dossier("registered"), when="not received"),
    Row("desk:receipt", desks(**ALL_THREE), at=dossier("received")),
    Row("desk:filled_form", desks(**ALL_THREE), at=dossier("in_process")),
    Row("desk:filled_form", desks(**BEFORE_RECEIPT), at=dossier("registered"), when="not received"),
    Row("desk:paper", desks(**ALL_THREE), at=paper_of("in_process")),
    Row("desk:paper", desks(**BEFORE_RECEIPT), at=paper_of("registered"), when="not received"),
    Row(
        "desk:paper",
        desks(),
        at=lambda things: (things.supplement_requested.code, things.supplement.pk),
        when="in preparation",
    ),
    Row("desk:picture", desks(**ALL_THREE), at=look_of("in_process", "large")),
    Row("desk:picture", desks(**BEFORE_RECEIPT), at=look_of("registered"), when="not received"),
    Row("desk:result", desks(**ALL_THREE), at=result_of("finished")),
    Row(
        "desk:receive",
        desks(**BEFORE_RECEIPT),
        desks(clerk=DONE, approver=NOT_NOW),
        dossier("registered"),
        seen("registered"),
    ),
    Row(
        "desk:refuse",
        desks(**BEFORE_RECEIPT),
        desks(clerk=DONE, approver=NOT_NOW),
        dossier("registered"),
        seen("registered"),
    ),
    Row(
        "desk:take_up",
        desks(**ALL_THREE),
        desks(clerk=NOT_NOW, handler=DONE, approver=NOT_NOW),
        dossier("received"),
        seen("received"),
    ),
    Row(
        "desk:request_supplement",
        desks(**ALL_THREE),
        desks(clerk=DONE, handler=DONE, approver=DONE),
        dossier("in_process"),
        seen("in_process", **{"other-1": "Giấy chứng sinh", "why-1": "Ảnh mờ."}),
    ),
    Row(
        "desk:request_supplement",
        desks(**BEFORE_RECEIPT),
        desks(clerk=DONE, approver=DONE),
        dossier("registered"),
        seen("registered", **{"other-1": "Giấy chứng sinh", "why-1": "Ảnh mờ."}),
        when="not received",
    ),
    Row(
        "desk:stop",
        desks(**ALL_THREE),
        desks(clerk=NOT_NOW, handler=DONE, approver=DONE),
        dossier("in_process"),
        seen("in_process"),
    ),
    Row(
        "desk:finish",
        desks(**ALL_THREE),
        desks(clerk=NOT_NOW, handler=NOT_NOW, approver=DONE),
        dossier("in_process"),
        lambda things: seen("in_process", result=scan())(things),
    ),
    Row(
        "desk:return",
        desks(**ALL_THREE),
        desks(clerk=DONE, handler=NOT_NOW, approver=NOT_NOW),
        dossier("finished"),
        seen("finished"),
    ),
]

LED_ON = credentials(GOES_ON)
TO_THE_DESK = {**everybody(SHOWN), **dict.fromkeys(OFFICERS, GOES_ON)}
"""Who stands before a sign-in page with both locks open has nothing to do there."""
NO_CODES_YET = credentials(ABSENT)

OF_CREDENTIALS = [
    Row("account_login", TO_THE_DESK),
    Row("account_inactive", everybody(REFUSED)),
    Row("account_reset_password", everybody(SHOWN)),
    Row("account_reset_password_done", everybody(SHOWN)),
    Row("account_reset_password_from_key", everybody(SHOWN), at=lambda _: ("1", "2-3")),
    Row("account_reset_password_from_key_done", everybody(SHOWN)),
    Row("account_change_password", credentials(SHOWN)),
    Row("account_reauthenticate", credentials(SHOWN)),
    Row("mfa_index", credentials(SHOWN)),
    Row("mfa_authenticate", but(everybody(GOES_ON), stranger=OFFICERS_DOOR)),
    Row("mfa_reauthenticate", but(credentials(SHOWN), password_only=GOES_ON)),
    Row("mfa_reauthenticate_webauthn", LED_ON),
    Row("mfa_activate_totp", but(credentials(GOES_ON), password_only=SHOWN)),
    Row(
        "mfa_deactivate_totp",
        but(credentials(SHOWN), password_only=ABSENT),
        but(credentials(DONE), password_only=ABSENT),
    ),
    Row("mfa_view_recovery_codes", NO_CODES_YET),
    Row("mfa_download_recovery_codes", NO_CODES_YET),
    Row(
        "mfa_generate_recovery_codes",
        credentials(SHOWN),
        but(credentials(DONE), password_only=SHOWN),  # says that there is no second factor yet
    ),
    Row("mfa_list_webauthn", LED_ON),
    Row("mfa_add_webauthn", credentials(SHOWN)),
    Row("mfa_remove_webauthn", credentials(ABSENT), at=lambda _: (1,)),
    Row("mfa_login_webauthn", everybody(OFFICERS_DOOR)),
]

ROWS = [*FOR_EVERYBODY, *OF_CITIZENS, *OF_DESKS, *OF_CREDENTIALS]
