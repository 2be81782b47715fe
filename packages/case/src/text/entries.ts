import { stringify } from "yaml";
import { Case } from "../case.ts";
import { checkObject } from "../check/rules.ts";
import { type Id, isId, type Ref, refOf } from "../id.ts";
import { KINDS, type Kind, SECTIONS } from "../kinds.ts";
import * as say from "../messages.ts";
import type { CaseObject } from "../objects/index.ts";
import type { Passage } from "../objects/record.ts";
import { decodeEntry } from "../schema/index.ts";
import { type BasisContext, resolveBases } from "./basis.ts";
import { loadFiles } from "./files.ts";
import { shortEntry, shorten } from "./write.ts";
import type { PlacedFinding } from "./yaml.ts";

/** The name of the file that findings give for text edited by hand. */
const FILE = "text";

/** What some objects became when they were edited as text. With an error among the findings, nothing should be saved. */
export interface EditedText {
  objects: CaseObject[];
  /** Passages that the text quotes and the case does not hold yet. */
  made: Passage[];
  findings: PlacedFinding[];
}

/** Some objects of a case in the text form, sections in the order of `case.yaml`. Sources and their texts have no place here. */
export function writeEntries(objects: readonly CaseObject[]): string {
  const main: Record<string, unknown> = { parley: 1 };
  for (const kind of KINDS) {
    for (const object of objects) {
      if (object.kind !== kind || object.kind === "case") continue;
      const isParty = object.kind === "actor" && object.party === true;
      const section = isParty ? "parties" : SECTIONS[object.kind];
      const fields = shortEntry(object);
      // Under "parties" it goes without saying.
      if (isParty) delete fields.party;
      main[section] ??= {};
      (main[section] as Record<string, unknown>)[object.id] = fields;
    }
  }
  return stringify(main, { lineWidth: 100 });
}

/** One entry as text, as far as somebody has come with it: it need not be in order. */
export function writeDraft(kind: Exclude<Kind, "case">, id: Id, entry: Record<string, unknown>): string {
  return stringify({ parley: 1, [SECTIONS[kind]]: { [id]: shorten(entry) } }, { lineWidth: 100 });
}

/**
 * Read back what was edited as text, against the case it belongs to. Every finding names its line and column.
 *
 * @param taken what no entry may be called, since another object that is not in the text bears the name
 */
export function readEntries(text: string, held: Case, taken: ReadonlySet<Ref> = new Set()): EditedText {
  const bytes = new TextEncoder().encode(text);
  const { entries, findings } = loadFiles({ read: (path) => (path === FILE ? bytes : undefined) }, FILE);
  const ids = (kind: "claim" | "passage"): Set<Id> =>
    new Set([...held.ids(kind), ...entries.filter((e) => e.kind === kind).map((e) => e.id)]);
  const made = new Map<Id, Passage>();
  const context: BasisContext = {
    claims: ids("claim"),
    passages: ids("passage"),
    texts: new Map(held.all("text").map((t) => [t.source, t])),
    made,
  };
  const objects = new Map<Ref, CaseObject>();
  const places = new Map<Ref, (path: (string | number)[], message: string, severity?: "warning") => void>();
  for (const entry of entries) {
    const ref = refOf(entry.kind, entry.id);
    const report = (path: (string | number)[], message: string, severity?: "warning"): void => {
      const isKey = message.startsWith("There is no field");
      const place = entry.file.placeOf([...entry.path, ...path], isKey);
      findings.push({ ...place, severity: severity ?? "error", message });
    };
    const first = places.get(ref);
    if (first !== undefined) {
      report([], say.duplicateId(entry.kind, entry.id, "the text above"));
      continue;
    }
    places.set(ref, report);
    if (taken.has(ref)) report([], say.idOutOfSight(entry.kind, entry.id));
    if (!isId(entry.id)) {
      report([], say.badId(entry.id));
      continue;
    }
    const ready = resolveBases(entry.value, context, report);
    const { fields, problems } = decodeEntry(entry.kind, ready);
    for (const problem of problems) report(problem.path, problem.message);
    if (fields !== undefined) {
      objects.set(ref, { id: entry.id, kind: entry.kind, ...fields } as CaseObject);
    }
  }
  const after = new Map<Ref, CaseObject>(held.objects().map((o) => [refOf(o.kind, o.id), o]));
  for (const passage of made.values()) after.set(refOf("passage", passage.id), passage);
  for (const [ref, object] of objects) after.set(ref, object);
  const then = new Case(after.values());
  for (const [ref, object] of objects) {
    for (const found of checkObject(object, then)) {
      places.get(ref)?.(found.path, found.message, found.severity === "warning" ? "warning" : undefined);
    }
  }
  return { objects: [...objects.values()], made: [...made.values()], findings };
}
