"""The room of committees: councils, committees, who sits on them, and what opens every agenda."""
