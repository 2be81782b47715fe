import { francAll } from "franc";

/** The language of a text, and how sure its detection is (0 to 1: an order, not a probability). */
export interface Language {
  /** ISO 639-1 where there is a code, else ISO 639-3. */
  code: string;
  confidence: number;
}

/** ISO 639-3 → 639-1, for the languages the detector knows. */
const SHORT: Readonly<Record<string, string>> = {
  afr: "af",
  amh: "am",
  arb: "ar",
  azj: "az",
  bel: "be",
  ben: "bn",
  bos: "bs",
  bul: "bg",
  cat: "ca",
  ces: "cs",
  cmn: "zh",
  dan: "da",
  deu: "de",
  ell: "el",
  eng: "en",
  est: "et",
  fin: "fi",
  fra: "fr",
  guj: "gu",
  hau: "ha",
  heb: "he",
  hin: "hi",
  hrv: "hr",
  hun: "hu",
  hye: "hy",
  ibo: "ig",
  ind: "id",
  ita: "it",
  jav: "jv",
  jpn: "ja",
  kan: "kn",
  kat: "ka",
  kaz: "kk",
  khm: "km",
  kor: "ko",
  lao: "lo",
  lit: "lt",
  lvs: "lv",
  mal: "ml",
  mar: "mr",
  mkd: "mk",
  mya: "my",
  nld: "nl",
  nob: "nb",
  npi: "ne",
  nno: "nn",
  pan: "pa",
  pes: "fa",
  pol: "pl",
  por: "pt",
  prs: "fa",
  ron: "ro",
  rus: "ru",
  sin: "si",
  slk: "sk",
  slv: "sl",
  som: "so",
  spa: "es",
  sqi: "sq",
  srp: "sr",
  swe: "sv",
  swh: "sw",
  tam: "ta",
  tel: "te",
  tgl: "tl",
  tha: "th",
  tur: "tr",
  ukr: "uk",
  urd: "ur",
  uzn: "uz",
  vie: "vi",
  yor: "yo",
  zlm: "ms",
  zul: "zu",
};

/** Fewest letters on which a language is told. */
const FEWEST = 60;

/**
 * Scots is told for a good many short English texts, and a document of talks is hardly ever in it: it counts only where the
 * document says so.
 */
const UNLIKELY = ["sco"];

/** Tell a text's language; null when it is too short or the detector has no word for it. A declared one comes first. */
export function languageOf(text: string, declared: string | undefined): Language | null {
  const said = declared === undefined ? undefined : /^[A-Za-z]{2,3}\b/.exec(declared)?.[0].toLowerCase();
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const [first, second] =
    letters < FEWEST ? [] : francAll(sample, { ignore: said === "sco" ? [] : UNLIKELY });
  if (first === undefined || first[0] === "und") {
    return said === undefined ? null : { code: SHORT[said] ?? said, confidence: 0.5 };
  }
  const code = SHORT[first[0]] ?? first[0];
  if (said === code) return { code, confidence: 1 };
  // Scores are relative to the best: the lead over the second says how clear the case is.
  const lead = 1 - (second?.[1] ?? 0);
  return { code, confidence: Math.min(0.95, 0.5 + 2 * lead) };
}
