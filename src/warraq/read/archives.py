"""zip (also WACZ and MAFF) and tar: every member is read as what it turns out to be.

Nothing is ever written under a member's name, so tricks with paths have nothing to act on.
"""

from __future__ import annotations

import re
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Set
from dataclasses import replace
from html import unescape
from typing import IO, cast

from warraq.errors import PageFault
from warraq.model import Reason, Stage
from warraq.read.files import NO_PAGES, is_in_saved_folder
from warraq.read.formats import called, is_no_page
from warraq.read.item import Answer, Into, Item
from warraq.read.salvage import salvage
from warraq.read.streams import Stream

_IN_MEMORY = 2**24
_DIRECTORY = 2**28
"""Largest directory of a zip that is loaded; it holds some hundred bytes for each member."""

_ACCOUNT = 2**16
_MAFF = re.compile(rb"originalurl\s{1,9}(?:RDF|rdf):resource=\"(https?://[!-~]{1,2000}?)\"")

_TAR_HEADER = 2**20
"""Largest extended header of a tar; a hostile one makes tarfile take any amount of memory."""

_OFFICE = "[Content_Types].xml"
"""The member that every document of an office program has, mostly as its first."""

_LOCAL_HEADER = 30
_OFFICE_KINDS = (("word", "a Word document"), ("xl", "an Excel workbook"), ("ppt", "a PowerPoint file"))
_SAVE_AS_PAGE = "save it as a web page (HTML) or as text"

_ZIP_END = struct.Struct("<4sHHHHIIH")
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    struct.error,
)


def is_zip(item: Item) -> bool:
    """Whether this is a zip, from its first bytes."""
    return item.stream.peek(4) in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def is_tar(item: Item) -> bool:
    """Whether this is a tar: by its magic, or for the oldest kind by the checksum of the first header."""
    head = item.stream.peek(512)
    if len(head) < 512:
        return False
    if head[257:262] == b"ustar":
        return True
    stated = head[148:156].strip(b" \x00")
    if not re.fullmatch(rb"[0-7]{3,7}", stated) or not head[0]:
        return False
    return int(stated, 8) == sum(head[:148]) + 256 + sum(head[156:])


def read_zip(item: Item, into: Into) -> Iterator[Answer]:
    """The members of a zip in the order of its directory."""
    if item.stream.file is not None:
        yield from _read_zip(item, item.stream.file, into)
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as aside:
        while piece := item.stream.take(2**20):
            item.budget.unpack(len(piece))
            aside.write(piece)
        yield from _read_zip(item, cast(IO[bytes], aside), into)


def _read_zip(item: Item, file: IO[bytes], into: Into) -> Iterator[Answer]:
    """The same for a file that can be searched, as a zip's directory stands at its end."""
    try:
        _check_directory(file)
        archive = zipfile.ZipFile(file)
    except _ZIP_FAULTS as fault:
        yield from _read_without_directory(item, file, into, fault)
        return
    with archive:
        members = [info for info in archive.infolist() if info.filename and not info.filename.endswith("/")]
        if _overlap(members):
            yield item.refuse(Reason.LIMIT, "members of the zip share their data: made to unpack without end")
            return
        names = frozenset(info.filename for info in members)
        if _OFFICE in names:
            if item.named:
                yield item.refuse(Reason.UNSUPPORTED_FORMAT, _office(names))
            else:
                yield item.pass_over(_office(names).removeprefix("this is ").partition(";")[0])
            return
        for info in members:
            if why := _passed_over(info.filename, names):
                yield item.pass_over_member(_name(info), why)
            else:
                yield from _zip_member(_with_address(item, archive, info, names), archive, info, into)


def _read_without_directory(item: Item, file: IO[bytes], into: Into, fault: Exception) -> Iterator[Answer]:
    """What is left of a zip whose directory cannot be read; of a document of an office program, nothing."""
    file.seek(0)
    if file.read(_LOCAL_HEADER + len(_OFFICE)).endswith(_OFFICE.encode()):
        yield item.refuse(Reason.DAMAGED_CONTAINER, f"a damaged Office document ({fault}); {_SAVE_AS_PAGE}")
        return
    found = False
    for answer in salvage(item, file, into):
        found = True
        yield answer
    rest = "; the members that were found without it were read" if found else ", and nothing else in it; copy it again"
    yield item.refuse(Reason.DAMAGED_CONTAINER, f"the zip's directory cannot be read ({fault}){rest}")


def _office(names: Set[str]) -> str:
    """Which document of an office program this is.

    >>> _office({"[Content_Types].xml", "word/document.xml"})
    'this is a Word document; save it as a web page (HTML) or as text'
    """
    folders = {name.partition("/")[0] for name in names}
    kind = next((kind for folder, kind in _OFFICE_KINDS if folder in folders), "an Office document")
    return f"this is {kind}; {_SAVE_AS_PAGE}"


