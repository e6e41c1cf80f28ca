"""Attendance and minutes of a meeting, typed while it goes on."""
