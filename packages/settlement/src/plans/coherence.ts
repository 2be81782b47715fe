import { onlyMentions, type PlanJson, type PlanValue, type TermJson } from "./compare.ts";

/** Something in a plan that does not hold together, or is not there. Findings, never corrections. */
export type Incoherence =
  | { type: "contradiction"; issue: string; term: string; values: [TermJson, TermJson] }
  | { type: "excluded"; issue: string; option: string; by: { issue: string; option: string }; link: string }
  | {
      type: "missing companion";
      issue: string;
      option: string;
      needs: { issue: string; option: string };
      link: string;
    }
  | { type: "red line"; issue: string; option: string; party: string; position: string }
  | { type: "content not known"; issue: string }
  | { type: "empty slot"; issue: string; term: string; lacks: "everything" | "by when" }
  | { type: "day has passed"; issue: string; term: string; when: string }
  | { type: "circle"; issue: string; term: string; condition: string };

/** What the plan is read against. */
export interface CoherenceContext {
  links: readonly { id: string; type: "forbid" | "require"; first: Choice; second: Choice }[];
  redLines: readonly { position: string; party: string; issue: string; option: string }[];
  /** Conditions that wait for each other in a circle on the day read at: nobody can meet one first. */
  closed: readonly string[];
  /** The day on which the case is read, `YYYY-MM-DD`. */
  day?: string;
}

interface Choice {
  issue: string;
  option: string;
}

const key = (name: string): string => name.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();

/** Contradictions, empty slots and conditions nobody can meet, in the order of `issues`. */
export function coherence(
  plan: PlanJson,
  issues: readonly string[],
  context: CoherenceContext,
): Incoherence[] {
  const closed = new Set(context.closed.map(key));
  return issues.flatMap((issue): Incoherence[] => {
    const slot = plan.slots[issue];
    if (slot === undefined) return [];
    const found: Incoherence[] = [];
    if (onlyMentions(slot)) found.push({ type: "content not known", issue });
    const { option } = slot;
    if (option !== undefined) {
      for (const { id, type, first, second } of context.links) {
        const takes = (one: Choice): boolean => plan.slots[one.issue]?.option === one.option;
        if (first.issue !== issue || first.option !== option) continue;
        if (type === "forbid" && takes(second))
          found.push({ type: "excluded", issue, option, by: second, link: id });
        if (type === "require" && !takes(second))
          found.push({ type: "missing companion", issue, option, needs: second, link: id });
      }
      for (const line of context.redLines)
        if (line.issue === issue && line.option === option)
          found.push({ type: "red line", issue, option, party: line.party, position: line.position });
    }
    const terms = slot.terms ?? [];
    for (const [i, term] of terms.entries()) {
      const twin = terms.slice(0, i).find((one) => key(one.name) === key(term.name));
      if (twin !== undefined && contradict(twin, term))
        found.push({ type: "contradiction", issue, term: term.name, values: [twin, term] });
      if (isEmpty(term)) found.push({ type: "empty slot", issue, term: term.name, lacks: "everything" });
      else if (term.actor !== undefined && term.when === undefined)
        found.push({ type: "empty slot", issue, term: term.name, lacks: "by when" });
      if (term.when !== undefined && context.day !== undefined && lastDay(term.when) < context.day)
        found.push({ type: "day has passed", issue, term: term.name, when: term.when });
      if (term.condition !== undefined && closed.has(key(term.condition)))
        found.push({ type: "circle", issue, term: term.name, condition: term.condition });
    }
    return found;
  });
}

function isEmpty(term: TermJson): boolean {
  return [term.value, term.when, term.actor, term.condition, term.text].every((one) => one === undefined);
}

/** Two entries of one name contradict each other where a number, a day or a doer of one shuts the other's out. */
function contradict(a: TermJson, b: TermJson): boolean {
  const apart = (x: PlanValue, y: PlanValue): boolean => x.high < y.low || y.high < x.low;
  if (a.value !== undefined && b.value !== undefined && a.unit === b.unit && apart(a.value, b.value))
    return true;
  if (a.when !== undefined && b.when !== undefined && a.when !== b.when) return true;
  return a.actor !== undefined && b.actor !== undefined && a.actor !== b.actor;
}

/** The last day of a time as written; an open end never passes. */
function lastDay(when: string): string {
  const end = when.includes("..") ? (when.split("..").at(-1) ?? "") : when;
  if (end === "") return "9999-12-31";
  // A year or a month has passed with its last day; `~` sorts after every digit and hyphen.
  return /^\d{4}-\d{2}-\d{2}/.test(end) ? end.slice(0, 10) : `${end}~`;
}
