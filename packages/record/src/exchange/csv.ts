import { type Case, formatTime, type Id, isInForce, type Position, type WorldTime } from "@parley/case";
import Papa from "papaparse";
import * as say from "../messages.ts";
import type { Table } from "./formats.ts";
import { type Incoming, same, Taking } from "./incoming.ts";
import { type Outgoing, passagesOf } from "./outgoing.ts";
import { claimsOn } from "./web-annotation.ts";

/*
 * CSV by RFC 4180, UTF-8, with a header row. A cell that a spreadsheet would take for a formula (it begins with = + - @,
 * a tab or a return) is written with an apostrophe before it, which reading takes off again.
 */

type Row = Record<string, string>;

/** One table of a case. */
export function toCsv(out: Outgoing, table: Table): string {
  const { fields, rows } = TABLE[table](out);
  return Papa.unparse(
    { fields: [...fields], data: rows.map((row) => fields.map((field) => row[field] ?? "")) },
    { escapeFormulae: true, newline: "\r\n" },
  ).concat("\r\n");
}

const when = (time: WorldTime | undefined): string =>
  time === undefined ? "" : (formatTime(time) ?? time.text ?? "");
const actor = (held: Case, id: Id | undefined): string =>
  id === undefined ? "" : held.nameOf(`actor:${id}`);
const issue = (held: Case, id: Id | undefined): string =>
  id === undefined ? "" : held.nameOf(`issue:${id}`);

type Made = { fields: readonly string[]; rows: Row[] };

const TABLE: Readonly<Record<Table, (out: Outgoing) => Made>> = {
  claims({ held }) {
    const fields = [
      "id",
      "says",
      "by",
      "act",
      "polarity",
      "modality",
      "issue",
      "about",
      "reportedAt",
      "source",
      "document",
      "exact",
      "prefix",
      "suffix",
    ];
    const rows = held
      .all("claim")
      .filter(isInForce)
      .flatMap((claim): Row[] => {
        const own: Row = {
          id: claim.id,
          says: claim.says,
          by: actor(held, claim.by),
          act: claim.act,
          polarity: claim.polarity,
          modality: claim.modality ?? "",
          issue: issue(held, claim.issue),
          about: actor(held, claim.about),
          reportedAt: claim.reportedAt ?? "",
        };
        const passages = (claim.basis?.passages ?? []).flatMap((id) => held.get("passage", id) ?? []);
        if (passages.length === 0) return [own];
        // One row a passage: what a claim rests on is part of it.
        return passages.map((passage) => ({ ...own, ...placeOf(held, passage.source), ...quoteOf(passage) }));
      });
    return { fields, rows };
  },
  passages(out) {
    const { held } = out;
    const on = claimsOn(held);
    return {
      fields: ["id", "source", "document", "start", "end", "exact", "prefix", "suffix", "claims"],
      rows: passagesOf(held).map((passage) => ({
        id: passage.id,
        ...placeOf(held, passage.source),
        start: String(passage.start),
        end: String(passage.end),
        ...quoteOf(passage),
        claims: (on.get(passage.id) ?? []).map((claim) => claim.says).join("\n"),
      })),
    };
  },
  positions({ held }) {
    return {
      fields: ["id", "of", "issue", "wants", "rejects", "firmness", "standing", "about", "seenBy"],
      rows: held.inForce("position").map((one) => ({
        id: one.id,
        of: actor(held, one.of),
        issue: issue(held, one.issue),
        wants: wanted(held, one),
        rejects: (one.rejects ?? []).map((option) => optionOf(held, one.issue, option)).join("; "),
        firmness: one.firmness,
        standing: one.standing,
        about: actor(held, one.about),
        seenBy: actor(held, one.seenBy),
      })),
    };
  },
  events({ held }) {
    return {
      fields: ["id", "title", "type", "occurrence", "when", "place", "participants", "saidBy", "outcome"],
      rows: held.inForce("event").map((one) => ({
        id: one.id,
        title: one.title,
        type: one.type,
        occurrence: one.occurrence,
        when: when(one.when),
        place: one.place ?? "",
        participants: (one.participants ?? []).map((p) => actor(held, p.actor)).join("; "),
        saidBy: actor(held, one.saidBy),
        outcome: one.outcome ?? "",
      })),
    };
  },
  commitments({ held }) {
    return {
      fields: ["id", "by", "to", "text", "strength", "status", "due", "reviewOn", "conditions", "steps"],
      rows: held.inForce("commitment").map((one) => ({
        id: one.id,
        by: actor(held, one.by),
        to: (one.to ?? []).map((id) => actor(held, id)).join("; "),
        text: one.text,
        strength: one.strength,
        status: one.status,
        due: when(one.due),
        reviewOn: one.reviewOn ?? "",
        conditions: one.conditions ?? "",
        steps: (one.steps ?? []).map((step) => `${when(step.on)} ${step.what}`.trim()).join("\n"),
      })),
    };
  },
  sources({ held }) {
    return {
      fields: [
        "id",
        "title",
        "byline",
        "publisher",
        "host",
        "firstPublisher",
        "published",
        "language",
        "reliability",
        "credibility",
        "sha256",
      ],
      rows: held.inForce("source").map((one) => ({
        id: one.id,
        title: one.title ?? "",
        byline: one.byline ?? "",
        publisher: one.publisher ?? "",
        host: one.host ?? "",
        firstPublisher: one.firstPublisher ?? "",
        published: when(one.published),
        language: one.language ?? "",
        reliability: one.reliability ?? "",
        credibility: one.credibility ?? "",
        sha256: one.sha256,
      })),
    };
  },
};