def _zip_member(item: Item, archive: zipfile.ZipFile, info: zipfile.ZipInfo, into: Into) -> Iterator[Answer]:
    name = _name(info)
    metered = _ZipMember(item, info)
    member = item.member(Stream(metered), name, offset=info.header_offset)
    if info.flag_bits & 1:
        yield member.refuse(Reason.ENCRYPTED, "needs a password; unpack it first")
        return
    try:
        metered.file = archive.open(info)
    except NotImplementedError as fault:
        yield member.refuse(Reason.UNSUPPORTED_FORMAT, f"packed in a way that cannot be unpacked ({fault})")
        return
    except _ZIP_FAULTS as fault:
        yield member.refuse(Reason.DAMAGED_CONTAINER, f"the member cannot be opened ({fault})")
        return
    with metered.file:
        yield from into(member)
    if metered.damage is not None:
        yield member.refuse(Reason.DAMAGED_CONTAINER, f"the member is damaged ({metered.damage}); see what was read")


def _with_address(item: Item, archive: zipfile.ZipFile, info: zipfile.ZipInfo, names: Set[str]) -> Item:
    """The item, with the address that a MAFF (a zip of a Firefox add-on) states of the page in the same folder."""
    account = info.filename.rpartition("/")[0] + "/index.rdf"
    if account not in names or archive.getinfo(account).file_size > _ACCOUNT:
        return item
    try:
        stated = _MAFF.search(archive.read(account))
    except (*_ZIP_FAULTS, RuntimeError):  # a password is a RuntimeError
        return item
    return replace(item, source=replace(item.source, url=unescape(stated.group(1).decode()))) if stated else item


class _ZipMember:
    """The unpacked bytes of a member, metered; damage ends it, and is kept to be told."""

    def __init__(self, item: Item, info: zipfile.ZipInfo) -> None:
        self.file: IO[bytes] | None = None
        self.damage: str | None = None
        self._budget, self._packed, self._total = item.budget, info.compress_size, 0

    def read(self, size: int = -1, /) -> bytes:
        assert self.file is not None
        if self.damage is not None:
            return b""
        try:
            piece = cast(zipfile.ZipExtFile, self.file).read1(size)
        except _ZIP_FAULTS as fault:
            self.damage = str(fault) or type(fault).__name__
            return b""
        self._total += len(piece)
        self._budget.unpack(len(piece), self._packed, self._total)
        return piece


def _check_directory(file: IO[bytes]) -> None:
    """Refuse a directory that would fill the memory, before it is loaded."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 2**16 - 22))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if 0 <= place <= len(tail) - _ZIP_END.size:
        length = _ZIP_END.unpack_from(tail, place)[5]
        if _DIRECTORY < length < 2**32 - 1:
            raise PageFault(Stage.READ, Reason.LIMIT, f"the zip's directory has {length} bytes")
    file.seek(0)


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    """Whether the data of two members overlaps, as in zip bombs that are no ratio's fault."""
    end = -1
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + info.compress_size
    return False


def _name(info: zipfile.ZipInfo) -> str:
    """The name; where the zip does not say that it is UTF-8 it often is nevertheless."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _passed_over(name: str, names: Set[str]) -> str:
    """What a member is that is not opened: a hidden file, a file of no page by its name, or part of a saved page."""
    parts = name.split("/")
    if any(part.startswith(".") and part not in (".", "..") or part in NO_PAGES for part in parts):
        return "a hidden file"
    if is_no_page(parts[-1]):
        return called(parts[-1])
    return "part of a saved page" if is_in_saved_folder(name, names) else ""


class _Header(tarfile.TarInfo):
    """A tar header that refuses to load extended headers of any size."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str | None, errors: str) -> _Header:
        header = super().frombuf(buf, encoding, errors)  # type: ignore[arg-type]
        extended = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, b"L", b"K")
        if header.type in extended and header.size > _TAR_HEADER:
            raise PageFault(Stage.READ, Reason.LIMIT, f"a header of the tar has {header.size} bytes")
        return header


def read_tar(item: Item, into: Into) -> Iterator[Answer]:
    """The members of a tar as they come; it is read once, forward."""
    names: set[str] = set()
    try:
        archive = tarfile.open(fileobj=item.stream, mode="r|", tarinfo=_Header, errors="replace")
        for info in archive:
            archive.members = []  # type: ignore[attr-defined]  # or every header is kept until the end
            name = info.name.removeprefix("./")
            names.add(name)
            if info.islnk() or info.issym():
                yield item.pass_over_member(name, "a link to another member")
                continue
            if not info.isfile():
                continue
            if why := _passed_over(name, names):
                yield item.pass_over_member(name, why)
            else:
                yield from _tar_member(item, archive, info, name, into)
    except (tarfile.TarError, EOFError, ValueError) as fault:
        yield item.refuse(Reason.DAMAGED_CONTAINER, f"the tar is damaged ({fault}); what came before was read")


def _tar_member(item: Item, archive: tarfile.TarFile, info: tarfile.TarInfo, name: str, into: Into) -> Iterator[Answer]:
    file = archive.extractfile(info)
    if file is not None:
        stream = Stream(file)
        yield from into(item.member(stream, name, offset=info.offset))
