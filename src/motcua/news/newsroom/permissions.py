"""What may somebody do with a page of a corner, beyond what Wagtail's table of groups says?"""

from typing import Any

from wagtail.models import PagePermissionTester


class ArticleRights(PagePermissionTester):
    """An article comes out through its workflow; only publishers touch what was published."""

    def can_publish(self) -> bool:
        return super().can_publish() and (self.user.is_superuser or self.is_ready())

    def is_ready(self) -> bool:
        """Another's, and approved as it stands or published before; own ones only by exception."""
        page: Any = self.page
        if page.pk is None or self._may_alone():
            return page.pk is not None
        is_theirs = page.owner_id == self.user.pk
        return not is_theirs and (bool(page.published_substance) or self._is_approved())

    def _may_alone(self) -> bool:
        newsroom = newsroom_of(self.page)
        return newsroom is not None and newsroom.own_articles_too

    def _is_approved(self) -> bool:
        """Whether every step of a way was taken, and nothing was written since the last."""
        last = self.page.workflow_states.order_by("-created_at").first()
        if last is None or last.status != last.STATUS_APPROVED or not last.current_task_state:
            return False
        newest = self.page.latest_revision
        return bool(newest and newest.created_at <= last.current_task_state.finished_at)

    def can_unschedule(self) -> bool:
        return super().can_publish()

    def can_set_view_restrictions(self) -> bool:
        """News is open to everybody; a page behind a password is none."""
        return bool(self.user.is_superuser)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        allowed = super().can_delete(ignore_bulk)
        if self.user.is_superuser or not self.page.first_published_at:
            return allowed
        return allowed and "publish" in self.permissions

    def can_view_revisions(self) -> bool:
        return self.user.is_superuser or bool(self.permissions) or self.can_edit()


class SectionRights(PagePermissionTester):
    """A corner itself stays where it is: its newsroom writes in it and does not move it."""

    def can_edit(self) -> bool:
        return bool(self.user.is_active and self.user.is_superuser)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.can_edit()

    def can_publish(self) -> bool:
        return self.can_edit()

    def can_publish_subpage(self) -> bool:
        """Creating and publishing in one go would leave out the workflow."""
        return self.can_edit()

    def can_unpublish(self) -> bool:
        return self.can_edit() and super().can_unpublish()

    def can_submit_for_moderation(self) -> bool:
        return False

    def can_lock(self) -> bool:
        return self.can_edit()

    def can_view_revisions(self) -> bool:
        return self.can_edit()


def newsroom_of(page: Any) -> Any:
    """The newsroom of the corner that ``page`` stands in; None where none was opened.

    A translated corner is its original's.
    """
    from motcua.news.models import Newsroom

    return Newsroom.objects.filter(workflow__workflow_pages__page__in=page.get_ancestors()).first()
