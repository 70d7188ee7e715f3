"""One encrypted SQLite file: the only SQL of the program."""
