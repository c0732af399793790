"""The tables of the manifest, as SQLite makes them, and how a page's row is put."""

from __future__ import annotations

SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (id INTEGER PRIMARY KEY, version TEXT NOT NULL, options TEXT NOT NULL, UNIQUE (version, options));
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, begun TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ended TEXT,
  folder TEXT NOT NULL, inputs TEXT NOT NULL, command TEXT NOT NULL
);
CREATE TABLE pages (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, member TEXT NOT NULL, copy INTEGER NOT NULL,
  root TEXT NOT NULL, run INTEGER NOT NULL, sha256 TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('article', 'rejected')),
  stage TEXT, reason TEXT, detail TEXT, record TEXT, seconds REAL NOT NULL, setting INTEGER NOT NULL,
  place TEXT, start INTEGER, length INTEGER,
  score REAL, letters INTEGER, published TEXT, text_key BLOB, signature BLOB,
  keeper INTEGER, how TEXT, likeness REAL, dropped INTEGER NOT NULL DEFAULT 0,
  UNIQUE (path, member, copy)
);
CREATE INDEX pages_place ON pages (place, start);
CREATE TABLE shards (
  name TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, size INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'open'
) WITHOUT ROWID;
CREATE TABLE names (folded TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE arrivals (name TEXT PRIMARY KEY, waits TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE left_out (page INTEGER PRIMARY KEY, name TEXT NOT NULL, text BLOB NOT NULL);
CREATE TABLE leftovers (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE passed_over (
  path TEXT NOT NULL, member TEXT NOT NULL, what TEXT NOT NULL, root TEXT NOT NULL, run INTEGER NOT NULL,
  PRIMARY KEY (path, member)
) WITHOUT ROWID;
CREATE VIEW account AS
  SELECT path, nullif(member, '') AS member, sha256, outcome, reason, detail, seconds, version, options, place, dropped
  FROM pages JOIN settings ON settings.id = pages.setting ORDER BY pages.id;
"""
"""``pages.copy`` numbers the answers of one origin, of which there are several where an archive holds one name twice.
``shards.state``: open (being written), full (written, not yet under its name), done, renewed (a new one waits to take
its place), empty (to be removed). ``left_out`` holds the texts of duplicates that are not in the output, packed."""

PUT = """
INSERT INTO pages (path, member, copy, root, run, sha256, outcome, stage, reason, detail, record, seconds, setting,
  place, start, length, score, letters, published, text_key, signature)
VALUES (:path, :member, :copy, :root, :run, :sha256, :outcome, :stage, :reason, :detail, :record, :seconds, :setting,
  :place, :start, :length, :score, :letters, :published, :text_key, :signature)
ON CONFLICT (path, member, copy) DO UPDATE SET root = :root, run = :run, sha256 = :sha256, outcome = :outcome,
  stage = :stage, reason = :reason, detail = :detail, record = :record, seconds = :seconds, setting = :setting,
  place = :place, start = :start, length = :length, score = :score, letters = :letters, published = :published,
  text_key = :text_key, signature = :signature, keeper = NULL, how = NULL, likeness = NULL, dropped = 0
"""
