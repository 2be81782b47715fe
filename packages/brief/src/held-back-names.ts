/**
 * What two ways to write one name have in common: no accents or vowel signs, nothing invisible (soft hyphens, direction
 * marks), one space wherever there is any, one hyphen and one apostrophe. Rather one sentence too few than a name too much.
 */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/\p{Pd}/gu, "-")
    .replace(/[\u2018\u2019\u02bc\u02b9`\u00b4]/gu, "'")
    .toLowerCase()
    .trim();

/** Whether a text holds one of the names as a word of its own. */
export function holdsName(text: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const within = folded(text);
  return names.some((name) => {
    const sought = folded(name);
    // A name of invisible characters alone is in every text.
    if (sought === "") return false;
    for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
      const before = within.slice(0, at);
      const after = within.slice(at + sought.length);
      // Scripts without spaces have no word boundary to look for: there, any occurrence counts.
      const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(sought);
      if (!spaced || (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after))) return true;
    }
    return false;
  });
}
