"""The assistant team: who they are, and what is left of their contracts."""
