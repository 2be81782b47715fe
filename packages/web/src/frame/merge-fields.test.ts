import type { CaseObject } from "@parley/case";
import type { Version, VersionsReply } from "@parley/server/api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { differing, mergedObject } from "./merge-fields.ts";

const version = (id: string, value: object | null): Version => ({
  id,
  at: "2026-06-22T10:00:00.000Z",
  by: id,
  why: "",
  value: value === null ? null : ({ kind: "actor", id: "a", ...value } as unknown as CaseObject),
});
const reply = (values: (object | null)[], common?: object): VersionsReply => ({
  ref: "actor:a",
  versions: values.map((value, i) => version(`v${i}`, value)),
  shown: "v0",
  ...(common === undefined ? {} : { common: version("c", common) }),
});

test("fields one side changed are proposed from that side; fields both changed are left open", () => {
  const found = reply(
    [
      { name: "A1", type: "state", note: "x" },
      { name: "A2", type: "body", note: "x" },
    ],
    { name: "A", type: "state", note: "x" },
  );
  expect(differing(found)).toEqual({
    rows: [
      { field: "name", values: ["A1", "A2"], only: undefined },
      { field: "type", values: ["state", "body"], only: 1 },
    ],
    same: 1,
  });
});

test("the order of keys is no difference; a field taken out is one", () => {
  const found = reply([{ name: "A", w: { a: 1, b: 2 } }, { w: { b: 2, a: 1 } }], { name: "A" });
  expect(differing(found).rows).toEqual([{ field: "name", values: ["A", undefined], only: 1 }]);
  expect(mergedObject(found, differing(found).rows, { name: 1 })).not.toHaveProperty("name");
  expect(mergedObject(found, differing(found).rows, {})).toBeUndefined();
});

test("taking every field from one version gives that version, whatever the versions are", () => {
  const object = fc.dictionary(fc.constantFrom("name", "note", "type", "x"), fc.jsonValue());
  fc.assert(
    fc.property(
      fc.array(object, { minLength: 2, maxLength: 4 }),
      fc.option(object, { nil: undefined }),
      (all, c) => {
        const found = reply(all, c);
        const { rows } = differing(found);
        for (const i of all.keys()) {
          const merged = mergedObject(found, rows, Object.fromEntries(rows.map((row) => [row.field, i])));
          expect(JSON.parse(JSON.stringify(merged))).toEqual(
            JSON.parse(JSON.stringify(found.versions[i]?.value)),
          );
        }
      },
    ),
  );
});
