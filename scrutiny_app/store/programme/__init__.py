"""The shelves of the work programme."""
