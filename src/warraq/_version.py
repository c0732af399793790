"""The one place that holds the version; nothing is imported here so that ``--version`` is quick."""

__version__ = "0.1.0"
