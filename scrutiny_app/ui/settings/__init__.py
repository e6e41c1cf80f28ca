"""The settings: how the window looks, and where things are."""
