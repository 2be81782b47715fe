/** Genuine words and phrases of a language: the names of the world's places, tongues, scripts and monies. */
export function namesOf(language: string): string[] {
  const words = new Set<string>();
  for (const type of ["region", "language", "script", "currency"] as const) {
    const names = new Intl.DisplayNames([language], { type, fallback: "none" });
    for (const code of codes(type)) {
      const name = names.of(code);
      if (name !== undefined) for (const word of [name, ...name.split(/\s+/)]) words.add(word);
    }
  }
  for (let month = 0; month < 12; month++)
    words.add(new Date(2026, month, 7).toLocaleDateString(language, { dateStyle: "full" }));
  return [...words];
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const two = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
function codes(type: "region" | "language" | "script" | "currency"): string[] {
  if (type === "region") return two.map((c) => c.toUpperCase());
  if (type === "language") return [...two, ...two.flatMap((c) => LETTERS.map((d) => c + d))];
  if (type === "currency") return Intl.supportedValuesOf("currency");
  return "Arab Armn Beng Cyrl Deva Ethi Geor Grek Hang Hani Hans Hant Hebr Hira Jpan Kana Khmr Knda Kore Latn Mong Mymr Sinh Taml Telu Thai Tibt".split(
    " ",
  );
}
