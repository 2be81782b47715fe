import { type Case, type Coalition, type Ref, refOf } from "@parley/case";
import { coalitionFromCase, MAX_CANDIDATES, type Missing, type Sequence, sequence } from "@parley/settlement";
import type { Result } from "../result.ts";
import { actorName, counted, listed, percent } from "../words.ts";

/** Worlds drawn unless another number is asked for. */
const WORLDS = 400;

/** For each coalition of the case: whom to win first, what each step takes and unlocks, and in what share it works. */
export function coalitionResults(
  held: Case,
  options: { seed?: number; worlds?: number; shouldStop?: () => boolean } = {},
): Omit<Result, "level">[] {
  return held.inForce("coalition").map((coalition) => {
    const ref: Ref = refOf("coalition", coalition.id);
    const base = {
      ref: `result:coalition/${coalition.id}` as const,
      type: "coalition" as const,
      title: `Whom to win first: ${coalition.name}`,
      method:
        "Search over orders of joining by depth first with dominance, over worlds drawn from the judgements' ranges",
      inputs: [ref, ...(coalition.plan === undefined ? [] : [refOf("plan", coalition.plan)])],
    };
    if (coalition.candidates.length > MAX_CANDIDATES)
      return {
        ...base,
        status: "not computed" as const,
        value: null,
        sentences: [
          {
            text: `"${coalition.name}" has ${coalition.candidates.length} candidates; an order is looked for among up to ${MAX_CANDIDATES}.`,
            on: [ref],
          },
        ],
      };
    const found = sequence(coalitionFromCase(coalition), {
      worlds: options.worlds ?? WORLDS,
      seed: options.seed ?? 1,
      ...(options.shouldStop === undefined ? {} : { shouldStop: options.shouldStop }),
    });
    return {
      ...base,
      status: found.status,
      seed: found.seed,
      value: found,
      sentences: inWords(held, coalition, found).map((sentence) => ({ on: [ref], ...sentence })),
    };
  });
}

type Said = Omit<Result["sentences"][number], "on">;

function inWords(held: Case, coalition: Coalition, found: Sequence): Said[] {
  const name = (id: string): string => actorName(held, id);
  const said: Said[] = [];
  const until = found.steps.findIndex((step) => step.enough);
  const toEnough = until === -1 ? found.steps : found.steps.slice(0, until + 1);
  const order = listed(toEnough.map((step) => name(step.candidate)));
  if (found.steps.length === 0)
    said.push({ text: `Nobody can be won for "${coalition.name}" as things are said to stand.` });
  else if (found.missing.length > 0)
    said.push({
      text: `For "${coalition.name}", by ease and by what must come first: ${order}. No shares are given: ${counted(found.missing.length, "number is", "numbers are")} not known.`,
    });
  else {
    const works = toEnough.at(-1)?.works ?? 0;
    said.push({
      text:
        until === -1
          ? `No order of joining makes "${coalition.name}" enough in any of ${counted(found.worlds, "world")} drawn from the judgements; the best begins with ${order}.`
          : `For "${coalition.name}", first ${order}: with ${toEnough.length === 1 ? "this step" : "these steps"} it comes to be enough in ${percent(works)} of ${counted(found.worlds, "world")} drawn from the judgements.`,
    });
  }
  for (const step of found.steps) {
    const parts = [
      ...(step.grants.length === 0 ? [] : [`granted: ${listed(step.grants)}`]),
      ...(step.putsOff.length === 0 ? [] : [`which puts off ${listed(step.putsOff.map(name))}`]),
      ...(step.unlocks.length === 0 ? [] : [`it opens the way to ${listed(step.unlocks.map(name))}`]),
    ];
    if (parts.length > 0) said.push({ text: `${name(step.candidate)}: ${parts.join("; ")}.`, detail: true });
  }
  for (const { candidate, waitsFor } of found.blocked)
    said.push({
      text:
        waitsFor.length === 0
          ? `${name(candidate)} joins in none of the worlds.`
          : `${name(candidate)} waits for ${listed(waitsFor.map(name))}.`,
    });
  if (found.core !== undefined && found.core.members.length > 0)
    said.push({
      text: `The smallest group that would be enough is ${listed(found.core.members.map(name))}; without the others it holds in ${percent(found.core.holds)} of the worlds.`,
    });
  for (const one of found.missing.slice(0, 5)) said.push({ text: missingInWords(name, one), detail: true });
  return said;
}

function missingInWords(name: (id: string) => string, { candidate, what, ask }: Missing): string {
  switch (what) {
    case "readiness":
      return `It is not said how near ${name(candidate)} is to joining.`;
    case "worth":
      return `It is not said how much nearer "${ask}" would bring ${name(candidate)}.`;
    case "cost":
      return `It is not said how much "${ask}" for ${name(candidate)} would take from those it puts off.`;
  }
}
