"""Every entry of the furniture lexicon by its own example; sentences with furniture words stay."""

import pytest

from warraq.arabic.furniture import (
    Carries,
    FurnitureEntry,
    FurnitureRole,
    Scope,
    furniture_of,
)
from warraq.lexicon import load

ENTRIES = load("furniture", FurnitureEntry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_example_is_matched_by_its_entry(entry: FurnitureEntry) -> None:
    match = furniture_of(entry.example)
    assert match is not None
    assert (match.entry, match.role, match.scope) == (entry.name, entry.role, entry.scope)


@pytest.mark.parametrize("line", [line for entry in ENTRIES for line in entry.spares])
def test_spared_lines_are_no_furniture(line: str) -> None:
    match = furniture_of(line)
    assert match is None or not match.sure


def test_names_are_unique() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("إقـرأ أيـضـاً:", FurnitureRole.READ_ALSO),
        ("اقرأ أيضا | أسعار الحديد اليوم", FurnitureRole.READ_ALSO),
        ("شاهد أيضاً", FurnitureRole.RELATED),
        ("قد يهمك أيضاً", FurnitureRole.RELATED),
        ("مـواضـيـع ذات صـلـة", FurnitureRole.RELATED),
        ("أخبار ذات علاقه", FurnitureRole.RELATED),
        ("À lire aussi", FurnitureRole.RELATED),
        ("شارك", FurnitureRole.SHARE),
        ("فيسبوك تويتر واتساب تيلقرام طباعة", FurnitureRole.SHARE),
        ("حفظ طباعة تعليق إرسال", FurnitureRole.PRINT),
        ("اضغط للمشاركة على تويتر (فتح في نافذة جديدة)", FurnitureRole.SHARE),
        ("تابعوا آخر أخبار الصحيفة عبر Google News", FurnitureRole.FOLLOW),
        ("لمتابعة أهم وأحدث الأخبار انضم إلى قناتنا على تليجرام", FurnitureRole.FOLLOW),
        ("انضم إلى قناة «الراصد» على يوتيوب الآن، اضغط هنا", FurnitureRole.FOLLOW),
        ("للمزيد من الأخبار اضغط هنا", FurnitureRole.FOLLOW),
        ("اشترك في القائمة البريدية ليصلك جديد الموقع", FurnitureRole.SUBSCRIBE),
        ("٠ تعليقات", FurnitureRole.COMMENT),
        ("التعليقات (12)", FurnitureRole.COMMENT),
        ("اترك تعليقاً", FurnitureRole.COMMENT),
        ("لن يتم نشر البريد الإلكتروني . الحقول المطلوبة مشار لها بـ *", FurnitureRole.COMMENT),
        ("تكبير الخط", FurnitureRole.FONT_SIZE),
        ("أ أ أ", FurnitureRole.FONT_SIZE),
        ("العودة إلى أعلى", FurnitureRole.BACK_TO_TOP),
        ("↑ أعلى", FurnitureRole.BACK_TO_TOP),
        ("Advertisement", FurnitureRole.AD),
        ("- إعلان -", FurnitureRole.AD),
        ("عدد المشاهدات: 1520", FurnitureRole.COUNTER),
        ("1,520 مشاهدة", FurnitureRole.COUNTER),
        ("وقت القراءة: 4 دقائق", FurnitureRole.READING_TIME),
        ("دقيقة واحدة", FurnitureRole.READING_TIME),
        ("4 min read", FurnitureRole.READING_TIME),
        ("الوسوم", FurnitureRole.TAGS),
        ("كلمات دلالية : النفط أوبك", FurnitureRole.TAGS),
        ("من نحن | أعلن معنا | اتصل بنا", FurnitureRole.NAVIGATION),
        ("أنت هنا: الرئيسية / رياضة / كرة القدم", FurnitureRole.NAVIGATION),
        ("تجاوز إلى المحتوى الرئيسي", FurnitureRole.NAVIGATION),
        ("نسيت كلمة المرور", FurnitureRole.LOGIN),
        ("Video Player is loading.", FurnitureRole.PLAYER),
        ("الأكثر مشاهدة اليوم", FurnitureRole.MOST_READ),
        ("آخر الأخبار", FurnitureRole.LATEST),
        ("كل مقالات الكاتب", FurnitureRole.AUTHOR_BOX),
        ("نسخ الرابط", FurnitureRole.COPY_LINK),
        ("جميع الحقوق محفوظة لموقع الراصد © 2016", FurnitureRole.COPYRIGHT),
        ("الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الصحيفة", FurnitureRole.DISCLAIMER),
        ("The post عنوان الخبر appeared first on الراصد.", FurnitureRole.DISCLAIMER),
        ("مواقيت الصلاة", FurnitureRole.PRAYER),
        ("لا تفوّت قراءة المزيد اضغط هنا", FurnitureRole.FOLLOW),
        ("Votre adresse e-mail ne sera pas publiée.", FurnitureRole.COMMENT),
    ],
)
def test_spellings(line: str, role: FurnitureRole) -> None:
    match = furniture_of(line)
    assert match is not None
    assert match.role is role


