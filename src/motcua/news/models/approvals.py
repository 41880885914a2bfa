"""A step of an article's way: approved or returned, by whom, and in which post."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from motcua.news.newsroom import separation
from motcua.news.newsroom.comments import ApprovalForm, ReturnForm
from motcua.news.newsroom.workflow import Role
from motcua.organizations.models import Post

from .roles import EditorialRole, Newsroom


class Approval(TaskState):
    """One step taken; it keeps the post through which somebody had the right to take it."""

    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    acting_as = models.CharField(max_length=400, blank=True, editable=False)
    """Role, post and organization as they were called that day."""

    class Meta:
        verbose_name = _("bước duyệt")
        verbose_name_plural = _("bước duyệt")

    def get_comment(self) -> str:
        return " ".join(filter(None, [self.comment, f"({self.acting_as})" * bool(self.acting_as)]))


class ApprovalTask(AbstractGroupApprovalTask):
    """The step that belongs to one role of one newsroom."""

    newsroom = models.ForeignKey(Newsroom, on_delete=models.CASCADE, related_name="tasks")
    role = models.PositiveSmallIntegerField(choices=Role)

    task_state_class = Approval

    class Meta:
        verbose_name = _("bước duyệt bài")
        verbose_name_plural = _("bước duyệt bài")

    @classmethod
    def get_description(cls) -> str:
        return str(_("Người giữ vai trò này trong góc tin duyệt hoặc trả lại bài."))

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Nothing where somebody would approve what they wrote or approved already."""
        if not super().get_actions(obj, user) or not separation.may_approve(user, obj, self):
            return []
        approve = _("Duyệt và xuất bản") if self.role == Role.PUBLISHER else _("Duyệt")
        return [
            ("reject", _("Trả lại kèm ý kiến"), True),
            ("approve", approve, False),
            ("approve", _("Duyệt kèm ý kiến"), True),
        ]

    def get_form_for_action(self, action: str) -> type:
        return ReturnForm if action == "reject" else ApprovalForm

    @transaction.atomic
    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> None:
        """Take the step in the post that gives the right to it."""
        article = task_state.workflow_state.content_object
        if action_name not in {name for name, *_rest in self.get_actions(article, user)}:
            raise PermissionDenied(_("Bạn không duyệt được bài này: người khác phải xem bài."))
        step = task_state.specific
        step.acting_as, step.post = self.acting_as(user)
        super().on_action(step, user, action_name, **kwargs)

    def acting_as(self, user: Any) -> tuple[str, Post | None]:
        """Role and post by which ``user`` takes this step today."""
        roles = EditorialRole.objects.held_by(user).filter(newsroom=self.newsroom, role=self.role)
        held = roles.select_related("post__organization").order_by("post", "pk").first()
        if held is None or held.post is None:
            return str(Role(self.role).label), None
        where = f"{held.post.title}, {held.post.organization.name}"
        return f"{Role(self.role).label}; {where}", held.post
