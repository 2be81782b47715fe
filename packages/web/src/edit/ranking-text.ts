/** How a state in which no move is taken is written. */
const NOTHING = "none";

/**
 * An order of states as lines, most preferred first: `accept + talk` is the state in which exactly these moves are
 * taken, `none` the one without any; `=` stands between states that are liked equally.
 */
export function rankingLines(value: unknown): string {
  const ranks = Array.isArray(value) ? (value as string[][][]) : [];
  return ranks
    .map((tied) => tied.map((taken) => (taken.length === 0 ? NOTHING : taken.join(" + "))).join(" = "))
    .join("\n");
}

/** Lines as an order of states; undefined where nothing is written. Names that are no moves stay, for the check to say so. */
export function readRanking(lines: string): string[][][] | undefined {
  const ranks = lines.split("\n").flatMap((line): string[][][] => {
    if (line.trim() === "") return [];
    return [
      line.split("=").map((state) => {
        const names = state.split(/[+,]/).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
        return names.length === 1 && names[0]?.toLowerCase() === NOTHING ? [] : names;
      }),
    ];
  });
  return ranks.length === 0 ? undefined : ranks;
}
