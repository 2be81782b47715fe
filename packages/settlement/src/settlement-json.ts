import * as say from "./messages.ts";

/** A number, a range, or a range with its likeliest value. */
export type Numeric = number | [low: number, high: number] | [low: number, mode: number, high: number];

/** An option of an issue; `null` is the issue left open. */
export type ChoiceJson = [issue: string, option: string];

/** The `parley-settlement` format: a bargaining problem by names. */
export interface SettlementJson {
  "parley-settlement": 1;
  issues: {
    id: string;
    name?: string;
    options: string[];
    /** May be left open. */
    open?: boolean;
    /** Can go each party's way in part: what adjusted winner needs. */
    divisible?: boolean;
  }[];
  parties: PartyJson[];
  links?: ({ forbid: ChoiceJson[] } | { require: [ChoiceJson, ChoiceJson] })[];
  consent?: { all?: string[]; rules?: { of: string[]; atLeast: number }[] };
}

export interface PartyJson {
  id: string;
  name?: string;
  reservation: Numeric;
  weights: Record<string, Numeric>;
  values: Record<string, Record<string, Numeric>>;
  /** Each a set of options that may not stand together; one option alone: never. */
  redLines?: ChoiceJson[][];
  /** Issues that may not be left open. */
  essential?: string[];
}

/** What is wrong with a file, with its JSON path. */
export class SettlementFormatError extends Error {
  override name = "SettlementFormatError";
  readonly path: string;

  constructor(path: string, message: string) {
    super(say.at(path, message));
    this.path = path;
  }
}

