"""What goes live and what ends, minute by minute? One article that cannot stops no other."""

import logging
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page, Revision

log = logging.getLogger(__name__)


def keep(now: datetime) -> None:
    """Take down what has ended, put up what is due; safe to run twice."""
    for page in Page.objects.live().filter(expire_at__lte=now).order_by("expire_at"):
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    due = Revision.objects.filter(approved_go_live_at__lte=now)
    for revision in due.order_by("approved_go_live_at"):
        _put_up(revision)


def _put_up(revision: Revision) -> None:
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError as refusal:
        log.warning("news.not_published", extra={"revision": revision.pk, "why": refusal.messages})
