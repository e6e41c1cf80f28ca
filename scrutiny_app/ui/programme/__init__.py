"""The room of the work programme: its board, list and year, and all that leads to them."""
