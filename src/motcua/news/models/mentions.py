"""Which articles speak of a procedure or an organization? Noted when they are published."""

from django.db import models


class Mention(models.Model):
    """An article names something of ours by its code, such as 1.001193 or H49.61."""

    article = models.ForeignKey("news.Article", on_delete=models.CASCADE, related_name="mentions")
    code = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "code"], name="article_mentions_once")
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.code}"
