"""The command line: one module a group of verbs, the second front end that keeps the core honest."""
