"""Agendas, packs and minutes for council scrutiny committees, on one laptop, offline."""

__version__ = "0.1.0"
