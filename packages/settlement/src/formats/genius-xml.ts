import { XMLParser, XMLValidator } from "fast-xml-parser";
import * as say from "../messages.ts";
import {
  type PartyJson,
  readSettlementJson,
  SettlementFormatError,
  type SettlementJson,
} from "../settlement-json.ts";

/** A file by its name and its text. */
export interface TextFile {
  name: string;
  text: string;
}

type Node = Record<string, unknown>;

/** Largest number of options an integer issue may have. */
const MAX_INTEGERS = 10_000;
const MANY = new Set(["objective", "issue", "item", "weight", "range", "evaluator"]);

/** Whether a text is an XML file of GENIUS: a domain or a profile. */
export const isGeniusXml = (text: string): boolean =>
  /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<(negotiation_template|utility_space)\b/.test(text);

/**
 * A bargaining problem from GENIUS: a domain and one profile a party, in the order given; or profiles alone, which name the
 * same issues. An option is worth weight × evaluation / largest evaluation of its issue; the value of no deal is the
 * profile's reservation, 0 where there is none. Issues are discrete or integer; where no type is given, discrete. Discounts over time
 * play no part.
 *
 * @throws SettlementFormatError naming the file and the place in it
 */
export function readGeniusXml(files: readonly TextFile[]): SettlementJson {
  const read = files.map(({ name, text }) => ({ name, root: rootOf(name, text) }));
  const profiles = read.filter(({ root }) => isProfile(root));
  const [domain] = read.filter(({ root }) => !isProfile(root));
  const first = profiles[0];
  if (first === undefined) throw new SettlementFormatError(read[0]?.name ?? "", say.geniusNoProfile);
  const issues = issuesOf(domain?.name ?? first.name, (domain ?? first).root);
  for (const { name, options } of issues)
    for (const one of [name, ...options])
      if (one === "__proto__") throw new SettlementFormatError((domain ?? first).name, say.reserved(one));
  const ids = profiles.map(({ name }) => name.replace(/^.*[/\\]/, "").replace(/\.xml$/i, ""));
  return readSettlementJson({
    "parley-settlement": 1,
    issues: issues.map(({ name, options }) => ({ id: name, options })),
    parties: profiles.map(({ name, root }, p) => partyOf(name, root, ids[p] as string, issues)),
  });
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
  isArray: (name) => MANY.has(name),
});

function rootOf(file: string, text: string): Node {
  const sound = XMLValidator.validate(text);
  if (sound !== true) {
    const { msg, line, col } = sound.err;
    throw new SettlementFormatError(file, say.notXml(line, col, msg));
  }
  let parsed: Node;
  try {
    parsed = PARSER.parse(text) as Node;
  } catch (error) {
    // Nesting and entities beyond what the parser allows.
    throw new SettlementFormatError(file, say.notXml(1, 1, (error as Error).message));
  }
  const root = (parsed.negotiation_template ?? parsed.utility_space) as Node | undefined;
  if (root === undefined || typeof root !== "object") throw new SettlementFormatError(file, say.notGenius);
  return "utility_space" in root && typeof root.utility_space === "object" && root.utility_space !== null
    ? (root.utility_space as Node)
    : root;
}

const children = (node: Node, name: string): Node[] => (node[name] as Node[] | undefined) ?? [];

/** Everything of a name below the objectives, however deep those are nested. */
function below(root: Node, name: string): Node[] {
  return [
    ...children(root, name),
    ...children(root, "objective").flatMap((objective) => below(objective, name)),
  ];
}

const isProfile = (root: Node): boolean => below(root, "weight").length > 0;

interface IssueXml {
  index: string;
  name: string;
  options: string[];
}

function issuesOf(file: string, root: Node): IssueXml[] {
  const issues = below(root, "issue").map((issue): IssueXml => {
    const { name, index } = issue as { name?: string; index?: string };
    if (name === undefined || index === undefined)
      throw new SettlementFormatError(file, say.geniusUnnamed("issue"));
    return { index, name, options: optionsOf(file, name, issue) };
  });
  if (issues.length === 0) throw new SettlementFormatError(file, say.noIssues);
  const twice = issues.find((one, at) => issues.findIndex((other) => other.name === one.name) !== at);
  if (twice !== undefined) throw new SettlementFormatError(file, say.duplicate("issues", twice.name));
  return issues;
}

