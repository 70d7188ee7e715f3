"""From the program's start to an opened arrangement: welcome, begin, recovery code, unlock."""
