import type { CaseObject } from "@parley/case";
import type { VersionsReply } from "@parley/server/api";

/** A field in which the versions of an object differ. */
export interface FieldRow {
  field: string;
  /** What each version says; undefined: the version has no such field. */
  values: unknown[];
  /** The one version that changed what they all began from, if it is only one: a proposal, not a decision. */
  only: number | undefined;
}

const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

/** The same content in one spelling, whatever the order of its keys. */
function plain(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ""
  );
}

const at = (value: CaseObject | null | undefined, field: string): unknown =>
  value === null || value === undefined || !Object.hasOwn(value, field)
    ? undefined
    : (value as unknown as Record<string, unknown>)[field];

/** The fields in which versions that hold a value differ, in the order in which they come; and how many are the same. */
export function differing({ versions, common }: VersionsReply): { rows: FieldRow[]; same: number } {
  const values = versions.flatMap((version) => version.value ?? []);
  const fields = new Set(values.flatMap((value) => Object.keys(value)));
  const rows: FieldRow[] = [];
  let equal = 0;
  for (const field of fields) {
    if (field === "id" || field === "kind") continue;
    const said = versions.map((version) => at(version.value, field));
    const held = versions.flatMap((version, i) => (version.value === null ? [] : [said[i]]));
    if (held.every((one) => same(one, held[0]))) {
      equal++;
      continue;
    }
    const changed = said.flatMap((one, i) =>
      versions[i]?.value === null || same(one, at(common?.value, field)) ? [] : [i],
    );
    rows.push({
      field,
      values: said,
      only: common !== undefined && changed.length === 1 ? changed[0] : undefined,
    });
  }
  return { rows, same: equal };
}

/** The object with each differing field taken from the version chosen for it; undefined while a choice is missing. */
export function mergedObject(
  { versions }: VersionsReply,
  rows: readonly FieldRow[],
  chosen: Readonly<Record<string, number>>,
): CaseObject | undefined {
  const base = versions.find((version) => version.value !== null)?.value;
  if (base === undefined || base === null) return undefined;
  const merged = { ...base } as unknown as Record<string, unknown>;
  for (const { field, values } of rows) {
    const from = chosen[field];
    if (from === undefined) return undefined;
    if (values[from] === undefined) delete merged[field];
    else merged[field] = values[from];
  }
  return merged as unknown as CaseObject;
}
