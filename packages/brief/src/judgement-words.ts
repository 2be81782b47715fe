import { type Assumption, type Basis, type Case, type CaseObject, type Judgement, refOf } from "@parley/case";
import { figure } from "./words.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isJudgement = (value: unknown): value is Judgement =>
  isRecord(value) && typeof value.low === "number" && typeof value.high === "number";

/** A range in words, two significant digits: `0.2 to 0.4, likeliest 0.3`. */
export function rangeWords({ low, high, mode }: Judgement): string {
  const two = (value: number): string => figure(Number(value.toPrecision(2)));
  if (low === high) return two(low);
  return `${two(low)} to ${two(high)}${mode === undefined ? "" : `, likeliest ${two(mode)}`}`;
}

/** The judgements of an object, each with what it is of, in words. */
function judgements(held: Case, object: CaseObject): [of: string, judgement: Judgement][] {
  const issue = (id: string): string => held.nameOf(refOf("issue", id));
  if (object.kind === "valuation") {
    const option = (at: string, id: string): string => held.get("issue", at)?.options?.[id] ?? id;
    return [
      ...(object.noDeal === undefined ? [] : [["no deal", object.noDeal] as [string, Judgement]]),
      ...Object.entries(object.weights).map(([id, w]): [string, Judgement] => [`weight of ${issue(id)}`, w]),
      ...Object.entries(object.values).flatMap(([id, row]) =>
        Object.entries(row).map(([o, v]): [string, Judgement] => [`${issue(id)}: ${option(id, o)}`, v]),
      ),
    ];
  }
  const found: [string, Judgement][] = [];
  const visit = (value: unknown, of: string): void => {
    if (isJudgement(value)) found.push([of, value]);
    else if (Array.isArray(value)) for (const item of value) visit(item, of);
    else if (isRecord(value)) for (const [key, item] of Object.entries(value)) visit(item, FIELDS[key] ?? of);
  };
  visit(object, "");
  return found;
}

/** Words for the fields of other objects that hold judgements. */
const FIELDS: Readonly<Record<string, string>> = {
  salience: "how much it matters",
  wants: "what is wanted",
  points: "value",
};

/** Every judgement of an object in words; those with a basis of their own are told apart. */
export function judgementWords(held: Case, object: CaseObject): string[] {
  return judgements(held, object)
    .filter(([, judgement]) => judgement.basis === undefined)
    .map(([of, judgement]) => (of === "" ? rangeWords(judgement) : `${of}: ${rangeWords(judgement)}`));
}

/** Assumptions made for a part of an object, with what they are of. */
export function innerAssumptions(held: Case, object: CaseObject): [of: string, assumption: Assumption][] {
  const found: [string, Assumption][] = judgements(held, object).flatMap(([of, judgement]) => {
    const assumption = judgement.basis?.assumption;
    return assumption === undefined ? [] : [[`${of}: ${rangeWords(judgement)}`, assumption]];
  });
  const visit = (value: unknown, top: boolean): void => {
    if (isJudgement(value)) return;
    if (Array.isArray(value)) for (const item of value) visit(item, false);
    else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) {
        const assumption = key === "basis" && isRecord(item) ? (item as Basis).assumption : undefined;
        if (assumption !== undefined && !top) found.push(["", assumption]);
        else if (key !== "basis") visit(item, false);
      }
    }
  };
  visit(object, true);
  return found;
}
