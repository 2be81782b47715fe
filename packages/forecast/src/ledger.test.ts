import { Case, type CaseObject, type Forecast, type Question } from "@parley/case";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importedObjects, ledgerOf, sealForecast } from "./from-case-ledger.ts";
import { readQuestions } from "./imports/read-questions.ts";
import { sealOf, sealState } from "./ledger.ts";
import { scoreFile } from "./score-file.ts";

const question: Question = {
  kind: "question",
  id: "end",
  title: "When does it end?",
  event: "A ceasefire is in effect for one day.",
  rule: "Both governments say so.",
  opens: "2026-01-01",
  closes: "2026-12-31",
  since: "2024-12-31",
  classes: ["cow-interstate"],
};
const open: Forecast = {
  kind: "forecast",
  id: "f1",
  question: "end",
  by: "RK",
  method: "judgement",
  on: "2026-01-01",
  at: "2026-01-01T10:00:00Z",
  probabilities: [0.2, 0.8],
  inputs: ["driver:losses"],
};
const caseOf = (...objects: CaseObject[]): Case => new Case(objects);

describe("seals", () => {
  const sealed = sealForecast(open, question);

  test("a sealed forecast is intact, in whatever order its fields stand", () => {
    expect(sealed.seal).toMatch(/^[0-9a-f]{64}$/);
    const turned = Object.fromEntries(Object.entries(sealed).reverse()) as unknown as Forecast;
    expect(ledgerOf(caseOf(question, turned)).entries[0]?.seal).toBe("intact");
    expect(ledgerOf(caseOf(question, open)).entries[0]?.seal).toBe("not sealed");
  });

  test.each<[string, Partial<Forecast>, Partial<Question>]>([
    ["the probabilities", { probabilities: [0.7, 0.3] }, {}],
    ["the day", { on: "2026-02-01" }, {}],
    ["the time", { at: "2026-01-01T10:00:01Z" }, {}],
    ["who made it", { by: "someone else" }, {}],
    ["the inputs", { inputs: [] }, {}],
    ["the dates", { dates: [{ by: "2026-12-31", share: 0.2 }] }, {}],
    ["the rule of the question", {}, { rule: "One government says so." }],
    ["the event", {}, { event: "Something else." }],
    ["the closing day", {}, { closes: "2027-12-31" }],
  ])("who changes %s afterwards is found out", (_, forecast, asked) => {
    const { entries, findings } = ledgerOf(
      caseOf(
        { ...question, ...asked, resolution: { option: 0, on: "2026-12-31", by: "RK" } },
        { ...sealed, ...forecast },
      ),
    );
    expect(entries[0]?.seal).toBe("broken");
    expect(entries[0]?.scores).toBeUndefined();
    expect(findings).toEqual([
      { ref: "forecast:f1", severity: "error", message: expect.stringContaining("after it was sealed") },
    ]);
  });

  test("no two different contents have one seal; a change of the title breaks nothing", () => {
    const content = (p: number, by: string) => ({
      question: { id: "q", event: "e", rule: "r" },
      by,
      on: "2026-01-01",
      probabilities: [p, 1 - p],
    });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.string(), fc.string(), (p, a, b) => {
        expect(sealState(content(p, a), sealOf(content(p, a)))).toBe("intact");
        if (a !== b) expect(sealState(content(p, a), sealOf(content(p, b)))).toBe("broken");
      }),
    );
    expect(ledgerOf(caseOf({ ...question, title: "Renamed" }, sealed)).findings).toEqual([]);
  });

  test("without a rule nothing is sealed, nor what does not fit the question", () => {
    expect(() => sealForecast(open, { ...question, rule: " " })).toThrow("no rule");
    expect(() => sealForecast({ ...open, probabilities: [1] }, question)).toThrow("1 probability was given");
    expect(() => sealForecast({ ...open, probabilities: [0.5, 0.4] }, question)).toThrow("add up to 0.9");
  });
});

