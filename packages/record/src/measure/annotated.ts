import type { Range } from "@parley/case";

/** One attribution as annotators marked it: what is said, by which words, by whom. */
export interface GoldAttribution {
  content: Range[];
  cue: Range[];
  /** Empty: the annotators saw nobody named. */
  source: Range[];
}

/** A file of annotations that cannot be read: which line, and why. */
export class AnnotationError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.name = "AnnotationError";
    this.line = line;
  }
}

const ROLES = ["content", "cue", "source"] as const;
type Role = (typeof ROLES)[number];
const roleOf = (word: string): Role | undefined => ROLES.find((role) => word.toLowerCase().startsWith(role));

interface Span {
  role: Role | undefined;
  ranges: Range[];
}

/**
 * Attributions of a brat standoff file (https://brat.nlplab.org/standoff.html): text-bound annotations `T` whose type begins
 * with Content, Cue or Source, tied by an event `E`, by relations `R` (Arg1 and Arg2, one of them a content), or, where
 * nothing ties them, not at all (a content alone is an attribution without a source). Spans with several parts are read.
 * @throws AnnotationError naming the line
 */
export function readBrat(ann: string): GoldAttribution[] {
  const spans = new Map<string, Span>();
  const groups: string[][] = [];
  for (const [i, line] of ann.split(/\r?\n/).entries()) {
    const fields = line.split("\t");
    const [id = "", body = ""] = fields;
    if (id.startsWith("T")) {
      const [type = "", ...places] = body.split(/[ ]/);
      const ranges = places
        .join(" ")
        .split(";")
        .map((part): Range => {
          const [a, b] = part.split(" ").map(Number);
          if (
            a === undefined ||
            b === undefined ||
            !Number.isInteger(a) ||
            !Number.isInteger(b) ||
            a < 0 ||
            b < a
          )
            throw new AnnotationError(i + 1, `"${part}" is no pair of offsets.`);
          return [a, b];
        });
      spans.set(id, { role: roleOf(type), ranges });
    } else if (id.startsWith("E") || id.startsWith("R")) {
      groups.push(
        body
          .split(" ")
          .slice(1)
          .map((part) => part.slice(part.indexOf(":") + 1)),
      );
      if (id.startsWith("E")) groups.at(-1)!.unshift(body.split(" ")[0]!.split(":")[1] ?? "");
    }
  }
  return joined(spans, groups);
}

/**
 * Attributions of W3C Web Annotations (one, an array, or an AnnotationCollection's or page's items): each with a
 * TextPositionSelector, a body of purpose `tagging` whose value is content, cue or source, and one of purpose `linking`
 * whose value names the attribution it belongs to.
 * @throws AnnotationError where an annotation has no such place
 */
export function readWebAnnotations(json: unknown): GoldAttribution[] {
  const list = (value: unknown): unknown[] =>
    Array.isArray(value) ? value : value === undefined ? [] : [value];
  const at = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  const items = Array.isArray(json)
    ? json
    : list(at(json, "items") ?? at(at(json, "first"), "items") ?? json);
  const spans = new Map<string, Span>();
  const groups = new Map<string, string[]>();
  for (const [i, item] of items.entries()) {
    const bodies = list(at(item, "body"));
    const value = (purpose: string): string | undefined => {
      const found = bodies.find((body) => at(body, "purpose") === purpose);
      const said = at(found, "value");
      return typeof said === "string" ? said : undefined;
    };
    const role = roleOf(value("tagging") ?? "");
    if (role === undefined) continue;
    const selectors = list(at(item, "target")).flatMap((target) => list(at(target, "selector")));
    const place = selectors.find((selector) => at(selector, "type") === "TextPositionSelector");
    const [start, end] = [at(place, "start"), at(place, "end")];
    if (!Number.isInteger(start) || !Number.isInteger(end))
      throw new AnnotationError(i + 1, "The annotation has no TextPositionSelector with a start and an end.");
    const id = `A${i}`;
    spans.set(id, { role, ranges: [[start as number, end as number]] });
    const link = value("linking");
    if (link !== undefined) groups.set(link, [...(groups.get(link) ?? []), id]);
  }
  return joined(spans, [...groups.values()]);
}

/** Contents with the cues and sources that stand in a group with them, directly or through a cue. */
function joined(spans: ReadonlyMap<string, Span>, groups: readonly string[][]): GoldAttribution[] {
  const tied = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const a of group) for (const b of group) if (a !== b) tied.set(a, (tied.get(a) ?? new Set()).add(b));
  }
  const result: GoldAttribution[] = [];
  for (const [id, span] of spans) {
    if (span.role !== "content") continue;
    const reach = new Set(tied.get(id) ?? []);
    for (const other of [...reach])
      if (spans.get(other)?.role === "cue") for (const next of tied.get(other) ?? []) reach.add(next);
    const of = (role: Role): Range[] =>
      [...reach].flatMap((other) => (spans.get(other)?.role === role ? spans.get(other)!.ranges : []));
    result.push({ content: span.ranges, cue: of("cue"), source: of("source") });
  }
  return result;
}
