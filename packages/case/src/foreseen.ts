import type { Case } from "./case.ts";
import { eventState } from "./events.ts";
import type { Id, Ref } from "./id.ts";
import { refOf } from "./id.ts";
import type { CaseEvent } from "./objects/process.ts";
import type { Claim } from "./objects/record.ts";

/** What became of something that was said to be coming. `not seen`: its time is over and nothing tells of it. */
export const FORESEEN = ["came about", "did not", "not seen", "open"] as const;
export type Foreseen = (typeof FORESEEN)[number];

/** Something that somebody said would come about. */
export interface Expectation {
  ref: Ref;
  of: Claim | CaseEvent;
  /** Who said so: an actor, else the sources that say it in their own voice. */
  by?: Id;
  sources: Id[];
  became: Foreseen;
}

/** How somebody's words of what was coming turned out, as numbers of them; no rate is made of so few. */
export interface Foresight {
  by?: Id;
  sources: Id[];
  counts: Record<Foreseen, number>;
}

const ANNOUNCED: ReadonlySet<CaseEvent["occurrence"]> = new Set(["planned", "expected", "proposed"]);

/**
 * What was said to be coming, and what became of it as of a day: claims that expect (an analyst's closing word decides
 * them) and events that were announced (another event fulfils them). What is still open is counted as open, never as wrong.
 */
export function foreseen(held: Case, day?: string): { expectations: Expectation[]; foresight: Foresight[] } {
  const sourcesOf = (passages: readonly Id[]): Id[] => [
    ...new Set(passages.flatMap((id) => held.get("passage", id)?.source ?? [])),
  ];
  const expectations: Expectation[] = [];
  for (const claim of held.inForce("claim")) {
    if (claim.act !== "expects") continue;
    const known = claim.settled !== undefined && (day === undefined || claim.settled.on <= day);
    expectations.push({
      ref: refOf("claim", claim.id),
      of: claim,
      ...(claim.by === undefined ? {} : { by: claim.by }),
      sources: sourcesOf(claim.basis?.passages ?? []),
      became: !known ? "open" : claim.settled?.as === "holds" ? "came about" : "did not",
    });
  }
  for (const event of held.inForce("event")) {
    if (!ANNOUNCED.has(event.occurrence)) continue;
    const state = eventState(event, held, day);
    expectations.push({
      ref: refOf("event", event.id),
      of: event,
      ...(event.saidBy === undefined ? {} : { by: event.saidBy }),
      sources: sourcesOf(event.basis?.passages ?? []),
      became: state === "took place" ? "came about" : state === "not seen" ? "not seen" : "open",
    });
  }
  const foresight = new Map<string, Foresight>();
  for (const { by, sources, became } of expectations) {
    const key = by === undefined ? `source ${sources.join(" ")}` : `actor ${by}`;
    let one = foresight.get(key);
    if (one === undefined) {
      one = {
        ...(by === undefined ? {} : { by }),
        sources: by === undefined ? sources : [],
        counts: { "came about": 0, "did not": 0, "not seen": 0, open: 0 },
      };
      foresight.set(key, one);
    }
    one.counts[became] += 1;
  }
  return { expectations, foresight: [...foresight.values()] };
}
