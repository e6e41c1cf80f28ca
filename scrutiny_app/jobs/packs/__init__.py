"""Jobs on packs, supplements, reading copies and bundles: prepare, make, record."""
