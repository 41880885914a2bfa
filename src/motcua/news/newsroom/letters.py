"""Who hears that an article waits for them, came back, or is out? One letter a person, as a job."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from motcua.accounts.models import Person
from motcua.news.models import Article, EditorialRole, Newsroom
from motcua.periods.clock import today


def holders(newsroom: Newsroom, role: int) -> Any:
    """Whoever has the role today and can be written to."""
    day = today()
    roles = EditorialRole.objects.on(day).filter(newsroom=newsroom, role=role)
    by_post = Q(
        appointments__post__editorial_roles__in=roles, appointments__valid_during__contains=day
    )
    people = Person.objects.filter(Q(editorial_roles__in=roles) | by_post, is_active=True)
    return people.exclude(email="").distinct()


def send(kind: str, article_id: int, person_id: int, comment: str = "") -> None:
    """One letter; nothing where the article or the address is gone by now."""
    article = Article.objects.filter(pk=article_id).first()
    person = Person.objects.filter(pk=person_id, is_active=True).exclude(email="").first()
    if article is None or person is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        EmailMessage(
            _words(kind, "subject", article, comment).replace("\n", " ").strip(),
            _words(kind, "body", article, comment),
            to=[person.email],
            headers={"Auto-Submitted": "auto-generated"},  # RFC 3834
        ).send()


def _words(kind: str, part: str, article: Article, comment: str) -> str:
    path = reverse("wagtailadmin_pages:edit", args=[article.pk])
    said = {"title": article.draft_title, "comment": comment, "link": settings.BASE_URL + path}
    return render_to_string(f"news/letters/{kind}_{part}.txt", said)
