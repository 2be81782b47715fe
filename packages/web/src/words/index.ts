import i18next from "i18next";
import { en } from "./en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
    keySeparator: false;
  }
}

void i18next.init({
  lng: "en",
  fallbackLng: "en",
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React shows all words as text, so nothing needs escaping twice.
  interpolation: { escapeValue: false },
});

export { i18next };

/** The words of a key, in the language of the workbench. */
export const t: typeof i18next.t = i18next.t.bind(i18next);

/** A day as people read it; what is no day stays as it is. */
export function day(text: string): string {
  const date = new Date(text.length === 10 ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(date.getTime())) return text;
  const format: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(
    i18next.language,
    text.length === 10 ? { ...format, timeZone: "UTC" } : format,
  ).format(date);
}
