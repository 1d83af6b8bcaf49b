"""Layouts drawn by chance: each seed another one, which nobody has designed and no reader was fitted to.

They say how reading carries over to papers that were never seen. They belong to no population and no case is made of them.
"""
