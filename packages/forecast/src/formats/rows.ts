import type { Ranged } from "../core/xoshiro.ts";
import { format as say } from "../messages.ts";
import { ForecastFormatError } from "./format-error.ts";

/** One row of a table, with its line in the file. */
export interface Row {
  line: number;
  cells: string[];
}

/**
 * Rows of a table of values: RFC 4180 with any delimiter of one character; `quotes` may also be the apostrophe. Empty
 * lines are left out, cells are trimmed.
 *
 * @throws ForecastFormatError when a quotation is not closed
 */
export function rowsOf(text: string, delimiter = ",", quotes = '"'): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = "";
  let open = "";
  let opened = 0;
  let line = 1;
  let start = 1;
  const endRow = (): void => {
    cells.push(cell.trim());
    cell = "";
    if (cells.some((c) => c !== "")) rows.push({ line: start, cells });
    cells = [];
  };
  const source = text.replace(/^\ufeff/, "");
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (c === "\n") line++;
    if (open !== "") {
      if (c !== open) cell += c;
      else if (source[i + 1] === open) {
        cell += c;
        i++;
      } else open = "";
    } else if (quotes.includes(c) && cell.trim() === "") {
      open = c;
      opened = line;
      cell = "";
    } else if (c === delimiter) {
      cells.push(cell.trim());
      cell = "";
    } else if (c === "\n") {
      endRow();
      start = line;
    } else if (c !== "\r") cell += c;
  }
  if (open !== "") throw new ForecastFormatError(say.notClosed(open), opened);
  endRow();
  return rows;
}

const RANGE = /^([-+]?[\d.]+(?:e[-+]?\d+)?)\s*\.\.\s*([-+]?[\d.]+(?:e[-+]?\d+)?)(?:\s*~\s*([-+]?[\d.]+))?$/i;

/**
 * A number, or a range as a case has it: `40..60`, `40..60 ~ 45`.
 *
 * @throws ForecastFormatError
 */
export function rangedOf(cell: string | undefined, what: string, line: number): Ranged {
  const text = cell ?? "";
  const value = Number(text);
  if (text !== "" && Number.isFinite(value)) return value;
  const found = RANGE.exec(text);
  if (found === null) throw new ForecastFormatError(say.badNumber(what, text), line);
  const [low, high] = [Number(found[1]), Number(found[2])];
  const mode = found[3] === undefined ? undefined : Number(found[3]);
  if (!(low <= high) || (mode !== undefined && !(mode >= low && mode <= high)))
    throw new ForecastFormatError(say.badRange(what, text), line);
  return mode === undefined ? [low, high] : [low, mode, high];
}

/** A plain number. @throws ForecastFormatError */
export function numberOf(cell: string | undefined, what: string, line: number): number {
  const value = Number(cell ?? "");
  if (cell === undefined || cell === "" || !Number.isFinite(value))
    throw new ForecastFormatError(say.badNumber(what, cell ?? ""), line);
  return value;
}

/** Where the named columns stand in a header row. @throws ForecastFormatError when one is missing */
export function columnsOf<Name extends string>(
  header: Row,
  names: readonly Name[],
  optional: readonly string[] = [],
): Record<Name, number> & Record<string, number | undefined> {
  const cells = header.cells.map((c) => c.toLowerCase());
  const at: Record<string, number | undefined> = {};
  for (const name of names) {
    const i = cells.indexOf(name);
    if (i < 0) throw new ForecastFormatError(say.noColumn(name, header.cells), header.line);
    at[name] = i;
  }
  for (const name of optional) {
    const i = cells.indexOf(name);
    if (i >= 0) at[name] = i;
  }
  return at as Record<Name, number> & Record<string, number | undefined>;
}
