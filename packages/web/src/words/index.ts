import i18next from "i18next";
import { en } from "./en.ts";
import type { LateWords } from "./late.ts";
import { pseudo } from "./pseudo.ts";

void i18next.init({
  lng: "en",
  fallbackLng: "en",
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  showSupportNotice: false,
  // React shows all words as text, so nothing needs escaping twice.
  interpolation: { escapeValue: false },
});

export { i18next };

type Plain<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

/** A key of the catalogue; keys that depend on a count are named without `_one` and `_other`. */
export type WordKey = Plain<keyof typeof en | keyof LateWords>;

/** Adds words that a screen brings along, to every language there is. A second time changes nothing. */
export function addWords(words: Readonly<Record<string, string>>): void {
  i18next.addResourceBundle("en", "translation", words, true, false);
  for (const language of ["en-XA", "ar-XB"] as const)
    if (i18next.hasResourceBundle(language, "translation"))
      i18next.addResourceBundle(language, "translation", pseudo(words, language), true, false);
}

/** The words of a key, in the language of the workbench; `count` chooses between one and many. */
export function t(key: WordKey, values: Record<string, string | number> = {}): string {
  return i18next.t(key, values);
}

/** How dates and numbers are written: English of no one country puts the day first. */
function locale(): string {
  return i18next.language === "en" ? "en-GB" : i18next.language;
}

/** A day as people read it; what is no day stays as it is. */
export function day(text: string): string {
  const date = new Date(text.length === 10 ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(date.getTime())) return text;
  const format: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(
    locale(),
    text.length === 10 ? { ...format, timeZone: "UTC" } : format,
  ).format(date);
}

/** A share from 0 to 1 as people read it: in per cent, two significant digits. */
export function percent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: "percent", maximumSignificantDigits: 2 }).format(share);
}

/** A count as people read it. */
export function count(n: number): string {
  return new Intl.NumberFormat(locale()).format(n);
}

/** An instant as people read it, by their own clock: day and time. */
export function moment(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(date);
}
