"""How does a page speak? The tags that every template may use: ``{% load ui %}``."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, RadioSelect
from django.template import Context
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from motcua.periods import clock
from motcua.ui import doors, icons, panels, quoting, words

register = template.Library()

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
"""Each language in its own words."""


@register.simple_tag
def icon(name: str, css_class: str = "ico") -> SafeString:
    """A shape beside a word; screen readers skip it."""
    drawn = icons.ICONS[name]
    shape = format_html('<path d="{}"/>', " ".join(drawn.paths))
    if drawn.cut:
        shape += format_html('<path d="{}" fill="var(--sheet)"/>', drawn.cut)
    return format_html(
        '<svg class="{}" viewBox="0 0 {size} {size}" aria-hidden="true" focusable="false">{}</svg>',
        css_class,
        shape,
        size=drawn.size,
    )


@register.simple_tag
def light(kind: str, text: str) -> SafeString:
    """A traffic light: shape and word, never color alone. Kinds: ok, soon, late, wait."""
    if kind not in icons.LIGHTS:
        raise template.TemplateSyntaxError(f"A light is one of {icons.LIGHTS}, not {kind!r}")
    return format_html(
        '<span class="light light--{}">{}{}</span>', kind, icon(kind, css_class=""), text
    )


@register.filter
def in_its_language(text: str) -> SafeString:
    """Words of a record are marked as Vietnamese on a page in another language."""
    return quoting.marked(text)


@register.simple_tag
def code(text: object) -> SafeString:
    """A procedure's or dossier's code, in figures of one width."""
    return format_html('<span class="code">{}</span>', text)


@register.simple_tag
def day(value: date | datetime | None) -> SafeString | str:
    """A legal day with its weekday: thứ Sáu, 27/11/2026."""
    if value is None:
        return ""
    legal = clock.day_of(value) if isinstance(value, datetime) else value
    return format_html(
        '<time datetime="{}">{}</time>', legal.isoformat(), words.day_with_weekday(legal)
    )


@register.simple_tag
def moment(value: datetime | None) -> SafeString | str:
    """A moment in Việt Nam: 14:20, thứ Hai 23/11/2026."""
    if value is None:
        return ""
    local = timezone.localtime(value, clock.VIETNAM)
    return format_html(
        '<time datetime="{}"><span class="num">{}</span>, {}</time>',
        local.isoformat(timespec="minutes"),
        f"{local:%H:%M}",
        words.day_with_weekday(local.date(), comma=False),
    )


@register.simple_tag
def money(value: Decimal | int | None) -> SafeString | str:
    """An amount in đồng: 75.000 đồng."""
    if value is None:
        return ""
    amount = number_format(value, decimal_pos=0, force_grouping=True)
    return format_html('<span class="num">{}</span> {}', amount, gettext("đồng"))


@register.inclusion_tag("ui/components/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """One question of a form: label, hint, error and answer, tied together for every reader."""
    widget = bound.field.widget
    many = isinstance(widget, RadioSelect)
    return {
        "field": bound,
        "is_tick": isinstance(widget, CheckboxInput),
        "is_choice": many,
        "answer": "" if many else _answer(bound),
        "described_by": " ".join(_descriptions(bound)),
    }


def _answer(bound: BoundField) -> SafeString:
    attrs: dict[str, Any] = {}
    widget = bound.field.widget
    if not isinstance(widget, CheckboxInput):
        attrs["class"] = f"field {widget.attrs.get('class', '')}".strip()
    if getattr(bound.field, "warning", "") or getattr(bound.field, "is_proposed", False):
        attrs["aria-describedby"] = " ".join(_descriptions(bound))
    return bound.as_widget(attrs=attrs)


def _descriptions(bound: BoundField) -> Iterable[str]:
    if bound.help_text:
        yield f"{bound.auto_id}_helptext"
    if getattr(bound.field, "is_proposed", False):
        yield f"{bound.auto_id}_proposed"
    if bound.errors:
        yield f"{bound.auto_id}_error"
    if getattr(bound.field, "warning", ""):
        yield f"{bound.auto_id}_warning"


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What has to be corrected, each line leading to its field; takes the focus on arrival."""
    wrong = [bound for bound in form if bound.errors]
    count = sum(len(bound.errors) for bound in wrong) + len(form.non_field_errors())
    title = ngettext("Có %(n)s chỗ cần sửa", "Có %(n)s chỗ cần sửa", count) % {"n": count}
    lines = [
        (_first_input(bound), _named(bound), error) for bound in wrong for error in bound.errors
    ]
    return {"count": count, "title": title, "lines": lines, "others": form.non_field_errors()}


def _named(bound: BoundField) -> str:
    """The question's label; longer where the field knows that several have the same."""
    return str(getattr(bound.field, "full_label", "") or bound.label)


def _first_input(bound: BoundField) -> str:
    """Where an error leads to; a hidden field says so itself (``anchor``)."""
    if anchor := getattr(bound.field, "anchor", ""):
        return str(anchor)
    if bound.id_for_label:
        return bound.id_for_label
    first = next(iter(bound.subwidgets), None)
    return (first and first.id_for_label) or bound.auto_id or ""


@register.simple_tag(takes_context=True)
def panel(context: Context, place: str) -> SafeString:
    """What other rooms show at ``place``; nothing on pages that must do without the database."""
    if "without_database" in context:
        return mark_safe("")
    request = context.get("request")
    parts = [
        render_to_string(name, dict(shown), request=request)
        for name, shown in panels.at(place, context)
    ]
    return mark_safe("".join(parts))  # noqa: S308  each part was escaped when it was rendered


@register.simple_block_tag
def crumbs(content: str) -> SafeString:
    """The way here, around ``<li>`` lines; the last one says ``aria-current="page"``."""
    return format_html(
        '<nav class="crumbs" aria-label="{}"><ol>{}</ol></nav>', gettext("Đường dẫn"), content
    )


@register.inclusion_tag("ui/components/doors.html", takes_context=True)
def header_doors(context: Context) -> dict[str, Any]:
    """The four doors."""
    request = context.get("request")
    return {"doors": doors.doors(request.path if request else "")}


@register.inclusion_tag("ui/components/foot_links.html")
def foot_links() -> dict[str, Any]:
    """About the portal."""
    return {"doors": doors.foot()}


@register.simple_tag
def door(name: str) -> str:
    """The address of one of the portal's named doors (``doors.py``), or nothing."""
    return doors.address(getattr(doors, name))


@register.inclusion_tag("ui/components/language_switch.html", takes_context=True)
def language_switch(context: Context) -> dict[str, Any]:
    """The same page in the other language, said in that language."""
    request = context.get("request")
    other = "en" if get_language() == "vi" else "vi"
    here = request.get_full_path() if request and request.method == "GET" else "/"
    return {"code": other, "name": LANGUAGES[other], "address": translated(here, other)}


def translated(path: str, language: str) -> str:
    """``path`` in ``language``; the front page where ``path`` is no page of ours."""
    there = translate_url(path, language)
    front = "/" if language == "vi" else f"/{language}/"
    return there if there != path else front


@register.filter
def weekday(value: date) -> str:
    """thứ Hai … Chủ nhật."""
    return words.weekday(value)


@register.filter
def clock_time(value: datetime) -> str:
    """17:00 in Việt Nam."""
    return f"{timezone.localtime(value, clock.VIETNAM):%H:%M}"
