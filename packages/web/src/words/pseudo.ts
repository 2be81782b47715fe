const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  b: "ƀ",
  c: "ç",
  d: "đ",
  e: "é",
  f: "ƒ",
  g: "ĝ",
  h: "ĥ",
  i: "î",
  j: "ĵ",
  k: "ķ",
  l: "ļ",
  m: "ɱ",
  n: "ñ",
  o: "ö",
  p: "þ",
  q: "ǫ",
  r: "ŕ",
  s: "š",
  t: "ţ",
  u: "û",
  v: "ṽ",
  w: "ŵ",
  x: "ẋ",
  y: "ý",
  z: "ž",
};

/** Everything outside `{{…}}`, with the places of values left as they are. */
function outsideValues(words: string, change: (part: string) => string): string {
  return words
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith("{{") ? part : change(part)))
    .join("");
}

/**
 * A catalogue made from another by rule. `en-XA`: accents, and a third longer, as translations are. `ar-XB`: each word
 * runs from right to left (U+202E … U+202C). What shows unchanged on the screen is not in the catalogue.
 */
export function pseudo(
  catalogue: Readonly<Record<string, string>>,
  language: "en-XA" | "ar-XB",
): Record<string, string> {
  const made: Record<string, string> = {};
  for (const [key, words] of Object.entries(catalogue)) {
    if (language === "ar-XB") {
      made[key] = outsideValues(words, (part) =>
        part.replace(/[\p{L}\p{N}’-]+/gu, (word) => `\u202e${word}\u202c`),
      );
    } else {
      const longer = outsideValues(words, (part) =>
        part.replace(/[a-z]/gi, (letter) => {
          const accented = ACCENTS[letter.toLowerCase()] ?? letter;
          return letter === letter.toLowerCase() ? accented : accented.toUpperCase();
        }),
      );
      made[key] = `${longer} ${"~".repeat(Math.ceil(words.length / 3))}`;
    }
  }
  // Plural forms of the model language are English's: one and other serve every count.
  for (const [key, words] of Object.entries(made)) {
    if (!key.endsWith("_other") || language !== "ar-XB") continue;
    const stem = key.slice(0, -"_other".length);
    for (const form of ["zero", "two", "few", "many"]) made[`${stem}_${form}`] = words;
  }
  return made;
}
