"""What does an article look like to somebody who searches for the same one?"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Signature(models.Model):
    """The smallest hashes of the word groups of an article, as last written."""

    article = models.OneToOneField(
        "news.Article", on_delete=models.CASCADE, related_name="signature", primary_key=True
    )
    hashes = ArrayField(models.BigIntegerField(), default=list)
    title_key = models.CharField(max_length=600, db_index=True)
    """The folded title, whatever its marks and capitals."""

    class Meta:
        indexes = [GinIndex(fields=["hashes"], name="signature_shares_hashes")]

    def __str__(self) -> str:
        return str(self.article_id)
