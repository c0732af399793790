"""What a page says of itself: gathered from the markup and from what is shown, then merged by evidence."""

from warraq.describe.declared import declared
from warraq.describe.visible import visible

__all__ = ["declared", "visible"]
