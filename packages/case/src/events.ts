import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { CaseEvent } from "./objects/process.ts";
import { daysBetween, type WorldTime } from "./time.ts";

/**
 * What the record tells of an event as of a day:
 * - `happened`, `reported`, `denied`, `cancelled`, `no-show`, `unknown`: as it stands in the record;
 * - `ahead`: announced, and its time is not over, or has no end that is known;
 * - `took place`: announced, and another event in the record fulfils it;
 * - `not seen`: announced, its time is over, and nothing in the record tells that it took place. That is no finding that
 *   it did not.
 */
export type EventState =
  | "happened"
  | "reported"
  | "denied"
  | "cancelled"
  | "no-show"
  | "unknown"
  | "ahead"
  | "took place"
  | "not seen";

const ANNOUNCED: ReadonlySet<CaseEvent["occurrence"]> = new Set(["planned", "expected", "proposed"]);

/** What became of an event as of a day; without a day, as far as the record goes. */
export function eventState(event: CaseEvent, held: Case, day?: string): EventState {
  if (!ANNOUNCED.has(event.occurrence)) return event.occurrence as EventState;
  if (deedOf(event, held, day) !== undefined) return "took place";
  const last = event.when?.latest?.slice(0, 10);
  return last !== undefined && day !== undefined && last < day.slice(0, 10) ? "not seen" : "ahead";
}

/** The event that fulfils an announced one, as far as it had begun by a day. */
export function deedOf(event: CaseEvent, held: Case, day?: string): CaseEvent | undefined {
  return held
    .inForce("event")
    .find(
      (other) =>
        other.fulfils?.includes(event.id) === true &&
        (other.occurrence === "happened" || other.occurrence === "reported") &&
        (day === undefined || (other.when?.earliest ?? "").slice(0, 10) <= day.slice(0, 10)),
    );
}

/** How long after it was over something came to be reported. `ahead`: before it began. */
export type Lag = "ahead" | "within a day" | "within a week" | "within a month" | "later" | "unknown";
export const LAGS: readonly Lag[] = [
  "ahead",
  "within a day",
  "within a week",
  "within a month",
  "later",
  "unknown",
];

/** The day on which something was first reported: its own, else that of its first dated source. */
export function reportedOn(held: Case, passages: readonly Id[], own?: string): string | undefined {
  if (own !== undefined) return own.slice(0, 10);
  const days = passages
    .flatMap((id) => held.get("passage", id)?.source ?? [])
    .flatMap((id) => held.get("source", id)?.published?.earliest?.slice(0, 10) ?? []);
  return days.sort()[0];
}

/** How late something was reported, by the day of its first report. */
export function lagOf(when: WorldTime | undefined, reported: string | undefined): Lag {
  const [from, to] = [when?.earliest?.slice(0, 10), (when?.latest ?? when?.earliest)?.slice(0, 10)];
  if (from === undefined || to === undefined || reported === undefined) return "unknown";
  if (reported < from) return "ahead";
  const days = daysBetween(to, reported);
  return days <= 1 ? "within a day" : days <= 7 ? "within a week" : days <= 31 ? "within a month" : "later";
}
