"""A window in which a draft is typed: its addresses, and what its page would send."""

from django.urls import reverse

from motcua.dossiers.drafting import saving
from motcua.dossiers.drafting.sheets import FormSheet, OfficeSheet

CHILD = "tre"


def at(name, draft, *more):
    return reverse(f"apply:{name}", args=[draft.version.procedure.code, draft.key, *more])


def window(browser, draft, page=CHILD):
    """What a page that is opened now would send back with whatever is typed."""
    draft.refresh_from_db()
    sheet = FormSheet(page) if page else OfficeSheet(draft.person)
    form = sheet.form(draft)
    seen = saving.seen(draft, sheet, form)
    words = {name: form[name].value() for name in form.fields}
    hidden = {"draft_revision": seen.revision, "draft_shown": seen.written}
    return {name: word for name, word in words.items() if word not in (None, "", False)} | hidden


def child_of(draft):
    """What was typed of the child, without what its page proposes."""
    draft.refresh_from_db()
    child = draft.data.get("child", {})
    return {name: said for name, said in child.items() if name != "nationality"}
