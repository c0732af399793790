"""Words of saying that have no subject of their own: مشيرا إلى أن …, قوله إن …, بالقول: …."""

from __future__ import annotations

from dataclasses import replace

from warraq.attribute.cues import Follows
from warraq.attribute.drafts import Draft, Opening, Reading
from warraq.attribute.sources import Walk
from warraq.attribute.spots import BETWEEN, SAY, Spot, opens_openly

_NEARBY = 8
_NEARBY_BEHIND_OBJECT = 12
_ACCUSE = "اتهم"


def read_participle(spot: Spot) -> Draft | None:
    """Read مشيرا إلى أن and its like: nothing but an occasion may stand before the content."""
    text, at = spot.text, spot.at
    reading = Walk(text, at + 1, spot.form, spot.words).read()
    if reading.opening is Opening.NONE and spot.form.verb.lemma == SAY and at + 1 < text.sentence(at)[1]:
        reading = Reading(Opening.WORD, at + 1)
    apart = spot.form.joined or not spot.before or spot.before in BETWEEN
    addresses = apart and Follows.SOMEBODY in spot.form.verb.complements
    if addresses and reading.source is not None:
        reading = replace(reading, source=None)  # واصفا الهجوم بأنه, متهما الحكومة بـ: the object
    elif spot.form.verb.lemma == _ACCUSE:
        return None  # متهما بالسرقة: he is accused
    if reading.opening is Opening.NONE or reading.source is not None:
        return None
    if reading.content - at > (_NEARBY_BEHIND_OBJECT if addresses else _NEARBY):
        return None
    clause = opens_openly(reading)
    with_clause = clause or (reading.preposition is not None and text.words[reading.content - 1] in spot.words.clauses)
    if not apart and (spot.form.feminine or not with_clause):
        return None
    return spot.draft(reading, None, f"participle-{reading.opening}", 0.85)


def read_masdar(spot: Spot) -> Draft | None:
    """Read قوله إن where no verb before it has taken it; other masdars report too seldom (إصراره، تأكيده)."""
    if spot.form.verb.lemma != SAY:
        return None
    reading = Walk(spot.text, spot.at + 1, spot.form, spot.words).read()
    if reading.source is not None or not opens_openly(reading):
        return None
    return spot.draft(reading, None, f"masdar-{reading.opening}", 0.6)