@pytest.mark.parametrize(
    ("line", "rest", "carries"),
    [
        ("الكلمات المفتاحية: القمح، الخبز", "القمح، الخبز", Carries.TAGS),
        ("القسم : ثقافة", "ثقافة", Carries.SECTION),
        ("المصدر: وكالات", "وكالات", Carries.SOURCE),
        ("التعليق على الصورة، سوق السمك في الميناء", "سوق السمك في الميناء", Carries.CAPTION),
        ("Image caption سوق السمك في الميناء", "سوق السمك في الميناء", Carries.CAPTION),
        ("اقرأ أيضاً: ثلاث روايات للصيف", "ثلاث روايات للصيف", Carries.NOTHING),
    ],
)
def test_the_rest_of_the_line(line: str, rest: str, carries: Carries) -> None:
    match = furniture_of(line)
    assert match is not None
    assert (match.rest, match.carries) == (rest, carries)


def test_a_label_says_so() -> None:
    match = furniture_of("تعليق على الصورة: طلاب يغادرون المدرسة")
    assert match is not None
    assert match.scope is Scope.LABEL


NEGATIVES = """
شارك في الاجتماع وزراء الخارجية والدفاع ورئيس الأركان.
شاركت في المعرض ستون دار نشر من اثني عشر بلدا.
شارك اللاعب أساسيا في المباراة الأخيرة على ملعبه.
شارك على رأس الوفد وزير الزراعة.
مشاركة المرأة في سوق العمل ما زالت ضعيفة، كما يقول التقرير.
اقرأ باسم ربك الذي خلق.
اقرأ لي قصيدة مما كتبت، قال له الشيخ مبتسما.
اقرأ كتابك كفى بنفسك اليوم عليك حسيبا.
قال الخطيب للحشود: تابعونا حتى النصر، ثم غادر المنصة.
تابعونا في كل خطوة وكانوا يسألون عن أدق التفاصيل.
تابع الرئيس مع وزير الصحة خطة التطعيم.
تابع قائلا إن الحكومة لن تتراجع عن قرارها.
المزيد من التفاصيل لم يرد في البيان، لكن مصدرا قال إن الخلاف مالي.
المزيد من الدماء لن يحل الأزمة.
المصدر الأمني أوضح أن ثلاثة مشتبه فيهم أوقفوا.
المصدر الرئيسي للدخل في القرية هو الزيتون.
مصادر مطلعة أكدت أن اللقاء سيعقد غدا.
الرئيسية بين نقاط الخلاف هي الحدود البحرية.
التالي في الترتيب فريق الساحل بفارق نقطتين.
السابق لأوانه أن نتحدث عن هدنة.
إعلان الهدنة جاء بعد ليلة من القصف.
إعلان القدس عاصمة أبدية أثار موجة احتجاجات.
إعلانات التوظيف الوهمية توقع بمئات الشبان.
التعليقات على القرار توالت من العواصم العربية.
تعليق الدراسة في ست محافظات بسبب السيول.
تعليق الرحلات الجوية إلى إشعار آخر.
تعليقا على الحادث قال المحافظ إن التحقيق مستمر.
تعليقات الوزير أثارت عاصفة من الانتقادات في البرلمان.
ثلاث دقائق للقراءة كانت كافية ليحفظ الطفل الصفحة كلها.
قراءة في الصحف البريطانية الصادرة صباح اليوم.
مشاهدة المباراة في الساحات العامة ممنوعة هذا العام.
طباعة الكتب المدرسية تأخرت شهرا كاملا.
طباعة العملة بلا غطاء ترفع الأسعار.
البحث عن ناجين يتواصل لليوم الثالث تحت الأنقاض.
البحث العلمي في الجامعات العربية يحتاج إلى التمويل.
تسجيل الدخول إلى القاعة يبدأ في السابعة صباحا أمام الجمهور.
القائمة الموحدة فازت بعشرة مقاعد.
القائمة الكاملة للمرشحين تعلن مساء السبت.
الأكثر قراءة بين الشباب هي الروايات البوليسية، كما تبين الدراسة.
آخر الأخبار الواردة من الميدان تفيد بانسحاب القوات.
أخبار سارة للمزارعين بعد موسم من الجفاف.
أخبار عاجلة وردت عن سقوط طائرة في الصحراء، ولم تتأكد بعد.
استطلاع للرأي أظهر تقدم المعارضة بفارق ضئيل.
استفتاء على الدستور يجري في الربيع المقبل.
الطقس في العاصمة حار نهارا مائل للبرودة ليلا.
الفجر الذي انتظره السجناء جاء أخيرا.
حقوق النشر انتقلت إلى ورثة الشاعر.
جميع الحقوق التي نص عليها الدستور مصونة.
اتصل بنا رجل من القرية وقال إن النهر فاض.
من نحن حتى نحاسب الناس على نياتهم؟
عن الكاتب الذي أحب البحر نتحدث اليوم.
كتب بواسطة الحاسوب آلاف القصائد في ساعة.
اشترك في السباق ثلاثمئة عداء.
انضم إلى الفريق مدرب جديد للياقة البدنية.
انضموا إلى المقاومة في الجبال وهم فتيان.
حمل تطبيق القانون الحكومة أعباء جديدة.
تطبيق الهدنة يبدأ منتصف الليل.
التصنيف العالمي للمنتخبات يصدر الخميس.
القسم الأكبر من السكان نزح إلى الجنوب.
كلمات البيان كانت واضحة لا تحتمل التأويل.
كلمات مفتاحية قليلة تكفي لفهم خطاب المرشد، يقول الباحث.
الوسم الأكثر تداولا دعا إلى مقاطعة البضائع.
منذ ثلاثة أيام لم يصل خبز إلى المخيم.
دقيقة صمت وقف الحاضرون حدادا على الضحايا.
الصورة التالية التقطت قبل الحرب بعام واحد.
إلى الأعلى ترتفع أعمدة الدخان من المصفاة.
أعلى الصفحة الأولى نشرت الجريدة صورة الفقيد.
نسخ الرابط الجيني بين الفصيلتين معقد، يقول العلماء.
عذرا يا صديقي، لم أكن أعلم أنك هنا.
جاري الحساب العسير في مجلس النواب هذه الأيام.
فيديو الحادث انتشر بسرعة وأثار غضبا.
صوت النواب على القانون بأغلبية ساحقة.
ادعم موقفك بالحجة لا بالصراخ، كان أبي يقول.
""".strip().split("\n")


@pytest.mark.parametrize("line", NEGATIVES)
def test_sentences_of_articles_are_no_furniture(line: str) -> None:
    match = furniture_of(line)
    assert match is None or not match.sure


def test_there_are_enough_negatives() -> None:
    assert len(NEGATIVES) >= 60


def test_a_long_paragraph_is_never_looked_at() -> None:
    assert furniture_of("اقرأ أيضاً: " + "كلمة " * 80) is None


@pytest.mark.parametrize("text", ["", " ", "…", "***", "\N{RIGHT-TO-LEFT MARK}", "«»", "-1-"])
def test_lines_without_words(text: str) -> None:
    assert furniture_of(text) is None
