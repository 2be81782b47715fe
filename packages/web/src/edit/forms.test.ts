import type { Kind } from "@parley/case";
import { fieldsOf } from "@parley/case/schema";
import { describe, expect, it } from "vitest";
import { i18next } from "../words/index.ts";
import { type Field, FORMS } from "./forms.ts";

/** Fields of every object, which the form asks for in one place for all. */
const COMMON = ["level", "basis", "note", "review", "createdBy", "reportedAt", "knownAt", "retractedAt"];
/** Fields that no hand sets: they follow from the document, or are entered together with another. */
const ELSEWHERE: Partial<Record<Kind, string[]>> = {
  source: ["sha256", "file", "mediaType", "size", "charset", "derivedFrom", "nearDuplicateOf"],
  valuation: ["weights"],
};

describe("forms", () => {
  for (const [kind, fields] of Object.entries(FORMS) as [keyof typeof FORMS, readonly Field[]][]) {
    it(`has every field of a ${kind}, each with its words`, () => {
      const known = fieldsOf(kind).filter((f) => !COMMON.includes(f) && !ELSEWHERE[kind]?.includes(f));
      expect(fields.map((f) => f.name).sort()).toEqual(known.sort());
      for (const field of fields) {
        expect(i18next.exists(`form.${kind}.${field.name}`)).toBe(true);
        if (field.type !== "choice") continue;
        for (const one of field.of)
          expect(i18next.exists(`choice.${one}`), `${field.name} ${one}`).toBe(true);
      }
      expect(i18next.exists(`edit.about.${kind}`)).toBe(true);
    });
  }
});
