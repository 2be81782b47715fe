import { expect, test } from "vitest";
import { checkQuestion, type QuestionText } from "./question.ts";

const whole: QuestionText = {
  title: "When does the war of the dam end?",
  event: "Both parties announce a ceasefire and it holds for 30 days.",
  rule: "As reported by the River Bank's observers.",
  sources: ["River Bank"],
  opens: "2026-01-01",
  closes: "2026-12-31",
  options: ["before July", "later"],
};
const errors = (question: QuestionText): string[] =>
  checkQuestion(question)
    .filter((f) => f.severity === "error")
    .map((f) => f.field);

test("a whole question has no findings", () => {
  expect(checkQuestion(whole)).toEqual([]);
});

test("without event or rule it cannot stand", () => {
  expect(errors({ ...whole, rule: "  " })).toEqual(["rule"]);
  expect(errors({ ...whole, event: "" })).toEqual(["event"]);
});

test("dates, options and sources are looked at", () => {
  expect(errors({ ...whole, closes: "2025-12-31" })).toEqual(["closes"]);
  expect(errors({ ...whole, opens: "2026-02-30" })).toEqual(["opens"]);
  expect(errors({ ...whole, options: ["yes"] })).toEqual(["options"]);
  expect(errors({ ...whole, options: ["yes", "yes"] })).toEqual(["options"]);
  expect(checkQuestion({ ...whole, sources: [] })).toEqual([
    { field: "sources", severity: "warning", message: "The rule names no sources: say who or what decides." },
  ]);
});
