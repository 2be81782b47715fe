import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readSettlementJson, type SettlementJson, settle } from "@parley/settlement";
import { describe, expect, it } from "vitest";

const folder = new URL("packages/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
const read = (file: string): SettlementJson =>
  readSettlementJson(JSON.parse(readFileSync(new URL(file, folder), "utf8")));

/** Published bargaining problems. UPDATE_EXPECTED=1 writes what they come to anew. */
describe("packages", () => {
  it.each(files)("%s comes to what is expected, all of it proved", (file) => {
    const { parties, packages, acceptable, frontier, solutions, divided, status } = settle(read(file));
    expect(status).toBe("proved");
    const told = { parties, packages, acceptable, points: frontier.length, solutions, divided };
    const path = new URL(`expected/${file}`, folder);
    const text = `${JSON.stringify(told, null, 1)}\n`;
    if (process.env.UPDATE_EXPECTED === "1") writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, "utf8"));
  });

  it("Nash 1950: Bill gives book, whip, ball and bat for pen, toy and knife, and gains 12 to Jack's 5", () => {
    const { nash } = settle(read("nash-1950-barter.json")).solutions;
    expect(nash!.score).toBe(60);
    expect(nash!.values).toEqual({ Bill: 24, Jack: 11 });
    const jacks = Object.entries(nash!.package).flatMap(([good, to]) => (to === "Jack" ? [good] : []));
    expect(jacks).toEqual(["book", "whip", "ball", "bat", "hat"]);
  });

  it("the divorce: the house is divided 60 to 40, and each has 69 points", () => {
    const { divided } = settle(read("divorce-divided.json"));
    expect(divided).toMatchObject({ points: [69, 69], divided: "house", feasible: true });
    expect(divided!.issues.map(({ share }) => share)).toEqual([
      [0, 1],
      [1, 0],
      [0.6, 0.4],
    ]);
  });
});

describe("the peace agreement simulator of CSIS, as it is scored", () => {
  const json = read("csis-articles-as-scored.json");
  const articles = json.issues.length;
  const parties = json.parties.length;
  const above = json.parties.map((party) => json.issues.map(({ id }) => party.values[id]!.in as number));
  const excluded = json.links!.map((link) => {
    if (!("forbid" in link)) throw new Error("Articles only exclude each other.");
    return link.forbid.reduce(
      (mask, [id]) => mask | (1 << json.issues.findIndex((issue) => issue.id === id)),
      0,
    );
  });
  /** Every draft with an article and without an excluded pair, with each party's mean above its threshold. */
  const drafts = (visit: (draft: number, gains: number[]) => void): void => {
    for (let draft = 1; draft < 1 << articles; draft++) {
      if (excluded.some((pair) => (draft & pair) === pair)) continue;
      let n = 0;
      const sums = above.map(() => 0);
      for (let k = 0; k < articles; k++) {
        if (((draft >> k) & 1) === 0) continue;
        n++;
        for (let i = 0; i < parties; i++) sums[i] = sums[i]! + above[i]![k]!;
      }
      visit(
        draft,
        sums.map((sum) => sum / n),
      );
    }
  };

  it("lets 118,136 of 248,831 drafts pass, blocks most by one party, and by every rule picks one article alone", () => {
    let all = 0;
    let passing = 0;
    const blocked = Array.from({ length: parties }, () => 0);
    const best: Record<string, { score: number; drafts: number[] }> = {};
    const likes = (rule: string, score: number, draft: number): void => {
      const before = best[rule];
      if (before === undefined || score > before.score + 1e-9) best[rule] = { score, drafts: [draft] };
      else if (score > before.score - 1e-9) before.drafts.push(draft);
    };
    const ideal = Array.from({ length: parties }, () => 0);
    const feasible: [number, number[]][] = [];
    drafts((draft, gains) => {
      all++;
      for (const [i, g] of gains.entries()) if (g < -1e-9) blocked[i] = blocked[i]! + 1;
      if (gains.some((g) => g < -1e-9)) return;
      passing++;
      feasible.push([draft, gains]);
      for (const [i, g] of gains.entries()) ideal[i] = Math.max(ideal[i]!, g);
    });
    for (const [draft, gains] of feasible) {
      likes(
        "nash",
        gains.reduce((a, g) => a * Math.max(0, g), 1),
        draft,
      );
      likes("egalitarian", Math.min(...gains), draft);
      likes("kalaiSmorodinsky", Math.min(...gains.map((g, i) => g / ideal[i]!)), draft);
      likes(
        "utilitarian",
        gains.reduce((a, g) => a + g, 0),
        draft,
      );
    }
    expect([all, passing]).toEqual([248_831, 118_136]);
    const named = Object.fromEntries(json.parties.map(({ id }, i) => [id, blocked[i]]));
    expect(named).toMatchObject({ Russia: 125_133, USA: 0, Europe: 4 });
    for (const { drafts: picked } of Object.values(best)) expect(picked).toEqual([1]);
    expect(best.nash!.score).toBeCloseTo(140, 9);
    // The additive form of the same question counts the same, and the draft without an article besides.
    expect(settle(json).acceptable).toBe(passing + 1);
  });
});
