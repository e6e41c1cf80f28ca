"""One meeting: its agenda and pack, what is known of it, and whatever else has a tab."""
