import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* The commands of the forecast, as their users run them. `npm test` builds first. */

const bin = fileURLToPath(new URL("../bin/parley.js", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
const deu = join(root, "..", "shared", "golden", "forecast", "deu3-half.json");
const example = (name: string): string => join(root, "examples", name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-forecast-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parley(args: string[], input?: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PARLEY_BY: "RK", PARLEY_PASSPHRASE: "", NO_COLOR: "1" },
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
}
// biome-ignore lint/suspicious/noExplicitAny: the documents of several commands
function json(args: string[], status = 0, input?: string): any {
  const done = parley([...args, "--json"], input);
  expect(done.status, done.stderr).toBe(status);
  return JSON.parse(done.stdout);
}
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

describe("outcome", () => {
  const actors = join(example("emissions"), "actors.csv");

  test("the emission standards: mean, median, and the rounds of the challenge model", () => {
    expect(json(["outcome", actors, "--model", "compromise"])).toMatchObject({
      model: "compromise",
      issue: "issue",
      rounds: [],
      forecast: 7.389955686853767,
    });
    expect(json(["outcome", actors, "--model", "median"]).forecast).toBe(7);
    const made = json(["outcome", actors, "--model", "challenge-code", "--rounds", "8"]);
    expect(made.rounds.map((r: { median: number }) => Math.trunc(r.median * 10) / 10)).toEqual([
      8.4, 9.6, 9.9, 9.9, 9.9, 7.4, 8.8, 9.6,
    ]);
    expect(made.forecast).toBe(made.rounds[7].median);
  });

  test("several issues from standard input; draws with their seed; one issue by name", () => {
    const rows = "#P\tx\tx\n#P\ty\ty\n#D\tA\tx\t0..20\t1\t1\n#D\tB\tx\t100\t1\t1\n#D\tA\ty\t5\t1\t1\n";
    const all = json(["outcome", "-", "--model", "compromise", "--draws", "100", "--seed", "4"], 0, rows);
    expect(all.issues.map((i: { issue: string; forecast: number }) => [i.issue, i.forecast])).toEqual([
      ["x", 55],
      ["y", 5],
    ]);
    expect(all.issues[0].range).toMatchObject({ draws: 100, seed: 4 });
    expect(json(["outcome", "-", "--model", "compromise", "--issue", "y"], 0, rows).forecast).toBe(5);
    expect(json(["outcome", "-", "--model", "compromise", "--issue", "z"], 1, rows).error.message).toContain(
      "x, y",
    );
  });

  test("a model nobody knows is a wrong call; a bad line is named", () => {
    expect(json(["outcome", actors, "--model", "mean"], 2).error.message).toContain("compromise, median");
    const bad = file("bad.csv", "actor,capability,position,salience\nA,1,x,1\n");
    const { error } = json(["outcome", bad, "--model", "median"], 1);
    expect(error).toMatchObject({ code: "issues-format", where: "bad.csv" });
    expect(error.message).toContain("line 2");
  });
});

describe("backtest", () => {
  test.skipIf(!existsSync(deu))("names of models, differences, the fixed split", () => {
    const done = json(["backtest", deu]);
    expect(done.issues).toBe(174);
    const names = done.models.map((m: { name: string }) => m.name);
    for (const name of ["salience-mean", "mean", "median", "always-50", "challenge-code", "challenge-text"])
      expect(names).toContain(name);
    for (const m of done.models)
      for (const key of ["mae", "medianError", "within5", "within10", "within20", "crps"])
        expect(m).toHaveProperty(key);
    expect(done.differences[0]).toEqual({
      a: expect.any(String),
      b: expect.any(String),
      n: expect.any(Number),
      mae: expect.any(Number),
      interval: [expect.any(Number), expect.any(Number)],
    });
    const printed = parley(["backtest", deu]).stdout;
    expect(printed).toContain("SHA-256");
    expect(printed).toContain("Nothing is claimed of peace talks");
  });

  test("issues without outcomes are no test", () => {
    const actors = join(example("emissions"), "actors.csv");
    expect(json(["backtest", actors], 1).error.code).toBe("no-outcomes");
  });
});

describe("timing", () => {
  test("Anchorage: the date, what binds, levers, and what it hangs on; the same again from the same seed", () => {
    const args = ["timing", example("anchorage"), "--question", "end", "--runs", "2000", "--lever", "table"];
    const one = json([...args, "cut:land-before-table", "--sensitivity", "300"]);
    expect(one).toMatchObject({ seed: 1, runs: 2000, status: "heuristic", asOf: "2026-06-22" });
    expect(one.question.rule).toContain("Announcements of both governments");
    expect(one.binds.map((b: { cause: string }) => b.cause)).toEqual([
      "red line",
      "perception",
      "reservation",
      "deadlock",
      "table",
    ]);
    expect(one.settled.length).toBe(one.days.length);
    expect(one.probability).toBeCloseTo(1 - one.never.share, 12);
    expect(one.words).toMatch(/\(\d+–\d+%\)$/);
    expect(one.scenarios).toHaveLength(2);
    for (const { difference } of one.scenarios) expect(difference.share).toBeGreaterThan(0);
    expect(one.sobol.length).toBeGreaterThan(one.tornado.length - 1);
    expect(one.inputs).toContain("driver:russian-finances");
    expect(one.baseRates.map((b: { class: string }) => b.class)).toEqual([
      "cow-interstate",
      "cow-interstate-1946",
    ]);
    expect(json([...args, "cut:land-before-table", "--sensitivity", "300"])).toEqual(one);
    expect(json([...args, "cut:land-before-table", "--sensitivity", "300", "--threads", "3"])).toEqual(one);
    expect(json([...args, "--seed", "2"]).never.share).not.toBe(one.never.share);
  });

  test("a question or lever that is not there is named; without values nothing is computed", () => {
    const asked = ["timing", example("anchorage"), "--question"];
    expect(json([...asked, "ends"], 1).error.message).toContain("there are end");
    expect(json([...asked, "end", "--lever", "war"], 1).error.message).toContain("is no lever");
    expect(json(["timing", example("korea"), "--question", "armistice"], 1).error.code).toBe("not-computed");
  });
});

describe("the ledger", () => {
  test("log a forecast, score it, change it by hand in the text form: it is found out", () => {
    expect(parley(["import-case", example("korea"), "k.parley"]).status).toBe(0);
    const sealed = json([
      "forecast",
      "k.parley",
      "--question",
      "armistice",
      "--p",
      "0.3,0.7",
      "--on",
      "1951-07-10",
    ]);
    expect(sealed.seal).toMatch(/^[0-9a-f]{64}$/);
    const scored = json(["score", "k.parley"]);
    expect(scored.questions).toBe(1);
    const mine = scored.entries.find((e: { by: string }) => e.by === "RK");
    expect(mine.scores.brier).toBeCloseTo(0.18, 12);
    expect(mine.seal).toBe("intact");
    expect(parley(["export", "k.parley", "out"]).status).toBe(0);
    expect(parley(["check", "out"]).status).toBe(0);
    const text = join(folder, "out", "case.yaml");
    const before = readFileSync(text, "utf8");
    const after = before.replace(/0\.3(\D+)0\.7/, "0.7$10.3");
    expect(after).not.toBe(before);
    writeFileSync(text, after);
    const checked = parley(["check", "out"]);
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain("after it was sealed");
    expect(parley(["score", "out"]).status).toBe(1);
  });

  test("what does not fit the question is refused", () => {
    const call = ["forecast", "k.parley", "--question", "armistice", "--p"];
    expect(json([...call, "0.3,0.3,0.4"], 1).error.message).toContain("2 options");
    expect(json([...call, "0.3,0.3"], 1).error.message).toContain("0.6");
    expect(json([...call, "0.3,x"], 2).error.code).toBe("usage");
  });

  test("questions of elsewhere come in as proposals, once", () => {
    const set = file(
      "set.json",
      JSON.stringify({
        forecast_due_date: "2026-03-01",
        question_set: "s",
        questions: [
          {
            id: "q1",
            source: "m",
            question: "Will it?",
            resolution_criteria: "As announced.",
            market_info_close_datetime: "2026-06-30",
            freeze_datetime: "2026-02-19",
            freeze_datetime_value: "0.07",
          },
          { id: "q2", source: "m", question: "And then?" },
        ],
      }),
    );
    expect(json(["import-questions", "k.parley", set])).toMatchObject({
      questions: 1,
      forecasts: 1,
      left: [{ key: "m/q2" }],
    });
    expect(json(["import-questions", "k.parley", set])).toMatchObject({ questions: 0, forecasts: 0 });
    expect(parley(["check", "k.parley"]).status).toBe(0);
  });

  test("a CSV: Brier as published; a bad line is named", () => {
    const csv = (p: number[]) =>
      `question,option,p,outcome\n${p.map((x, i) => `q,o${i},${x},${i === 3 ? 1 : 0}`).join("\n")}\n`;
    const scored = json(["score", "-", "--ordered"], 0, csv([0.08, 0.15, 0.15, 0.61]));
    expect(scored.questions).toBe(1);
    expect(scored.brier).toBeCloseTo(0.2035, 4);
    expect(scored).toHaveProperty("log");
    expect(scored).toHaveProperty("rps");
    expect(json(["score", "-"], 1, "question,option,p,outcome\nq,a,2,1\n").error.message).toContain("line 2");
  });
});

describe("base rates", () => {
  test("one class stands alone, several stand beside each other, one's own too", () => {
    const one = json(["base-rate", "--elapsed", "1733", "--class", "cow-interstate"]);
    expect(one).toMatchObject({ class: "cow-interstate", elapsedDays: 1733, atRisk: 7 });
    const own = file("own.csv", "days,ended\n10,1\n2000,0\n");
    const all = json(["base-rate", "--elapsed", "5", "--class", "all", "--durations", own]);
    expect(all.classes.map((c: { class: string }) => c.class)).toEqual([
      "cow-interstate",
      "cow-interstate-1946",
      "own",
    ]);
    const cut = json(["base-rate", "--elapsed", "30", "--class", "cow-interstate", "--since", "1946"]);
    expect(cut.within).toEqual(
      json(["base-rate", "--elapsed", "30", "--class", "cow-interstate-1946"]).within,
    );
    expect(
      json(["base-rate", "--elapsed", "30", "--class", "cow-interstate", "--kind", "civil"], 1).error.message,
    ).toContain("interstate");
    expect(json(["base-rate", "--elapsed", "30"], 2).error.message).toContain("--class");
  });
});
