"""The work programme: items and moves, board, prioritisation, forward plan, returns."""
