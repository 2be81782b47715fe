import type { LanguagePack } from "./language-pack.ts";
import { cues, list, rows } from "./pack-data.ts";

/** Arabic: a first pack, not measured. The verb stands before who speaks. */
export const ARABIC: LanguagePack = {
  code: "ar",
  name: "العربية",
  state: "first",
  cues: cues(`
قال قالت قالوا يقول تقول; قائلا قائلة | asserts | c
صرح صرّح صرحت صرّحت; مصرحا | asserts | c
أعلن أعلنت أعلنوا يعلن; معلنا | asserts | c o
أكد أكّد أكدت أكّدت يؤكد; مؤكدا مؤكدة | asserts | c o
أضاف أضافت; مضيفا مضيفة | asserts | c
أوضح أوضحت; موضحا | asserts | c
أشار_إلى أشارت_إلى; مشيرا_إلى | asserts | c o
ذكر ذكرت | asserts | c
شدد_على شدّد_على شددت_على; مشددا_على | asserts | c o
اعترف اعترفت | asserts | c o
نفى نفت; نافيا | denies | c o
طالب طالبت يطالب; مطالبا | demands | o
أصر_على أصرت_على يصر_على; مصرا_على | demands | c o
رفض رفضت يرفض ترفض; رافضا رافضة | refuses | o c
استبعد استبعدت | refuses | o c
حذر حذّر حذرت حذّرت يحذر; محذرا محذرة | warns | c o
وعد وعدت; واعدا | commits | c o
تعهد تعهدت; متعهدا | commits | c o
اقترح اقترحت; مقترحا | offers | c o
هدد هدّد هددت; مهددا | threatens | c o
توقع توقعت يتوقع; متوقعا | expects | c o
كرر كررت جدد جددت; مكررا | asserts | o
دعا دعت; داعيا | demands | o
`),
  that: ["إن", "أن", "إنه", "إنها", "أنه", "أنها", "بأن"],
  accordingTo: ["وفقا ل", "وفقا لـ", "بحسب", "حسب"],
  unnamed: list("خبراء مراقبون محللون مسؤولون مصادر دبلوماسيون مصدر مسؤول"),
  speakers: list(
    "المتحدث الناطق الوزارة وزارة الوزير وزير الحكومة الرئيس الجيش النقابة الشركة اللجنة الوسيط المبعوث الوفد المعارضة الحزب",
  ),
  hedges: list("قد ربما يبدو يمكن محتمل المحتمل"),
  again: list("كرر كررت جدد جددت مجددا"),
  analysis: list("تحليل رأي افتتاحية"),
  calendar: {
    months: rows(
      "يناير/كانون_الثاني فبراير/شباط مارس/آذار أبريل/نيسان/إبريل مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب سبتمبر/أيلول أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول",
    ),
    weekdays: rows("الأحد الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت"),
    seasons: rows("الربيع/ربيع الصيف/صيف الخريف/خريف الشتاء/شتاء"),
  },
  issues: [
    { name: "Ceasefire", category: "Ce", words: ["وقف إطلاق النار", "هدنة", "الهدنة"] },
    { name: "Sanctions", category: "sanctions", words: ["العقوبات", "عقوبات"] },
    { name: "Security guarantees", category: "SsrGua", words: ["ضمانات أمنية", "الضمانات الأمنية"] },
    { name: "Prisoners", category: "Pris", words: ["تبادل الأسرى", "الأسرى", "الرهائن"] },
    { name: "Territory", category: "Terr", words: ["التنازل عن أراض", "تنازلات إقليمية"] },
  ],
};
