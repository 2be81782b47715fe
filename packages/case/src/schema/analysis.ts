import { z } from "zod";
import { LEVELS } from "../level.ts";
import { LOOK_FOR } from "../objects/look-for.ts";
import { PHASES } from "../objects/people.ts";
import { CLAIM_ACTS } from "../objects/record.ts";
import { ASKS, EASE, PLAN_STANCES } from "../objects/settlement.ts";
import { basis, day, id, judgement, moment, ref, text, time, words } from "./fields.ts";
import type { Shape } from "./shape.ts";

const ids = z.array(id).exactOptional();
const choice = z.strictObject({ issue: id, option: id });

const rules = z.array(z.strictObject({ of: z.array(id), atLeast: z.int().positive() })).exactOptional();

export const link: Shape<"link"> = {
  forbid: z.tuple([choice, choice]).exactOptional(),
  require: z.tuple([choice, choice]).exactOptional(),
  why: text.exactOptional(),
};

const gaps = ids;
const term = z.strictObject({
  name: words,
  value: judgement.exactOptional(),
  unit: text.exactOptional(),
  when: time.exactOptional(),
  actor: id.exactOptional(),
  condition: text.exactOptional(),
  text: text.exactOptional(),
  gaps,
});

export const plan: Shape<"plan"> = {
  name: words,
  author: ids,
  when: time.exactOptional(),
  versionOf: id.exactOptional(),
  backers: ids,
  stances: z
    .array(
      z.strictObject({
        actor: id,
        stance: z.enum(PLAN_STANCES),
        when: time.exactOptional(),
        why: text.exactOptional(),
        basis: basis.exactOptional(),
      }),
    )
    .exactOptional(),
  expires: day.exactOptional(),
  slots: z.record(
    id,
    z.strictObject({
      option: id.exactOptional(),
      value: judgement.exactOptional(),
      wording: text.exactOptional(),
      terms: z.array(term).exactOptional(),
      gaps,
    }),
  ),
};

export const dealPackage: Shape<"package"> = { name: words, choices: z.record(id, id.nullable()) };

export const valuation: Shape<"valuation"> = {
  party: id,
  weights: z.record(id, judgement),
  values: z.record(id, z.record(id, judgement)),
  redLines: z.array(z.array(choice)).exactOptional(),
  essential: ids,
  noDeal: judgement.exactOptional(),
  fromPositions: z.boolean().exactOptional(),
  seenBy: id.exactOptional(),
};

export const consent: Shape<"consent"> = {
  all: ids,
  rules,
  consulted: ids,
  tables: z
    .array(
      z.strictObject({
        name: words,
        in: ids,
        consulted: ids,
        informed: ids,
        excluded: ids,
        opensPerYear: judgement.exactOptional(),
        nothingUntilAll: z.boolean().exactOptional(),
        agenda: ids,
        closed: z
          .array(
            z.strictObject({
              issue: id,
              option: id.exactOptional(),
              on: day.exactOptional(),
              basis: basis.exactOptional(),
            }),
          )
          .exactOptional(),
      }),
    )
    .exactOptional(),
};

export const coalition: Shape<"coalition"> = {
  name: words,
  plan: id.exactOptional(),
  goal: text.exactOptional(),
  members: ids,
  candidates: z.array(
    z.strictObject({
      actor: id,
      ease: z.enum(EASE).exactOptional(),
      readiness: judgement.exactOptional(),
      needs: ids,
      asks: z
        .array(
          z.strictObject({
            what: words,
            type: z.enum(ASKS),
            issue: id.exactOptional(),
            status: z.enum(["open", "granted", "refused"]).exactOptional(),
            worth: judgement.exactOptional(),
            against: ids,
            cost: judgement.exactOptional(),
            basis: basis.exactOptional(),
          }),
        )
        .exactOptional(),
      drawnBy: z.array(z.strictObject({ actor: id, worth: judgement })).exactOptional(),
      brings: text.exactOptional(),
      basis: basis.exactOptional(),
    }),
  ),
  all: ids,
  rules,
};

export const tie: Shape<"tie"> = {
  type: z.enum(["trust", "pressure", "influence", "trade", "consent", "channel"]),
  from: id,
  to: id,
  instrument: text.exactOptional(),
  direction: z.enum(["rising", "steady", "falling", "unknown"]).exactOptional(),
  strength: z.enum(["none", "weak", "medium", "strong", "unknown"]).exactOptional(),
  open: z.enum(["open", "closed", "unknown"]).exactOptional(),
  during: time.exactOptional(),
};