function placeOf(held: Case, source: Id): Row {
  return { source: held.get("source", source)?.sha256 ?? "", document: held.nameOf(`source:${source}`) };
}
const quoteOf = ({ exact, prefix, suffix }: { exact: string; prefix: string; suffix: string }): Row => ({
  exact,
  prefix,
  suffix,
});
const optionOf = (held: Case, id: Id, option: string): string =>
  held.get("issue", id)?.options?.[option] ?? option;

function wanted(held: Case, { wants, issue: id }: Position): string {
  if (wants === undefined) return "";
  if (typeof wants === "string") return optionOf(held, id, wants);
  if (typeof wants === "number") return String(wants);
  if (Array.isArray(wants)) return wants.map((option) => optionOf(held, id, option)).join("; ");
  return wants.low === wants.high ? String(wants.low) : `${wants.low}..${wants.high}`;
}

/** Most rows of one file. */
const MOST = 100_000;

/**
 * Claims from a table: a column `exact` (the words of the document) is needed; `says`, `source` (a SHA-256), `document`
 * (a title), `prefix`, `suffix`, `act`, `polarity`, `issue` and `by` are taken where they are. A row whose words stand in
 * no document, or in several, is not taken.
 *
 * @throws RecordError without the column, with too many rows, or when it is no table
 */
export function fromCsv(held: Case, text: string, from: string, at: string): Incoming {
  const read = Papa.parse<Row>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: "greedy" });
  const fields = read.meta.fields ?? [];
  if (!fields.includes("exact")) throw say.csvWithoutExact(fields);
  if (read.data.length > MOST) throw say.tooManyEntries(read.data.length, MOST);
  const broken = new Set(read.errors.map((error) => error.row));
  const taking = new Taking(held, from, at);
  const sources = held.inForce("source");
  for (const [n, row] of read.data.entries()) {
    const cell = (name: string): string | undefined => {
      const value = row[name];
      if (typeof value !== "string" || value === "") return undefined;
      return /^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value;
    };
    const exact = cell("exact");
    const what = exact ?? cell("says") ?? `row ${n + 2}`;
    if (broken.has(n)) {
      taking.skip(what, "it is not understood");
      continue;
    }
    if (exact === undefined) {
      taking.skip(what, "it has no words");
      continue;
    }
    // The hash says which document is meant; a title may be borne by two.
    const byHash = sources.filter((one) => one.sha256 === cell("source") || one.id === cell("source"));
    const named = byHash.length > 0 ? byHash : sources.filter((one) => same(one.title, cell("document")));
    const holding =
      named.length > 0 ? named : sources.filter((one) => held.textOf(one.id)?.text.includes(exact) === true);
    const [source] = holding;
    if (source === undefined || holding.length > 1) {
      taking.skip(what, "no document of the case is meant");
      continue;
    }
    taking.take({
      source: source.id,
      exact,
      what,
      ...given("prefix", cell("prefix")),
      ...given("suffix", cell("suffix")),
      ...given("says", cell("says")),
      ...given("act", cell("act")),
      ...given("polarity", cell("polarity")),
      ...given("issue", cell("issue")),
      ...given("by", cell("by")),
    });
  }
  return taking.result;
}

function given<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}
