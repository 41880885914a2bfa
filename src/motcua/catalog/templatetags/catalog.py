"""How the catalog's texts are written on a page: ``{% load catalog %}``."""

import re
from collections.abc import Mapping, Sequence

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from motcua.catalog import outlines
from motcua.catalog.choosing import Found
from motcua.catalog.facts import amount_in_words, limit_in_words
from motcua.catalog.known import Held
from motcua.catalog.models import Channel, Component
from motcua.search.highlights import highlighted
from motcua.ui.quoting import marked

register = template.Library()
STRESSED = re.compile(r"\*\*(.+?)\*\*")


@register.filter
def stressed(text: str) -> SafeString:
    """The text with ``**words**`` in bold; nothing else is marked up."""
    escaped = str(conditional_escape(text))
    return mark_safe(STRESSED.sub(r"<b>\1</b>", escaped))  # noqa: S308  escaped one line above


@register.filter
def outlined(text: str) -> SafeString:
    """An item with what its lines list below it; marks that count, such as (ii), stay."""
    head, *below = outlines.lines(text)
    lists = format_html_join("", '<li class="under__{}">{}</li>', map(_item, below))
    if not below:
        return _with_breaks(head.texts)
    return format_html('{}<ul class="under">{}</ul>', _with_breaks(head.texts), lists)


@register.filter
def spelled_out(note: str) -> SafeString:
    """What is said more of a paper; a note that is a list from its beginning is shown as one."""
    return outlined(f"\n{note}" if outlines.BARE.match(note) else note)


def _item(line: outlines.Line) -> tuple[int, SafeString]:
    return line.depth, _with_breaks(line.texts)


def _with_breaks(texts: list[str]) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((stressed(text),) for text in texts))


@register.filter
def counts_itself(items: Sequence[str]) -> bool:
    """Whether the items name numbers of their own, so that others would contradict them."""
    return any(outlines.NUMBERED.match(item) for item in items)


@register.filter
def found_in(text: str, found: Found) -> SafeString:
    """The text with the words that were looked for."""
    return highlighted(text, found.words)


@register.filter
def limit_of(channel: Channel) -> SafeString:
    """How long it takes on this channel, with the remark."""
    said, note = map(marked, limit_in_words(channel.limit))
    return format_html("{}. {}", said, note) if note else said


@register.filter
def amount(fee: int | None) -> str:
    """The number that the portal keeps of a fee; that there is none is said."""
    return amount_in_words(fee) or _("không có")


@register.filter
def held_of(known: Mapping[int, Held] | None, component: Component) -> Held | None:
    """What the state holds of a paper already."""
    return known.get(component.pk) if known else None


@register.inclusion_tag("catalog/parts/how_many.html")
def how_many(component: Component) -> dict[str, Component]:
    """Originals and copies of a paper."""
    return {"component": component}
