"""Which locks does a sign-in pass? allauth's stages, as each of our two doors needs them."""

from typing import Any

from allauth.mfa.stages import AuthenticateStage


class SecondLock(AuthenticateStage):
    """The officers' second factor. The citizens' door has none of ours: the provider checked.

    A session from there opens no officers' room (``middleware.Doors``), so nothing is lost.
    """

    def handle(self) -> tuple[Any, bool]:
        if "sociallogin" in (self.login.signal_kwargs or {}):
            return None, True
        return super().handle()  # type: ignore[no-any-return]
