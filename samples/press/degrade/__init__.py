"""Ways from a printed page to a picture of it: one module, one way, under the name DEGRADATION."""
