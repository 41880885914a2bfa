from django.apps import AppConfig


class FilekeepingConfig(AppConfig):
    name = "motcua.filekeeping"

    def ready(self) -> None:
        """Let jobs follow what is kept and what has arrived."""
        from motcua.filekeeping import receivers, signals

        signals.file_to_be_drawn.connect(receivers.draw)
        signals.upload_arrived.connect(receivers.finish)
