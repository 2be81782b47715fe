import type { Basis } from "./basis.ts";
import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { CaseEvent, DRIVER_EFFECTS } from "./objects/process.ts";

/** What one event is said to have done to something that moves. */
export interface DriverEffect {
  event: CaseEvent;
  effect: (typeof DRIVER_EFFECTS)[number];
  /** What says so: the entry's own, else what the event rests on. */
  basis?: Basis;
}

/**
 * What the record says events did to a driver, earliest first, those without a day last. That an event did nothing to it
 * (`little or none`) is a statement like any other; an event that is not in the list was not spoken of.
 */
export function effectsOn(held: Case, driver: Id): DriverEffect[] {
  const found = held.inForce("event").flatMap((event) =>
    (event.effects ?? [])
      .filter((one) => one.driver === driver)
      .map(
        ({ effect, basis = event.basis }): DriverEffect => ({
          event,
          effect,
          ...(basis === undefined ? {} : { basis }),
        }),
      ),
  );
  const day = ({ event }: DriverEffect): string => event.when?.earliest ?? "9999";
  return found.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
