"""How are files kept in a bucket of an S3 store, as in the private folder of one machine?

Loaded only where ``PRIVATE_STORAGE_S3_BUCKET`` is set: boto3 takes memory that others need not pay.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus
from typing import Any

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from s3transfer.exceptions import RetriesExceededError
from storages.backends.s3 import S3File, S3Storage

from motcua.filekeeping.storage import StoreUnreachable

PATIENCE = Config(
    connect_timeout=3, read_timeout=10, retries={"total_max_attempts": 2, "mode": "standard"}
)
"""Somebody waits before the screen: rather a clear sentence than a minute."""
FETCHING = TransferConfig(num_download_attempts=2)
"""The same for what is cut in the middle of being fetched."""
FULL = {
    "InsufficientStorage",
    "InsufficientCapacity",
    "QuotaExceeded",
    "XMinioStorageFull",
    "XMinioAdminBucketQuotaExceeded",
}
"""What stores of several makers say when nothing more fits; others answer 507."""


class PrivateBucket(S3Storage):
    """A bucket that is not public: each object written whole by the store or not at all."""

    def get_default_settings(self) -> dict[str, Any]:
        """Nothing is public, nothing is signed for strangers, a name is its content."""
        said: dict[str, Any] = super().get_default_settings()
        ours = {"default_acl": None, "file_overwrite": True, "querystring_auth": True}
        return said | ours | {"client_config": PATIENCE, "transfer_config": FETCHING}

    def _save(self, name: str, content: File) -> str:
        with reached():
            return str(super()._save(name, content))

    def _open(self, name: str, mode: str = "rb") -> File:
        """The whole object, fetched now: what is cut on the way is no file."""
        with reached():
            kept = super()._open(name, mode)
            return _fetched(kept)

    def delete(self, name: str) -> None:
        with reached():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with reached():
            return bool(super().exists(name))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        with reached():
            return super().listdir(path)  # type: ignore[no-any-return]

    def get_modified_time(self, name: str) -> datetime:
        with reached():
            return super().get_modified_time(name)  # type: ignore[no-any-return]


def _fetched(kept: S3File) -> File:
    """Its bytes are here, or nothing of it is left open."""
    try:
        kept.seek(0)
    except BaseException:
        if kept._file is not None:  # what was begun when it was asked for
            kept._file.close()
        raise
    whole: File = kept
    return whole


@contextmanager
def reached() -> Iterator[None]:
    """Around a word with the store: whatever goes wrong there is said as one thing."""
    try:
        yield
    except ClientError as problem:
        if _is_full(problem):
            raise OSError(errno.ENOSPC, str(problem)) from problem
        raise StoreUnreachable(str(problem)) from problem
    except (BotoCoreError, Boto3Error, RetriesExceededError) as problem:
        raise StoreUnreachable(str(problem)) from problem


def _is_full(problem: ClientError) -> bool:
    told = problem.response
    status = told.get("ResponseMetadata", {}).get("HTTPStatusCode")
    return status == HTTPStatus.INSUFFICIENT_STORAGE or told.get("Error", {}).get("Code") in FULL
