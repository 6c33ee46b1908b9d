"""The words that stand above columns, by what the columns hold: English, Arabic, Hebrew, Russian, Ukrainian, French, Turkish.

A new heading is a new word here. All are compared as keys: case, marks, hamza seats and punctuation fold.
"""

from __future__ import annotations

HEADINGS: dict[str, str] = {
    "running number": """
no;nr;num;number;s n;sn;s no;ser;serial;serial no;serial number;sr no;sl no;item;row;row no;line;line no;seq;sequence
index;order;n o
م;ت;رقم;الرقم;الرقم المتسلسل;رقم متسلسل;تسلسل;التسلسل;مسلسل;المسلسل;الرقم التسلسلي;رقم تسلسلي;العدد;الترتيب
מס;מס';מספר;מספר סידורי;מס סידורי;מס' סידורי;סידורי;מס"ד;מסד
п п;пп;п/п;№ п/п;н п;номер по порядку;порядковый номер;номер п п;номер;№ з/п;з п;порядковий номер
no d'ordre;numéro;numéro d'ordre;n° d'ordre;ordre;sıra;sıra no;sira no;sira
""",
    "name": """
name;names;full name;fullname;name in full;complete name;name of person;person name;passenger name;name of passenger
traveller;traveler
name as in passport;name as per passport;full name as in passport;name of evacuee;evacuee;person;name surname
name and surname
name and family name;first and last name;surname and name;surname given names;surname and given names
first name and surname;nominal
الاسم;اسم;الاسم الكامل;الاسم كاملا;الاسم رباعي;الاسم الرباعي;الاسم الثلاثي;اسم المسافر;اسم المواطن;الاسماء;الأسماء
الاسم واللقب
الاسم الرباعي كما في الجواز;اسم الشخص;الاسم كما في جواز السفر
שם;שם מלא;השם;שמות;שם הנוסע;שם ושם משפחה;שם פרטי ומשפחה;שם פרטי ושם משפחה
фио;ф и о;ф.и.о.;имя;полное имя;фамилия имя отчество;фамилия имя;фамилия и имя;имя и фамилия;ф и;имя полностью;имена
піб;п і б;п.і.б.;повне ім'я;прізвище ім'я по батькові;прізвище та ім'я;ім'я та прізвище
nom complet;nom et prénom;nom et prénoms;nom prénom;nom prénoms;noms et prénoms;nom;noms;prénom et nom;identité
ad soyad;adı soyadı;adi soyadi;isim;isim soyisim;ad ve soyad;adı ve soyadı
""",
    "given name": """
first name;given name;given names;first names;forename;forenames;christian name;first;given;firstname;givenname
givennames;1st name
الاسم الاول;الاسم الأول;اسم الشخص الاول;الاسم الشخصي
שם פרטי;פרטי
имя латиницей имя;личное имя;имя собственное;ім'я;власне ім'я
prénom;prénoms;ad;adı;adi;ilk ad;isim adı
""",
    "father's name": """
father;father name;father's name;fathers name;name of father;second name;middle name;middle names;middle;patronymic
2nd name
اسم الاب;اسم الأب;الاب;اسم الوالد;الاسم الثاني;اسم الاب الثاني
שם האב;שם אב;אב;שם אמצעי
отчество;имя отца;отец;по батькові;ім'я батька;батько
nom du père;père;prénom du père;patronyme;deuxième prénom;baba adı;baba adi;baba;ikinci ad
""",
    "grandfather's name": """
grandfather;grandfather name;grandfather's name;grand father name;grand father;third name;name of grandfather;3rd name
اسم الجد;الجد;الاسم الثالث
שם הסב;שם סב;סבא
имя деда;дед;дедушка;ім'я діда;дід
grand-père;nom du grand-père;dede adı;dede adi;dede
""",
    "family name": """
last name;surname;family name;family;lastname;familyname;last;surnames;4th name;fourth name;tribe;clan name
maiden and family name
العائلة;اسم العائلة;اللقب;الكنية;الشهرة;الاسم الرابع;الاسم الاخير;اسم الشهرة;عائلة;الاسم العائلي
שם משפחה;משפחה
фамилия;прізвище
nom de famille;soyad;soyadı;soyadi;soyisim;soy adı
""",
    "name in another script": """
english name;name in english;name english;name en;latin name;name in latin;name latin;full name english
full name in english;name in latin letters
arabic name;name in arabic;name arabic;name ar;full name arabic;full name in arabic;name in hebrew;hebrew name
name in russian;name eng
original name;name in original script;native name;transliteration;transliterated name;latin transliteration
الاسم بالانجليزية;الاسم بالانجليزي;الاسم باللغة الانجليزية;الاسم الانجليزي;الاسم باللاتيني;الاسم بالعربية
الاسم باللغة العربية;الاسم بالعربي
שם באנגלית;שם לועזי;שם בלועזית;שם מלא באנגלית;שם בערבית;שם בעברית
фио латиницей;фио на английском;имя латиницей;имя на английском;имя на латинице;фио лат;имя лат;піб латиницею
ім'я латиницею;фио на арабском
nom en anglais;nom en arabe;nom en caractères latins;ingilizce adı;ingilizce isim;latin harfleri ile adı
""",
    "mother's name": """
mother;mother name;mother's name;mothers name;name of mother;mother full name;mother's full name
اسم الام;اسم الأم;الام;اسم الوالدة;اسم الام الثلاثي
שם האם;שם אם;אם
имя матери;мать;фио матери;ім'я матері;мати
nom de la mère;mère;anne adı;anne adi;anne
""",
    "also called": """
alias;aliases;aka;a k a;also known as;known as;other names;other name;nickname;also called;former name;previous name
maiden name
الكنية او اللقب;اسم اخر;اسماء اخرى;الاسم المستعار;الملقب;المعروف ب;اسم الدلع
כינוי;ידוע בשם;שם נוסף;שם קודם
псевдоним;также известен как;прозвище;другое имя;прежняя фамилия;девичья фамилия;псевдонім;інше ім'я
alias connu sous le nom;surnom;autre nom;nom de jeune fille;takma ad;lakap;diğer ad
""",
    "birth": """
date of birth;dob;d o b;birth date;birthdate;born;birthday;birth;date birth;year of birth;yob;birth year;born on
date de birth;birth day
تاريخ الميلاد;تاريخ الولادة;الميلاد;المواليد;مواليد;تاريخ ميلاد;سنة الميلاد;تاريخ الميلاد يوم شهر سنة;ت الميلاد
سنة الولادة;التولد
תאריך לידה;ת לידה;ת. לידה;לידה;שנת לידה;תאריך הלידה;ת"ל
дата рождения;год рождения;д р;др;г р;гр;рождения;родился;дата рожд;дата народження;рік народження;народження;д н;дата нар
date de naissance;né le;née le;naissance;né e le;ddn;date naissance;année de naissance
doğum tarihi;dogum tarihi;d tarihi;doğum yılı;doğum
""",
    "age": """
age;age years;years;age in years;age y;yrs;approx age;approximate age
العمر;عمر;السن;العمر بالسنوات
גיל
возраст;лет;полных лет;вік;років
âge;ans;yaş;yas;yaşı
""",
    "sex": """
sex;gender;m f;f m;m/f;male female;sex m f;gender m f
الجنس;جنس;النوع;النوع ذكر انثى;ذكر انثى
מין;מגדר;ז נ;ז/נ
пол;м ж;стать;ч ж
sexe;genre;h f;cinsiyet;cinsiyeti;cins
""",
    "nationality": """
nationality;nationalities;citizenship;citizen of;nat;country of citizenship;country of nationality;citizenships
country;ctz;second nationality
الجنسية;جنسية;الجنسيه;التابعية;الدولة;المواطنة;البلد;الجنسية الثانية
אזרחות;לאום;נתינות;ארץ אזרחות;מדינה
гражданство;национальность;подданство;страна;гражд;громадянство;країна;національність
nationalité;citoyenneté;pays;nationalités;uyruk;uyruğu;uyrugu;vatandaşlık;milliyet;milliyeti;ülke
""",
    "document": """
passport;passport no;passport number;passport num;passport nr;passport #;pp no;ppt no;pass no;ppt;pp;document no
document number;doc no
document;travel document;travel document no;travel document number;doc number;doc;passport id;passportno
passport no id;identity document
pass;reisepass;passnummer;passport document no;document number passport;id passport no;passport or id
passport or id no
جواز السفر;رقم جواز السفر;رقم الجواز;الجواز;جواز سفر;رقم جواز;رقم الوثيقة;وثيقة السفر;رقم وثيقة السفر;رقم جواز سفر
جواز;الوثيقة
דרכון;מספר דרכון;מס דרכון;מס' דרכון;מסמך;מספר מסמך;מס' מסמך;תעודת מסע
паспорт;номер паспорта;№ паспорта;паспорт №;загранпаспорт;номер загранпаспорта;серия и номер паспорта
паспортные данные;номер документа
документ;№ документа;серия и номер;серия номер паспорта;паспорт серия номер;серия и номер документа;номер документу
закордонний паспорт
passeport;n° de passeport;no de passeport;n° passeport;no passeport;numéro de passeport;numéro passeport
n° du passeport;numéro du passeport
document de voyage;n° du document;pasaport;pasaport no;pasaport numarası;pasaport numarasi;belge no;belge numarası
""",
    "second document": """
id;id no;id number;id card;id card no;identity no;identity number;identity card;national id;national id no
national number;national no;id num
personal number;personal id;civil id;identity card no;identity card number;ids;second passport;other passport
other document;second document
الهوية;رقم الهوية;هوية;رقم هوية;الرقم الوطني;رقم البطاقة;البطاقة الشخصية;رقم بطاقة الهوية;الرقم القومي;رقم الهويه
الرقم المدني
ת ז;ת.ז.;ת"ז;תז;תעודת זהות;מספר זהות;מס זהות;מס' זהות;מספר תעודת זהות;ת ז מספר;מס' ת.ז.;מספר ת.ז.
удостоверение;номер удостоверения;удостоверение личности;инн;id карта;ід картка;внутренний паспорт;посвідчення
номер посвідчення
carte d'identité;n° carte d'identité;cin;numéro d'identité;n° d'identité;kimlik;kimlik no;t c kimlik no;tc kimlik no
tc no;kimlik numarası
""",
    "document kind": """
document type;type of document;doc type;passport type;type of passport;kind of document;document kind;id type
travel document type
نوع الوثيقة;نوع الجواز;نوع جواز السفر;نوع المستند
סוג מסמך;סוג דרכון;סוג תעודה
тип документа;вид документа;тип паспорта;тип документу;вид документу
type de document;nature du document;type de passeport;belge türü;pasaport türü;belge tipi
""",
    "document country": """
issuing country;country of issue;issuing state;passport country;issued by;place of issue;issuing authority
country of passport;issuer
state of issue;document country;passport issued by;passport place of issue
جهة الاصدار;بلد الاصدار;مكان الاصدار;الدولة المصدرة;دولة الاصدار;مكان اصدار الجواز;دولة الجواز
ארץ הנפקה;מקום הנפקה;מדינה מנפיקה;מדינת הנפקה
кем выдан;страна выдачи;место выдачи;орган выдачи;выдан кем;ким виданий;країна видачі;місце видачі
pays d'émission;pays de délivrance;lieu de délivrance;délivré par;autorité;veren ülke;veren makam;düzenleyen ülke
""",
    "issued": """
date of issue;issue date;issued;issued on;passport issue date;date issued;passport issued on;doi;document issue date
تاريخ الاصدار;تاريخ اصدار الجواز;تاريخ الإصدار;اصدار
תאריך הנפקה;הנפקה;תאריך הוצאה
дата выдачи;выдан;когда выдан;дата видачі;виданий;дата выдачи паспорта
date d'émission;date de délivrance;délivré le;veriliş tarihi;verilis tarihi;düzenleme tarihi
""",
    "expires": """
expiry;expiry date;date of expiry;expires;expiration;expiration date;valid until;valid to;valid till;passport expiry
passport expiry date
exp;exp date;doe;expires on;validity;date of expiration;passport expiration;passport expiration date
passport valid until;valid thru
تاريخ الانتهاء;تاريخ انتهاء الجواز;تاريخ انتهاء الصلاحية;الصلاحية;صالح حتى;صالح لغاية;تاريخ انتهاء;تاريخ الإنتهاء
انتهاء الصلاحية;ينتهي
תוקף;בתוקף עד;תאריך תפוגה;תפוגה;תאריך תוקף;תוקף דרכון
действителен до;срок действия;годен до;дата окончания;окончание срока;годен;срок действия паспорта;дійсний до
термін дії
date d'expiration;expire le;expiration;valable jusqu'au;validité;geçerlilik tarihi;son kullanma tarihi;geçerlilik
bitiş tarihi
""",
    "household": """
household;household no;household number;household id;hh;hh no;family no;family number;family id;family group;group
group no;case no;case number
case id;file no;file number;family code;hhid;family nr;party no
رقم العائلة;رقم الاسرة;رقم الأسرة;الاسرة;رقم العائله;رقم الملف;رقم المجموعة;المجموعة;رقم الطلب
מספר משפחה;מס משפחה;מס' משפחה;משק בית;קבוצה;מספר תיק
семья;номер семьи;№ семьи;группа;домохозяйство;номер группы;номер дела;сім'я;номер сім'ї;група;домогосподарство
ménage;n° de famille;numéro de famille;foyer;famille;n° de dossier;numéro de dossier;groupe;hane;hane no;aile;aile no
aile numarası;grup;dosya no
""",
    "relation": """
relation;relationship;relation to head;relationship to head;relation to head of household
relationship to head of household;kinship;rel
relation to applicant;family relation;relative of;role in family;position in family;family member
صلة القرابة;القرابة;صلة القرابه;درجة القرابة;الصفة;العلاقة;صلة;العلاقة برب الاسرة
קרבה;קרבת משפחה;קשר משפחתי;יחס קרבה
родство;степень родства;кем приходится;родственная связь;спорідненість;ступінь споріднення;ким доводиться;отношение
lien de parenté;parenté;lien;relation familiale;yakınlık;yakinlik;akrabalık;yakınlık derecesi
""",
    "place": """
place;location;country of residence;country of stay;current location;city;town;address;residence;place of residence
current address;whereabouts;area;governorate;district;region
village;camp;shelter;current place;present location;where;last known location;last seen
المكان;مكان الاقامة;العنوان;المدينة;مكان التواجد;السكن;المنطقة;المحافظة;مكان السكن;مكان الإقامة;مكان الاقامة الحالي
الموقع;عنوان السكن
מקום;כתובת;עיר;מיקום;מקום מגורים;יישוב;ישוב;אזור;מקום שהייה
место;адрес;город;местонахождение;место жительства;место нахождения;проживание;место проживания;район;область;адреса
місто;місце;місцезнаходження
lieu;adresse;ville;résidence;lieu de résidence;localisation;commune;adres;şehir;sehir;yer;ikamet;bulunduğu yer;il
""",
    "contact": """
phone;phone no;phone number;tel;telephone;mobile;mobile no;mobile number;contact;contact no;contact number
contact details;email;e mail
whatsapp;cell;cell phone;contact info;contact information;emergency contact;mail;tel no
الهاتف;رقم الهاتف;الجوال;رقم الجوال;هاتف;جوال;تلفون;رقم التلفون;واتساب;الموبايل;رقم الموبايل;رقم الاتصال
البريد الالكتروني;للتواصل
טלפון;נייד;מס טלפון;מס' טלפון;מספר טלפון;טל;טל';איש קשר;דוא"ל;אימייל;פלאפון
телефон;тел;контакт;контакты;моб;мобильный;номер телефона;почта;эл почта;контактный телефон;контакти;номер телефону
téléphone;tél;portable;contact téléphonique;courriel;numéro de téléphone;telefon;telefon no;cep;cep telefonu;iletişim
e posta;telefon numarası
""",
    "needs": """
needs;medical;medical needs;medical condition;special needs;health;disability;health condition;medical case
medical notes;vulnerability;diagnosis
medical status;illness;injury;condition;special needs medical;medication;wheelchair;vulnerabilities;assistance needed
الحالة الصحية;الحالة الطبية;احتياجات;احتياجات خاصة;الاعاقة;الامراض;الوضع الصحي;التشخيص;المرض;ذوي الاحتياجات الخاصة
الاحتياجات
צרכים;מצב רפואי;רפואי;מוגבלות;צרכים מיוחדים;מחלה;בריאות;מצב בריאותי
здоровье;состояние здоровья;болезнь;инвалидность;медицинские показания;особые потребности;диагноз;потребности;здоров'я
потреби;стан здоров'я
santé;besoins;besoins médicaux;état de santé;handicap;maladie;besoins particuliers;sağlık;sağlık durumu;engel
özel ihtiyaç;hastalık;ihtiyaç
""",
    "decision": """
status;decision;approval;approved;result;permit;permission;clearance;cleared;security;security check;answer;outcome
approval status
list status;application status;state;permitted;accepted;visa;authorization;authorisation
الحالة;القرار;الموافقة;موافقة;النتيجة;التصريح;الرد;قرار;حالة الطلب;حالة الموافقة;الفحص الامني;الموقف
סטטוס;החלטה;אישור;מאושר;סטאטוס;תוצאה;היתר;מענה
статус;решение;разрешение;результат;согласование;одобрено;состояние;рішення;дозвіл;погодження
statut;décision;approbation;état;autorisation;résultat;avis;durum;karar;onay;sonuç;izin
""",
    "remarks": """
remarks;remark;notes;note;comments;comment;observations;other information;additional information;misc;additional notes
details;obs;info
ملاحظات;الملاحظات;ملاحظة;ملاحظه;تعليق;اخرى;معلومات اضافية;التفاصيل
הערות;הערה;פרטים נוספים;מידע נוסף
примечание;примечания;комментарий;комментарии;заметки;дополнительно;прим;особые отметки;примітка;примітки;коментар
remarques;remarque;commentaires;commentaire;observation;notes complémentaires;notlar;not;açıklama;aciklama;düşünceler
""",
    "machine-readable zone": """
mrz;machine readable zone;mrz 1;mrz 2;mrz line 1;mrz line 2;mrz1;mrz2;machine readable;машиночитаемая зона
منطقة القراءة الالية
zone de lecture automatique
""",
    "other": """
place of birth;birth place;birthplace;pob;country of birth;city of birth;occupation;profession;job;religion;blood
blood type;blood group
marital status;education;employer;seat;bus;bus no;flight;luggage;bags;destination;departure;arrival;date
date of application;application date
date added;date of list;registered;registration date;embassy;organisation;organization;agency;photo;picture;signature
weight;height;ref;reference
date of arrival;date of departure;date of entry;date of request;time;timestamp;created;updated;application no
application number;request no;language
مكان الميلاد;مكان الولادة;المهنة;الديانة;الحالة الاجتماعية;فصيلة الدم;الوظيفة;التاريخ;السفارة;الجهة;تاريخ الطلب
تاريخ التقديم;الوجهة;التوقيع
מקום לידה;ארץ לידה;מקצוע;דת;מצב משפחתי;תאריך;יעד;חתימה
место рождения;профессия;должность;вероисповедание;семейное положение;дата;организация;посольство;место работы
дата заявки;подпись;місце народження;посада
lieu de naissance;profession;religion;état civil;destination;ambassade;organisme;doğum yeri;meslek;medeni hal
meslek durumu;tarih;date de la demande
""",
}
