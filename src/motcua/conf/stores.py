"""Where are papers kept: in a private folder, or in a bucket of an S3 store?"""

from pathlib import Path

from . import environment

PREFIX = "PRIVATE_STORAGE_S3_"


def private(folder: Path) -> dict[str, object]:
    """Django's settings of the private store; the folder unless a bucket is named."""
    if bucket := environment.optional(f"{PREFIX}BUCKET", ""):
        return {"BACKEND": "motcua.filekeeping.bucket.PrivateBucket", "OPTIONS": _of(bucket)}
    return {
        "BACKEND": "motcua.filekeeping.storage.PrivateStorage",
        "OPTIONS": {"location": folder, "base_url": None},
    }


def _of(bucket: str) -> dict[str, object]:
    """What is not said is left to boto3: its own files and the machine's role."""
    said = {
        "endpoint_url": environment.optional(f"{PREFIX}ENDPOINT", ""),
        "region_name": environment.optional(f"{PREFIX}REGION", ""),
        "access_key": environment.optional(f"{PREFIX}ACCESS_KEY", ""),
        "secret_key": environment.optional(f"{PREFIX}SECRET_KEY", ""),
        "location": environment.optional(f"{PREFIX}FOLDER", ""),
    }
    return {"bucket_name": bucket, **{name: value for name, value in said.items() if value}}
