"""Adversarial texts: everything that a rule looks at, in any order."""

from hypothesis import strategies as st

LETTERS = "ابتوهيىكلمأةئؤآٱءکیہھەۃگچ"
MARKS = "\u064b\u064e\u064f\u0651\u0652\u0653\u0654\u0655\u0670\u06d6\u0301"
HELD = "\u0640\u0640\u200c\u200d\u200e\u200f\u061c"
UNSEEN = "\u200b\ufeff\u00ad\u202b\u202c\u2067\x00\x85\u2028\r\n\n"
FORMS = "\ufefb\ufef7\ufedb\ufe8e\ufdf2\ufdfa\ufdfd\ufdfc\ufe76\ufe77\ufc5e\ufcf2\ufbfe"
SIGNS = ' \u00a0\u2009\t.،؛؟!:,/-–—…«»“”„()[]"’٫٬٪%_+'
OTHERS = "159٠٥۳½²aBzßİéẞ\u0300\u1100\u1161\u11a8가ſ\u2764\ufe0f\U0001f468\U0001f3fb☎℃\ufffd"

_PIECES = [*(LETTERS + MARKS + HELD + UNSEEN + FORMS + SIGNS + OTHERS), "و ", " و ", "على", "عل\u06cc", "ـ\u0654", "  ", "\n\n"]

texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.characters()), max_size=30).map("".join),
    st.lists(st.sampled_from([*(HELD + MARKS), "ب", "ا", " ", "5", "\n", "و"]), max_size=25).map("".join),
)