describe("scores of the ledger", () => {
  const resolved: Question = { ...question, resolution: { option: 1, on: "2026-12-31", by: "RK" } };
  const mine = sealForecast({ ...open, dates: [{ by: "2026-12-31", share: 0.2 }] }, question);
  const crowd = sealForecast(
    {
      ...open,
      id: "crowd",
      by: "Metaculus community",
      method: "crowd",
      on: "2025-12-30",
      probabilities: [0.5, 0.5],
      createdBy: { type: "import", name: "metaculus-1" },
    },
    question,
  );
  const later = sealForecast(
    { ...crowd, id: "later", on: "2026-06-01", probabilities: [0.1, 0.9] },
    question,
  );

  test("Brier, log and CRPS; against the base rate and the crowd of the same day, not of a later one", () => {
    const ledger = ledgerOf(caseOf(resolved, mine, crowd, later));
    const entry = ledger.entries.find((e) => e.ref === "forecast:f1");
    expect(entry?.scores?.brier).toBeCloseTo(0.08, 12);
    expect(entry?.scores?.log).toBeCloseTo(-Math.log(0.8), 12);
    // A share that rises evenly from 0 to 0.2 over 364 days, and nothing happened: 364 × 0.2² / 3.
    expect(entry?.scores?.crps).toBeCloseTo((364 * 0.04) / 3, 9);
    expect(entry?.against?.crowd).toEqual({ ref: "forecast:crowd", brier: 0.5 });
    // 28 of 95 wars lasted over 365 days; of these 366 and 364 days on, half ended.
    expect(entry?.against?.baseRate?.brier).toBeCloseTo(0.5, 1);
    const method = ledger.methods.find((m) => m.method === "judgement");
    expect(method).toMatchObject({ n: 1, skillAgainstCrowd: { n: 1 } });
    expect(method?.skillAgainstCrowd.skill).toBeCloseTo(1 - 0.08 / 0.5, 12);
    expect(ledger.reliability.map((b) => [b.n, b.came])).toEqual([[1, 0]]);
  });

  test("open questions are not scored, nor forecasts made after the answer", () => {
    expect(ledgerOf(caseOf(question, mine)).entries[0]?.scores).toBeUndefined();
    const late = sealForecast({ ...open, on: "2027-01-05" }, question);
    expect(ledgerOf(caseOf(resolved, late)).entries[0]?.scores).toBeUndefined();
  });
});

describe("a CSV of forecasts", () => {
  const bins = ["Apr-Jun 2025", "Jul-Sep 2025", "Oct-Dec 2025", "Not before 2026"];
  const csv = (p: number[]): string =>
    `question,option,p,outcome\n${p.map((x, i) => `ceasefire,${bins[i]},${x},${i === 3 ? 1 : 0}`).join("\n")}\n`;

  test.each([
    [[0.08, 0.15, 0.15, 0.61], 0.204],
    [[0.27, 0.24, 0.22, 0.26], 0.726],
    [[0.09, 0.12, 0.22, 0.56], 0.264],
    [[0.09, 0.07, 0.12, 0.72], 0.106],
    [[0.1, 0.22, 0.21, 0.47], 0.383],
    [[0.07, 0.13, 0.2, 0.6], 0.222],
  ])("%j: Brier %d", (p, brier) => {
    const scored = scoreFile(csv(p), true);
    expect(scored.questions).toBe(1);
    expect(Math.abs((scored.brier as number) - brier)).toBeLessThan(0.0006);
    expect(scored.log).toBeCloseTo(-Math.log(p[3]!), 12);
    expect(scored.rps).toBeCloseTo(p[0]! ** 2 + (p[0]! + p[1]!) ** 2 + (p[0]! + p[1]! + p[2]!) ** 2, 12);
  });

  test("one row is yes or no; open questions are counted; the impossible is counted apart", () => {
    const scored = scoreFile("question,option,p,outcome\na,yes,0.0281,0\nb,yes,0.3,\nc,yes,0,1\n");
    expect(scored).toMatchObject({ questions: 2, open: 1, impossible: 1 });
    expect(scored.each[0]?.brier).toBeCloseTo(2 * 0.0281 ** 2, 12);
    expect(scored.each[1]?.log).toBeNull();
    expect(scored.rps).toBeUndefined();
  });

  test("errors name the line", () => {
    expect(() => scoreFile("question,option,p,outcome\na,yes,1.2,0\n")).toThrow("line 2");
    expect(() => scoreFile("question,option,p,outcome\na,x,0.5,1\na,y,0.5,1\n")).toThrow("exactly one");
    expect(() => scoreFile("question,p\n")).toThrow('no column "option"');
  });
});

