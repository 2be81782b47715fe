import { type Case, refOf } from "@parley/case";
import {
  type ChoiceJson,
  type Objection,
  type ObstacleJson,
  type PackageJson,
  robustness,
  settle,
  settlementFromCase,
  verdicts,
} from "@parley/settlement";
import type { Result } from "../result.ts";
import { actorName, counted, figure, grouped, listed, percent, possessiveOf } from "../words.ts";

/** Worlds drawn unless another number is asked for. */
const WORLDS = 400;

/** Which packages could hold, what each drafted one is worth to whom, and in what share of the plausible worlds. */
export function settlementResult(
  held: Case,
  options: { seed?: number; worlds?: number; shouldStop?: () => boolean } = {},
): Omit<Result, "level"> {
  const { problem, missing, inputs, packages } = settlementFromCase(held);
  const base = {
    ref: "result:settlement" as const,
    type: "settlement" as const,
    title: "Which packages could everybody whose consent is needed accept?",
    method:
      "Frontier by dynamic programming; Nash, Kalai–Smorodinsky, egalitarian and utilitarian solutions; worlds drawn from the judgements' ranges",
    inputs,
  };
  if (problem === undefined) {
    return {
      ...base,
      status: "not computed",
      value: null,
      sentences: missing.map((text) => ({ text, on: inputs })),
    };
  }
  const seed = options.seed ?? 1;
  const found = settle(problem, {
    normalise: true,
    ...(options.shouldStop === undefined ? {} : { shouldStop: options.shouldStop }),
  });
  const drafted = packages.map((one) => ({
    id: one.id,
    name: one.name,
    package: one.package,
    verdicts: verdicts(problem, one.package, { normalise: true }),
  }));
  const robust = robustness(
    problem,
    drafted.map((one) => one.package),
    {
      worlds: options.worlds ?? WORLDS,
      seed,
      normalise: true,
      ...(options.shouldStop === undefined ? {} : { shouldStop: options.shouldStop }),
    },
  );
  const words = new Words(held);
  const valuations = inputs.filter((ref) => ref.startsWith("valuation:"));
  const sentences: Result["sentences"] = [];
  const disagreement = found.solutions.nash?.disagreement ?? {};
  const needed = listed(Object.keys(disagreement).map((id) => actorName(held, id)));
  if (found.acceptable === 0) {
    sentences.push({
      text: "With every judgement at its likeliest value, no package keeps all red lines and gives every party whose consent is needed at least what no deal gives it.",
      on: valuations,
    });
    for (const set of found.whyNot?.blocking.slice(0, 3) ?? []) {
      sentences.push({
        text: `What cannot hold together: ${listed(set.map((o) => words.obstacle(o)))}.`,
        on: valuations,
      });
    }
    for (const { without } of found.whyNot?.relaxations.slice(0, 3) ?? []) {
      sentences.push({
        text: `A zone would open without: ${listed(without.map((o) => words.obstacle(o)))}.`,
        on: valuations,
      });
    }
  } else {
    sentences.push({
      text: `With every judgement at its likeliest value, ${found.acceptable === null ? "some" : grouped(found.acceptable)} of ${typeof found.packages === "number" ? grouped(found.packages) : found.packages} packages are acceptable to ${needed}, and ${counted(found.frontier.length, "combination of values is", "combinations of values are")} not bettered by another for all.`,
      on: valuations,
    });
    const nash = found.solutions.nash;
    if (nash !== null) {
      sentences.push({
        text: `The package with the largest product of gains over no deal (Nash): ${words.package(nash.package)}.`,
        on: valuations,
        detail: true,
      });
    }
  }
  const byShare = drafted
    .map((one, i) => ({ one, fate: robust[i] }))
    .sort((a, b) => (b.fate?.holds ?? 0) - (a.fate?.holds ?? 0));
  for (const { one, fate } of byShare) {
    const ref = refOf("package", one.id);
    if (fate !== undefined && fate.worlds > 0) {
      // A package that a red line kills, or that holds in every world, hangs on no judgement.
      const most = [0, 1].includes(fate.holds)
        ? undefined
        : fate.hangsOn.find((one) => one.decides && Object.hasOwn(disagreement, one.party));
      const refusing = one.verdicts.filter(
        (verdict) =>
          Object.hasOwn(disagreement, verdict.party) &&
          verdict.objections.some((o) => o.type !== "below no deal"),
      );
      const refusals = refusing
        .map((verdict) => {
          const why = verdict.objections.filter((o) => o.type !== "below no deal");
          return ` ${actorName(held, verdict.party)} would not accept it: ${why.map((o) => words.objection(o)).join("; ")}.`;
        })
        .join("");
      const hangs =
        most === undefined
          ? ""
          : ` It hangs most on ${possessiveOf(held, most.party)} ${words.judgement(most.judgement)}.`;
      sentences.push({
        text: `"${one.name}" is acceptable to all whose consent is needed in ${percent(fate.holds)} of ${counted(fate.worlds, "world")} drawn from the ranges.${refusals}${hangs}`,
        on: [ref, ...valuations],
      });
    }
    const name = (party: string): string => actorName(held, party);
    const could = one.verdicts.filter((v) => v.acceptable).map((v) => name(v.party));
    const against = one.verdicts
      .filter((v) => !v.acceptable)
      .map((v) => `${name(v.party)} would not: ${v.objections.map((o) => words.objection(o)).join("; ")}`);
    const stand = [...(could.length === 0 ? [] : [`${listed(could)} could accept it`]), ...against];
    sentences.push({ text: `"${one.name}": ${stand.join(". ")}.`, on: [ref, ...valuations], detail: true });
    const worth = one.verdicts.map(
      (v) => `${name(v.party)} ${twoDigits(v.value)} against ${twoDigits(v.reservation)}`,
    );
    sentences.push({
      text: `What "${one.name}" is worth, against no deal: ${worth.join("; ")}.`,
      on: [ref, ...valuations],
      detail: true,
    });
  }
  return {
    ...base,
    status: found.status,
    seed,
    value: { ...found, drafted: drafted.map((one, i) => ({ ...one, robustness: robust[i] })) },
    sentences,
  };
}

