"""How can work on the catalog fail?"""

from django.utils.translation import gettext_lazy as _


class VersionPublished(Exception):
    """Somebody tried to change a version that is in force or was."""

    message = _("Phiên bản đã công bố thì không sửa được. Hãy lập phiên bản mới.")

    def __str__(self) -> str:
        return str(self.message)


class RecordRefused(Exception):
    """A recorded procedure does not fit the format; the sentences say where and why."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__("\n".join(sentences))