/** Check a parsed file. @throws SettlementFormatError naming the JSON path, the value and what was expected. */
export function readSettlementJson(value: unknown): SettlementJson {
  const top = record(value, "$");
  if (top["parley-settlement"] !== 1) fail("$", say.notSettlement(top["parley-settlement"]));
  const issues = list(top.issues, "$.issues").map((item, k) => {
    const path = `$.issues[${k}]`;
    const issue = record(item, path);
    const id = name(issue.id, `${path}.id`);
    const options = list(issue.options, `${path}.options`).map((o, i) => name(o, `${path}.options[${i}]`));
    if (options.length === 0) fail(`${path}.options`, say.expected("at least one option", options));
    unique(options, "options", `${path}.options`);
    return {
      id,
      options,
      ...(issue.name === undefined ? {} : { name: name(issue.name, `${path}.name`) }),
      ...(issue.open === true ? { open: true } : {}),
      ...(issue.divisible === true ? { divisible: true } : {}),
    };
  });
  if (issues.length === 0) fail("$.issues", say.noIssues);
  unique(
    issues.map((i) => i.id),
    "issues",
    "$.issues",
  );
  const byId = new Map(issues.map((issue) => [issue.id, issue]));

  const choice = (item: unknown, path: string): ChoiceJson => {
    const pair = list(item, path);
    const issue = byId.get(String(pair[0]));
    if (pair.length !== 2 || issue === undefined)
      return fail(path, say.unknownName("issue", pair[0], [...byId.keys()]));
    if (!issue.options.includes(String(pair[1])))
      fail(path, say.unknownName("option", pair[1], issue.options));
    return [issue.id, String(pair[1])];
  };
  const issueId = (item: unknown, path: string): string =>
    byId.has(String(item)) ? String(item) : fail(path, say.unknownName("issue", item, [...byId.keys()]));

  const parties = list(top.parties, "$.parties").map((item, i): PartyJson => {
    const path = `$.parties[${i}]`;
    const party = record(item, path);
    const values = record(party.values, `${path}.values`);
    const weights = record(party.weights, `${path}.weights`);
    for (const [field, held] of [["values", values] as const, ["weights", weights] as const]) {
      for (const key of Object.keys(held)) issueId(key, `${path}.${field}.${key}`);
    }
    const read: PartyJson = {
      id: name(party.id, `${path}.id`),
      reservation:
        party.reservation === undefined
          ? fail(`${path}.reservation`, say.missingReservation)
          : numeric(party.reservation, `${path}.reservation`),
      weights: {},
      values: {},
    };
    if (party.name !== undefined) read.name = name(party.name, `${path}.name`);
    for (const issue of issues) {
      if (!Object.hasOwn(weights, issue.id)) fail(`${path}.weights`, say.missingWeight(issue.id));
      read.weights[issue.id] = numeric(weights[issue.id], `${path}.weights.${issue.id}`);
      const row = record(values[issue.id], `${path}.values.${issue.id}`);
      for (const key of Object.keys(row)) {
        if (!issue.options.includes(key))
          fail(`${path}.values.${issue.id}`, say.unknownName("option", key, issue.options));
      }
      read.values[issue.id] = Object.fromEntries(
        issue.options.map((option) => {
          const where = `${path}.values.${issue.id}`;
          if (!Object.hasOwn(row, option)) fail(where, say.missingValue(option));
          return [option, numeric(row[option], `${where}.${option}`)];
        }),
      );
    }
    if (party.redLines !== undefined) {
      read.redLines = list(party.redLines, `${path}.redLines`).map((line, l) => {
        const choices = list(line, `${path}.redLines[${l}]`).map((c, n) =>
          choice(c, `${path}.redLines[${l}][${n}]`),
        );
        if (choices.length === 0) fail(`${path}.redLines[${l}]`, say.expected("at least one option", line));
        return choices;
      });
    }
    if (party.essential !== undefined) {
      read.essential = list(party.essential, `${path}.essential`).map((x, n) =>
        issueId(x, `${path}.essential[${n}]`),
      );
    }
    return read;
  });
  if (parties.length === 0) fail("$.parties", say.noParties);
  const ids = parties.map((party) => party.id);
  unique(ids, "parties", "$.parties");

  const result: SettlementJson = { "parley-settlement": 1, issues, parties };
  if (top.links !== undefined) {
    result.links = list(top.links, "$.links").map((item, l) => {
      const path = `$.links[${l}]`;
      const link = record(item, path);
      const field =
        "forbid" in link
          ? "forbid"
          : "require" in link
            ? "require"
            : fail(path, say.expected("forbid or require", item));
      const choices = list(link[field], `${path}.${field}`).map((c, n) =>
        choice(c, `${path}.${field}[${n}]`),
      );
      if (field === "require" ? choices.length !== 2 : choices.length === 0) {
        fail(`${path}.${field}`, say.expected(field === "require" ? "two options" : "options", link[field]));
      }
      return field === "forbid" ? { forbid: choices } : { require: choices as [ChoiceJson, ChoiceJson] };
    });
  }
  if (top.consent !== undefined) {
    const consent = record(top.consent, "$.consent");
    const partyIds = (value: unknown, path: string): string[] =>
      list(value, path).map((id, n) =>
        ids.includes(String(id)) ? String(id) : fail(`${path}[${n}]`, say.unknownName("party", id, ids)),
      );
    result.consent = {};
    if (consent.all !== undefined) result.consent.all = partyIds(consent.all, "$.consent.all");
    if (consent.rules !== undefined) {
      result.consent.rules = list(consent.rules, "$.consent.rules").map((item, r) => {
        const path = `$.consent.rules[${r}]`;
        const rule = record(item, path);
        const of = partyIds(rule.of, `${path}.of`);
        const { atLeast } = rule;
        if (typeof atLeast !== "number" || !Number.isInteger(atLeast) || atLeast < 1 || atLeast > of.length) {
          return fail(`${path}.atLeast`, say.expected(`a whole number from 1 to ${of.length}`, atLeast));
        }
        return { of, atLeast };
      });
    }
  }
  return result;
}

function fail(path: string, message: string): never {
  throw new SettlementFormatError(path, message);
}

function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    fail(path, say.expected("an object", value));
  return value as Record<string, unknown>;
}

function list(value: unknown, path: string): unknown[] {
  return Array.isArray(value) ? value : fail(path, say.expected("a list", value));
}

function name(value: unknown, path: string): string {
  // This one name would be taken for something else by every object that has names for keys.
  if (value === "__proto__") fail(path, say.reserved(value));
  return typeof value === "string" && value !== "" ? value : fail(path, say.expected("a name", value));
}

function unique(names: readonly string[], what: string, path: string): void {
  const twice = names.find((one, i) => names.indexOf(one) !== i);
  if (twice !== undefined) fail(path, say.duplicate(what, twice));
}

function numeric(value: unknown, path: string): Numeric {
  const parts = Array.isArray(value) ? value : [value];
  for (const part of parts)
    if (typeof part !== "number" || !Number.isFinite(part)) fail(path, say.notFinite(value));
  const rising = parts.every((part, i) => i === 0 || (parts[i - 1] as number) <= (part as number));
  if (!rising || parts.length > 3 || (Array.isArray(value) && parts.length < 2))
    fail(path, say.backwards(value));
  return value as Numeric;
}
