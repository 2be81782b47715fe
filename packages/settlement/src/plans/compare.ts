/** A number in a plan: one value, or a range. */
export interface PlanValue {
  low: number;
  high: number;
}

/** One thing that a plan lays down within an issue. */
export interface TermJson {
  name: string;
  value?: PlanValue;
  unit?: string;
  /** ISO days or EDTF; compared as written. */
  when?: string;
  actor?: string;
  condition?: string;
  text?: string;
  /** Whether words are missing in it. */
  gap?: boolean;
}

/** What a plan says on one issue. */
export interface SlotJson {
  option?: string;
  value?: PlanValue;
  wording?: string;
  terms?: readonly TermJson[];
  gap?: boolean;
}

/** A plan, by issue. An issue without an entry is not in it. */
export interface PlanJson {
  id: string;
  slots: Readonly<Record<string, SlotJson>>;
}

/**
 * How what a plan says differs from the same place in the plan it is compared with: `same`; `changed`; `added` and
 * `dropped`; `only mentioned`, where its content is not known in one of the two, so that nothing can be compared; and
 * `in neither`.
 */
export type Difference = "same" | "changed" | "added" | "dropped" | "only mentioned" | "in neither";

/** Which fields of a term differ, and by how much where both are one number in one unit. */
export interface TermDifference {
  name: string;
  difference: Difference;
  fields: ("value" | "unit" | "when" | "actor" | "condition" | "text")[];
  from?: TermJson;
  to?: TermJson;
  /** `to` less `from`. */
  by?: number;
}

/** One issue of two plans. */
export interface IssueDifference {
  issue: string;
  difference: Difference;
  option: Difference;
  value: Difference;
  /** `to` less `from`, where both are one number. */
  by?: number;
  wording: Difference;
  terms: TermDifference[];
}

const FIELDS = ["value", "unit", "when", "actor", "condition", "text"] as const;

/** Names of terms meet whatever their case and spaces. */
const key = (name: string): string => name.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();

const isOne = (value: PlanValue | undefined): value is PlanValue =>
  value !== undefined && value.low === value.high;

/** Whether an entry only mentions its issue: what it says is not known. */
export function onlyMentions(slot: SlotJson): boolean {
  return (
    slot.option === undefined && slot.value === undefined && slot.wording === undefined && !slot.terms?.length
  );
}

/** Two plans issue by issue, in the order of `issues`, and within each by slots of the same name. */
export function comparePlans(from: PlanJson, to: PlanJson, issues: readonly string[]): IssueDifference[] {
  return issues.map((issue) => compareIssue(issue, from.slots[issue], to.slots[issue]));
}

function compareIssue(issue: string, a: SlotJson | undefined, b: SlotJson | undefined): IssueDifference {
  if (a === undefined || b === undefined) {
    const difference: Difference = a === b ? "in neither" : a === undefined ? "added" : "dropped";
    return { issue, difference, option: difference, value: "in neither", wording: "in neither", terms: [] };
  }
  const option = differ(a.option, b.option);
  const value = differ(a.value, b.value, sameValue);
  const wording = differ(a.wording, b.wording, (x, y) => key(x) === key(y));
  const terms = compareTerms(a.terms ?? [], b.terms ?? []);
  const by = isOne(a.value) && isOne(b.value) ? b.value.low - a.value.low : undefined;
  const parts = [option, value, wording, ...terms.map((term) => term.difference)].filter(
    (one) => one !== "in neither",
  );
  const difference: Difference =
    onlyMentions(a) || onlyMentions(b)
      ? "only mentioned"
      : parts.some((one) => one === "changed" || one === "added" || one === "dropped")
        ? "changed"
        : // Where words are missing on either side, what stands there may differ all the same.
          a.gap === true || b.gap === true || parts.includes("only mentioned")
          ? "only mentioned"
          : "same";
  return { issue, difference, option, value, ...(by === undefined ? {} : { by }), wording, terms };
}

function differ<T>(
  a: T | undefined,
  b: T | undefined,
  same: (a: T, b: T) => boolean = (x, y) => x === y,
): Difference {
  if (a === undefined) return b === undefined ? "in neither" : "added";
  if (b === undefined) return "dropped";
  return same(a, b) ? "same" : "changed";
}

const sameValue = (a: PlanValue, b: PlanValue): boolean => a.low === b.low && a.high === b.high;

function compareTerms(from: readonly TermJson[], to: readonly TermJson[]): TermDifference[] {
  const names = [...new Set([...from, ...to].map((term) => key(term.name)))];
  return names.map((name): TermDifference => {
    const a = from.find((term) => key(term.name) === name);
    const b = to.find((term) => key(term.name) === name);
    const told = (a ?? b) as TermJson;
    if (a === undefined || b === undefined) {
      return {
        name: told.name,
        difference: a === undefined ? "added" : "dropped",
        fields: [],
        ...(a === undefined ? { to: b as TermJson } : { from: a }),
      };
    }
    const fields = FIELDS.filter((field) =>
      field === "value"
        ? !(a.value === undefined && b.value === undefined) &&
          (a.value === undefined || b.value === undefined || !sameValue(a.value, b.value))
        : field === "text" || field === "condition"
          ? key(a[field] ?? "") !== key(b[field] ?? "")
          : a[field] !== b[field],
    );
    const silent = (term: TermJson): boolean => FIELDS.every((field) => term[field] === undefined);
    const unclear = a.gap === true || b.gap === true || silent(a) || silent(b);
    const by = isOne(a.value) && isOne(b.value) && a.unit === b.unit ? b.value.low - a.value.low : undefined;
    return {
      name: told.name,
      difference:
        unclear && fields.length === 0
          ? "only mentioned"
          : fields.length === 0
            ? "same"
            : unclear
              ? "only mentioned"
              : "changed",
      fields,
      from: a,
      to: b,
      ...(by === undefined || by === 0 ? {} : { by }),
    };
  });
}

/** Whether two plans can stand together on an issue: what both say is the same, only one says anything, they differ, or it cannot be known. */
export type Compatibility = "same" | "one is silent" | "differ" | "excluded" | "not known";

/**
 * Clause by clause, whether one plan can stand beside another: S87's "compatible with the older text".
 *
 * @param excludes whether a rule of the case forbids two options together
 */
export function compatibility(
  a: PlanJson,
  b: PlanJson,
  issues: readonly string[],
  excludes: (one: readonly [string, string], other: readonly [string, string]) => boolean,
): { issue: string; compatibility: Compatibility; excludedBy?: string }[] {
  return comparePlans(a, b, issues)
    .filter((row) => row.difference !== "in neither")
    .map(({ issue, difference, option, value }) => {
      const mine = a.slots[issue]?.option;
      const other =
        mine === undefined
          ? undefined
          : Object.entries(b.slots).find(
              ([at, slot]) =>
                at !== issue && slot.option !== undefined && excludes([issue, mine], [at, slot.option]),
            )?.[0];
      if (other !== undefined) return { issue, compatibility: "excluded", excludedBy: other };
      if (difference === "added" || difference === "dropped")
        return { issue, compatibility: "one is silent" };
      if (option === "changed" || value === "changed") return { issue, compatibility: "differ" };
      if (difference === "only mentioned") return { issue, compatibility: "not known" };
      return { issue, compatibility: difference === "same" ? "same" : "differ" };
    });
}
