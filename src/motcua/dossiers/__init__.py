"""One citizen's application, from draft to result."""
