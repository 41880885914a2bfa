"""Where did an imported article come from? Remembered, so that it is never imported twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.Model):
    """An article's place in the site that it was imported from."""

    article = models.OneToOneField(
        "news.Article", on_delete=models.CASCADE, related_name="origin", verbose_name=_("bài viết")
    )
    source = models.CharField(max_length=200)
    """The site, for example "tin.quangninh.example"."""
    key = models.CharField(max_length=300)
    """What that site knows it by: a number of its own, or the file's path."""
    address = models.CharField(max_length=500, blank=True)
    """Where it was read before."""
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("nguồn của bài đã nhập")
        verbose_name_plural = _("nguồn của bài đã nhập")
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="origin_known_once")]

    def __str__(self) -> str:
        return f"{self.source} {self.key}"
