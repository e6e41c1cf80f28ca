"""Records in, PDF or DOCX out; an outsider's PDF in, made safe. Knows neither store nor window."""
