"""Backups in the window: made while work goes on, listed, and brought back."""
