"""The Arabic verbs of saying as a table, and the words that look like forms of them."""

from __future__ import annotations

# past, present, participle, and what may follow: a clause (with that, a quotation), a bare object, a noun behind a preposition;
# "news" is an object that must itself be something said. "-" where a form is not used or is mostly another word.
TABLE = """
قال يقول قائل clause
أعلن يعلن معلن clause عن object
ذكر يذكر - clause
أكد يؤكد مؤكد clause على object
أفاد يفيد مفيد clause ب
أوضح يوضح موضح clause
أضاف يضيف مضيف clause
أردف يردف مردف clause
استطرد يستطرد مستطرد clause
استدرك يستدرك مستدرك clause
ختم يختم - clause
تابع يتابع متابع clause
كرر يكرر مكرر clause object
أشار يشير مشير clause إلى
لفت يلفت لافت clause إلى
نوه ينوه منوه clause إلى ب
صرح يصرح مصرح clause ب
بينت يبين مبين clause
كشف يكشف كاشف clause عن
اعترف يعترف معترف clause ب
أقر يقر مقر clause ب
روى يروي - clause
حكى يحكي - clause
استذكر يستذكر مستذكر clause object
نفى ينفي ناف clause object
كذب يكذب مكذب clause object
أنكر ينكر منكر clause object
دحض يدحض داحض object
فند يفند مفند object
رفض يرفض رافض clause object
استبعد يستبعد مستبعد clause object
رجح يرجح مرجح clause object
توقع يتوقع متوقع clause object
خشي يخشى - clause من object
أمل يأمل آمل clause في ب
تمنى يتمنى متمني clause object
اعتقد يعتقد معتقد clause
ظن يظن - clause
رأى يرى - clause
اعتبر يعتبر معتبر clause
زعم يزعم زاعم clause
ادعى يدعي مدعي clause
دعا يدعو داع clause إلى
طالب يطالب مطالب clause ب
طلب يطلب - clause object
ناشد يناشد مناشد object
حث يحث حاث object
حض يحض حاض object
أمر يأمر آمر ب
أوعز يوعز موعز ب
اقترح يقترح مقترح clause object
أوصى يوصي موصي clause ب
نصح ينصح ناصح clause ب
اشترط يشترط مشترط clause object
هدد يهدد مهدد clause ب
توعد يتوعد متوعد clause ب
لوح يلوح ملوح clause ب
تعهد يتعهد متعهد clause ب
وعد يعد واعد clause ب
التزم يلتزم ملتزم clause ب
أقسم يقسم مقسم clause
بشر يبشر مبشر clause ب
عرض يعرض عارض clause object
اعتزم يعتزم معتزم object
وافق يوافق موافق على
قبل يقبل - object ب
طمأن يطمئن مطمئن clause إلى
أبلغ يبلغ مبلغ clause object
أخبر يخبر مخبر clause object
أبرق يبرق مبرق clause
اتهم يتهم متهم object
عزا يعزو عاز object
حمل يحمل محمل object
قدر يقدر مقدر clause object
وصف يصف واصف object ب
رد يرد راد clause
علق يعلق معلق clause
عقب يعقب معقب clause
حذر يحذر محذر clause من
نبه ينبه منبه clause إلى
شدد يشدد مشدد clause على
جزم يجزم جازم clause ب
أصر يصر مصر clause على
تحدث يتحدث متحدث clause عن
شكا يشكو شاك clause من
اشتكى يشتكي مشتكي clause من
انتقد ينتقد منتقد object
ندد يندد مندد ب
دان يدين - object
أدان يدين مدين object
استنكر يستنكر مستنكر object
شكك يشكك مشكك في
تبنى يتبنى متبني object
سجل يسجل مسجل clause
أحصى يحصي محصي object
لاحظ يلاحظ ملاحظ clause
أثبت يثبت مثبت clause object
كتب يكتب كاتب clause
صاح يصيح صائح clause
هتف يهتف هاتف clause
تساءل يتساءل متسائل clause
ألمح يلمح ملمح clause إلى
لمح - - clause إلى
أظهر يظهر مظهر clause
أمهل يمهل ممهل object
خلص يخلص - clause
استنتج يستنتج مستنتج clause
زاد يزيد - clause
اكتفى يكتفي مكتفي clause
أجاب يجيب مجيب clause
ذهب يذهب - clause
فسر يفسر مفسر clause
شرح يشرح شارح clause
غرد يغرد مغرد clause
أفصح يفصح مفصح clause عن
برر يبرر مبرر clause object
استغرب يستغرب مستغرب clause object
قطع يقطع - clause
أجمع يجمع مجمع clause على
اتفق يتفق متفق clause على
ألح يلح ملح clause على
تمسك يتمسك متمسك clause
احتج يحتج محتج clause على
اعترض يعترض معترض clause على
عارض يعارض معارض object
سخر يسخر ساخر من
قلل يقلل مقلل من
تنبأ يتنبأ متنبئ clause ب
أخطر يخطر مخطر clause object
أطلع يطلع مطلع clause
أعلم يعلم معلم clause object
أنبأ ينبئ منبئ clause object
أنذر ينذر منذر clause object
حلف يحلف حالف clause
كفل يكفل - clause object
نوى ينوي ناوي object
التمس يلتمس ملتمس clause object
توسل يتوسل متوسل clause
اشتبه يشتبه مشتبه clause في ب
ألقى يلقي ملقي object
حدد يحدد محدد speech
أذاع يذيع مذيع relay
سحب يسحب ساحب news
صحح يصحح مصحح news
تراجع يتراجع متراجع news عن
اعتذر يعتذر معتذر news عن
نص ينص - على clause
شهد - - clause
أبدى يبدي مبدي speech
جدد يجدد مجدد speech
أعرب يعرب معرب speech
عبر يعبر معبر speech
أعطى يعطي - speech
قدم يقدم - speech
منح يمنح - speech
وجه يوجه موجه speech
نقل ينقل ناقل relay
أورد يورد - relay
نسب ينسب ناسب relay
نشر ينشر - relay
بث يبث - relay
"""

OTHER_WORDS = """
قائلين كاتبا كاتبة كاتبين هاتفا هاتفة متحدثين متحدثة مقرا مقرة مقدرة مسجلين محملة محملا مراقبين طالبا قدما
قبلا عرضا وعدا ردا رفضا طلبا نصا يبلغ تبلغ مبلغا مبلغة قبل نشرا نقلا علما أمرا مصرين مدينة متهمين عارضة
معلقة يعلم تعلم معلما معلمة معلمين مطلعا مطلعة مطلعين مجمعا مجمعة معارضا معارضة معارضين محددا محددة شارحا
قطعا زادا مخطرا مفسرا ذهبا ذهبت متبادلا
"""
"""Nouns and prepositions that are more often these than forms of a verb of saying."""
