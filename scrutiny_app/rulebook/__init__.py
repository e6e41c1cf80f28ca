"""Law, calendars and house styles, read from ``resources/`` into the domain's records."""
