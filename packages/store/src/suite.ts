import { createHash } from "node:crypto";
import type { CaseObject } from "@parley/case";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "./case-file.ts";
import { StoreError } from "./errors.ts";

/** A store under test: a new empty case, and a second independent one, with a clock that the test sets. */
export interface Bench {
  fresh: (clock?: () => number) => CaseFile;
  copy: (file: CaseFile) => CaseFile;
}

const act = { by: "RK", why: "a reason" };
const claim = (id: string, says: string, more: object = {}): CaseObject =>
  ({ kind: "claim", id, act: "asserts", says, ...more }) as unknown as CaseObject;
const put = (id: string, says: string, more: object = {}) =>
  ({ kind: "claim", id, value: claim(id, says, more) }) as const;
const says = (file: CaseFile, id: string, asOf?: string): unknown =>
  (file.get("claim", id, asOf === undefined ? {} : { asOf }) as { says?: string } | undefined)?.says;
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return "no error";
};

/** What every store must do, whatever database it stands on. */
export function storeSuite(name: string, bench: Bench): void {
  describe(`store on ${name}`, () => {
    it("keeps who, when, why and every value", () => {
      using file = bench.fresh();
      const [first] = file.change(act, [put("c1", "one"), put("c2", "two")]);
      file.change({ by: "NN", why: "" }, [put("c1", "three")]);
      expect(says(file, "c1")).toBe("three");
      const history = file.history("claim", "c1");
      expect(history.map((c) => [c.by, (c.value as { says?: string }).says])).toEqual([
        ["RK", "one"],
        ["NN", "three"],
      ]);
      expect(history[1]?.replaces).toEqual([first?.id]);
      file.change(act, [{ kind: "claim", id: "c2", value: null }]);
      expect(file.get("claim", "c2")).toBeUndefined();
      expect(file.history("claim", "c2")).toHaveLength(2);
      expect(file.objects("claim").map((c) => c.id)).toEqual(["c1"]);
      expect(file.verify()).toEqual([]);
    });

    it("refuses what cannot be kept and changes nothing", () => {
      using file = bench.fresh();
      const before = file.lastSeq;
      expect(code(() => file.change(act, [put("c1", "x"), put("c1", "y")]))).toBe("bad-value");
      expect(code(() => file.change(act, [put("a b", "x")]))).toBe("bad-value");
      expect(code(() => file.change({ by: "", why: "" }, [put("c1", "x")]))).toBe("bad-value");
      expect(code(() => file.change(act, [put("c1", "x", { n: Number.NaN })]))).toBe("bad-value");
      expect(code(() => file.change(act, [{ ...put("c1", "x"), expect: ["nope"] }]))).toBe("unknown-change");
      expect(file.lastSeq).toBe(before);
    });

    it("shows the case as it was known on a date", () => {
      let now = Date.parse("2026-05-01T12:00:00Z");
      using file = bench.fresh(() => now);
      file.change(act, [put("c1", "may")]);
      now = Date.parse("2026-06-01T12:00:00Z");
      file.change(act, [put("c1", "june"), put("c2", "new")]);
      expect(says(file, "c1", "2026-04-30")).toBeUndefined();
      expect(says(file, "c1", "2026-05-01")).toBe("may");
      expect(says(file, "c1", "2026-06-01T11:59:59Z")).toBe("may");
      expect(says(file, "c1", "2026-06-01")).toBe("june");
      expect(file.objects("claim", { asOf: "2026-05-20" }).map((c) => c.id)).toEqual(["c1"]);
      expect(Object.keys(file.snapshot({ asOf: "2026-06-02" }).claim ?? {})).toEqual(["c1", "c2"]);
    });

    it("keeps an edit made on an old state as a conflict, which a person settles; undo opens it again", () => {
      using file = bench.fresh();
      const [first] = file.change(act, [put("c1", "one")]);
      file.change(act, [put("c1", "two")]);
      file.change({ by: "NN", why: "" }, [{ ...put("c1", "three"), expect: [first!.id] }]);
      expect(file.conflicts()).toHaveLength(1);
      expect(says(file, "c1")).toBe("three");
      file.change(act, [put("c1", "four")]);
      expect(file.conflicts()[0]?.heads.map((h) => (h.value as { says?: string }).says)).toEqual([
        "two",
        "four",
      ]);
      const settled = file.settle(act, put("c1", "five"));
      expect(settled.replaces).toHaveLength(2);
      expect(file.conflicts()).toEqual([]);
      expect(code(() => file.settle(act, put("c1", "six")))).toBe("not-a-conflict");
      file.undo(act, settled.id);
      expect(
        file
          .conflicts()[0]
          ?.heads.map((h) => (h.value as { says?: string }).says)
          .sort(),
      ).toEqual(["four", "two"]);
      expect(file.verify()).toEqual([]);
    });

    it("undoes and redoes a whole act, and refuses when later changes stand on it", () => {
      using file = bench.fresh();
      file.change(act, [put("c1", "one")]);
      const [second] = file.change(act, [put("c1", "two"), put("c2", "x")]);
      file.undo(act);
      expect([says(file, "c1"), says(file, "c2")]).toEqual(["one", undefined]);
      file.redo(act);
      expect([says(file, "c1"), says(file, "c2")]).toEqual(["two", "x"]);
      file.undo(act);
      file.undo(act);
      expect(says(file, "c1")).toBeUndefined();
      file.redo(act);
      file.redo(act);
      expect([says(file, "c1"), says(file, "c2")]).toEqual(["two", "x"]);
      expect(code(() => file.redo(act))).toBe("nothing-to-undo");
      file.change({ by: "NN", why: "" }, [put("c2", "y")]);
      const before = file.lastSeq;
      expect(code(() => file.undo(act, second!.group))).toBe("later-changes");
      expect(file.lastSeq).toBe(before);
      expect(file.verify()).toEqual([]);
    });

    it("finds words in any script, inside words, with the exact range, and no more after withdrawal", () => {
      using file = bench.fresh();
      const texts: Record<string, string> = {
        zh: "关于北约东扩的谅解",
        ru: "Договорённость о расширении НАТО",
        ar: "اِتّفاقٌ حول الأراضي",
        el: "Η συμφωνία της Αθήνας",
        fr: "Un « accord » négocié à Évian",
      };
      file.change(
        act,
        Object.entries(texts).map(([id, text]) => put(id, text)),
      );
      const find = (query: string): string[] => file.search(query).hits.map((hit) => hit.id);
      for (const [query, id] of [
        ["北约", "zh"],
        ["约东扩", "zh"],
        ["нато", "ru"],
        ["говоренность", "ru"],
        ["اتفاق", "ar"],
        ["الاراضي", "ar"],
        ["ΑΘΗΝΑΣ", "el"],
        ["evian neg", "fr"],
        ['"à évian"', "fr"],
      ] as const)
        expect([query, find(query)]).toEqual([query, [id]]);
      expect(find('"evian neg"')).toEqual([]);
      expect(find('% _ " OR *')).toEqual([]);
      const hit = file.search("اتفاق").hits[0]!;
      expect(texts.ar!.slice(...hit.at)).toBe("اِتّفاقٌ");
      expect(hit.ranges.map(([a, b]) => hit.snippet.slice(a, b))).toEqual(["اِتّفاقٌ"]);
      file.change(act, [{ kind: "claim", id: "zh", value: null }]);
      expect(find("北约")).toEqual([]);
      expect(file.verify()).toEqual([]);
    });

    it("finds nothing above the reader's level, nor in texts of a source above it", () => {
      using file = bench.fresh();
      const sha256 = file.putBlob(Buffer.from("x"));
      file.change(act, [
        put("open", "harbour", { level: "public" }),
        put("closed", "harbour", { level: "sealed" }),
        { kind: "source", id: "s", value: { kind: "source", id: "s", sha256, level: "mediator" } },
        {
          kind: "passage",
          id: "p",
          value: {
            kind: "passage",
            id: "p",
            source: "s",
            start: 0,
            end: 7,
            exact: "harbour",
            prefix: "",
            suffix: "",
            level: "public",
          },
        },
        {
          kind: "statement",
          id: "st",
          value: {
            kind: "statement",
            id: "st",
            passage: "p",
            mode: "direct",
            speakerText: "harbour master",
            level: "public",
          },
        },
      ]);
      const ids = (maxLevel: "public" | "team" | "mediator" | "sealed"): string[] =>
        file
          .search("harbour", { maxLevel })
          .hits.map((hit) => hit.id)
          .sort();
      expect(ids("public")).toEqual(["open"]);
      expect(file.search("harbour", { maxLevel: "public" }).counts).toEqual({ claim: 1 });
      expect(ids("mediator")).toEqual(["open", "p", "st"]);
      expect(ids("sealed")).toEqual(["closed", "open", "p", "st"]);
      expect(file.search("harbour", { kinds: ["passage"] }).hits.map((h) => h.id)).toEqual(["p"]);
    });

    it("keeps documents by hash, results and settings", () => {
      using file = bench.fresh();
      const bytes = Buffer.alloc(2_500_000, "abc");
      const hash = file.putBlob([bytes.subarray(0, 10), bytes.subarray(10)]);
      expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(file.putBlob(bytes)).toBe(hash);
      expect(Buffer.from(file.getBlob(hash)).equals(bytes)).toBe(true);
      expect(code(() => file.getBlob("0"))).toBe("blob-missing");
      expect(file.cached("k")).toBeUndefined();
      file.cache("k", { a: [1] });
      expect(file.cached("k")).toEqual({ a: [1] });
      file.set("pane", "left");
      expect(file.setting("pane")).toBe("left");
    });

    it("merges two copies: union of logs, documents too, the same from both sides", () => {
      using a = bench.fresh();
      a.change(act, [put("c1", "one")]);
      using b = bench.copy(a);
      expect(b.tips()).toEqual(a.tips());
      a.change(act, [put("c1", "left"), put("c2", "same")]);
      b.change({ by: "NN", why: "" }, [put("c1", "right"), put("c2", "same")]);
      const hash = b.putBlob(Buffer.from("doc"));
      const { added, addedBlobs, conflicts } = a.mergeFrom(b);
      expect([added, addedBlobs, conflicts.map((c) => c.id)]).toEqual([2, 1, ["c1"]]);
      expect(a.hasBlob(hash)).toBe(true);
      b.mergeFrom(a);
      expect(b.tips()).toEqual(a.tips());
      expect(b.snapshot()).toEqual(a.snapshot());
      expect(a.mergeFrom(b).added).toBe(0);
      a.settle(act, put("c1", "both"));
      b.mergeFrom(a);
      expect(b.conflicts()).toEqual([]);
      expect([...a.verify(), ...b.verify()]).toEqual([]);
      b.rebuild();
      expect(b.verify()).toEqual([]);
    });
  });
}
