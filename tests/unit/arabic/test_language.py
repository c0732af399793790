"""Languages told apart; the texts are composed for these tests."""

import pytest

from warraq.arabic.language import detect, direction

TEXTS = {
    "ar": "أعلنت وزارة المياه أن السد الجديد سيفتح أمام المزارعين في الربيع، وقال مديرها إن الأعمال انتهت.",
    "fa": "وزارت نیرو اعلام کرد که سد جدید در بهار برای کشاورزان باز خواهد شد و کارها به پایان رسیده است.",
    "ur": "وزارت آب نے کہا ہے کہ نیا ڈیم بہار میں کسانوں کے لیے کھول دیا جائے گا اور کام مکمل ہو گیا ہے۔",
    "ckb": "وەزارەتی ئاو ڕایگەیاند کە بەنداوی نوێ لە بەهاردا بۆ جووتیاران دەکرێتەوە و کارەکان تەواو بوون.",
    "ps": "د اوبو وزارت وویل چې نوی بند به په پسرلي کې د بزګرانو لپاره پرانیستل شي او کارونه پای ته رسېدلي دي.",
    "ug": "سۇ ئىشلىرى مىنىستىرلىكى يېڭى توسمىنىڭ باھاردا دېھقانلار ئۈچۈن ئېچىلىدىغانلىقىنى بىلدۈردى.",
    "en": "The ministry of water said that the new dam is to open for farmers in spring and that the work has ended.",
    "fr": "Le ministère de l'Eau a annoncé que le nouveau barrage sera ouvert aux paysans au printemps.",
    "he": "משרד המים הודיע כי הסכר החדש ייפתח באביב לחקלאים.",
    "ru": "Министерство сообщило, что новая плотина откроется весной.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_text(code):
    assert detect(TEXTS[code]) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("أعلن الوزیر علی هامش اللقاء أن المدینة ستفتح أبوابها للزوار فی الربیع", "ar"),  # a Farsi keyboard
        ("اعلن الوزير ان الاجتماع المقرر غدا تاجل", "ar"),  # no hamzas
        ("عاجل: سقوط أمطار", "ar"),
        ("نشرت پوتين وڤيينا وچاد في خبر واحد عن الزيارة التي قام بها الوفد", "ar"),  # loan letters
        ("قال مدير شركة Northern Lights Energy Group إن المشروع بدأ", "ar"),
        ("12:30 - 2024", "und"),
        ("", "und"),
        ("Lorem ipsum dolor sit amet", "und"),
    ],
)
def test_hard_text(text, code):
    assert detect(text) == code


@pytest.mark.parametrize(
    ("tag", "way"), [("ar", "rtl"), ("fa", "rtl"), ("ckb-IQ", "rtl"), ("AR-eg", "rtl"), ("und", "ltr"), ("fr", "ltr")]
)
def test_direction(tag, way):
    assert direction(tag) == way
