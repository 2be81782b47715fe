import { z } from "zod";
import {
  DRIVER_EFFECTS,
  EVENT_TYPES,
  FIRMNESS,
  RUNGS,
  STAKES,
  STANDINGS,
  TRACKS,
} from "../objects/process.ts";
import { basis, day, id, judgement, text, time, words } from "./fields.ts";
import { attestation } from "./record.ts";
import type { Shape } from "./shape.ts";

const ids = z.array(id).exactOptional();

export const event: Shape<"event"> = {
  title: words,
  type: z.enum(EVENT_TYPES),
  occurrence: z.enum([
    "happened",
    "reported",
    "denied",
    "planned",
    "expected",
    "proposed",
    "cancelled",
    "no-show",
    "unknown",
  ]),
  participants: z
    .array(z.strictObject({ actor: id, level: text.exactOptional(), role: text.exactOptional() }))
    .exactOptional(),
  place: text.exactOptional(),
  when: time.exactOptional(),
  partOf: id.exactOptional(),
  fulfils: ids,
  replyTo: id.exactOptional(),
  timedTo: ids,
  saidBy: id.exactOptional(),
  agenda: ids,
  track: z.enum(TRACKS).exactOptional(),
  claims: ids,
  outcome: text.exactOptional(),
  effects: z
    .array(z.strictObject({ driver: id, effect: z.enum(DRIVER_EFFECTS), basis: basis.exactOptional() }))
    .exactOptional(),
};

export const instrument: Shape<"instrument"> = {
  name: words,
  rung: z.enum(RUNGS),
  ceasefire: z.boolean().exactOptional(),
  text: z.enum(["published", "seen", "none", "unknown"]),
  parties: ids,
  when: time.exactOptional(),
  claims: ids,
  clarity: z.strictObject({ what: z.boolean(), when: z.boolean(), condition: z.boolean() }).exactOptional(),
  attestations: z.array(attestation).exactOptional(),
};

export const commitment: Shape<"commitment"> = {
  by: id,
  to: ids,
  text: words,
  strength: z.enum([
    "signals",
    "expects",
    "plans",
    "offers",
    "promises",
    "pledges jointly",
    "signs",
    "binding",
  ]),
  due: time.exactOptional(),
  reviewOn: day.exactOptional(),
  conditions: text.exactOptional(),
  clarity: z.strictObject({ what: z.boolean(), when: z.boolean(), condition: z.boolean() }).exactOptional(),
  novelty: z.enum(["new", "restated"]).exactOptional(),
  status: z.enum([
    "not yet due",
    "in progress",
    "stalled",
    "kept",
    "kept late",
    "partly",
    "broken",
    "superseded",
    "lapsed",
    "disputed",
    "unknowable",
  ]),
  steps: z
    .array(z.strictObject({ what: words, on: time.exactOptional(), basis: basis.exactOptional() }))
    .exactOptional(),
};

export const precondition: Shape<"precondition"> = {
  holder: id,
  needs: words,
  for: words,
  type: z.enum(["necessary", "sufficient", "sequence", "simultaneous"]),
  firmness: z.enum(FIRMNESS).exactOptional(),
  status: z.enum(["open", "met", "waived"]),
  since: day.exactOptional(),
  opensPerYear: judgement.exactOptional(),
  standing: z.enum(STANDINGS),
  claims: ids,
};

export const issue: Shape<"issue"> = {
  name: words,
  options: z.record(id, words).exactOptional(),
  several: z.boolean().exactOptional(),
  scale: z
    .codec(z.union([z.tuple([z.number(), z.number()]), z.string()]), z.tuple([z.number(), z.number()]), {
      decode(value, context) {
        if (typeof value !== "string") return value;
        const found = /^\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*$/.exec(value);
        if (found !== null && Number(found[1]) < Number(found[2]))
          return [Number(found[1]), Number(found[2])] as [number, number];
        context.issues.push({ code: "custom", message: "Expected a scale such as 0..100.", input: value });
        return z.NEVER;
      },
      encode: ([low, high]) => `${low}..${high}`,
    })
    .exactOptional(),
  unit: text.exactOptional(),
  parent: id.exactOptional(),
  category: text.exactOptional(),
  disposesOf: z
    .array(z.strictObject({ of: id, what: z.enum(STAKES), options: ids, basis: basis.exactOptional() }))
    .exactOptional(),
};

export const position: Shape<"position"> = {
  of: id,
  issue: id,
  wants: z.union([id, z.number(), z.array(id), judgement]).exactOptional(),
  rejects: ids,
  about: id.exactOptional(),
  firmness: z.enum(FIRMNESS),
  salience: judgement.exactOptional(),
  standing: z.enum(STANDINGS),
  during: time.exactOptional(),
  replaces: id.exactOptional(),
  interest: text.exactOptional(),
  need: text.exactOptional(),
  seenBy: id.exactOptional(),
};
