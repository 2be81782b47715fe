import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CaseObject } from "@parley/case";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { canonical } from "./canonical.ts";
import type { CaseFile } from "./case-file.ts";
import type { Change } from "./change.ts";
import { fold } from "./fold.ts";
import { copyCase, createCase, openCase } from "./index.ts";
import { storeSuite } from "./suite.ts";
import { uuid7 } from "./uuid7.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-suite-"));
let n = 0;
const path = (): string => join(folder, `c${n++}.parley`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bench = {
  fresh: (now?: () => number): CaseFile =>
    createCase(path(), { by: "RK", title: "T", ...(now === undefined ? {} : { now }) }),
  copy: (file: CaseFile): CaseFile => {
    const to = path();
    copyCase(file, to);
    return openCase(to);
  },
};
storeSuite("SQLite", bench);

const view = (file: CaseFile): string => {
  const conflicts = file.conflicts().map((c) => ({ ...c, heads: c.heads.map((h) => h.id) }));
  return canonical({
    log: file
      .log()
      .map((c) => c.hash)
      .sort(),
    tips: file.tips(),
    now: file.snapshot(),
    conflicts,
  });
};
const edit = fc.record({
  to: fc.nat(2),
  id: fc.constantFrom("a", "b", "c"),
  name: fc.constantFrom("x", "y", null),
  merge: fc.nat(5),
});

describe("merge of real files", () => {
  it("is commutative, associative and idempotent, whatever was written where", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 3, maxLength: 14 }), (edits) => {
        const base = bench.fresh();
        const files = [base, bench.copy(base), bench.copy(base)];
        for (const { to, id, name, merge } of edits) {
          const value = name === null ? null : ({ kind: "topic", id, name } as CaseObject);
          files[to]!.change({ by: `w${to}`, why: "" }, [{ kind: "topic", id, value }]);
          if (merge < 2) files[to]!.mergeFrom(files[(to + 1 + merge) % 3]!);
        }
        const [a, b, c] = files as [CaseFile, CaseFile, CaseFile];
        const union = (...parts: CaseFile[]): CaseFile => {
          const into = bench.copy(parts[0]!);
          for (const part of parts.slice(1)) into.mergeFrom(part);
          return into;
        };
        const results = [union(a, b, c), union(c, b, a), union(b, union(c, a)), union(union(a, b), c, c, a)];
        expect(new Set(results.map(view)).size).toBe(1);
        for (const file of results) expect(file.verify()).toEqual([]);
        expect(view(union(a, a))).toBe(view(a));
        for (const file of [...files, ...results]) file.close();
      }),
      { numRuns: 8 },
    );
  });
});

/** Straight from the definition, by comparing every change with every other. */
function naive(
  changes: readonly Change[],
  until: string,
): Record<string, { value: unknown; heads: string[]; conflict: boolean }> {
  const known = changes.filter((c) => c.at <= until);
  const result: Record<string, { value: unknown; heads: string[]; conflict: boolean }> = {};
  for (const c of known) {
    const own = known.filter((d) => d.kind === c.kind && d.object === c.object);
    const heads = own
      .filter((d) => !own.some((e) => e.replaces.includes(d.id)))
      .sort((x, y) => (x.id < y.id ? -1 : 1));
    const full = heads.filter((h) => h.value !== null);
    result[`${c.kind}:${c.object}`] = {
      value: full.at(-1)?.value ?? null,
      heads: heads.map((h) => h.id),
      conflict: new Set(heads.map((h) => canonical(h.value))).size > 1,
    };
  }
  return result;
}

describe("fold", () => {
  it("agrees with the naive reference at every date, in any order, with repetitions", () => {
    const step = fc.record({
      object: fc.constantFrom("a", "b"),
      value: fc.constantFrom(null, 1, 2),
      from: fc.array(fc.nat(9), { maxLength: 2 }),
      day: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(),
        (steps, day, turn) => {
          const changes: Change[] = [];
          for (const { object, value, from, day: d } of steps) {
            const own = changes.filter((c) => c.object === object);
            changes.push({
              id: uuid7(Date.now()),
              at: `2026-01-0${d}T00:00:00.000Z`,
              by: "x",
              why: "",
              group: "g",
              undoes: null,
              kind: "topic",
              object,
              value:
                value === null ? null : ({ kind: "topic", id: object, name: String(value) } as CaseObject),
              replaces: [...new Set(from.filter((i) => i < own.length).map((i) => own[i]!.id))],
              parents: [],
              hash: "",
            });
          }
          const k = changes.length === 0 ? 0 : turn % changes.length;
          const shuffled = [...changes.slice(k), ...changes.slice(0, k), ...changes.slice(k)];
          const until = `2026-01-0${day}T23:59:59.999Z`;
          const got = Object.fromEntries(
            [...fold(shuffled, until)].map(([key, s]) => [
              key,
              { value: s.shown.value, heads: s.heads.map((h) => h.id), conflict: s.conflict },
            ]),
          );
          expect(got).toEqual(naive(changes, until));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe("UUIDv7", () => {
  it("rises, also when the clock steps back and past the counter's end", () => {
    let last = "";
    for (let i = 0; i < 10_000; i++) {
      const id = uuid7(2_000_000_000_000 - (i % 50));
      expect(id > last).toBe(true);
      last = id;
    }
    expect(last).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
