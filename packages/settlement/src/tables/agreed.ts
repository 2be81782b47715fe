/** An issue on which those at a table came to terms. */
export interface Closing {
  issue: string;
  option?: string;
  /** Day on which it was closed. */
  on?: string;
}

/** What a table has closed, and what that makes. */
export interface Agreed {
  table: string;
  nothingUntilAll: boolean;
  closed: Closing[];
  /** Issues of its agenda that are not closed, in the agenda's order. */
  open: string[];
  /**
   * `agreement`: all of the agenda is closed. `in parts`: something is closed, and holds by itself. `provisional`: something
   * is closed, and nothing of it holds before the rest is. `nothing`: nothing is closed.
   */
  stands: "agreement" | "in parts" | "provisional" | "nothing";
}

/**
 * Where a table stands: what is closed one by one holds by itself, unless the table works by "nothing is agreed until
 * everything is agreed" (the single undertaking of the trade rounds; the accession chapters that are "provisionally closed").
 * An issue closed twice counts once, by its last word.
 */
export function agreedAt(
  table: string,
  agenda: readonly string[],
  closings: readonly Closing[],
  nothingUntilAll: boolean,
): Agreed {
  const last = new Map<string, Closing>();
  for (const one of closings) if (agenda.includes(one.issue)) last.set(one.issue, one);
  const closed = agenda.flatMap((issue) => last.get(issue) ?? []);
  const open = agenda.filter((issue) => !last.has(issue));
  const stands =
    closed.length === 0
      ? "nothing"
      : open.length === 0
        ? "agreement"
        : nothingUntilAll
          ? "provisional"
          : "in parts";
  return { table, nothingUntilAll, closed, open, stands };
}
