"""What must be right before an article is kept, submitted or published?"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from motcua.news.newsroom import embargo, substance
from motcua.news.newsroom.exceptions import NewsroomRefused
from motcua.news.slugs import AddressedForm

GOING_OUT = ("action-publish", "action-submit", "action-restart-workflow", "action-workflow-action")
"""Buttons after which readers may see the article without this form being asked again."""


class ArticleForm(AddressedForm):
    """One article on an editor's screen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._forget_told_changes()

    def _forget_told_changes(self) -> None:
        """An older version brought back carries its old notice; readers were told already."""
        note = self.initial.get("change_note")
        if note and self.instance.pk and self.instance.corrections.filter(note=note).exists():
            self.initial.update(change_kind="", change_note="")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self._check_nobody_wrote_meanwhile()
        self._hold_back(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        """After the typed words stand on the article itself."""
        super()._post_clean()
        if any(self.data.get(button) for button in GOING_OUT) and not self.errors:
            try:
                substance.check(self.instance)
            except NewsroomRefused as refusal:
                self.add_error("change_kind", refusal)

    def _check_nobody_wrote_meanwhile(self) -> None:
        """A stale screen does not overwrite; what was typed stays on it, and may be kept then."""
        loaded = self.data.get("overwrite_revision_id") or self.data.get("loaded_revision_id")
        newest = self.instance.latest_revision
        if loaded and newest is not None and loaded != str(newest.pk):
            who = newest.user.get_full_name() if newest.user else _("hệ thống")
            raise ValidationError(
                _(
                    "%(who)s đã lưu bài này sau khi bạn mở, nên chưa lưu phần của bạn. Phần bạn gõ "
                    "còn đây: xem bản kia trong Lịch sử, rồi bấm lưu lần nữa nếu muốn thay bản đó."
                ),
                params={"who": who},
            )

    def _hold_back(self, cleaned: dict[str, Any]) -> None:
        until = cleaned.get("embargo_until")
        if until and self.instance.live and "embargo_until" in self.changed_data:
            self.add_error("embargo_until", _("Bài đã đăng thì không cấm công bố được nữa."))
        if until and "go_live_at" in self.fields:
            cleaned["go_live_at"] = embargo.honored(cleaned.get("go_live_at"), until)
