import { type Case, type Ref, refOf } from "@parley/case";
import {
  comparePlans,
  type Incoherence,
  type IssueDifference,
  onlyMentions,
  type PlanOfCase,
  type PlansOfCase,
  plansFromCase,
  type TermJson,
} from "@parley/settlement";
import type { Result } from "../result.ts";
import { actorName, counted, grouped, listed } from "../words.ts";

/** Rival plans side by side: what differs, what does not hold together, how far each is from whom. */
export function plansResult(held: Case): Omit<Result, "level"> | undefined {
  const read = plansFromCase(held);
  const { plans, issues, inputs } = read;
  if (plans.length === 0) return undefined;
  const sentences: Result["sentences"] = plans.map((plan) => what(held, plan, read));
  const [first, ...others] = plans;
  for (const other of others) sentences.push(...compared(held, first as PlanOfCase, other, issues));
  for (const plan of plans) {
    for (const one of plan.incoherences)
      sentences.push({
        text: incoherenceInWords(held, plan, one),
        on: [refOf("plan", plan.id), ...namedIn(one)],
        detail: true,
      });
    const crossed = plan.distances.filter((distance) => distance.counts["red line"] > 0);
    for (const { party, cells } of crossed) {
      const lines = cells.filter((cell) => cell.fit === "red line");
      sentences.push({
        text: `${plan.name} crosses ${lines.length === 1 ? "a red line" : counted(lines.length, "red line")} of ${actorName(held, party)}: ${listed(lines.map((cell) => issueName(held, cell.issue)).sort())}.`,
        on: [
          refOf("plan", plan.id),
          ...lines.flatMap((cell) => cell.positions.map((id) => refOf("position", id))),
        ],
      });
    }
  }
  return {
    ref: "result:plans",
    type: "plans",
    title: plans.length === 1 ? "What does the plan say?" : "Where do the plans differ?",
    method: "Alignment by issue, then by term of the same name; what is not known is compared with nothing",
    inputs,
    status: "proved",
    value: {
      plans: plans.map(({ id, name, incoherences, distances, expired }) => ({
        id,
        name,
        incoherences,
        distances,
        expired,
      })),
      issues,
      differences: others.map((other) => ({
        from: first?.id,
        to: other.id,
        issues: comparePlans((first as PlanOfCase).json, other.json, issues),
      })),
    },
    sentences,
  };
}

const issueName = (held: Case, id: string): string => held.nameOf(refOf("issue", id));
const optionName = (held: Case, issue: string, option: string): string =>
  held.get("issue", issue)?.options?.[option] ?? option;

/** What a plan speaks of, and of which of it the content is not known. */
function what(held: Case, plan: PlanOfCase, { issues }: PlansOfCase): Result["sentences"][number] {
  const slots = issues.flatMap((issue) => {
    const slot = plan.json.slots[issue];
    return slot === undefined ? [] : [{ issue, slot }];
  });
  const dark = slots.filter(({ slot }) => onlyMentions(slot));
  const unknown =
    dark.length === 0
      ? ""
      : ` What it says on ${listed(dark.map(({ issue }) => issueName(held, issue)).sort())} is not known.`;
  const expired = plan.expired ? " It can no longer be taken up: its last day has passed." : "";
  const known = slots
    .filter(({ slot }) => slot.option !== undefined)
    .map(({ issue, slot }) => `${issueName(held, issue)}: ${optionName(held, issue, slot.option as string)}`);
  const says = known.length === 0 ? "" : ` It says: ${known.join("; ")}.`;
  return {
    text: `${plan.name} speaks of ${counted(slots.length, "issue")}.${says}${unknown}${expired}`,
    on: [refOf("plan", plan.id)],
  };
}

