"""PDFs drawn from blocks, and packs bound from papers."""
