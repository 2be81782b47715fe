const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a text holds one of the names as a word of its own. */
export function holdsName(text: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const within = folded(text);
  return names.some((name) => {
    const sought = folded(name);
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
