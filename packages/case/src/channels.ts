import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { Tie } from "./objects/settlement.ts";

/** Whether two talk to each other, as the record has it on a day. */
export interface Channel {
  between: [Id, Id];
  state: "open" | "closed" | "unknown";
  /** The entry that says so; absent where none speaks of that day. */
  told?: Tie;
  /** All entries on it, earliest first. */
  entries: Tie[];
}

/**
 * Channels by the two they join, whichever of them an entry names first. On a day an entry speaks for the time it gives: the
 * last to begin has the word. Before the first begins and after the last is over it is unknown, not closed; an entry with
 * no time is the latest word only where no other speaks. Without a day: by the last entry.
 */
export function channels(held: Case, day?: string): Channel[] {
  const pairs = new Map<string, Tie[]>();
  for (const tie of held.inForce("tie")) {
    if (tie.type !== "channel") continue;
    const key = [tie.from, tie.to].sort().join(" ");
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [tie]);
    else known.push(tie);
  }
  return [...pairs.values()].map((entries) => {
    entries.sort((a, b) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0));
    const told = entries.findLast((tie) => day === undefined || speaksOf(tie, day));
    const { from, to } = entries[0] as Tie;
    return { between: [from, to], state: told?.open ?? "unknown", ...(told && { told }), entries };
  });
}

const begin = (tie: Tie): string => tie.during?.earliest?.slice(0, 10) ?? "";

function speaksOf({ during }: Tie, day: string): boolean {
  const on = day.slice(0, 10);
  const [from, to] = [during?.earliest?.slice(0, 10), during?.latest?.slice(0, 10)];
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}
