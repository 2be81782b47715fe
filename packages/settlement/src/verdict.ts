import {
  breaks,
  type Constraint,
  givenValue,
  meetsReservation,
  type Problem,
  packageValue,
} from "./core/problem.ts";
import type { ChoiceJson, SettlementJson } from "./settlement-json.ts";

/** A package by names: issue → option, or null where it is left open. */
export type PackageJson = Record<string, string | null>;

/** Why a party does not accept a package. */
export type Objection =
  | { type: "red line"; choices: ChoiceJson[] }
  | { type: "link"; choices: ChoiceJson[] }
  | { type: "below no deal"; value: number; reservation: number }
  | { type: "left open"; issue: string };

/** What a party makes of one package. */
export interface Verdict {
  party: string;
  value: number;
  reservation: number;
  acceptable: boolean;
  objections: Objection[];
}

/** The same problem with every issue free to stay open: a drafted package may leave any, which is then worth nothing. */
export function withOpenIssues(json: SettlementJson): SettlementJson {
  return { ...json, issues: json.issues.map((issue) => ({ ...issue, open: true })) };
}

/** A package by options' places; one past the last option: left open. */
export function choiceOf(json: SettlementJson, chosen: PackageJson): Int32Array {
  return Int32Array.from(json.issues, (issue) => {
    const option = chosen[issue.id] ?? null;
    return option === null ? issue.options.length : issue.options.indexOf(option);
  });
}

/** What every party makes of one package. `problem`: `json` with open issues, as numbers. */
export function verdictsIn(json: SettlementJson, problem: Problem, choice: Int32Array): Verdict[] {
  const { unit } = problem;
  return json.parties.map((party, i) => {
    const value = packageValue(problem, i, choice);
    const given = givenValue(problem, i, choice);
    const objections: Objection[] = problem.constraints
      .filter((c) => (c.party < 0 || c.party === i) && breaks(c, choice))
      .map((c): Objection => {
        const left = c.choices.find(([k, o]) => o === json.issues[k]?.options.length);
        if (c.party >= 0 && left !== undefined)
          return { type: "left open", issue: json.issues[left[0]]?.id as string };
        return { type: c.party < 0 ? "link" : "red line", choices: choicesJson(json, c) };
      });
    const reservation = (problem.reservation[i] as number) / unit;
    if (!meetsReservation(problem, i, value)) {
      objections.push({ type: "below no deal", value: tidy(given), reservation: tidy(reservation) });
    }
    return {
      party: party.id,
      value: tidy(given),
      reservation: tidy(reservation),
      acceptable: objections.length === 0,
      objections,
    };
  });
}

/** Take away what the grid's rounding added beyond the twelfth digit. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Choices of a constraint by names. */
export function choicesJson(json: SettlementJson, constraint: Constraint): ChoiceJson[] {
  return constraint.choices.map(([k, o]) => [
    json.issues[k]?.id as string,
    json.issues[k]?.options[o] ?? "(left open)",
  ]);
}
