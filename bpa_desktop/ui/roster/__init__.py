"""The roster calendar: the weeks and their shifts."""
