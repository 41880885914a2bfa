"""What is kept, what was drawn of it, and what is still on its way? One noun a file."""

from .rendition import Rendition
from .stored_file import StoredFile
from .upload import Upload

__all__ = ["Rendition", "StoredFile", "Upload"]
