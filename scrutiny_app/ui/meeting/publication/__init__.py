"""The publication tab: what publishing means, publishing, and what is issued after it."""
