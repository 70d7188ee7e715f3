"""What other programs wrote, read as a border: nothing is worked out, nothing is followed, everything has its limit."""
