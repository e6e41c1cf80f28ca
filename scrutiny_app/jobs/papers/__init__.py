"""Jobs on papers: read in the child, file, index."""
