"""How do corners and announcements that still run follow their office into another one, and back?

Articles stay in their corner and say what they said; ``news.renamed`` finds those that name an
office that ended. Whoever reorganizes fills ``moving`` (``organizations.transferring``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from psycopg import sql

from motcua.news import announcing
from motcua.news.models import Announcement, Section
from motcua.organizations.models import Organization
from motcua.organizations.transferring import Decided

if TYPE_CHECKING:
    from django.db.models import Model

TRANSFER, TRANSFER_BACK = "news.transfer", "news.transfer_back"
"""How Wagtail's log of a page calls it."""
SECTIONS = """
    WITH went AS (
        UPDATE news_section w SET organization_id = m.new_id FROM {moving} m
        WHERE w.page_ptr_id = m.row_id AND w.organization_id = m.old_id
        RETURNING w.page_ptr_id, m.old_id, m.new_id
    ), drafted AS (
        UPDATE wagtailcore_revision v
        SET content = jsonb_set(v.content, '{{organization}}', to_jsonb(went.new_id))
        FROM went JOIN wagtailcore_page p ON p.id = went.page_ptr_id
        WHERE v.id = p.latest_revision_id AND v.content->'organization' = to_jsonb(went.old_id)
    )
    INSERT INTO wagtailcore_pagelogentry (page_id, label, action, data, timestamp, uuid, user_id,
        content_type_id, content_changed, deleted)
    SELECT p.id, p.title, %(verb)s, %(note)s::jsonb
        || jsonb_build_object('from', old_id, 'to', new_id), %(at)s, gen_random_uuid(), %(machine)s,
        %(kind)s, true, false
    FROM went JOIN wagtailcore_page p ON p.id = went.page_ptr_id
"""
ANNOUNCEMENTS = """
    WITH went AS (
        UPDATE news_announcement w SET organization_id = m.new_id FROM {moving} m
        WHERE w.id = m.row_id AND w.organization_id = m.old_id
        RETURNING w.id, w.title, m.old_id, m.new_id
    )
    INSERT INTO wagtailcore_modellogentry (object_id, label, action, data, timestamp, uuid, user_id,
        content_type_id, content_changed, deleted)
    SELECT id::text, title, %(verb)s, %(note)s::jsonb
        || jsonb_build_object('from', old_id, 'to', new_id), %(at)s, gen_random_uuid(), %(machine)s,
        %(kind)s, true, false
    FROM went
"""


def sections_at(organizations: Iterable[Organization | int]) -> QuerySet[Section]:
    """Their corners."""
    return Section.objects.filter(organization__in=organizations)


def announcements_at(organizations: Iterable[Organization | int]) -> QuerySet[Announcement]:
    """What they announced and what has not expired; what was announced before stays theirs."""
    lasting = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    return Announcement.objects.filter(lasting, organization__in=organizations)


def transfer_sections(moving: str, **decided: Unpack[Decided]) -> int:
    """Let corners follow their office; the draft that an editor left there, too."""
    return _move(SECTIONS, Section, TRANSFER, moving, decided)


def give_back_sections(moving: str, **decided: Unpack[Decided]) -> int:
    """Undo it: ``moving`` is the same the other way round."""
    return _move(SECTIONS, Section, TRANSFER_BACK, moving, decided)


def transfer_announcements(moving: str, **decided: Unpack[Decided]) -> int:
    """Let announcements that still run follow their office."""
    return _move(ANNOUNCEMENTS, Announcement, TRANSFER, moving, decided)


def give_back_announcements(moving: str, **decided: Unpack[Decided]) -> int:
    """Undo it."""
    return _move(ANNOUNCEMENTS, Announcement, TRANSFER_BACK, moving, decided)


def _move(statement: str, model: type[Model], verb: str, moving: str, decided: Decided) -> int:
    told = {
        "verb": verb,
        "note": json.dumps({**decided["note"], "reason": decided["reason"]}),
        "at": decided["at"],
        "machine": decided["machine"].pk,
        "kind": ContentType.objects.get_for_model(model).pk,
    }
    text = sql.SQL(statement).format(moving=sql.Identifier(moving))
    with connection.cursor() as cursor:
        cursor.execute(text, told)  # type: ignore[arg-type]
        count = int(cursor.rowcount)
    transaction.on_commit(announcing.forget)
    return count
