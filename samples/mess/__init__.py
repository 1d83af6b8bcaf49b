"""Honest mess (domain page on fabrication, B.6): what goes wrong in the books and papers of firms that invent nothing.

One module a kind, found by walking this folder. Mess is never held apart: it is in develop and test, honest and fabricated files alike.
"""
