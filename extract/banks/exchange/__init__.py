"""Bank files made for machines: MT940, CAMT.053, OFX and BAI2, to the same records as paper."""
