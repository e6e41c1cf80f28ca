"""Word documents drawn from blocks, with named styles."""
