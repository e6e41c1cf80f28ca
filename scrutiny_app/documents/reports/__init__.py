"""Reports and notes, composed as blocks from what their authors wrote."""
