"""An attribute that is worked out when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class once(Generic[V]):
    """Like ``functools.cached_property`` without its lock, which takes longer than most answers kept here."""

    def __init__(self, work: Callable[[Any], V]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, instance: object, owner: type) -> V:
        """Work the value out, and put it where it is found before this is asked again."""
        value = instance.__dict__[self._name] = self._work(instance)
        return value