export const move: Shape<"move"> = {
  party: id,
  name: words,
  taken: text.exactOptional(),
  notTaken: text.exactOptional(),
  change: z.enum(["both", "take-only", "drop-only"]).exactOptional(),
  now: z.boolean().exactOptional(),
};

export const infeasibility: Shape<"infeasibility"> = {
  pattern: z.record(id, z.boolean()),
  why: text.exactOptional(),
};

export const preference: Shape<"preference"> = {
  party: id,
  statements: z.array(words).exactOptional(),
  ranking: z.array(z.array(z.array(id))).exactOptional(),
  seenBy: id.exactOptional(),
};

export const view: Shape<"view"> = {
  actor: id,
  hiddenMoves: ids,
  preferences: ids,
  filters: z
    .array(
      z.strictObject({
        from: id,
        to: id,
        effect: z.enum(["attenuates", "biases", "delays", "blocks"]),
        about: text.exactOptional(),
        drivers: ids,
        amount: judgement.exactOptional(),
      }),
    )
    .exactOptional(),
  resistance: z.enum(["none", "some", "strong", "unknown"]).exactOptional(),
  takesUp: judgement.exactOptional(),
  threshold: judgement.exactOptional(),
};

export const driver: Shape<"driver"> = {
  name: words,
  unit: text.exactOptional(),
  points: z.array(z.strictObject({ when: time, value: judgement.exactOptional() })).exactOptional(),
  stands: z.enum(["low", "medium", "high", "unknown"]).exactOptional(),
  trend: z.enum(["rising", "steady", "falling", "unknown"]).exactOptional(),
  pressesOn: ids,
  saidBy: id.exactOptional(),
  perMonth: judgement.exactOptional(),
  effects: z.array(z.strictObject({ party: id, perUnit: judgement })).exactOptional(),
  shocks: z.array(z.strictObject({ name: words, perYear: judgement, size: judgement })).exactOptional(),
};

export const question: Shape<"question"> = {
  title: words,
  event: words,
  rule: words,
  sources: z.array(text).exactOptional(),
  opens: day.exactOptional(),
  closes: day.exactOptional(),
  options: z.array(text).exactOptional(),
  since: day.exactOptional(),
  classes: z.array(words).exactOptional(),
  ordered: z.boolean().exactOptional(),
  resolution: z
    .strictObject({
      option: z.int().min(0).exactOptional(),
      date: day.exactOptional(),
      on: day,
      by: words,
      why: text.exactOptional(),
    })
    .exactOptional(),
};

export const forecast: Shape<"forecast"> = {
  question: id,
  by: words,
  method: text.exactOptional(),
  on: day,
  at: moment.exactOptional(),
  probabilities: z
    .array(z.number().min(0).max(1))
    .refine((p) => Math.abs(p.reduce((a, b) => a + b, 0) - 1) < 1e-9, {
      error: "The probabilities must sum to 1.",
    }),
  dates: z.array(z.strictObject({ by: day, share: z.number().min(0).max(1) })).exactOptional(),
  inputs: z.array(text).exactOptional(),
  seal: text.exactOptional(),
};

export const caseInfo: Shape<"case"> = {
  title: words,
  about: text.exactOptional(),
  asOf: day.exactOptional(),
  newLevel: z.enum(LEVELS).exactOptional(),
  naming: z.record(z.string(), z.string()).exactOptional(),
  phases: z
    .array(
      z.strictObject({
        phase: z.enum(PHASES),
        since: day,
        by: words,
        basis: basis.exactOptional(),
        note: text.exactOptional(),
      }),
    )
    .exactOptional(),
  order: ids,
  lookFor: z
    .array(
      z.strictObject({
        what: z.enum(LOOK_FOR),
        words: z.array(words).min(1),
        act: z.enum(CLAIM_ACTS).exactOptional(),
        name: words.exactOptional(),
        language: words.exactOptional(),
      }),
    )
    .exactOptional(),
};

export const named: Shape<"series" | "topic"> = { name: words };

export const comment: Shape<"comment"> = {
  on: ref,
  by: words,
  at: moment,
  text: words,
  dissent: z.boolean().exactOptional(),
  replyTo: id.exactOptional(),
  resolved: z.boolean().exactOptional(),
};

export const brief: Shape<"brief"> = {
  title: words,
  audience: text.exactOptional(),
  sections: z.array(
    z.strictObject({ title: words, sentences: z.array(z.strictObject({ text: words, on: z.array(ref) })) }),
  ),
};
