"""The room of meetings: a list, a calendar, a new one, and a year of them."""
