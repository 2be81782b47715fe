import i18next from "i18next";
import { pseudo } from "./pseudo.ts";

/*
 * The languages of the workbench. A new one is a catalogue with the keys of `en.ts`, added here. Two are made from the
 * English by rule, for those who translate and test: longer words with accents, and words written from right to left.
 */

interface LanguageFacts {
  /** How it calls itself. */
  name: string;
  dir: "ltr" | "rtl";
  /** For those who translate and test, not for work. */
  test: boolean;
}

export const LANGUAGES = {
  en: { name: "English", dir: "ltr", test: false },
  "en-XA": { name: "Ţéšţ: ļöñĝéŕ ŵöŕđš", dir: "ltr", test: true },
  "ar-XB": { name: "Test: right to left", dir: "rtl", test: true },
} as const satisfies Record<string, LanguageFacts>;
export type Language = keyof typeof LANGUAGES;

export function isLanguage(word: unknown): word is Language {
  return typeof word === "string" && Object.hasOwn(LANGUAGES, word);
}

/** Puts a language in force: its words, its direction and its ways of writing dates and numbers. */
export function setLanguage(language: Language): void {
  if (language === "en-XA" || language === "ar-XB") {
    if (!i18next.hasResourceBundle(language, "translation")) {
      const english = i18next.getResourceBundle("en", "translation") as Record<string, string>;
      i18next.addResourceBundle(language, "translation", pseudo(english, language));
    }
  }
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].dir;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
