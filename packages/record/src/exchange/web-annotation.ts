import { type Case, type Claim, isInForce, type Source } from "@parley/case";
import * as say from "../messages.ts";
import { CodePoints } from "./codepoints.ts";
import { type Incoming, same, Taking } from "./incoming.ts";
import { type Outgoing, passagesOf } from "./outgoing.ts";

/*
 * W3C Web Annotation Data Model (Recommendation, 23 February 2017): quote and position selectors. Positions count
 * Unicode code points of the canonical text, which `urn:sha256:` names by the bytes of its document.
 */

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
/** Words of Parley's own, beside those of the standard. */
const OWN = { parley: "urn:parley:term:" } as const;

interface Json {
  [key: string]: unknown;
}

/** Every passage with what is claimed there, as one collection. */
export function toWebAnnotation({ held, level }: Outgoing): string {
  const claims = claimsOn(held);
  const points = new Map<string, CodePoints>();
  const items = passagesOf(held).flatMap((passage): Json[] => {
    const text = held.textOf(passage.source)?.text;
    const source = held.get("source", passage.source);
    if (text === undefined || source === undefined) return [];
    let counted = points.get(passage.source);
    if (counted === undefined) {
      counted = new CodePoints(text);
      points.set(passage.source, counted);
    }
    const body = (claims.get(passage.id) ?? []).map((claim) => bodyOf(held, claim));
    return [
      {
        id: `urn:parley:passage:${encodeURIComponent(passage.id)}`,
        type: "Annotation",
        motivation: body.length === 0 ? "highlighting" : "describing",
        ...(body.length === 0 ? {} : { body }),
        target: {
          source: {
            id: `urn:sha256:${source.sha256}`,
            type: "Text",
            ...(source.title === undefined ? {} : { "parley:title": source.title }),
          },
          selector: [
            {
              type: "TextQuoteSelector",
              exact: passage.exact,
              prefix: passage.prefix,
              suffix: passage.suffix,
            },
            {
              type: "TextPositionSelector",
              start: counted.fromUnits(passage.start),
              end: counted.fromUnits(passage.end),
            },
          ],
        },
      },
    ];
  });
  const collection = {
    "@context": [CONTEXT, OWN],
    type: "AnnotationCollection",
    label: held.info?.title ?? "Parley",
    "parley:level": level,
    total: items.length,
    first: { type: "AnnotationPage", startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

function bodyOf(held: Case, claim: Claim): Json {
  return {
    type: "TextualBody",
    value: claim.says,
    format: "text/plain",
    purpose: "describing",
    "parley:act": claim.act,
    "parley:polarity": claim.polarity,
    ...(claim.issue === undefined ? {} : { "parley:issue": held.nameOf(`issue:${claim.issue}`) }),
    ...(claim.by === undefined ? {} : { "parley:by": held.nameOf(`actor:${claim.by}`) }),
  };
}

/** Claims in force by the passages they rest on. */
export function claimsOn(held: Case): Map<string, Claim[]> {
  const on = new Map<string, Claim[]>();
  for (const claim of held.all("claim")) {
    if (!isInForce(claim)) continue;
    for (const passage of claim.basis?.passages ?? []) on.set(passage, [...(on.get(passage) ?? []), claim]);
  }
  return on;
}

/** Most annotations of one file. */
const MOST = 100_000;

/**
 * Annotations of another tool: a collection, a page, a list or one. A document is found by its hash, else by its title
 * or address, else by holding the quotation, if only one does.
 *
 * @throws RecordError when it is no annotation or holds too many
 */
export function fromWebAnnotation(held: Case, json: unknown, from: string, at: string): Incoming {
  const items = itemsOf(json);
  if (items === undefined)
    throw say.notExchange("Web Annotation", "an Annotation, AnnotationPage or AnnotationCollection");
  if (items.length > MOST) throw say.tooManyEntries(items.length, MOST);
  const taking = new Taking(held, from, at);
  const points = new Map<string, CodePoints>();
  for (const item of items) {
    const targets = Array.isArray(item.target) ? (item.target as unknown[]) : [item.target];
    for (const target of targets) {
      if (!isJson(target)) {
        taking.skip(labelOf(item), "it is not understood");
        continue;
      }
      const selectors = (Array.isArray(target.selector) ? target.selector : [target.selector]).filter(isJson);
      const quote = selectors.find((one) => typeIs(one, "TextQuoteSelector"));
      const position = selectors.find((one) => typeIs(one, "TextPositionSelector"));
      const exact = textIn(quote?.exact);
      if (exact === undefined) {
        taking.skip(labelOf(item), "it is not understood");
        continue;
      }
      const source = sourceOf(held, target.source, exact);
      if (source === undefined) {
        taking.skip(exact, "no document of the case is meant");
        continue;
      }
      const text = held.textOf(source.id)?.text ?? "";
      let counted = points.get(source.id);
      if (counted === undefined) {
        counted = new CodePoints(text);
        points.set(source.id, counted);
      }
      const start = offset(position?.start);
      const end = offset(position?.end);
      const place =
        start === undefined || end === undefined
          ? {}
          : { start: counted.toUnits(start), end: counted.toUnits(end) };
      const prefix = textIn(quote?.prefix);
      const suffix = textIn(quote?.suffix);
      const common = {
        source: source.id,
        exact,
        ...place,
        ...(prefix === undefined ? {} : { prefix }),
        ...(suffix === undefined ? {} : { suffix }),
        what: exact,
      };
      const bodies = bodiesOf(item.body);
      if (bodies.length === 0) taking.take(common);
      for (const { says, json: body } of bodies)
        taking.take({
          ...common,
          says,
          ...optional("act", body["parley:act"]),
          ...optional("polarity", body["parley:polarity"]),
          ...optional("issue", body["parley:issue"]),
          ...optional("by", body["parley:by"]),
        });
    }
  }
  return taking.result;
}

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
const offset = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

function optional<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  return (typeof value === "string" && value !== "" ? { [key]: value } : {}) as { [P in K]?: string };
}

function typeIs(json: Json, type: string): boolean {
  return json.type === type || (Array.isArray(json.type) && json.type.includes(type));
}

/** The annotations in a file, whatever they are wrapped in; undefined where there are none. */
function itemsOf(json: unknown): Json[] | undefined {
  if (Array.isArray(json)) {
    const items = json.filter(isJson);
    return items.length > 0 && items.every((one) => typeIs(one, "Annotation")) ? items : undefined;
  }
  if (!isJson(json)) return undefined;
  if (typeIs(json, "Annotation")) return [json];
  if (typeIs(json, "AnnotationPage")) return Array.isArray(json.items) ? json.items.filter(isJson) : [];
  if (typeIs(json, "AnnotationCollection")) return isJson(json.first) ? (itemsOf(json.first) ?? []) : [];
  return undefined;
}

/** Which document a target means. */
function sourceOf(held: Case, source: unknown, exact: string): Source | undefined {
  const iri = isJson(source) ? textIn(source.id) : textIn(source);
  const title = isJson(source) ? (textIn(source["parley:title"]) ?? textIn(source.title)) : undefined;
  const sources = held.inForce("source");
  const hash = /^urn:sha256:([0-9a-f]{64})$/i.exec(iri ?? "")?.[1]?.toLowerCase();
  const byHash = sources.find((one) => one.sha256 === hash);
  if (byHash !== undefined) return byHash;
  const byName = sources.filter(
    (one) => same(one.title, title) || (iri !== undefined && (one.host === iri || one.file === iri)),
  );
  if (byName.length === 1) return byName[0];
  const holding = sources.filter((one) => held.textOf(one.id)?.text.includes(exact) === true);
  return holding.length === 1 ? holding[0] : undefined;
}

/** Bodies that say something in words. */
function bodiesOf(body: unknown): { says: string; json: Json }[] {
  const all = Array.isArray(body) ? (body as unknown[]) : [body];
  return all.flatMap((one) => {
    if (typeof one === "string" && !/^\w+:\S+$/.test(one)) return [{ says: one, json: {} }];
    if (!isJson(one)) return [];
    const says = textIn(one.value);
    return says === undefined || one.purpose === "tagging" ? [] : [{ says, json: one }];
  });
}

function labelOf(item: Json): string {
  return textIn(item.id) ?? textIn(item.bodyValue) ?? "an annotation";
}
