"""What a page says of itself: gathered from the markup and from what is shown, then merged by evidence."""

from warraq.describe.declared import declared

__all__ = ["declared"]
