/** Languages that the rules have lists of words for, by their own names. `first`: a first list, not measured. */
export const LOOK_LANGUAGES: readonly { code: string; name: string; first: boolean }[] = [
  { code: "en", name: "English", first: false },
  { code: "fr", name: "français", first: true },
  { code: "es", name: "español", first: true },
  { code: "ru", name: "русский", first: true },
  { code: "uk", name: "українська", first: true },
  { code: "ar", name: "العربية", first: true },
];

/** Words between commas or on lines of their own, each once, in the order in which they were written. */
export function readWords(text: string): string[] {
  const words = text.split(/[,،;\n]/u).map((word) => word.trim().replace(/\s+/gu, " "));
  return [...new Set(words.filter((word) => word !== ""))];
}
