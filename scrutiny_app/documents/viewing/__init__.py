"""What the eye sees of a PDF: pages as pixels, text with boxes, links, outline and search.

Everything here runs in the viewer child, ``python -m scrutiny_app.documents.viewing.worker``, the
only process that shows files through pdfium. It answers lines of JSON; pixels go into memory that
it shares with the window. ``worker.py`` lists the questions.
"""
