"""Leaves towards other executors; nothing in warraq depends on them."""