describe("questions of other platforms", () => {
  const metaculus = {
    results: [
      {
        id: 3479,
        title: "Will it end?",
        question: {
          id: 77,
          type: "binary",
          resolution_criteria: "Both announce it.",
          fine_print: "It must hold a day.",
          open_time: "2026-01-01T00:00:00Z",
          scheduled_close_time: "2026-12-31T00:00:00Z",
          resolution: "no",
          actual_resolve_time: "2027-01-02T00:00:00Z",
          aggregations: {
            recency_weighted: {
              history: [{ start_time: 1767225600, centers: [0.2], forecast_values: [0.8, 0.2] }],
              latest: { start_time: 1767312000, centers: [0.25] },
            },
          },
        },
      },
      { id: 1, title: "How many?", question: { id: 2, type: "numeric", resolution_criteria: "…" } },
      { id: 5, title: "No rule", question: { id: 6, type: "binary" } },
    ],
  };

  test("Metaculus: question, crowd by day, resolution; what is left out is said", () => {
    const file = readQuestions(JSON.stringify(metaculus));
    expect(file).toMatchObject({ format: "metaculus", left: [{ key: "2" }] });
    expect(file.questions[0]).toMatchObject({
      key: "77",
      url: "https://www.metaculus.com/questions/3479/",
      rule: "Both announce it.\nIt must hold a day.",
      closes: "2026-12-31",
      resolution: { option: 1, on: "2027-01-02" },
    });
    expect(file.forecasts.map((f) => [f.on, f.probabilities[0]])).toEqual([
      ["2026-01-01", 0.2],
      ["2026-01-02", 0.25],
    ]);
    const { objects, left } = importedObjects(caseOf(question), file, "2026-11-23");
    expect(objects.map((o) => [o.kind, o.id, o.review?.state, o.createdBy?.type])).toEqual([
      ["question", "metaculus-77", "proposed", "import"],
      ["forecast", "metaculus-77-2026-01-01", "proposed", "import"],
      ["forecast", "metaculus-77-2026-01-02", "proposed", "import"],
    ]);
    expect(left.map((l) => l.key)).toEqual(["2", "6"]);
    // Once more: nothing is overwritten, nothing comes twice.
    const again = importedObjects(caseOf(question, ...objects), file, "2026-11-24");
    expect(again.objects).toEqual([]);
    expect(again.left.map((l) => l.key)).toEqual(["2", "77", "6"]);
  });

  test("a question in the case keeps its name and words", () => {
    const taken: Question = { ...question, id: "metaculus-77" };
    const { objects } = importedObjects(
      caseOf(taken),
      readQuestions(JSON.stringify(metaculus)),
      "2026-11-23",
    );
    expect(objects.every((o) => o.id !== "metaculus-77")).toBe(true);
  });

  test("ForecastBench: questions, crowd of markets only, resolutions, forecasts", () => {
    const set = {
      forecast_due_date: "2026-03-01",
      question_set: "2026-03-01-llm.json",
      questions: [
        {
          id: "q1",
          source: "polymarket",
          question: "Will there be a ceasefire?",
          resolution_criteria: "As the market says.",
          market_info_close_datetime: "2026-06-30T00:00:00+00:00",
          freeze_datetime: "2026-02-19T00:00:00+00:00",
          freeze_datetime_value: "0.07",
          url: "https://example.org/q1",
        },
        {
          id: "d1",
          source: "fred",
          question: "Will it rise?",
          resolution_criteria: "By the series.",
          market_info_close_datetime: "N/A",
          freeze_datetime: "2026-02-19T00:00:00+00:00",
          freeze_datetime_value: "0.5",
        },
        { id: ["q1", "d1"], source: "x", question: "both" },
      ],
    };
    const file = readQuestions(JSON.stringify(set));
    expect(file.questions.map((q) => q.key)).toEqual(["polymarket/q1", "fred/d1"]);
    expect(file.forecasts).toEqual([
      {
        key: "polymarket/q1",
        by: "polymarket crowd",
        on: "2026-02-19",
        probabilities: [0.07, expect.closeTo(0.93, 12)],
      },
    ]);
    expect(file.left).toHaveLength(1);
    const forecasts = readQuestions(
      JSON.stringify({
        organization: "O",
        model: "M",
        question_set: "s",
        forecast_due_date: "2026-03-01",
        forecasts: [{ id: "q1", source: "polymarket", forecast: 0.1 }],
      }),
    );
    expect(forecasts.forecasts).toEqual([
      { key: "polymarket/q1", by: "M", on: "2026-03-01", probabilities: [0.1, 0.9] },
    ]);
    const resolutions = readQuestions(
      JSON.stringify({
        question_set: "s",
        forecast_due_date: "2026-03-01",
        resolutions: [
          { id: "q1", source: "polymarket", resolution_date: "2026-04-01", resolved_to: 0, resolved: true },
          { id: "q2", source: "polymarket", resolution_date: "2026-04-01", resolved_to: 0.4, resolved: true },
        ],
      }),
    );
    expect(resolutions.questions[0]?.resolution).toEqual({ option: 1, on: "2026-04-01" });
    expect(resolutions.left[0]?.why).toContain("0.4");
  });

  test("CSV, with several options and several days", () => {
    const file = readQuestions(
      "question,title,rule,opens,closes,by,on,option,p\n" +
        'e,"When, then?",As announced,2026-01-01,2026-12-31,RK,2026-01-02,before,0.3\n' +
        'e,"When, then?",As announced,,,RK,2026-01-02,after,0.7\n' +
        'e,"When, then?",As announced,,,RK,2026-02-02,before,0.3\n',
    );
    expect(file.questions).toMatchObject([{ key: "e", title: "When, then?", options: ["before", "after"] }]);
    expect(file.forecasts).toHaveLength(1);
    expect(file.left[0]?.why).toContain("do not add up to 1");
    expect(() => readQuestions("question,title\n")).toThrow("no column");
    expect(() => readQuestions("{}")).toThrow("No questions were found");
    expect(() => readQuestions("{")).toThrow("not JSON");
  });
});
