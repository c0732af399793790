"""The account of a batch, for a person: how many articles, what was refused and why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from warraq.batch.manifest import Manifest
from warraq.batch.plan import Account
from warraq.model import ANSWERS, Reason
from warraq.report.progress import duration

_ADVICE: Mapping[Reason, str] = {
    Reason.NOT_FOUND: "check the path; remove a link that leads nowhere",
    Reason.UNREADABLE: "check permissions, or the disk",
    Reason.UNSUPPORTED_FORMAT: "convert or unpack it first",
    Reason.ENCRYPTED: "unpack it first, with its password",
    Reason.DAMAGED_CONTAINER: "what came before the damage was read; copy the file again if you can",
    Reason.UNDECODABLE: "open it in a browser and save it as UTF-8",
    Reason.TOO_LARGE: "if it is a page: warraq batch -o OUT --resume --retry too_large --max-page-size 256M",
    Reason.LIMIT: "if the detail names a limit and you trust the file, raise it: --resume --retry limit --max-...",
    Reason.EMPTY: "save the page again after it has loaded",
    Reason.NO_TEXT: "save the page again after it has loaded; a page of a film or a picture alone has no text",
    Reason.NOT_AN_ARTICLE: "nothing; or give the article's own page",
    Reason.TIMEOUT: "warraq batch -o OUT --resume --retry timeout --max-seconds 60",
    Reason.MEMORY: "warraq batch -o OUT --resume --retry memory --max-memory 8G",
    Reason.CRASH: "report it with the page; then warraq batch -o OUT --resume --retry crash",
}
"""What to do about each reason; OUT stands for the output folder."""


def advice(reason: Reason, out: str) -> str:
    """Return in a line what to do about a reason.

    >>> advice(Reason.CRASH, "clean")
    'report it with the page; then warraq batch -o clean --resume --retry crash'
    """
    return _ADVICE[reason].replace("OUT", out)


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that gave no article.

    Attributes:
        path, member: where it stands.
        reason: why.
        detail: the same for a person, one line.
    """

    path: str
    member: str | None
    reason: Reason
    detail: str

    @property
    def where(self) -> str:
        """Path and member as one."""
        return "!".join(part for part in (self.path, self.member) if part)


def failures(manifest: Manifest, *, answers: bool = False) -> Iterator[Failure]:
    """Yield the pages that could not be read or processed, by reason; those that are no article too, if asked."""
    rows = manifest.db.execute(
        "SELECT path, member, reason, detail FROM pages WHERE outcome = 'rejected' ORDER BY reason, id"
    )
    for path, member, reason, detail in rows:
        if answers or Reason(reason) not in ANSWERS:
            yield Failure(path, member or None, Reason(reason), detail.partition("\n")[0])


def text(account: Account, out: str) -> str:
    """Return the account as lines without a line feed at the end.

    >>> print(text(Account(3, 2, {Reason.NO_TEXT: 1}), "clean"))
    3 pages: 2 articles, 1 rejected
      no_text: 1
    """
    rejected = sum(account.rejected.values())
    lines = [f"{_count(account.pages, 'page')}: {_count(account.articles, 'article')}, {rejected} rejected"]
    lines += [f"  {reason.value}: {count}" for reason, count in account.rejected.items()]
    if account.duplicates:
        told = f"{account.dropped} of them left out" if account.dropped else "all of them written"
        lines.append(f"duplicates of other articles: {account.duplicates}, {told} (see duplicates.jsonl)")
    if account.passed_over:
        kinds = ", ".join(f"{what} {count}" for what, count in account.passed_over.items())
        lines.append(f"passed over, as no pages: {_count(sum(account.passed_over.values()), 'file')}: {kinds}")
    if account.unseen:
        lines.append(f"kept, though the last run did not find their inputs: {_count(account.unseen, 'article')}")
    if account.runs > 1 and account.done + account.unchanged:
        lines.append(f"this run: {_count(account.done, 'page')} done, {account.unchanged} had not changed")
    if account.seconds >= 60:
        lines.append(f"all pages together took {duration(account.seconds)}")
    if not account.ended:
        lines.append(f"the last run did not come to its end; go on with: warraq batch --resume -o {out}")
    return "\n".join(lines)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
