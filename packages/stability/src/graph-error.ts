import { distance } from "fastest-levenshtein";
import { wrongInGraph } from "./messages.ts";

/** A model that cannot be read: where (a JSON path), what stands there, what was expected. */
export class GraphError extends Error {
  override name = "GraphError";
  readonly path: string;
  readonly value: string;
  readonly expected: string;
  readonly nearest: string | undefined;

  constructor(path: string, value: unknown, expected: string, known?: Iterable<string>) {
    const shown = show(value);
    const near = typeof value === "string" && known !== undefined ? nearestOf(value, known) : undefined;
    super(wrongInGraph(path, shown, expected, near));
    this.path = path;
    this.value = shown;
    this.expected = expected;
    this.nearest = near;
  }
}

function show(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
}

/** The known name nearest to a misspelt one: at most a third of its letters (two at least) may differ. */
function nearestOf(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d < least) [least, best] = [d, candidate];
  }
  return best;
}
