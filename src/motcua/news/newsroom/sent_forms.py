"""Was this form sent before? What the editor keeps by itself and a pressed button may come at once.

Wagtail's page does not wait for the one before it sends the other; each would make an article.
"""

import hashlib
import json
from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from motcua.news.models import Article, SentForm

REMEMBERED = timedelta(days=1)


def key_of(person: int, token: str) -> str:
    """The same for all that one form sends: its token is masked anew for every form shown."""
    return hashlib.sha256(f"{person}:{token}".encode()).hexdigest()


def one_after_the_other(key: str) -> None:
    """Whatever else this form sends waits until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"form:{key}"])


def content_of(typed: MultiValueDict[str, str]) -> str:
    return hashlib.sha256(json.dumps(sorted(typed.lists())).encode()).hexdigest()


def find(key: str) -> SentForm | None:
    return SentForm.objects.filter(key=key).select_related("article").first()


def remember(key: str, article: Article, typed: MultiValueDict[str, str]) -> None:
    SentForm.objects.filter(sent_at__lt=timezone.now() - REMEMBERED).delete()
    SentForm.objects.create(key=key, article=article, content=content_of(typed))
