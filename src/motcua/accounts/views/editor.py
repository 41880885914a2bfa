"""What does an editor see of their own account inside Wagtail?"""

from typing import Any

from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    NameEmailSettingsPanel,
)

KEPT_ELSEWHERE = (NameEmailSettingsPanel, AvatarSettingsPanel)
"""Names come from the identity provider; pictures of persons are not kept at all."""


class EditorAccount(AccountView):
    """Language, theme and notifications."""

    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, KEPT_ELSEWHERE)]
