import { format as say } from "../messages.ts";
import type { ScaledActor, ScaledIssue } from "../scaled-issue.ts";
import { ForecastFormatError } from "./format-error.ts";
import { columnsOf, numberOf, type Row, rangedOf, rowsOf } from "./rows.ts";

/** The forms in which positions on scales are read. */
export type IssueFormat = "bdm" | "ktab" | "decide" | "deu" | "deu-json";

/** What a file holds, and in which form. */
export interface IssueFile {
  format: IssueFormat;
  issues: ScaledIssue[];
}

/**
 * Read positions on scales, in any of the forms the field uses; which one is told by the file itself.
 *
 * - BDM: `actor,capability,position,salience` with its header, one issue; columns in any order.
 * - KTAB: `Actor,Description,Power,Pstn1,Sal1,…` with its header, perhaps after a line about the scenario. Salience is a
 *   percentage.
 * - DECIDE: rows `#A` (actors), `#P` (issues), `#M` (marks of the scale), `#D actor issue position salience power`.
 * - DEU III: the tab-separated file (columns `p…`, `s…`, `rp`, `out`; a row without issue gives capabilities), or the
 *   same as JSON.
 *
 * @throws ForecastFormatError with the line
 */
export function readIssues(text: string): IssueFile {
  const body = text.replace(/^\ufeff/, "");
  const issues = ((): [IssueFormat, ScaledIssue[]] => {
    if (/^\s*[{[]/.test(body)) return ["deu-json", readDeuJson(body)];
    if (/^\s*['"]?#[A-Z/]/.test(body)) return ["decide", readDecide(body)];
    if (/^"?prnr/.test(body) || /^[^\n]*\t"?isnr"?\t/.test(body)) return ["deu", readDeu(body)];
    if (/^\s*"?actor"?\s*,\s*"?description"?\s*,/im.test(body)) return ["ktab", readKtab(body)];
    return ["bdm", readBdm(body)];
  })();
  if (issues[1].length === 0) throw new ForecastFormatError(say.noIssues());
  return { format: issues[0], issues: issues[1] };
}

function readBdm(text: string): ScaledIssue[] {
  const [header, ...rows] = rowsOf(text);
  if (header === undefined) throw new ForecastFormatError(say.empty());
  const at = columnsOf(header, ["actor", "capability", "position", "salience"]);
  return [{ id: "issue", actors: distinct(rows.map((row) => bdmActor(row, at))) }];
}

function bdmActor(
  { line, cells }: Row,
  at: Record<"actor" | "capability" | "position" | "salience", number>,
): [number, ScaledActor] {
  return [
    line,
    {
      actor: named(cells[at.actor], line),
      capability: weight(cells[at.capability], "capability", line),
      position: rangedOf(cells[at.position], "position", line),
      salience: weight(cells[at.salience], "salience", line),
    },
  ];
}

function readKtab(text: string): ScaledIssue[] {
  const rows = rowsOf(text);
  const first = rows.findIndex((row) => row.cells[0]?.toLowerCase() === "actor");
  const header = rows[first];
  if (header === undefined) throw new ForecastFormatError(say.empty());
  const cells = header.cells.map((c) => c.toLowerCase());
  const power = columnsOf(header, ["power"]).power;
  const issues: ScaledIssue[] = [];
  for (const [i, cell] of cells.entries()) {
    const number = /^p(?:o?s(?:ition|tn|n)?|stn)\s*(\d+)$/.exec(cell)?.[1];
    if (number === undefined) continue;
    const salience = cells.findIndex((c) => new RegExp(`^sal(?:ience)?\\s*${number}$`).test(c));
    if (salience < 0) throw new ForecastFormatError(say.noColumn(`Sal${number}`, header.cells), header.line);
    const actors = rows.slice(first + 1).map((row): [number, ScaledActor] => [
      row.line,
      {
        actor: named(row.cells[0], row.line),
        capability: weight(row.cells[power], "Power", row.line),
        position: rangedOf(row.cells[i], `Pstn${number}`, row.line),
        salience: weight(row.cells[salience], `Sal${number}`, row.line),
      },
    ]);
    issues.push({ id: `dimension-${number}`, group: "scenario", actors: distinct(actors) });
  }
  return issues;
}

function readDecide(text: string): ScaledIssue[] {
  const issues = new Map<string, { issue: ScaledIssue; rows: [number, ScaledActor][] }>();
  const known = new Set<string>();
  for (const { line, cells } of rowsOf(text, "\t", "\"'")) {
    if (cells[0] === "#A") known.add(named(cells[1], line));
    else if (cells[0] === "#P") {
      const id = named(cells[1], line);
      const issue: ScaledIssue = { id, group: "model", actors: [] };
      if (cells[2] !== undefined && cells[2] !== "" && cells[2] !== id) issue.name = cells[2];
      issues.set(id, { issue, rows: [] });
    } else if (cells[0] === "#D") {
      const actor = named(cells[1], line);
      if (known.size > 0 && !known.has(actor)) throw new ForecastFormatError(say.unknownActor(actor), line);
      const found = issues.get(cells[2] ?? "");
      if (found === undefined) throw new ForecastFormatError(say.unknownIssue(cells[2] ?? ""), line);
      found.rows.push([
        line,
        {
          actor,
          position: rangedOf(cells[3], "position", line),
          salience: weight(cells[4], "salience", line),
          capability: weight(cells[5], "power", line),
        },
      ]);
    }
  }
  return [...issues.values()].map(({ issue, rows }) => ({ ...issue, actors: distinct(rows) }));
}

function readDeu(text: string): ScaledIssue[] {
  const [header, ...rows] = rowsOf(text, "\t");
  if (header === undefined) throw new ForecastFormatError(say.empty());
  const names = header.cells.map((c) => c.toLowerCase());
  const at = columnsOf(header, ["prnr", "isnr", "out"], ["rp", "prname"]);
  const actors = names.flatMap((name, p) => {
    const s = names.indexOf(`s${name.slice(1)}`);
    return /^p[a-z]{2,3}$/.test(name) && s >= 0 ? [{ key: name.slice(1), p, s }] : [];
  });
  const optional = ({ line, cells }: Row, i: number | undefined, what: string): number | undefined =>
    i === undefined || cells[i] === undefined || cells[i] === "" ? undefined : numberOf(cells[i], what, line);
  // The row under the header that names no issue holds what each actor can bring to bear.
  const capabilities = rows.find((row) => (row.cells[at.isnr] ?? "") === "");
  const issues = rows.filter((row) => (row.cells[at.isnr] ?? "") !== "");
  return issues.map((row): ScaledIssue => {
    const issue: ScaledIssue = {
      id: row.cells[at.isnr] as string,
      group: row.cells[at.prnr] as string,
      actors: actors.flatMap(({ key, p, s }) => {
        const [position, salience] = [optional(row, p, `p${key}`), optional(row, s, `s${key}`)];
        if (position === undefined || salience === undefined) return [];
        const capability = (capabilities && optional(capabilities, p, `p${key}`)) ?? 1;
        return [{ actor: key, position, salience, capability }];
      }),
    };
    const [reference, outcome] = [optional(row, at.rp, "rp"), optional(row, at.out, "out")];
    if (at.prname !== undefined) issue.name = row.cells[at.prname] as string;
    if (reference !== undefined) issue.reference = reference;
    if (outcome !== undefined) issue.outcome = outcome;
    return issue;
  });
}

interface DeuJson {
  issues: {
    isnr: string;
    prnr: string;
    prname?: string;
    rp: number | null;
    out: number | null;
    actors: { k: string; p: number | null; s: number | null; c?: number }[];
  }[];
}

function readDeuJson(text: string): ScaledIssue[] {
  let value: DeuJson;
  try {
    value = JSON.parse(text) as DeuJson;
  } catch (error) {
    throw new ForecastFormatError(say.notJson((error as Error).message));
  }
  if (!Array.isArray(value?.issues)) throw new ForecastFormatError(say.noIssues());
  return value.issues.map((one, n): ScaledIssue => {
    if (typeof one?.isnr !== "string" || !Array.isArray(one.actors))
      throw new ForecastFormatError(say.badIssue(n));
    const issue: ScaledIssue = {
      id: one.isnr,
      group: one.prnr,
      actors: one.actors.flatMap(({ k, p, s, c }) =>
        typeof p === "number" && typeof s === "number"
          ? [{ actor: k, position: p, salience: s, capability: c ?? 1 }]
          : [],
      ),
    };
    if (one.prname !== undefined) issue.name = one.prname;
    if (typeof one.rp === "number") issue.reference = one.rp;
    if (typeof one.out === "number") issue.outcome = one.out;
    return issue;
  });
}

function named(cell: string | undefined, line: number): string {
  if (cell === undefined || cell === "") throw new ForecastFormatError(say.noName(), line);
  return cell;
}

function weight(cell: string | undefined, what: string, line: number): ScaledActor["salience"] {
  const value = rangedOf(cell, what, line);
  if ((typeof value === "number" ? value : value[0]) < 0)
    throw new ForecastFormatError(say.negative(what, cell ?? ""), line);
  return value;
}

/** Each actor once. @throws ForecastFormatError */
function distinct(rows: readonly [number, ScaledActor][]): ScaledActor[] {
  const seen = new Set<string>();
  return rows.map(([line, actor]) => {
    if (seen.has(actor.actor)) throw new ForecastFormatError(say.twice(actor.actor), line);
    seen.add(actor.actor);
    return actor;
  });
}
