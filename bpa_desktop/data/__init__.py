"""Reads resources/ (tariffs, limits, agreements, G) into values, refusing what is wrong with the place named."""
