import { type Proposal, proposals } from "@parley/record";
import { type Outcome, short, table } from "../output.ts";
import { type DocumentOptions, readDocument } from "../read-document.ts";

type Of<K extends Proposal["kind"]> = Extract<Proposal, { kind: K }>;

/** Kinds of proposals: the key in the JSON, and what a row shows beside the text. */
const KINDS = [
  ["statements", "quotation"],
  ["claims", "claim"],
  ["dates", "date"],
  ["quantities", "quantity"],
  ["actors", "actor"],
  ["places", "place"],
  ["issues", "issue"],
  ["events", "event"],
  ["commitments", "commitment"],
  ["preconditions", "precondition"],
  ["positions", "position"],
  ["endorsements", "endorsement"],
  ["pressures", "pressure"],
  ["levels", "level"],
  ["trust", "trust"],
] as const;

/** `parley propose`: what the rules would offer for review. Nothing of it is accepted. */
export async function run(document: string, options: DocumentOptions): Promise<Outcome> {
  const read = await readDocument(document, options);
  const all = proposals(read, options.actor ?? []);
  const json: Record<string, unknown[]> = {};
  const lines: string[] = [];
  const none: string[] = [];
  for (const [key, kind] of KINDS) {
    const of = all.filter((one) => one.kind === kind);
    json[key] = of.map((one) => withWords(one, read.text));
    if (of.length === 0) {
      none.push(key);
      continue;
    }
    lines.push(`${key.charAt(0).toUpperCase()}${key.slice(1)}: ${of.length}`);
    lines.push(
      table(
        ["what", "confidence", "rule", "text"],
        of.map((one) => [
          summary(one, read.text),
          short(one.confidence),
          one.rule,
          one.text.replace(/\s+/gu, " "),
        ]),
      ),
    );
    lines.push("");
  }
  if (none.length > 0) lines.push(`None: ${none.join(", ")}`);
  return { json, text: lines.join("\n").trimEnd() };
}

/** With the words of the text that name the speaker, for who has no name. */
function withWords(one: Proposal, text: string): Proposal & { speakerText?: string } {
  return "speakerRange" in one && one.speakerRange !== undefined
    ? { ...one, speakerText: text.slice(...one.speakerRange) }
    : one;
}

const who = (one: Proposal, text: string): string =>
  "speaker" in one
    ? (one.speaker ?? (one.speakerRange === undefined ? "unknown" : `“${text.slice(...one.speakerRange)}”`))
    : "";

function summary(one: Proposal, text: string): string {
  switch (one.kind) {
    case "quotation":
      return `${one.mode}: ${who(one, text)}`;
    case "claim":
      return `${who(one, text)} ${one.act}, ${one.polarity}`;
    case "date":
      return one.interval === null ? "not computed" : timeWords(one);
    case "quantity":
      return `${one.value} ${one.unit}${one.periodText === undefined ? "" : `, ${one.periodText}`}`;
    case "actor":
      return `${one.name}${one.type === undefined ? "" : ` (${one.type})`}`;
    case "place":
      return one.name;
    case "issue":
      return `${one.name} (${one.ranges.length})`;
    case "event":
      return `${one.occurrence}: ${one.title}`;
    case "commitment":
      return `${who(one, text)} ${one.strength}`;
    case "precondition":
      return `${who(one, text)}: ${one.needs} → ${one.for}`;
    case "position":
      return `${who(one, text)}: ${one.firmness}${one.about === undefined ? "" : ` on ${one.about}`}`;
    case "endorsement":
      return `${who(one, text)} → ${one.of ?? "unknown"}`;
    case "pressure":
      return `${who(one, text)} → ${one.on}`;
    case "level":
      return `${one.name}: ${one.trend ?? one.stands}`;
    case "trust":
      return `${one.from} → ${one.to}: mistrust`;
  }
}

const timeWords = ({ interval }: Of<"date">): string =>
  interval?.earliest === interval?.latest
    ? (interval?.earliest ?? "")
    : `${interval?.earliest ?? ""}..${interval?.latest ?? ""}`;
