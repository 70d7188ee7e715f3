"""The settings: language, look and reading aids."""
