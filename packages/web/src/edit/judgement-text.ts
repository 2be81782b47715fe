import { formatJudgement, type Judgement, parseJudgement } from "@parley/case";

/** A range as it is being typed. */
export interface RangeWords {
  low: string;
  high: string;
  mode: string;
}

/** The short form of a judgement, or its long one, as words in three fields. What is no judgement yet stays readable. */
export function rangeWords(value: unknown): RangeWords {
  const judged =
    typeof value === "number" || typeof value === "string"
      ? parseJudgement(value)
      : (value as Judgement | undefined);
  if (judged === undefined) {
    const parts = /^(.*?)\.\.(.*?)(?:~(.*))?$/.exec(String(value ?? ""));
    return {
      low: parts?.[1]?.trim() ?? String(value ?? ""),
      high: parts?.[2]?.trim() ?? "",
      mode: parts?.[3]?.trim() ?? "",
    };
  }
  const { low, high, mode } = judged;
  if (low === high) return { low: String(low), high: "", mode: "" };
  return { low: String(low), high: String(high), mode: mode === undefined ? "" : String(mode) };
}

/**
 * Three fields as the short form: the first alone is one value. A decimal comma is read as a point. What is no number
 * is kept as it was typed, so that the check can say so. Undefined: nothing was typed.
 *
 * @param before the judgement before, whose own basis is kept
 */
export function rangeValue(words: RangeWords, before: unknown): unknown {
  const [low, high, mode] = [words.low, words.high, words.mode].map((w) => w.trim().replace(",", "."));
  if (low === "" && high === "" && mode === "") return undefined;
  const number = (text: string): number => (text === "" ? Number.NaN : Number(text));
  const said =
    high === "" && mode === "" && Number.isFinite(number(low as string))
      ? number(low as string)
      : `${low}..${high === "" ? low : high}${mode === "" ? "" : ` ~ ${mode}`}`;
  const basis = typeof before === "object" && before !== null ? (before as Judgement).basis : undefined;
  const judged = parseJudgement(said);
  if (judged === undefined) return said;
  return basis === undefined ? (formatJudgement(judged) ?? said) : { ...judged, basis };
}
