import { type Case, isInForce, type Passage, type Ref, supportsOf } from "@parley/case";
import { datesIn, datesOf } from "./dates.ts";
import type { Run, UntaggedNumber } from "./document.ts";
import { likelihoodIn, speaksOfConfidence } from "./likelihood.ts";
import * as say from "./messages.ts";
import { keysOfValue, numbersIn } from "./numbers.ts";
import { directSpeech, quotedIn, whyNoQuotation } from "./quotation.ts";

/** Everything below a list of references, themselves included. */
export function closure(held: Case, on: readonly Ref[]): Ref[] {
  const seen = new Set<Ref>(on);
  for (const ref of seen) {
    const object = held.at(ref);
    if (object !== undefined) for (const next of supportsOf(object)) seen.add(next);
  }
  return [...seen];
}

/** The passages a sentence leads back to, in the order of their sources and places. */
export function passagesBelow(held: Case, on: readonly Ref[]): Passage[] {
  return closure(held, on)
    .flatMap((ref) => {
      const object = held.at(ref);
      return object?.kind === "passage" ? [object] : [];
    })
    .sort((a, b) =>
      a.source < b.source ? -1 : a.source > b.source ? 1 : a.start - b.start || a.end - b.end,
    );
}

/** Numbers that stand in an object as such: judgements, values on a scale. */
function numbersHeld(value: unknown, keys: Set<string>): void {
  if (typeof value === "number") for (const key of keysOfValue(value)) keys.add(key);
  else if (Array.isArray(value)) for (const item of value) numbersHeld(item, keys);
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value)) numbersHeld(item, keys);
}

/** Kinds whose numbers are places in a text, not facts about the world. */
const PLACES: ReadonlySet<string> = new Set(["passage", "gap", "text", "source"]);

/** Kinds that have words for a name: what stands in those is told, not named. */
const SPOKEN: ReadonlySet<string> = new Set(["claim", "passage", "statement", "comment", "gap"]);

/** What is wrong with one sentence: numbers, dates, quotations and likelihoods nothing vouches for. Empty: nothing. */
export function problemsOfSentence(
  held: Case,
  runs: readonly Run[],
  on: readonly Ref[],
  at: Pick<UntaggedNumber, "brief" | "section" | "sentence">,
): UntaggedNumber[] {
  const text = runs.map((run) => run.text).join("");
  // A number quoted from a result vouches for itself: what is left to check is the words around it.
  const typed = runs.map((run) => ("result" in run ? "·".repeat(run.text.length) : run.text)).join("");
  const problems: UntaggedNumber[] = [];
  const report = (number: string, problem: string): void => {
    problems.push({ ...at, number, text, problem });
  };
  if (on.length === 0) report("", say.standsOnNothing);
  for (const ref of on) {
    if (ref.startsWith("result:")) continue;
    const object = held.at(ref);
    if (object === undefined) report(ref, say.missingSupport(ref));
    else if (!isInForce(object)) report(ref, say.notInForce(ref));
  }
  const dates = new Set<string>();
  const numbers = new Set<string>();
  const passages = passagesBelow(held, on);
  for (const ref of closure(held, on)) {
    const object = held.at(ref);
    if (object === undefined) continue;
    for (const date of datesOf(object)) dates.add(date);
    if (!PLACES.has(object.kind)) numbersHeld(object, numbers);
    if (object.kind === "passage") {
      const language = held.get("source", object.source)?.language;
      for (const number of numbersIn(object.exact, language)) numbers.add(number.key);
      for (const date of datesIn(object.exact)) dates.add(date.date);
    }
  }
  const named = on
    .filter((ref) => !SPOKEN.has(ref.slice(0, ref.indexOf(":"))))
    .map((ref) => held.nameOf(ref))
    .join("\n");
  let rest = typed;
  for (const date of datesIn(typed)) {
    if (!dates.has(date.date)) {
      // Four digits alone may be a number as well as a year: they are looked for among the numbers below.
      if (/^\d{4}$/.test(date.date)) continue;
      report(date.text, say.untagged(date.text));
    }
    rest = rest.slice(0, date.start) + "·".repeat(date.end - date.start) + rest.slice(date.end);
  }
  for (const word of likelihoodIn(text)) {
    if (!word.scaled) report(word.word, say.likelihoodUnscaled(word.word, word.range));
    else
      rest =
        rest.slice(0, word.end) +
        "·".repeat((word.scaleEnd as number) - word.end) +
        rest.slice(word.scaleEnd);
  }
  if (likelihoodIn(text).length > 0 && speaksOfConfidence(text)) report("", say.likelihoodWithConfidence);
  for (const number of numbersIn(rest)) {
    // A number in an object's own name ("S1", "Group of 7") is part of the name.
    if (!numbers.has(number.key) && !named.includes(number.text))
      report(number.text, say.untagged(number.text));
  }
  const direct = directSpeech(held);
  for (const stretch of quotedIn(text)) {
    if (named.includes(stretch.text)) continue;
    const why = whyNoQuotation(stretch, passages, direct);
    if (why === "open") report(stretch.text, say.quotationOpen);
    else if (why === "not verbatim") report(stretch.text, say.quotationNotVerbatim(stretch.text));
    else if (why === "not direct speech") report(stretch.text, say.quotationNotDirect(stretch.text));
    else if (why === "too short") report(stretch.text, say.quotationTooShort(stretch.text));
  }
  return problems;
}
