"""What is different on an article's screens in ``/bien-tap/``? Letters as jobs, doubles told."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet

from motcua.news.models import Article
from motcua.news.newsroom import jobs


class CommentsAsJobs:
    """Comments send no letter inside the request: the mail server may be away."""

    page: Any
    request: Any

    def send_commenting_notifications(self, changes: Any) -> None:
        texts = [comment.text for comment in changes["new_comments"]]
        texts += [reply.text for _about, replies in changes["new_replies"] for reply in replies]
        if not texts:
            return
        for person in self._talking():
            jobs.send_letter.defer(
                kind="commented",
                article_id=self.page.pk,
                person_id=person,
                comment="\n\n".join(texts)[:2000],
            )

    def _talking(self) -> set[int]:
        """The author and whoever said something here, but the one who speaks now."""
        said = set(self.page.wagtail_admin_comments.values_list("user_id", flat=True))
        return {pk for pk in said | {self.page.owner_id} if pk} - {self.request.user.pk}


class ArticleEditView(CommentsAsJobs, EditView):
    """One article, as it is being written."""


class ArticleRevertView(CommentsAsJobs, RevisionsRevertView):
    """An older version, brought back by saving it."""


class ArticleViewSet(PageViewSet):
    """Wagtail's screens for articles."""

    model = Article
    icon = "doc-full"
    menu_label = _("Bài viết")
    edit_view_class = ArticleEditView
    revisions_revert_view_class = ArticleRevertView
