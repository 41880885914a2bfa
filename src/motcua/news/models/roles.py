"""Who may do what in a corner, and since when? A newsroom, its roles and Wagtail's groups."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from motcua.news.newsroom.queries import RoleQuerySet
from motcua.news.newsroom.workflow import Role
from motcua.organizations.models import Post
from motcua.periods.models import Dated, one_at_a_time


class Newsroom(models.Model):
    """Who works in one corner, through which steps its articles go, where its pictures lie.

    ``newsroom.actions.open_section`` makes one, with everything that Wagtail needs for it.
    """

    section = models.OneToOneField(
        "news.Section",
        verbose_name=_("góc tin"),
        on_delete=models.PROTECT,
        related_name="newsroom",
    )
    workflow = models.OneToOneField(
        "wagtailcore.Workflow", on_delete=models.PROTECT, related_name="newsroom"
    )
    drawer = models.OneToOneField(
        "wagtailcore.Collection", on_delete=models.PROTECT, related_name="newsroom"
    )
    """Where its pictures, recordings and documents are kept."""
    own_articles_too = models.BooleanField(
        _("được tự duyệt bài của mình"),
        default=False,
        help_text=_("Chỉ khi góc tin này có một người làm báo."),
    )
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    """Why one person may approve what they wrote, such as the commune's only culture officer."""

    class Meta:
        verbose_name = _("tòa soạn")
        verbose_name_plural = _("tòa soạn")
        constraints = [
            CheckConstraint(
                name="newsroom_gives_its_reason",
                condition=Q(own_articles_too=False) | ~Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"newsroom {self.section_id}"


class NewsroomGroup(models.Model):
    """Wagtail's group for one role in one newsroom; its members are whoever has the role today."""

    newsroom = models.ForeignKey(Newsroom, on_delete=models.CASCADE, related_name="groups")
    role = models.PositiveSmallIntegerField(choices=Role)
    group = models.OneToOneField("auth.Group", on_delete=models.PROTECT, related_name="newsroom")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["newsroom", "role"], name="newsroom_has_one_group_a_role")
        ]

    def __str__(self) -> str:
        return f"{self.newsroom_id}: {self.get_role_display()}"


class EditorialRole(Dated):
    """A post, or a person, has a role in a newsroom for a period, e.g. the head of its desk edits.

    Given to a post it belongs to whoever holds the post that day, and to nobody after.
    """

    newsroom = models.ForeignKey(
        Newsroom, verbose_name=_("tòa soạn"), on_delete=models.CASCADE, related_name="roles"
    )
    role = models.PositiveSmallIntegerField(_("vai trò"), choices=Role)
    post = models.ForeignKey(
        Post,
        verbose_name=_("chức danh"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="editorial_roles",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("người"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="editorial_roles",
    )
    decision = models.CharField(_("quyết định"), max_length=200, blank=True)

    objects: ClassVar = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("vai trò biên tập")
        verbose_name_plural = _("vai trò biên tập")
        constraints = [
            CheckConstraint(
                name="editorial_role_of_a_post_or_a_person",
                condition=Q(post__isnull=False, person__isnull=True)
                | Q(post__isnull=True, person__isnull=False),
            ),
            CheckConstraint(name="editorial_role_known", condition=Q(role__in=Role.values)),
            one_at_a_time(
                "editorial_role_of_a_post_once_a_day",
                "newsroom",
                "role",
                "post",
                condition=Q(post__isnull=False),
            ),
            one_at_a_time(
                "editorial_role_of_a_person_once_a_day",
                "newsroom",
                "role",
                "person",
                condition=Q(person__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.newsroom_id}: {self.get_role_display()}"
