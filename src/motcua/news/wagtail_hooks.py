"""Where does the newsroom stand in Wagtail's admin, and what may somebody not touch there?"""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from motcua.news import transfers
from motcua.news.models import Article, Section, Withdrawn
from motcua.news.newsroom import drawers, duplicates, papers
from motcua.news.newsroom.actions import open_section
from motcua.news.newsroom.home import Corners
from motcua.news.newsroom.screens import ArticleViewSet
from motcua.news.views import newsroom as views

for each in (
    drawers.CategoryViewSet,
    drawers.TopicViewSet,
    drawers.AnnouncementViewSet,
    drawers.OutageNoticeViewSet,
    drawers.MediaViewSet,
    drawers.FrontSlotViewSet,
    drawers.EditorialRoleViewSet,
    drawers.NewsroomViewSet,
):
    register_snippet(each)

NOT_OURS = {"help"}
"""Menu items that lead to another host."""


class EditorsItem(MenuItem):
    """Shown to whoever has something to write or to approve."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(user_has_any_page_permission(request.user))


@hooks.register("register_log_actions")
def register_transfers(actions: LogActionRegistry) -> None:
    """What a reorganization did to a corner, in the words of the page's history."""
    told = gettext_lazy("Chuyển cùng cơ quan theo sắp xếp tổ chức")
    actions.register_action(transfers.TRANSFER, told, told)
    undone = gettext_lazy("Hoàn lại do thôi sắp xếp tổ chức")
    actions.register_action(transfers.TRANSFER_BACK, undone, undone)


@hooks.register("register_admin_viewset")
def register_articles() -> ArticleViewSet:
    return ArticleViewSet()


@hooks.register("register_admin_urls")
def register_pages() -> list[URLPattern]:
    return [
        path("lich-tin/", views.calendar, name="news_calendar"),
        path("dinh-chinh/", views.corrections, name="news_corrections"),
    ]


@hooks.register("register_admin_menu_item")
def register_calendar() -> MenuItem:
    address = reverse("news_calendar")
    return EditorsItem(
        gettext_lazy("Lịch tin"), address, name="news-calendar", icon_name="calendar", order=150
    )


@hooks.register("register_admin_menu_item")
def register_corrections() -> MenuItem:
    address = reverse("news_corrections")
    return EditorsItem(
        gettext_lazy("Đính chính"), address, name="news-corrections", icon_name="edit", order=160
    )


@hooks.register("construct_main_menu")
def trim_menu(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in NOT_OURS]


@hooks.register("construct_homepage_panels")
def show_their_corners(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(Corners())


@hooks.register("construct_homepage_summary_items", order=100)
def count_nothing(request: HttpRequest, items: list[Any]) -> None:
    """How many pages and pictures there are helps nobody to write."""
    items.clear()


@hooks.register("construct_page_action_menu")
def say_it_plainly(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Wagtail adds "and publish" to the last step; ours say so themselves."""
    page = context.get("page")
    task = page.current_workflow_task if page else None
    labels = iter(task.get_actions(page, request.user) if task else [])
    for item in items:
        if hasattr(item, "launch_modal"):
            item.label = next(labels)[1]


# --- Written already? --------------------------------------------------------------------------


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def remember(request: HttpRequest, page: Page) -> None:
    """What it looks like now; and whoever submits it hears of doubles."""
    article = page.specific
    if isinstance(article, Article):
        duplicates.note(article)
        if request.POST.get("action-submit"):
            tell_of_doubles(request, article)


@hooks.register("before_edit_page")
def show_why_it_came_back(request: HttpRequest, page: Page) -> None:
    """The word of whoever returned it stands above the text that it is about."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state and state.status == state.STATUS_NEEDS_CHANGES and state.current_task_state:
        said = state.current_task_state.specific.get_comment()
        messages.warning(request, format_html("{} {}", _("Bài được trả lại:"), said))


@hooks.register("before_edit_page")
def look_for_doubles(request: HttpRequest, page: Page) -> None:
    if request.method == "GET" and isinstance(page, Article) and not page.live:
        tell_of_doubles(request, page)


def tell_of_doubles(request: HttpRequest, article: Article) -> None:
    found = duplicates.of(article)
    if found:
        links = format_html_join(", ", "{}", ((_link(request, each),) for each in found))
        messages.warning(request, format_html("{} {}", _("Có bài gần giống:"), links))


def _link(request: HttpRequest, double: duplicates.Double) -> str:
    """To the published article, or to the draft where they may open it; else only that it is."""
    article, percent = double.article, round(double.share * 100)
    if article.live:
        return format_html('<a href="{}">{}</a> ({} %)', article.address, article.title, percent)
    if article.permissions_for_user(request.user).can_edit():
        address = reverse("wagtailadmin_pages:edit", args=[article.pk])
        return format_html('<a href="{}">{}</a> ({} %)', address, article.title, percent)
    return _("một bài chưa đăng của góc tin khác")


# --- A new corner ------------------------------------------------------------------------------


@hooks.register("after_create_page")
def give_it_a_newsroom(request: HttpRequest, page: Page) -> None:
    """Whoever makes a corner need not know of groups, steps and drawers."""
    section = page.specific
    if isinstance(section, Section):
        open_section(section)


# --- Gone for good -----------------------------------------------------------------------------


@hooks.register("after_delete_page")
def leave_a_word(request: HttpRequest, page: Page) -> None:
    """The address of what was published answers that it is gone."""
    article = page.specific if page.pk else page
    if isinstance(article, Article) and article.first_published_at:
        known = {"title": article.title}
        Withdrawn.objects.update_or_create(path=article.address, defaults=known)


@hooks.register("after_bulk_action")
def leave_words(request: HttpRequest, action: str, objects: list[Page], _view: Any) -> None:
    if action == "delete":
        for page in objects:
            leave_a_word(request, page)


# --- Before its time -----------------------------------------------------------------------------


@hooks.register("before_serve_document")
def keep_back(document: Any, request: HttpRequest) -> None:
    """Outside the newsroom a document does not exist before an article that holds it."""
    if papers.is_held_back(document) and not user_has_any_page_permission(request.user):
        raise Http404
