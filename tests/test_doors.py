"""Which doors stand open to everyone? A list kept by hand: opening one takes two decisions."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

OPEN = {
    # ui
    "ui:display",
    "ui:robots",
    "ui:sitemap",
    "ui:sitemap_part",
    # operations: probes of a load balancer
    "operations:alive",
    "operations:ready",
    # home
    "home:front",
    "home:life_event",
    "home:accessibility",
    "home:privacy",
    # accounts: before anybody is signed in
    "accounts:citizen_sign_in",
    "accounts:citizen_callback",
    "accounts:sign_out",
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    # catalog: the law demands that procedures are public (NĐ 224/2026, Art 9)
    "catalog:list",
    "catalog:procedure",
    "catalog:version",
    "catalog:difference",
    "catalog:one_sheet",
    "catalog:blank_form",
    "catalog:say",
    # guides: what to do, may I, what does it cost me; nothing is kept
    "guides:list",
    "guides:guide",
    "your_case:procedure",
    # organizations: the apparatus and its leaders are public (NĐ 224/2026, Art 9)
    "apparatus:overview",
    "apparatus:chart",
    "apparatus:differences",
    "apparatus:organization",
    "apparatus:leader",
    "apparatus:map",
    "apparatus:json_ld",
    "apparatus:csv",
    "apparatus:organization_json_ld",
    # reorganization: what is tried in the administration, and what came of it
    "pilots:register",
    "pilots:pilot",
    "pilots:review",
    "pilots:paper",
    "pilots:sheet",
    "pilots:file",
    # news
    "news:index",
    "news:announcements",
    "news:announcement",
    "news:rss",
    "news:atom",
    "news:category_rss",
    "news:category_atom",
    "news:section_rss",
    "news:section_atom",
    "news:category",
    "news:topic",
    "news:month",
    "news:permalink",
    "wagtail_serve",
    "wagtaildocs_serve",
    "media_file",
    # search
    "search:find",
    # dossiers: a code leads to the sign-in; partners' programs sign what they send
    "dossiers:open",
    "api:openapi",
    "api:prefill",
    # questions: everybody reads, and asks without an account; what was begun opens in its browser
    "questions:list",
    "questions:question",
    "questions:opinion",
    "questions:feed",
    "questions:rss",
    "questions:complaints",
    "questions:similar",
    "questions:ask",
    "questions:check",
    "questions:rewrite",
    "questions:send_code",
    "questions:confirm",
    "questions:attach",
    "questions:remove_file",
    "questions:send",
    "questions:sent",
    "questions:follow",
    "questions:followed",
    "questions:supplement",
    "questions:withdraw",
    "questions:reopen",
    # consultations: everybody reads drafts and comments without an account
    "consultations:list",
    "consultations:feed",
    "consultations:consultation",
    "consultations:document",
    "consultations:comments",
    "consultations:comment",
    "consultations:sent",
    # directives: what a meeting gave is public where it is marked so
    "directives:list",
    "directives:feed",
    "directives:tasks",
    "directives:download",
    "directives:task",
    "directives:conclusion",
    "directives:file",
    # statistics
    "statistics:overview",
    "statistics:download",
    "statistics:office",
    "statistics:office_download",
    "statistics:method",
    # tracking
    "tracking:look_up",
    # visits
    "visits:statistics",
    "visits:download",
    # demo
    "demo:sign_ins",
    "demo:outgoing_mail",
}
"""Doors of ours that need no sign-in. Everything else is locked by LoginRequiredMiddleware."""


def doors(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address with its full name."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from doors(pattern, inner)
        else:
            yield f"{space}{pattern.name}", pattern


def is_open(pattern: URLPattern) -> bool:
    return not getattr(pattern.callback, "login_required", True)


def is_ours(pattern: URLPattern) -> bool:
    return pattern.callback.__module__.startswith("motcua.")


OURS = {name: pattern for name, pattern in doors(get_resolver()) if is_ours(pattern)}


def test_exactly_the_agreed_doors_are_open():
    opened = {name for name, pattern in OURS.items() if is_open(pattern)}

    assert opened == OPEN
