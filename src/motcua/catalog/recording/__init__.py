"""How do recorded procedures enter the catalog? Files are checked, compared, made versions."""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "recorded"
"""The records that come with the portal, one file a procedure."""
