"""Over which connection is a job deferred? Over the one that the transaction goes over.

A worker asks for jobs over connections of its own. Left to itself, procrastinate would also write
there what a job defers, so that the new job stood before the transaction of its cause was
committed, or although it never was.
"""

from __future__ import annotations

from procrastinate import App
from procrastinate.connector import BaseAsyncConnector, BaseConnector
from procrastinate.contrib.django import settings, utils
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.psycopg_connector import PsycopgConnector


class WorkerConnector(PsycopgConnector):
    """Of a worker: what its jobs defer, they defer over Django's connection."""

    def get_sync_connector(self) -> BaseConnector:
        return DjangoConnector(alias=settings.settings.DATABASE_ALIAS)


class OurConnector(DjangoConnector):
    """Of every other process."""

    def get_worker_connector(self) -> BaseAsyncConnector:
        return WorkerConnector(kwargs=utils.connector_params(self.alias))


def connect(app: App) -> None:
    """Let ``app`` go over ours (``PROCRASTINATE_ON_APP_READY``)."""
    app.connector = OurConnector(alias=settings.settings.DATABASE_ALIAS)
    app.job_manager.connector = app.connector
