"""What a site's pages teach about the site."""

from warraq.learn.repeated import learn

__all__ = ["learn"]
