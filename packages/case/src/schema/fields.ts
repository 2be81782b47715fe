import { z } from "zod";
import type { Basis } from "../basis.ts";
import { isId } from "../id.ts";
import { formatJudgement, type Judgement, parseJudgement } from "../judgement.ts";
import * as say from "../messages.ts";
import { formatTime, isDay, PRECISIONS, parseTime, type WorldTime } from "../time.ts";

/*
 * The building blocks of every schema. A field has an input form (what the text form may say) and an output form
 * (what the object holds): the schemas are codecs, so that the same definition reads, writes and describes both.
 */

/** An object's name. */
export const id: z.ZodType<string, string> = z
  .string({ error: (issue) => say.expectedId(issue.input) })
  .refine(isId, { error: (issue) => say.badId(String(issue.input)) });

/** A sentence or name that must not be empty. */
export const words: z.ZodType<string, string> = z
  .string({ error: (issue) => say.expectedWords(issue.input) })
  .refine((text) => text.trim() !== "", { error: say.emptyWords });

/** Any text. */
export const text: z.ZodType<string, string> = z.string({ error: (issue) => say.expectedWords(issue.input) });

/** A day, `YYYY-MM-DD`. */
export const day: z.ZodType<string, string> = z
  .string({ error: (issue) => say.expectedDay(issue.input) })
  .refine(isDay, { error: (issue) => say.expectedDay(issue.input) });

/** A day, or an instant with its offset. */
export const moment: z.ZodType<string, string> = z
  .string({ error: (issue) => say.expectedDay(issue.input) })
  .refine((s) => isDay(s) || parseTime(s)?.precision === "instant", {
    error: (i) => say.expectedDay(i.input),
  });

const numbers = z.strictObject({
  low: z.number(),
  mode: z.number().exactOptional(),
  high: z.number(),
  basis: z.lazy(() => basis).exactOptional(),
});

/** A judgement: `0.7`, `"0.2..0.4"`, `"0.2..0.4 ~ 0.3"`, or `{low, mode, high}` with a basis of its own. */
export const judgement: z.ZodType<Judgement, unknown> = z.codec(
  z.union([z.number(), z.string(), numbers], { error: (issue) => say.expectedJudgement(issue.input) }),
  numbers,
  {
    decode(value, context) {
      const judged = typeof value === "object" ? value : parseJudgement(value);
      const wrong =
        judged === undefined
          ? say.expectedJudgement(value)
          : judged.low > judged.high
            ? say.lowAboveHigh(judged.low, judged.high)
            : judged.mode !== undefined && (judged.mode < judged.low || judged.mode > judged.high)
              ? say.modeOutside(judged.mode, judged.low, judged.high)
              : undefined;
      if (judged !== undefined && wrong === undefined) return judged;
      context.issues.push({ code: "custom", message: wrong ?? "", input: value });
      return z.NEVER;
    },
    encode: (judged) => formatJudgement(judged) ?? judged,
  },
);

const times = z.strictObject({
  earliest: moment.exactOptional(),
  latest: moment.exactOptional(),
  precision: z.enum(PRECISIONS),
  text: text.exactOptional(),
  basis: z.enum(["stated", "from publication date", "from an event", "analyst"]).exactOptional(),
});
const saidTime = z.strictObject({
  when: z.string(),
  text: text.exactOptional(),
  basis: z.enum(["stated", "from publication date", "from an event", "analyst"]).exactOptional(),
});

/** A time: `2025-08-15`, `2023-21` (spring), `2026-06-01..2026-06-07`, `{when, text, basis}`, or in full. */
export const time: z.ZodType<WorldTime, unknown> = z.codec(
  z.union([z.string(), z.number(), saidTime, times], { error: (issue) => say.expectedTime(issue.input) }),
  times,
  {
    decode(value, context) {
      if (typeof value === "object" && "precision" in value) return value;
      const short = typeof value === "object" ? value.when : String(value);
      const parsed = parseTime(short);
      if (parsed === undefined) {
        context.issues.push({ code: "custom", message: say.expectedTime(short), input: value });
        return z.NEVER;
      }
      if (typeof value !== "object") return parsed;
      const { when: _, ...said } = value;
      return { ...parsed, ...said };
    },
    encode(held) {
      const { text: said, basis: from, ...bare } = held;
      const short = formatTime(bare);
      if (short === undefined) return held;
      if (said === undefined && from === undefined) return short;
      return {
        when: short,
        ...(said === undefined ? {} : { text: said }),
        ...(from === undefined ? {} : { basis: from }),
      };
    },
  },
);

const assumption = z.strictObject({ by: words, on: day, why: text.exactOptional() });

/** What something rests on, resolved: quotes and short forms have become ids (see `text/basis.ts`). */
export const basis: z.ZodType<Basis, Basis> = z.strictObject({
  passages: z.array(id).exactOptional(),
  claims: z.array(id).exactOptional(),
  assumption: assumption.exactOptional(),
});

/** `kind:id`, or `result:…`. */
export const ref: z.ZodType<`${string}:${string}`, unknown> = z.custom<`${string}:${string}`>(
  (value) => typeof value === "string" && /^[a-z]+:\S/.test(value),
  { error: (issue) => say.expectedRef(issue.input) },
);

/** Two offsets, start before or at end. */
export const range: z.ZodType<[number, number], unknown> = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([a, b]) => a <= b, { error: say.rangeBackwards });
