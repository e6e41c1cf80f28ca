"""Jobs on the work programme: read, record, move, print."""
