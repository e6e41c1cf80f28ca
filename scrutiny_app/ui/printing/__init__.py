"""Printing: choose pages, see the sheets, print them or save them as a PDF; for every room."""