/** A value of a judged scale: two significant digits. */
const twoDigits = (value: number): string => figure(Number(value.toPrecision(2)));

class Words {
  readonly #case: Case;
  constructor(held: Case) {
    this.#case = held;
  }

  issue(id: string): string {
    return this.#case.get("issue", id)?.name ?? id;
  }

  option([issue, option]: readonly [string, string]): string {
    return `${this.issue(issue)}: ${this.#case.get("issue", issue)?.options?.[option] ?? option}`;
  }

  choices(choices: readonly ChoiceJson[]): string {
    return listed(choices.map((choice) => `"${this.option(choice)}"`));
  }

  package(chosen: PackageJson): string {
    return Object.entries(chosen)
      .map(([issue, option]) =>
        option === null ? `${this.issue(issue)}: left open` : this.option([issue, option]),
      )
      .join("; ");
  }

  objection(objection: Objection): string {
    switch (objection.type) {
      case "red line":
        return `it crosses a red line, ${this.choices(objection.choices)}`;
      case "link":
        return `it puts together what excludes each other, ${this.choices(objection.choices)}`;
      case "left open":
        return `it leaves open "${this.issue(objection.issue)}"`;
      case "below no deal":
        return "it is worth less than no deal";
    }
  }

  obstacle(obstacle: ObstacleJson): string {
    if (obstacle.type === "link") return `the rule against ${this.choices(obstacle.choices)} together`;
    const whose = possessiveOf(this.#case, obstacle.party);
    return obstacle.type === "no deal"
      ? `${whose} value of no deal`
      : `${whose} red line against ${this.choices(obstacle.choices)}`;
  }

  judgement(name: string): string {
    const value = /^value of (.+): (.+)$/.exec(name);
    if (value !== null) return `value of "${this.option([value[1] as string, value[2] as string])}"`;
    const weight = /^weight of (.+)$/.exec(name);
    return weight === null ? name : `weight of "${this.issue(weight[1] as string)}"`;
  }
}
