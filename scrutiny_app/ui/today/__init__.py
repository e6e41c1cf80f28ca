"""The first room: what waits for the officer today."""
