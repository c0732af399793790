"""The lexicon of page words: every example holds its word, and no word has two roles among labels."""

from collections import Counter

import pytest

from warraq.describe.words import _LABELS, PageWords, label_of, words
from warraq.letters import fold
from warraq.lexicon import load

ENTRIES = load("page_words", PageWords)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.role.value)
def test_example_holds_its_first_word(entry):
    assert fold(entry.texts[0]) in fold(entry.example)


def test_no_label_has_two_roles():
    counts = Counter(word for role in _LABELS for word in words(role))
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.role in _LABELS], ids=lambda e: e.role.value)
def test_every_label_opens_a_line(entry):
    for text in entry.texts:
        line = f"{text}: سعاد العلي"
        opened = label_of(line, fold(line))
        assert opened is not None, text
        assert (opened.role, opened.rest, opened.marked) == (entry.role, "سعاد العلي", True), text
