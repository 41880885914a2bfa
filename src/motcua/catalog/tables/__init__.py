"""Procedures as a workbook: out of the house sheet by sheet, and back in row by row."""
