"""Phrases with alternatives, sets, numbers and gaps."""

import pytest

from warraq.arabic.phrases import Found, PhraseBook, after, words_of
from warraq.errors import LexiconError

SETS = {"animal": ["{ال|}قط", "طائر النورس"]}


def book(*phrases: str) -> PhraseBook[str]:
    return PhraseBook(SETS, [(phrase, phrase) for phrase in phrases])


def found(phrases: PhraseBook[str], line: str) -> list[Found[str]]:
    return phrases.at_head(words_of(line))


@pytest.mark.parametrize(
    ("phrase", "line", "length"),
    [
        ("{صورة|مشهد} البحر", "مشهد البحر من بعيد", 2),
        ("{صورة |}البحر", "البحر هادئ", 1),
        ("{ال|}بحر", "بحر", 1),
        ("البحر{ الأحمر| المتوسط|}", "البحر الأحمر", 2),
        ("قصة <animal>", "قصة طائر النورس الأبيض", 3),
        ("قصة <animal>", "قصة القط", 2),
        ("# دقائق", "٣ دقائق", 2),
        ("قبل # أيام", "قبل 12 أيام", 3),
        ("تابعوا … هنا", "تابعوا آخر أخبار البحر هنا", 5),
        ("تابعوا …", "تابعوا البحر كله", 3),
    ],
)
def test_a_phrase_at_the_head(phrase: str, line: str, length: int) -> None:
    assert max(one.length for one in found(book(phrase), line)) == length


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("{صورة|مشهد} البحر", "مشهد القرية"),
        ("قصة <animal>", "قصة طائر"),
        ("# دقائق", "دقائق"),
        ("تابعوا … هنا", "تابعوا آخر الأخبار"),
        ("البحر", "والبحر"),
    ],
)
def test_no_phrase_at_the_head(phrase: str, line: str) -> None:
    assert not found(book(phrase), line)


def test_phrases_with_one_beginning_do_not_mix() -> None:
    phrases = book("{قال|ذكر} الصياد", "{قال|روى} البحار")
    assert not found(phrases, "روى الصياد")
    assert not found(phrases, "ذكر البحار")


def test_a_phrase_known_by_its_end() -> None:
    phrases = book("… اضغط {هنا|هناك}")
    assert phrases.by_end(words_of("لرؤية البحر اضغط هنا")) == ["… اضغط {هنا|هناك}"]
    assert phrases.by_end(words_of("اضغط هنا لرؤية البحر")) == []
    assert phrases.may_end("لرؤية البحر اضغط هناك!") and not phrases.may_end("لرؤية البحر")


def test_a_phrase_in_the_middle_of_a_line() -> None:
    words = words_of("ثم قال الصياد كلمته")
    assert [one.length for one in book("قال الصياد").at_head(words, 1)] == [2]


@pytest.mark.parametrize("phrase", ["", "…", "()", "{|}"])
def test_a_phrase_without_a_word_is_an_error(phrase: str) -> None:
    with pytest.raises(LexiconError, match="has no word"):
        book(phrase)


def test_what_stands_behind_counts_words_as_the_folding_does() -> None:
    assert after("إقـــرأ ـ أيضًا: القمح", 2) == ": القمح"
    assert after("قمح", 3) == ""
