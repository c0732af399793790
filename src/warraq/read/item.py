"""What travels between the readers: an input or a member of one, and what may still be spent on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from warraq.errors import PageFault
from warraq.model import Limits, Options, Origin, PassedOver, RawPage, Reason, Rejected, Source, Stage
from warraq.read.streams import Stream

Answer = RawPage | Rejected | PassedOver
"""What reading gives; most callers never see what is passed over."""

MEGABYTE = 2**20


class Spent(PageFault):
    """One input has used up what it may cost as a whole: its reading ends here."""


@dataclass(slots=True)
class Budget:
    """What one input has used up, all levels together."""

    limits: Limits
    unpacked: int = 0
    members: int = 0

    def unpack(self, count: int, packed: int | None = None, total: int | None = None) -> None:
        """Count unpacked bytes.

        Args:
            count: bytes more.
            packed: packed bytes that ``total`` came from, if known.
            total: unpacked bytes so far that came from ``packed``.

        Raises:
            Spent: more than allowed for the whole input.
            PageFault: a ratio that no page has.
        """
        self.unpacked += count
        if self.unpacked > self.limits.unpacked_bytes:
            raise _spent(f"unpacks to more than {self.limits.unpacked_bytes} bytes (unpacked_bytes)")
        if packed and total and total > MEGABYTE and total > packed * self.limits.ratio:
            raise _limit(f"unpacks to more than {self.limits.ratio} times its size (ratio)")

    def member(self) -> None:
        """Count a member.

        Raises:
            Spent: too many.
        """
        self.members += 1
        if self.members > self.limits.members:
            raise _spent(f"has more than {self.limits.members} members")


def _limit(what: str) -> PageFault:
    return PageFault(Stage.READ, Reason.LIMIT, f"{what}; raise the limit if you trust it")


def _spent(what: str) -> Spent:
    return Spent(Stage.READ, Reason.LIMIT, f"{what}; raise the limit if you trust it")


@dataclass(frozen=True, slots=True)
class Item:
    """An input, or a member of one.

    Attributes:
        stream: its bytes.
        source: what is known of it: origin, and what the container states.
        name: the last part of its name, "" if it has none.
        options: as given by the caller.
        budget: shared by all that comes from one input.
        depth: how many containers it stands in.
        packed: how many layers of compression it came out of.
        named: whether the caller named it; what a folder or archive holds besides pages is passed over.
        charset: what the container or HTTP header states.
    """

    stream: Stream
    source: Source
    name: str
    options: Options
    budget: Budget
    depth: int = 0
    packed: int = 0
    named: bool = True
    charset: str | None = None

    def member(self, stream: Stream, name: str, *, offset: int | None = None) -> Item:
        """A member of this container.

        Raises:
            PageFault: too many members, or too deep.
        """
        if self.depth >= self.options.limits.depth:
            raise _limit(f"stands in more than {self.options.limits.depth} containers (depth)")
        self.budget.member()
        origin = self.source.origin
        path = f"{origin.member}!{name}" if origin.member else name
        return replace(
            self,
            stream=stream,
            source=replace(self.source, origin=Origin(origin.path, path, offset)),
            name=name.replace("\\", "/").rsplit("/", 1)[-1],
            depth=self.depth + 1,
            named=False,
        )

    def unwrapped(self, stream: Stream, name: str) -> Item:
        """What a compressed file holds: same origin.

        Raises:
            PageFault: compressed too often.
        """
        if self.packed >= self.options.limits.depth:
            raise _limit(f"is compressed more than {self.options.limits.depth} times (depth)")
        return replace(self, stream=stream, name=name, packed=self.packed + 1)

    def refuse(self, reason: Reason, detail: str) -> Rejected:
        """Say why nothing comes of it."""
        return Rejected(self.source, Stage.READ, reason, detail)

    def pass_over(self, what: str) -> PassedOver:
        """Say that this is no page, and nobody asked for it by name."""
        return PassedOver(self.source.origin, what)

    def pass_over_member(self, name: str, what: str) -> PassedOver:
        """The same of a member of this container that is not even opened."""
        origin = self.source.origin
        return PassedOver(Origin(origin.path, f"{origin.member}!{name}" if origin.member else name), what)


Into = Callable[[Item], Iterator[Answer]]
"""How a container hands a member to whichever reader fits it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One line of READERS.

    Attributes:
        name: of the format.
        matches: whether an item is of the format, told from its head.
        read: its pages.
    """

    name: str
    matches: Callable[[Item], bool]
    read: Callable[[Item, Into], Iterator[Answer]]
