"""Lists that come as data: tables whose columns prove by their own sums what they are about."""
