"""Rivals that cannot live beside tieout's own packages: each module here is run by the interpreter of the rival's environment.

`sh scripts/rivals.sh` makes those environments. A module reads a path a line and answers with a line of JSON each.
"""
