"""What is different on an article's screens in ``/bien-tap/``? One from a form, letters as jobs."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet

from motcua.news.models import Article, SentForm
from motcua.news.newsroom import jobs, sent_forms


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


class ArticleCreateView(CreateView):
    """A new article; a form that became one already goes on with that one."""

    def post(self, request: Any) -> Any:
        token = request.POST.get("csrfmiddlewaretoken")
        if not token:  # it came as a header, from no form of ours
            return super().post(request)
        key = sent_forms.key_of(request.user.pk, token)
        with transaction.atomic():
            sent_forms.one_after_the_other(key)
            sent = sent_forms.find(key)
            return self.go_on_with(sent) if sent else self.make(request, key)

    def make(self, request: Any, key: str) -> Any:
        answer = super().post(request)
        if self.page.pk:  # a form with mistakes makes nothing
            sent_forms.remember(key, self.page, request.POST)
        return answer

    def go_on_with(self, sent: SentForm) -> Any:
        """A pressed button counts, pressed twice once; what was kept by itself is older by now."""
        if self.expects_json_response:
            return self.json_error_response("invalid_revision", said("Bài này đã được lưu rồi."))
        if sent.content == sent_forms.content_of(self.request.POST):
            self.page = sent.article
            return (
                self.redirect_and_remain() if self.action_name == "save" else self.redirect_away()
            )
        return ArticleEditView.as_view()(self.request, page_id=sent.article_id)


class ArticleEditView(CommentsAsJobs, EditView):
    """One article, as it is being written."""


class ArticleRevertView(CommentsAsJobs, RevisionsRevertView):
    """An older version, brought back by saving it."""


class ArticleViewSet(PageViewSet):
    """Wagtail's screens for articles."""

    model = Article
    icon = "doc-full"
    menu_label = _("Bài viết")
    add_view_class = ArticleCreateView
    edit_view_class = ArticleEditView
    revisions_revert_view_class = ArticleRevertView
