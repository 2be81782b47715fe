import Papa from "papaparse";
import * as say from "../messages.ts";
import {
  type Numeric,
  type PartyJson,
  readSettlementJson,
  SettlementFormatError,
  type SettlementJson,
} from "../settlement-json.ts";

const COLUMNS = ["party", "issue", "weight", "option", "value"] as const;
type Column = (typeof COLUMNS)[number];

/**
 * A bargaining problem from a table with the columns party, issue, weight, option and value, one row for each option a party
 * values; a row without an issue says in `value` what no deal is worth to its party. Numbers are whole, decimal, or a range:
 * `0.2..0.5`, with its likeliest value `0.2..0.3..0.5`. A weight may stand in any of an issue's rows. Issues, options and parties come in the
 * order in which they are first named. Comma, semicolon or tab, found by themselves.
 *
 * @throws SettlementFormatError naming the line
 */
export function readSettlementCsv(text: string): SettlementJson {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", ";", "\t"],
  });
  const [error] = errors.filter((one) => one.type !== "Delimiter");
  if (error !== undefined) fail((error.row ?? 0) + 1, error.message);
  const [head = [], ...rows] = data;
  const names = head.map((name) => name.trim().toLowerCase());
  const at = (column: Column): number => names.indexOf(column);
  const missing = COLUMNS.filter((column) => at(column) < 0);
  if (missing.length > 0) fail(1, say.csvColumns(missing, COLUMNS));
  const options = new Map<string, string[]>();
  const parties = new Map<string, PartyJson>();
  for (const [n, row] of rows.entries()) {
    const line = n + 2;
    const cell = (column: Column): string => {
      const text = (row[at(column)] ?? "").trim();
      return text === "__proto__" ? fail(line, say.reserved(text)) : text;
    };
    const id = cell("party");
    if (id === "") fail(line, say.expected("a party", id));
    let party = parties.get(id);
    if (party === undefined) {
      party = { id, weights: {}, values: {} } as unknown as PartyJson;
      parties.set(id, party);
    }
    const issue = cell("issue");
    if (issue === "") {
      if ((party.reservation as Numeric | undefined) !== undefined) fail(line, say.csvTwice("no deal", id));
      party.reservation = numberOf(cell("value"), line);
      continue;
    }
    const option = cell("option");
    if (option === "") fail(line, say.expected("an option", option));
    const known = options.get(issue);
    if (known === undefined) options.set(issue, [option]);
    else if (!known.includes(option)) known.push(option);
    if (cell("weight") !== "") {
      const weight = numberOf(cell("weight"), line);
      const before = party.weights[issue];
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(weight))
        fail(line, say.csvTwice(`the weight of "${issue}"`, id));
      party.weights[issue] = weight;
    }
    party.values[issue] ??= {};
    const values = party.values[issue];
    if (Object.hasOwn(values, option)) fail(line, say.csvTwice(`"${option}" of "${issue}"`, id));
    values[option] = numberOf(cell("value"), line);
  }
  return readSettlementJson({
    "parley-settlement": 1,
    issues: [...options].map(([id, all]) => ({ id, options: all })),
    parties: [...parties.values()],
  });
}

function fail(line: number, message: string): never {
  throw new SettlementFormatError(`line ${line}`, message);
}

function numberOf(text: string, line: number): Numeric {
  const parts = text.split("..").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const rising = parts.every((part, i) => i === 0 || (parts[i - 1] as number) <= part);
  if (parts.length > 3 || parts.some((part) => !Number.isFinite(part)) || !rising)
    fail(line, say.csvNumber(text));
  return (parts.length === 1 ? parts[0] : parts) as Numeric;
}
