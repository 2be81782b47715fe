import {
  accountsOf,
  type Case,
  type CaseEvent,
  type Dispute,
  disputes,
  isAgainst,
  type Ref,
  refOf,
  type Until,
} from "@parley/case";
import { titleOf } from "../thread/describe.ts";

/** A line of the list: a claim or text with who stands where, or a meeting of which there is more than one account. */
export type Listed = { ref: Ref; dispute: Dispute } | { ref: Ref; meeting: CaseEvent };

/** What to look at. */
export const SHOWS = ["all", "contested", "unknown", "differ", "texts"] as const;
export type Show = (typeof SHOWS)[number];

/** Everything with a board, contested first. */
export function listed(held: Case, until: Until): Listed[] {
  const meetings = held
    .inForce("event")
    .filter((event) => (event.claims ?? []).length > 1 && accountsOf(held, event, until).accounts.length > 1);
  return [
    ...disputes(held, until).map((dispute) => ({ ref: dispute.ref, dispute })),
    ...meetings.map((meeting) => ({ ref: refOf("event", meeting.id), meeting })),
  ];
}

function fits(line: Listed, show: Show): boolean {
  if (show === "all") return true;
  if ("meeting" in line) return show === "texts";
  const { contested, voices, parties, on } = line.dispute;
  if (show === "contested") return contested;
  if (show === "unknown") return voices.some((v) => v.stance === "unknown");
  if (show === "texts") return on.kind === "instrument";
  return (
    parties.some((p) => p.split) ||
    voices.some((v) => v.unordered || v.earlier.some((e) => isAgainst(e.stance) !== isAgainst(v.stance)))
  );
}

/** The lines that fit a choice and hold all words: in their title, or in the name of somebody who spoke. */
export function filtered(held: Case, lines: readonly Listed[], show: Show, words: string): Listed[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (!fits(line, show)) return false;
    if (parts.length === 0) return true;
    const names =
      "meeting" in line
        ? []
        : line.dispute.voices
            .flatMap((v) => [v.actor, v.party])
            .flatMap((id) => (id === undefined ? [] : held.nameOf(`actor:${id}`)));
    const text = [titleOf(held, line.ref), ...names].join(" ").toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}
