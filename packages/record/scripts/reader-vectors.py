"""
Vectors for the readers of damage and for decoding, made by another implementation: CPython's codecs. The texts are ours.

    python3 packages/record/scripts/reader-vectors.py > packages/record/src/repair/data/reader-vectors.json

`texts`: sound text of a script, by language. `damaged`: for each reader, texts written as UTF-8 and read by CPython's codec,
illegal bytes dropped or replaced. `encoded`: the same texts in the encodings of their script, as hex.
"""

import json
import sys

TEXTS = {
    "en": "Ukraine’s envoy said “no” – twice — and left… The town’s “offer” stands; ‘later’ is no answer.",
    "fr": "La déléguée a répété : « Rien n’est signé », puis elle s’est tue. L’été prochain, peut-être… Où ? À Genève, où l’on se voit déjà.",
    "de": "Die Größe des Gebiets sei „nicht verhandelbar“, hieß es in Köln – über Öl und Zölle könne man reden. Süßwasser bleibt strittig.",
    "es": "El alcalde dijo: «Mañana no habrá reunión». ¿Y después? Nadie lo sabía; la señal llegó el jueves, según el corazón del público.",
    "pt": "A negociação não avançou: “não há pressão”, disse o irmão do cônsul em São Tomé. À tarde, ninguém respondeu.",
    "pl": "Poseł powiedział: „Żadnych ustępstw” – i wyszedł. Łódź, Gdańsk i Święty Krzyż czekają na odpowiedź od środy.",
    "cs": "Ministryně řekla: „Žádná dohoda není na stole.“ Příští schůzka má být v Plzni, až řeka opadne; účast je nejistá.",
    "hu": "A követ azt mondta: „Nincs megállapodás” – és hazautazott. Győr és Szőny között a gát őrei tűrnek, amíg lehet.",
    "ro": "Primarul a spus: „Nu cedăm nimic” – şi a plecat. Ţara aşteaptă; oraşul Iaşi, la fel, până joi.",
    "tr": "Elçi “hayır” dedi – iki kez. Görüşme İzmir’de sürecek; çığlık gibi bir sessizlik vardı, kimse şaşırmadı.",
    "ru": "Посол сказал: «Ворота не откроются без нас» — и ушёл. Переговоры, начатые в среду, ничем не кончились; Ёлкин молчал. № 5, § 3.",
    "uk": "Речниця сказала: «Жодної зустрічі не буде» — і пішла. Події в Їжакові та Ґанківцях її не здивували; є надія, мрії, дії.",
    "bg": "Кметът каза: „Няма споразумение“ – и си тръгна. Ъгълът на реката остава спорен; жителите чакат отговор от сряда.",
    "ja": "特使は「門は開かない」と二度言った。住民は答えを待っている。ﾀﾞﾑの水位は、まだ決まっていない。窓口は東京にある。",
    "ko": "특사는 “문이 열리지 않을 것”이라고 두 번 말했다. 주민들은 대답을 기다린다. 회담은 수요일에 다시 열린다.",
    "zh-Hant": "特使說了兩次：「大門不會打開。」居民等待答覆；水位還沒有決定。會談將於星期三在臺北舉行。",
    "zh-Hans": "特使说了两次：“大门不会打开。”居民等待答复；水位还没有决定。会谈将于星期三在上海举行。",
}
# Name of the reader in the Encoding Standard (or IBM's) -> CPython's codec.
READERS = {
    "gbk": "gbk",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "cp950",
    "windows-1251": "cp1251",
    "koi8-r": "koi8_r",
    "ibm866": "cp866",
    "x-mac-cyrillic": "mac_cyrillic",
    "ibm850": "cp850",
    "ibm437": "cp437",
}
# Of an illegal pair CPython replaces one byte and browsers both: replaced, only single bytes compare.
PAIRS = {"gbk", "cp932", "cp949", "cp950"}
ENCODINGS = {
    "windows-1252": ("cp1252", ["en", "fr", "de", "es", "pt"]),
    "iso-8859-15": ("iso8859_15", ["fr", "es"]),
    "macintosh": ("mac_roman", ["en", "fr", "de", "es", "pt"]),
    "windows-1250": ("cp1250", ["pl", "cs", "hu", "ro"]),
    "iso-8859-2": ("iso8859_2", ["pl", "cs", "hu", "ro"]),
    "windows-1254": ("cp1254", ["tr"]),
    "windows-1251": ("cp1251", ["ru", "uk", "bg"]),
    "koi8-r": ("koi8_r", ["ru"]),
    "koi8-u": ("koi8_u", ["ru", "uk"]),
    "ibm866": ("cp866", ["ru"]),
    "x-mac-cyrillic": ("mac_cyrillic", ["ru", "bg"]),
    "iso-8859-5": ("iso8859_5", ["ru", "bg"]),
    "shift_jis": ("cp932", ["ja"]),
    "euc-jp": ("euc_jp", ["ja"]),
    "euc-kr": ("cp949", ["ko"]),
    "big5": ("cp950", ["zh-Hant"]),
    "gbk": ("gbk", ["zh-Hans", "zh-Hant"]),
    "gb18030": ("gb18030", ["zh-Hans", "zh-Hant", "ja", "ru", "ko"]),
}


def plain(text: str, codec: str) -> str:
    """Without what the encoding has no character for: it would not be in a document of that encoding."""
    return text.encode(codec, "ignore").decode(codec)


json.dump(
    {
        "python": sys.version.split()[0],
        "texts": TEXTS,
        "damaged": {
            name: {
                mode: {of: text.encode().decode(codec, mode) for of, text in TEXTS.items()}
                for mode in (("ignore",) if codec in PAIRS else ("ignore", "replace"))
            }
            for name, codec in READERS.items()
        },
        "encoded": {
            name: {of: [plain(TEXTS[of], codec), plain(TEXTS[of], codec).encode(codec).hex()] for of in langs}
            for name, (codec, langs) in ENCODINGS.items()
        },
    },
    sys.stdout,
    ensure_ascii=False,
    separators=(",", ":"),
)
print()
