"""Shapes of a verb of saying whose source is not its subject, or whose content stands before it.

نقلت X عن Y قوله …, جاء في بيان X أن …, «…»، قال X.
"""

from __future__ import annotations

from dataclasses import replace

from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows, Strength
from warraq.attribute.drafts import Draft, Opening, Range, Reading
from warraq.attribute.sources import Walk
from warraq.attribute.spots import BETWEEN, Spot, opens_openly
from warraq.attribute.tokens import QUOTE_MARKS
from warraq.attribute.vocabulary import WordKind
from warraq.model import SourceType

_VIA_REACH = 14
_LONGEST_BEHIND = 12
_LONGEST_DATELINE = 8
_LEAST_QUOTED = 2
_BEFORE_CUE = frozenset("،,-") | QUOTE_MARKS
_AS = frozenset({"كما", "مثلما", "هكذا", "بهذا"})


def read_relay(spot: Spot) -> Draft | None:
    """Read نقلت X عن Y قوله: the source is Y, the outlet X."""
    text, at = spot.text, spot.at
    end = min(text.sentence(at)[1], at + _VIA_REACH)
    via = next((token for token in range(at + 1, end) if text.words[token] == "عن"), None)
    reading = Walk(text, (via or at) + 1, spot.form, spot.words).read()
    if reading.opening is Opening.NONE or reading.source is None:
        return None
    if via is None:
        clause = reading.opening is Opening.CLAUSE
        return spot.draft(reading, reading.source, "relay-clause", 0.7) if clause else None
    outlet = Range(at + 1, via - 1) if via > at + 1 else reading.outlet
    taken = replace(reading, outlet=outlet, preposition=None)
    return spot.draft(taken, reading.source, f"relay-{reading.opening}", 0.95)


def read_document(spot: Spot) -> Draft | None:
    """Read جاء في بيان للنقابة أن …: the source is the document."""
    text, first = spot.text, spot.at + 2
    alone = len(spot.form.verb.complements) == 1 or spot.form.joined  # ورد may be و and رد: he replied
    if spot.behind != "في" or first >= len(text.words) or not alone:
        return None
    noun = spot.words.nouns.get(text.words[first])
    reading = Walk(text, first, None, spot.words).read()
    if noun is None or noun.type is not SourceType.DOCUMENT or reading.source is None or not opens_openly(reading):
        return None
    taken = replace(reading, preposition=spot.at + 1)
    return spot.draft(taken, reading.source, f"document-{reading.opening}", 0.9)


def read_behind(spot: Spot, reading: Reading) -> Draft | None:
    """Read a verb behind what was said: «…»، قال الوزير. / …، يضيف المتحدث، …."""
    source = reading.source
    if source is None or spot.form.joined or source.last - source.first > _LONGEST_BEHIND:
        return None
    stop = spot.text.words[source.last + 1 : source.last + 2]
    place = spot.at - 2 if spot.before in _AS else spot.at - 1
    if place < spot.start or spot.text.words[place] not in _BEFORE_CUE:
        return None
    quoted = _behind_quotation(spot, place)
    if spot.text.words[place] == "-" and not quoted and place - spot.start < _LONGEST_DATELINE:
        return None  # the dash of a dateline
    if stop and stop[0] not in BETWEEN and not (quoted or reading.outlet or reading.medium):
        return None
    if spot.text.words[place] in QUOTE_MARKS and not quoted:
        return None
    says = quoted or spot.form.verb.strength is Strength.STRONG or spot.form.tense is Tense.PRESENT
    if not says or Follows.CLAUSE not in spot.form.verb.complements or spot.cannot_speak(source):
        return None
    if not (quoted or _is_speaker(spot, source)):
        return None
    taken = Reading(Opening.QUOTE if quoted else Opening.WORD, spot.at, source, reading.outlet)
    return spot.draft(taken, source, "behind-quote" if quoted else "behind-clause", 0.8, before=True)


def _behind_quotation(spot: Spot, place: int) -> bool:
    """Tell whether a quotation of some words ends at a token, or before the comma there."""
    ends = [quote for quote in spot.text.quotes if quote.closing in (place, place - 1)]
    return any(quote.closed and quote.closing - quote.opening > _LEAST_QUOTED for quote in ends)


def _is_speaker(spot: Spot, source: Range) -> bool:
    """Tell whether a source is surely one: a known noun, name or title at its head, or a short proper name."""
    if spot.is_known(source):
        return True
    head = spot.text.words[source.first]
    return source.last - source.first < 3 and head not in spot.words.kinds[WordKind.CANT_BE_NAME]
