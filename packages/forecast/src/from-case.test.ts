import { Case, type CaseObject, type Question } from "@parley/case";
import { expect, test } from "vitest";
import { baseRatesOf } from "./from-case.ts";

const info: CaseObject = { id: "case", kind: "case", title: "Two towns and a dam", asOf: "2026-11-23" };
const question: Question = {
  id: "end",
  kind: "question",
  title: "When does it end?",
  event: "A ceasefire",
  rule: "As reported by the River Bank",
  since: "2022-02-24",
};

test("all classes side by side, conditional on the days since, with what they were computed from", () => {
  const rates = baseRatesOf(new Case([info, question]));
  expect(rates.map((r) => r.ref)).toEqual([
    "result:base-rate/end/cow-interstate",
    "result:base-rate/end/cow-interstate-1946",
  ]);
  expect(rates[0]).toMatchObject({
    inputs: ["question:end", "case:case"],
    asOf: "2026-11-23",
    rate: { elapsedDays: 1733, atRisk: 7 },
  });
});

test("a day that is asked for replaces the case's, and then the case is no input", () => {
  const [first] = baseRatesOf(new Case([info, question]), "2022-03-26");
  expect(first).toMatchObject({ inputs: ["question:end"], rate: { elapsedDays: 30, atRisk: 82 } });
});

test("what is missing is said, never filled in", () => {
  const problem = (q: Question, objects: CaseObject[] = [info]): string | undefined =>
    baseRatesOf(new Case([...objects, q]))[0]?.problem;
  const { since: _, ...undated } = question;
  expect(problem(undated)).toContain("since when");
  expect(problem(question, [])).toContain("on which day it is read");
  expect(problem({ ...question, since: "2027-01-01" })).toContain("begins on 2027-01-01");
  expect(problem({ ...question, classes: ["cow-interstat"] })).toContain('Did you mean "cow-interstate"?');
});

test("questions that wait for review give no result", () => {
  expect(baseRatesOf(new Case([info, { ...question, review: { state: "proposed" } }]))).toEqual([]);
});
