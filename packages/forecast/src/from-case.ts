import { type Case, daysBetween, type Question, type Ref, refOf } from "@parley/case";
import { type BaseRate, baseRate } from "./base-rate.ts";
import { noAsOf, noSince, sinceInFuture } from "./messages.ts";
import { REFERENCE_CLASSES, UnknownClassError } from "./reference-classes.ts";

/** Base rates of one question by one class, or why there are none. */
export interface QuestionBaseRate {
  /** `result:base-rate/<question>/<class>`. */
  ref: Ref;
  question: Question;
  class: string;
  asOf?: string;
  rate?: BaseRate;
  /** Why there is no rate. */
  problem?: string;
  /** Objects of the case it was computed from. */
  inputs: Ref[];
}

/**
 * The base rates of every question of a case, several classes side by side: those the question names, else all.
 *
 * @param asOf the day on which the question is looked at; default the day on which the case is read
 */
export function baseRatesOf(held: Case, asOf?: string): QuestionBaseRate[] {
  return held.inForce("question").flatMap((question) => {
    const classes = question.classes ?? REFERENCE_CLASSES.map((c) => c.name);
    return classes.map((name) => questionBaseRate(held, question, name, asOf));
  });
}

function questionBaseRate(
  held: Case,
  question: Question,
  name: string,
  asOf: string | undefined,
): QuestionBaseRate {
  const day = asOf ?? held.info?.asOf;
  const inputs: Ref[] = [refOf("question", question.id)];
  // The day the case is read is one of the inputs unless the caller chose another.
  if (asOf === undefined && held.info !== undefined) inputs.push(refOf("case", held.info.id));
  const result: QuestionBaseRate = {
    ref: `result:base-rate/${question.id}/${name}`,
    question,
    class: name,
    inputs,
  };
  if (day === undefined) return { ...result, problem: noAsOf() };
  result.asOf = day;
  if (question.since === undefined) return { ...result, problem: noSince(question.title) };
  const elapsed = daysBetween(question.since, day);
  if (elapsed < 0) return { ...result, problem: sinceInFuture(question.since, day) };
  try {
    result.rate = baseRate(name, elapsed);
  } catch (error) {
    if (!(error instanceof UnknownClassError)) throw error;
    result.problem = error.message;
  }
  return result;
}
