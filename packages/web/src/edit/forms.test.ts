import type { Kind } from "@parley/case";
import { fieldsOf } from "@parley/case/schema";
import { describe, expect, it } from "vitest";
import { i18next } from "../words/index.ts";
import { type Field, FORMS, PLAN_TERM } from "./forms.ts";

/** Fields of every object, which the form asks for in one place for all. */
const COMMON = ["level", "basis", "note", "review", "createdBy", "reportedAt", "knownAt", "retractedAt"];
/** Fields that no hand sets: they follow from the document, or are entered together with another. */
const ELSEWHERE: Partial<Record<Kind, string[]>> = {
  source: ["sha256", "file", "mediaType", "size", "charset", "derivedFrom", "nearDuplicateOf"],
  valuation: ["weights"],
};

/** Every field has its words, and so has every field of its entries. */
function hasWords(under: string, fields: readonly Field[]): void {
  for (const field of fields) {
    // What something rests on is asked for in the same words everywhere.
    if (field.type !== "basis")
      expect(i18next.exists(`${under}.${field.name}`), `${under}.${field.name}`).toBe(true);
    if (field.type === "choice")
      for (const one of field.of) expect(i18next.exists(`choice.${one}`), `${field.name} ${one}`).toBe(true);
    if (field.type === "records" || field.type === "record") hasWords(`${under}.${field.name}`, field.of);
  }
}

describe("forms", () => {
  it("have words for what a plan lays down", () => hasWords("form.plan.slots.terms", PLAN_TERM));

  for (const [kind, fields] of Object.entries(FORMS) as [keyof typeof FORMS, readonly Field[]][]) {
    it(`has every field of a ${kind}, each with its words`, () => {
      const known = fieldsOf(kind).filter((f) => !COMMON.includes(f) && !ELSEWHERE[kind]?.includes(f));
      expect(fields.map((f) => f.name).sort()).toEqual(known.sort());
      hasWords(`form.${kind}`, fields);
      expect(i18next.exists(`edit.about.${kind}`)).toBe(true);
    });
  }
});
