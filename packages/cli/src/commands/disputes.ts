import {
  type AccountRow,
  accountsOf,
  type Contradiction,
  contradictions,
  type Dispute,
  disputeOver,
  disputes,
  type Id,
  type Ref,
  toEdtf,
  type Until,
  type Voice,
  type WorldTime,
} from "@parley/case";
import { UserError } from "@parley/server/casework";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

interface Options extends CaseOptions {
  /** As said up to this day; without it, the day on which the case is read. */
  asOf?: string;
  /** As known on this day: what was printed or entered later does not count. */
  known?: string;
  /** One claim or text, `claim:ID` or `instrument:ID`. */
  of?: string;
}

type Held = Awaited<ReturnType<typeof load>>["held"];

/** `parley disputes`: who stands to what is claimed, who denies or doubts it, and whose word cannot be known. */
export async function run(path: string, options: Options): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const until: Until = { said: options.asOf ?? options.known ?? held.info?.asOf, known: options.known };
  return options.of === undefined ? all(held, until) : one(held, options.of, until);
}

const nameOf = (held: Held, id: Id | undefined): string =>
  id === undefined ? say.nobodyNamed : held.nameOf(`actor:${id}`);

function who(held: Held, { voices }: Dispute, ...stances: string[]): string {
  const found = voices.filter((v) => stances.includes(v.stance)).map((v) => nameOf(held, v.actor));
  return found.join(", ") || "-";
}

function jsonOf(held: Held, { on, ...rest }: Dispute): object {
  const text = on.kind === "instrument" ? { rung: on.rung, text: on.text } : {};
  return { ...rest, title: held.nameOf(rest.ref), kind: on.kind, ...text };
}

/** Where it stands, and whether anybody has seen a text of it. */
function statusWords({ on, status }: Dispute): string {
  return on.kind === "instrument" && on.text === "none" ? say.withoutText(status) : status;
}

function lineOf(held: Held, { rule, on }: Contradiction): string {
  return `${say.contradiction(rule)}: ${on.map((ref: Ref) => titleOf(held, ref)).join(" / ")}`;
}

function titleOf(held: Held, ref: Ref): string {
  const object = held.at(ref);
  return object?.kind === "position"
    ? `${nameOf(held, object.of)}, ${held.nameOf(`issue:${object.issue}`)} (${object.id})`
    : held.nameOf(ref);
}

function all(held: Held, until: Until): Outcome {
  const found = disputes(held, until);
  const against = contradictions(held, until);
  const rows = found.map((dispute) => [
    held.nameOf(dispute.ref),
    statusWords(dispute),
    who(held, dispute, "asserts"),
    who(held, dispute, "denies", "doubts"),
    who(held, dispute, "unknown"),
  ]);
  const text = [
    rows.length === 0
      ? say.noDisputes()
      : table(["what", "status", "stand to it", "deny or doubt it", "not known"], rows),
    ...against.map((contradiction) => lineOf(held, contradiction)),
  ].join("\n");
  return {
    json: { until, disputes: found.map((dispute) => jsonOf(held, dispute)), contradictions: against },
    text,
  };
}

function one(held: Held, ref: string, until: Until): Outcome {
  const on = held.at(ref as Ref);
  if (on?.kind !== "claim" && on?.kind !== "instrument") throw new UserError("not-found", say.noDispute(ref));
  const dispute = disputeOver(held, on, until);
  const accounts = on.kind === "instrument" ? accountsOf(held, on, until) : undefined;
  const lines = dispute.voices.flatMap((voice) => linesOf(held, voice));
  const text = [
    `${held.nameOf(dispute.ref)}: ${statusWords(dispute)}`,
    lines.length === 0 ? say.noDisputes() : table(["who", "on whose side", "said", "when", "where"], lines),
    ...dispute.parties.filter((p) => p.split).map((p) => say.split(nameOf(held, p.party))),
    ...(accounts?.rows ?? []).map((row) => rowLine(held, row)),
  ].join("\n");
  return { json: { until, ...jsonOf(held, dispute), ...(accounts === undefined ? {} : accounts) }, text };
}

/** A time as its source words it, else as EDTF writes it. */
function whenOf(when: WorldTime | undefined): string {
  return when === undefined ? "-" : (when.text ?? toEdtf(when));
}

/** A line a word said: the last ones first, then what they replaced. */
function linesOf(held: Held, voice: Voice): string[][] {
  const side = voice.party === undefined ? "-" : nameOf(held, voice.party);
  const line = (word: Voice["standing"][number], stance: string): string[] => {
    const passage = held.get("passage", word.basis?.passages?.[0] ?? "");
    return [
      nameOf(held, word.actor),
      side,
      stance,
      whenOf(word.when),
      passage === undefined ? "-" : `${passage.source}@${passage.start}-${passage.end}`,
    ];
  };
  return [
    ...voice.standing.map((word) =>
      line(word, voice.unordered ? say.orderUnknown(word.stance) : word.stance),
    ),
    ...voice.earlier.map((word) => line(word, say.before(word.stance))),
  ];
}

function rowLine(held: Held, row: AccountRow): string {
  const issue = row.issue === undefined ? "-" : held.nameOf(`issue:${row.issue}`);
  return `${issue}: ${say.accounts(row.how)}: ${row.claims
    .flat()
    .map((id) => `${nameOf(held, held.get("claim", id)?.by)}: ${held.nameOf(`claim:${id}`)}`)
    .join(" / ")}`;
}
