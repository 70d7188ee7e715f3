"""What the user can do: each verb a function, each one step to undo."""
