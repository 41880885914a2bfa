"""How does a workbook come into the house? Read as a stream, and with everything it hides."""
