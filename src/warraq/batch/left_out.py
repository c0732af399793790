"""Duplicates that are left out of the output: their texts are kept in the manifest, so that they can be brought back.

An article that was left out is wanted again when the one that is kept for it has changed, or when duplicates are to
stay. Its input may be gone by then.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from warraq.batch.manifest import Manifest
from warraq.batch.rows import Key, Place
from warraq.batch.store import Store
from warraq.model import Origin, Source


def leave_out(manifest: Manifest, store: Store) -> None:
    """Take duplicates out of the output, as soon as that is committed."""
    db = manifest.db
    rows = db.execute(
        "SELECT id, place, start, length FROM pages WHERE keeper IS NOT NULL AND place IS NOT NULL "
        "ORDER BY place, start"
    ).fetchall()
    places = [Place(*row[1:]) for row in rows]
    for (number, *_), place, text in zip(rows, places, store.texts(places), strict=True):
        db.execute("INSERT OR REPLACE INTO left_out VALUES (?, ?, ?)", (number, place.name, zlib.compress(text)))
        store.take_out(place)
    db.execute("UPDATE pages SET dropped = 1, place = NULL, start = NULL, length = NULL WHERE keeper IS NOT NULL")


def bring_back(manifest: Manifest, store: Store, commit: Callable[[], None], *, all_of_them: bool) -> None:
    """Write articles that were left out and are wanted again.

    Args:
        manifest: of the batch.
        store: of its articles.
        commit: called when the store asks for it.
        all_of_them: whether duplicates are wanted too.
    """
    db = manifest.db
    wanted = db.execute("SELECT id FROM pages WHERE dropped AND (keeper IS NULL OR ?) ORDER BY id", (all_of_them,))
    for (number,) in wanted.fetchall():
        path, member, copy, name, text = db.execute(
            "SELECT path, member, copy, name, text FROM pages JOIN left_out ON page = id WHERE id = ?", (number,)
        ).fetchone()
        source = Source(Origin(path, member or None))
        place = store.put(Key(path, member, copy), source, zlib.decompress(text), Place(name))
        db.execute(
            "UPDATE pages SET dropped = 0, place = ?, start = ?, length = ? WHERE id = ?",
            (place.name, place.start, place.length, number),
        )
        db.execute("DELETE FROM left_out WHERE page = ?", (number,))
        if store.due:
            commit()
