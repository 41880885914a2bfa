from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "motcua.news"

    def ready(self) -> None:
        from motcua.news.newsroom import receivers as newsroom

        newsroom.listen()
