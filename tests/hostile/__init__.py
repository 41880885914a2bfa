"""Fifty and more hostile inputs, room by room; ``tests/test_hostile_inputs.py`` sends them all."""
