import { type Case, refOf } from "@parley/case";
import { baseRatesOf } from "@parley/forecast";
import type { Result } from "../result.ts";
import { counted, grouped, percent } from "../words.ts";

/** Horizons told in sentences, in days; the table holds all. */
const TOLD = [30, 365];

/** How often comparable pasts ended within so many days, given how long they had lasted. One result a class. */
export function baseRateResults(held: Case): Omit<Result, "level">[] {
  return baseRatesOf(held).map(({ ref, question, rate, problem, inputs }) => {
    const on = [refOf("question", question.id)];
    const base = {
      ref,
      type: "base-rate" as const,
      title: question.title,
      method:
        "Kaplan–Meier estimate conditional on the elapsed time; 90% interval, exact where fewer than 20 are at risk",
      inputs,
    };
    if (rate === undefined) {
      return {
        ...base,
        status: "not computed" as const,
        value: null,
        sentences: [{ text: problem ?? "", on }],
      };
    }
    const sentences: Result["sentences"] = [
      { text: rate.words, on },
      { text: `The class is ${rate.title}: ${rate.citation}`, on, detail: true },
      { text: `The question is resolved by this rule: ${question.rule}`, on, detail: true },
    ];
    for (const row of rate.within) {
      if (!TOLD.includes(row.days) || row.share === null || row.interval === null) continue;
      const [low, high] = row.interval;
      sentences.push({
        text: `Of the ${counted(rate.atRisk, "war")} that had lasted as long, ${grouped(row.ended)} ended within ${counted(row.days, "more day")}: ${percent(row.share)} (90% interval ${percent(low)} to ${percent(high)}).`,
        on,
        ...(row.days === Math.max(...TOLD) ? {} : { detail: true as const }),
      });
    }
    const title = `${question.title} By the class: ${rate.title}`;
    return { ...base, title, status: "proved" as const, value: rate, sentences };
  });
}
