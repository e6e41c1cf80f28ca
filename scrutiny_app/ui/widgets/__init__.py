"""Small controls that any room may use; they know nothing of meetings or papers."""
