from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "motcua.dossiers"

    def ready(self) -> None:
        """Put the inbox on the bar of the desk and my dossiers on my page; keep answers sealed;
        take in files that come in pieces."""
        from motcua.accounts import rotation
        from motcua.dossiers import arrivals
        from motcua.dossiers.account_page import my_dossiers
        from motcua.dossiers.actions import seal_answers_again
        from motcua.dossiers.desk_bar import beside_the_hats, door
        from motcua.ui import panels

        panels.register("account.home", my_dossiers)
        rotation.register(seal_answers_again)
        arrivals.register()

        panels.register("desk.doors", door)
        panels.register("hats.beside", beside_the_hats)