function compared(
  held: Case,
  from: PlanOfCase,
  to: PlanOfCase,
  issues: readonly string[],
): Result["sentences"] {
  const rows = comparePlans(from.json, to.json, issues);
  const on: Ref[] = [refOf("plan", from.id), refOf("plan", to.id)];
  const named = (difference: IssueDifference["difference"]): string[] =>
    rows
      .filter((row) => row.difference === difference)
      .map((row) => issueName(held, row.issue))
      .sort();
  const parts = [
    said("say the same on", named("same")),
    said("differ on", named("changed")),
    said(`only ${to.name} speaks of`, named("added")),
    said(`only ${from.name} speaks of`, named("dropped")),
    said("cannot be compared, for want of words, on", named("only mentioned")),
  ].filter((part) => part !== "");
  const sentences: Result["sentences"] = [
    {
      text: `${from.name} and ${to.name}: ${parts.length === 0 ? "no issue in common" : parts.join("; ")}.`,
      on,
    },
  ];
  for (const row of rows) {
    const changes = [
      ...(row.option === "changed"
        ? [
            `"${optionName(held, row.issue, from.json.slots[row.issue]?.option as string)}" against "${optionName(held, row.issue, to.json.slots[row.issue]?.option as string)}"`,
          ]
        : []),
      ...row.terms
        .filter((term) => term.difference === "changed")
        .map((term) => `${term.name}: ${termInWords(held, term.from)} against ${termInWords(held, term.to)}`),
    ];
    if (changes.length > 0)
      sentences.push({ text: `On ${issueName(held, row.issue)}: ${changes.join("; ")}.`, on, detail: true });
  }
  return sentences;
}

const said = (words: string, names: readonly string[]): string =>
  names.length === 0 ? "" : `${words} ${listed(names)}`;

/** `800,000 people, by 2027-01, if a truce holds`. */
function termInWords(held: Case, term: TermJson | undefined): string {
  if (term === undefined) return "nothing";
  const { value, unit, when, actor, condition, text } = term;
  const number =
    value === undefined
      ? undefined
      : `${value.low === value.high ? exactly(value.low) : `${exactly(value.low)} to ${exactly(value.high)}`}${unit === undefined ? "" : ` ${unit}`}`;
  const parts = [
    number,
    actor === undefined ? undefined : `by ${actorName(held, actor)}`,
    when === undefined ? undefined : `when: ${when}`,
    condition === undefined ? undefined : `if ${condition}`,
    text === undefined ? undefined : `"${text}"`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "nothing said" : parts.join(", ");
}

/** What a plan says is data: it is not rounded. */
const exactly = (n: number): string => (Number.isInteger(n) ? grouped(n) : String(n));

/** A finding in words. */
export function incoherenceInWords(held: Case, plan: Pick<PlanOfCase, "name">, one: Incoherence): string {
  const issue = issueName(held, one.issue);
  switch (one.type) {
    case "contradiction":
      return `${plan.name} says two things of "${one.term}" (${issue}): ${one.values.map((term) => termInWords(held, term)).join(" and ")}.`;
    case "excluded":
      return `${plan.name} takes "${optionName(held, one.issue, one.option)}" (${issue}) together with "${optionName(held, one.by.issue, one.by.option)}" (${issueName(held, one.by.issue)}), which exclude each other.`;
    case "missing companion":
      return `${plan.name} takes "${optionName(held, one.issue, one.option)}" (${issue}) without "${optionName(held, one.needs.issue, one.needs.option)}" (${issueName(held, one.needs.issue)}), which it needs.`;
    case "red line":
      return `${plan.name} takes "${optionName(held, one.issue, one.option)}" (${issue}), which ${actorName(held, one.party)} rules out as a red line.`;
    case "content not known":
      return `${plan.name} mentions ${issue}; what it says is not known.`;
    case "empty slot":
      return one.lacks === "everything"
        ? `${plan.name} names "${one.term}" (${issue}) and says nothing of it.`
        : `${plan.name} says who does "${one.term}" (${issue}) and not by when.`;
    case "day has passed":
      return `${plan.name} sets a day for "${one.term}" (${issue}) that has passed: ${one.when}.`;
    case "circle":
      return `${plan.name} makes "${one.term}" (${issue}) wait for "${one.condition}", which stands in a circle of conditions that wait for each other.`;
  }
}

/** Objects of the case that a finding rests on. */
function namedIn(one: Incoherence): Ref[] {
  if (one.type === "red line") return [refOf("position", one.position)];
  if (one.type === "excluded" || one.type === "missing companion") return [refOf("link", one.link)];
  return [];
}
