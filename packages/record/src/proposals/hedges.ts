import type { Claim } from "@parley/case";
import type { LanguagePack } from "../rules/language-pack.ts";
import { anyOf } from "./reading.ts";

const patterns = new WeakMap<LanguagePack, { hedge: RegExp; again: RegExp }>();

function of(pack: LanguagePack): { hedge: RegExp; again: RegExp } {
  let made = patterns.get(pack);
  if (made === undefined) {
    made = { hedge: anyOf(pack.hedges), again: anyOf(pack.again, "iu") };
    patterns.set(pack, made);
  }
  return made;
}

/** The words that soften what is said, in order, each once, as they stand. May, the month, is none. */
export function hedgesIn(pack: LanguagePack, text: string): string[] {
  const found = [...text.matchAll(of(pack).hedge)].map((match) => match[0]);
  return [...new Set(found.filter((word) => !(word === "May" && pack.code === "en")))];
}

/** Whether the words say that something was said before. */
export const saysAgain = (pack: LanguagePack, text: string): boolean => of(pack).again.test(text);

const POSSIBLE = /^(?:may|might|could|possibly|perhaps|possible|plausible|potentially)$/i;
const LIKELY = /^(?:likely|probably|presumably|expected|most plausible)$/i;

/** How sure the source says it is; undefined where its words do not tell. */
export function modalityOf(hedges: readonly string[]): NonNullable<Claim["modality"]> | undefined {
  if (hedges.some((word) => /^unlikely$/i.test(word))) return "unlikely";
  if (hedges.some((word) => POSSIBLE.test(word))) return "possible";
  return hedges.some((word) => LIKELY.test(word)) ? "likely" : undefined;
}
