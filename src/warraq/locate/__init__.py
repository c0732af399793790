"""Finds where on a page the article stands."""
