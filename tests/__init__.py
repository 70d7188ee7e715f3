"""Tests of BPA Desktop; the folders mirror the package."""
