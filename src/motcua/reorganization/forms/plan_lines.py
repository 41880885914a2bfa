"""Who sees to a line of the rehearsal, and what do they say when it is settled?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Post
from motcua.periods.clock import today
from motcua.reorganization.models import PlanningPost


class PostChoice(forms.ModelChoiceField):
    """A post with its organization, as names of today."""

    def label_from_instance(self, post: Any) -> str:
        return f"{post.title} – {post.organization.name}"


class OwnerForm(forms.Form):
    """Which post sees to the line."""

    owner = PostChoice(
        Post.objects.none(),
        label=_("Chức vụ phụ trách"),
        required=False,
        empty_label=_("chưa giao"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planning = PlanningPost.objects.on(today()).values("post")
        leading = Q(rank__lte=Post.Rank.DIVISION_HEAD) | Q(is_head=True) | Q(pk__in=planning)
        held = Post.objects.on(today()).filter(leading)
        named = held.select_related("organization").prefetch_related("organization__names")
        in_order = named.order_by("organization__identifier", "rank", "title", "pk")
        self.fields["owner"].queryset = in_order  # type: ignore[attr-defined]


class TickForm(forms.Form):
    """That the line is settled, as it was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    note = forms.CharField(
        label=_("Đã giải quyết thế nào"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
