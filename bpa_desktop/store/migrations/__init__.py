"""Revisions of the store, oldest first; they never import the live tables."""