function typeOf(issue: Node): string {
  return String(issue.vtype ?? issue.type ?? issue.etype ?? "discrete").toLowerCase();
}

function optionsOf(file: string, name: string, issue: Node): string[] {
  const type = typeOf(issue);
  if (type === "integer") {
    const [low, high] = boundsOf(file, name, issue);
    return Array.from({ length: high - low + 1 }, (_, n) => String(low + n));
  }
  if (type !== "discrete") throw new SettlementFormatError(file, say.geniusType(name, type));
  const options = children(issue, "item").map((item) => String(item.value));
  if (options.length === 0) throw new SettlementFormatError(file, say.geniusEmpty(name));
  const twice = options.find((one, at) => options.indexOf(one) !== at);
  if (twice !== undefined) throw new SettlementFormatError(file, say.duplicate("options", twice));
  return options;
}

function boundsOf(file: string, name: string, issue: Node): [number, number] {
  const range = children(issue, "range")[0] ?? issue;
  const [low, high] = [range.lowerbound, range.upperbound].map(Number) as [number, number];
  if (!Number.isInteger(low) || !Number.isInteger(high) || high < low || high - low >= MAX_INTEGERS)
    throw new SettlementFormatError(
      file,
      say.geniusBounds(name, range.lowerbound, range.upperbound, MAX_INTEGERS),
    );
  return [low, high];
}

function partyOf(file: string, root: Node, id: string, issues: readonly IssueXml[]): PartyJson {
  const own = new Map(below(root, "issue").map((issue) => [String(issue.index), issue]));
  const weights = new Map(
    below(root, "weight").map((weight): [string, number] => [
      String(weight.index),
      number(file, `weight ${weight.index}`, weight.value),
    ]),
  );
  const party: PartyJson = { id, reservation: reservationOf(file, root), weights: {}, values: {} };
  for (const { index, name, options } of issues) {
    const issue = own.get(index);
    const weight = weights.get(index);
    if (issue === undefined || weight === undefined)
      throw new SettlementFormatError(file, say.missingWeight(name));
    party.weights[name] = weight;
    const evaluations =
      typeOf(issue) === "integer" || children(issue, "item").length === 0
        ? integerEvaluations(file, name, issue, options)
        : new Map(
            children(issue, "item").map((item): [string, number] => [
              String(item.value),
              number(file, `${name}: ${item.value}`, item.evaluation),
            ]),
          );
    const most = Math.max(...evaluations.values());
    party.values[name] = Object.fromEntries(
      options.map((option) => {
        const evaluation = evaluations.get(option);
        if (evaluation === undefined) throw new SettlementFormatError(file, say.missingValue(option));
        return [option, most === 0 ? 0 : evaluation / most];
      }),
    );
  }
  return party;
}

/** A linear evaluator, offset + slope · value, or one given by its ends. */
function integerEvaluations(
  file: string,
  name: string,
  issue: Node,
  options: readonly string[],
): Map<string, number> {
  const evaluator = children(issue, "evaluator")[0];
  if (evaluator === undefined) throw new SettlementFormatError(file, say.geniusEmpty(name));
  const of = (key: string): number => number(file, `${name}: ${key}`, evaluator[key]);
  const [low, high] = [Number(options[0]), Number(options.at(-1))];
  const value =
    evaluator.parameter1 !== undefined || evaluator.slope !== undefined
      ? (x: number) =>
          of(evaluator.parameter0 !== undefined ? "parameter0" : "offset") +
          of(evaluator.parameter1 !== undefined ? "parameter1" : "slope") * x
      : (x: number) =>
          high === low
            ? of("lowerevaluation")
            : of("lowerevaluation") +
              ((x - low) / (high - low)) * (of("upperevaluation") - of("lowerevaluation"));
  return new Map(options.map((option) => [option, value(Number(option))]));
}

function reservationOf(file: string, root: Node): number {
  const given = (root.reservation as Node | undefined)?.value;
  return given === undefined ? 0 : number(file, "reservation", given);
}

function number(file: string, what: string, value: unknown): number {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (!Number.isFinite(read)) throw new SettlementFormatError(file, say.geniusNumber(what, value));
  return read;
}
