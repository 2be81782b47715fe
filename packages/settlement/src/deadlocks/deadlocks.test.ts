import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementaryCircuits } from "./circuits.ts";
import { deadlocks, type Edge } from "./deadlocks.ts";

/** All elementary circuits by trying every simple path. */
function slow(next: number[][]): string[] {
  const found: string[] = [];
  const walk = (path: number[]): void => {
    for (const t of next[path.at(-1)!]!) {
      if (t === path[0]) found.push(path.join(">"));
      else if (t > path[0]! && !path.includes(t)) walk([...path, t]);
    }
  };
  for (let s = 0; s < next.length; s++) walk([s]);
  return found.sort();
}

describe("circuits", () => {
  it("are the same as by trying every path", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 6 })
          .chain((n) =>
            fc.array(fc.uniqueArray(fc.integer({ min: 0, max: n - 1 })), { minLength: n, maxLength: n }),
          ),
        (next) => {
          const { circuits, capped } = elementaryCircuits(next, 100_000);
          expect(capped).toBe(false);
          expect(circuits.map((c) => c.join(">")).sort()).toEqual(slow(next));
        },
      ),
      { numRuns: 3000 },
    );
  });
  it("do not exhaust the stack", () => {
    const n = 50_000;
    const ring = Array.from({ length: n }, (_, v) => [(v + 1) % n]);
    expect(
      elementaryCircuits(
        ring.slice(0, 3000).map((_, v, all) => [(v + 1) % all.length]),
        10,
      ).circuits[0]?.length,
    ).toBe(3000);
  });
});

describe("deadlocks", () => {
  const edge = (id: string, from: string, to: string, more: Partial<Edge> = {}): Edge => ({
    id,
    from,
    to,
    holder: id,
    inferred: false,
    status: "open",
    basis: [],
    ...more,
  });
  const land = edge("r", "Kyiv at the table", "land settled", { inferred: true, firmness: "demand" });
  const table = edge("u", "land settled", "kyiv  at the table", { firmness: "red line" });

  it("find the circle, mark what is inferred, and name the weakest holder", () => {
    const { circuits, status } = deadlocks([land, table, edge("x", "peace", "land settled")]);
    expect(status).toBe("proved");
    expect(circuits).toHaveLength(1);
    expect(circuits[0]!.edges.map((e) => [e.id, e.inferred])).toEqual([
      ["r", true],
      ["u", false],
    ]);
    expect(circuits[0]!.cuts.find((c) => c.type === "waiver")).toEqual({
      type: "waiver",
      edges: ["r"],
      by: ["r"],
    });
    expect(circuits[0]!.cuts.map((c) => c.type)).toContain("check the inference");
  });
  it("open on the day a precondition is met", () => {
    const met = { ...land, status: "met" as const, since: "2026-05-01" };
    expect(deadlocks([met, table], "2026-04-30").circuits).toHaveLength(1);
    expect(deadlocks([met, table], "2026-05-01").circuits).toHaveLength(0);
    expect(deadlocks([met, table]).opened).toEqual([met]);
  });
  it("list parallel preconditions apart, shortest and firmest first", () => {
    const { circuits } = deadlocks([
      land,
      { ...land, id: "r2", firmness: "signal" },
      table,
      edge("self", "x", "x"),
    ]);
    expect(circuits.map((c) => c.edges.map((e) => e.id).join())).toEqual(["self", "r,u", "r2,u"]);
  });
});
