"""The structure tags of papers: settled when a paper is taken in, hung into packs as they are."""
