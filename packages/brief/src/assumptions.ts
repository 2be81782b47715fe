import {
  type Basis,
  type Case,
  type CaseObject,
  isInForce,
  type Judgement,
  KINDS,
  type Ref,
  refOf,
} from "@parley/case";
import type { AssumptionRow } from "./document.ts";
import { actorName, figure, listed, possessiveOf } from "./words.ts";

/**
 * Everything in force that somebody assumed, with whose assumption it is. A brief is not an assumption of its own, and
 * has no row.
 */
export function assumptionsOf(held: Case): AssumptionRow[] {
  return held.objects().flatMap((object): AssumptionRow[] => {
    if (!isInForce(object) || object.kind === "brief") return [];
    const ref = refOf(object.kind, object.id);
    const name = objectName(held, object);
    const row = (basis: Basis | undefined, about: string, what: string[]): AssumptionRow[] => {
      if (basis?.assumption === undefined) return [];
      const { by, on, why } = basis.assumption;
      return [{ ref, name: about, what, by, on, ...(why === undefined ? {} : { why }) }];
    };
    const inner = innerBases(object, []).flatMap(([path, basis, value]) =>
      row(
        basis,
        `${name}: ${pathInWords(held, object, path)}`,
        isJudgement(value) ? [rangeInWords(value)] : [],
      ),
    );
    return [...row(object.basis, name, contentsOf(held, object)), ...inner];
  });
}

/** What people call an object, also where it has no name of its own. Never an identifier. */
export function objectName(held: Case, object: CaseObject): string {
  switch (object.kind) {
    case "valuation":
      return `What ${actorName(held, object.party)} makes of each option${seenBy(held, object.seenBy)}`;
    case "preference":
      return `${possessiveOf(held, object.party)} order of states${seenBy(held, object.seenBy)}`;
    case "view":
      return `${possessiveOf(held, object.actor)} picture of the case`;
    case "consent":
      return "Whose consent is needed";
    case "position":
      return `${actorName(held, object.of)} on ${held.nameOf(refOf("issue", object.issue))}`;
    case "precondition":
      return `${actorName(held, object.holder)}: "${object.needs}" before "${object.for}"`;
    case "tie":
      return `${actorName(held, object.from)} to ${actorName(held, object.to)}: ${object.type}`;
    default: {
      const name = held.nameOf(refOf(object.kind, object.id));
      return name === object.id ? spoken(object.kind) : name;
    }
  }
}

function seenBy(held: Case, id: string | undefined): string {
  return id === undefined ? "" : `, as ${actorName(held, id)} sees it`;
}

/** What was assumed, a line each. */
function contentsOf(held: Case, object: CaseObject): string[] {
  switch (object.kind) {
    case "valuation":
      return [
        ...Object.entries(object.weights).map(
          ([issue, one]) => `Weight of ${issueName(held, issue)}: ${rangeInWords(one)}`,
        ),
        ...Object.entries(object.values).flatMap(([issue, values]) =>
          Object.entries(values).map(
            ([option, one]) =>
              `${issueName(held, issue)}, ${optionName(held, issue, option)}: ${rangeInWords(one)}`,
          ),
        ),
        ...(object.noDeal === undefined ? [] : [`No deal: ${rangeInWords(object.noDeal)}`]),
      ];
    case "preference":
      return (object.statements ?? []).map((one, n) => `${n + 1}. ${statementInWords(held, one)}`);
    case "consent":
      return [
        ...(object.all === undefined
          ? []
          : [`All of ${listed(object.all.map((id) => actorName(held, id)))}`]),
        ...(object.rules ?? []).map(
          (rule) => `At least ${rule.atLeast} of ${listed(rule.of.map((id) => actorName(held, id)))}`,
        ),
      ];
    case "coalition":
      return object.candidates.flatMap((one) => {
        const name = actorName(held, one.actor);
        const line = (what: string, range: Judgement | undefined): string[] =>
          range === undefined ? [] : [`${name}, ${what}: ${rangeInWords(range)}`];
        return [
          ...line("how near it is", one.readiness),
          ...(one.asks ?? []).flatMap((ask) => [
            ...line(`how much nearer "${ask.what}" brings it`, ask.worth),
            ...line(`how much "${ask.what}" takes from those it puts off`, ask.cost),
          ]),
          ...(one.drawnBy ?? []).flatMap((by) =>
            line(`how much nearer ${actorName(held, by.actor)} brings it`, by.worth),
          ),
        ];
      });
    case "view":
      return [
        ...(object.hiddenMoves ?? []).map((id) => `Does not know of "${held.nameOf(refOf("move", id))}"`),
        ...(object.preferences ?? []).flatMap((id) => {
          const one = held.get("preference", id);
          return one === undefined ? [] : [`Believes in ${objectName(held, one)}`];
        }),
      ];
    default:
      return judgementsIn(object, []).map(
        ([path, one]) => `${pathInWords(held, object, path)}: ${rangeInWords(one)}`,
      );
  }
}

/** `!cede & talk` as a person reads it, with the names of the moves. */
function statementInWords(held: Case, statement: string): string {
  const words = statement
    .replace(/\s*(?:<->|<=>)\s*/gu, " if and only if ")
    .replace(/\biff\b/gu, "if and only if")
    .replace(/\s*&+\s*/gu, " and ")
    .replace(/\s*\|+\s*/gu, " or ")
    .replace(/[!~-]\s*(?=[\p{L}\p{N}_(])(?<![\p{L}\p{N}_][!~-])/gu, "not ")
    .replace(/[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/gu, (id) => {
      const move = held.get("move", id);
      return move === undefined ? id : `"${move.name}"`;
    });
  return words.trim();
}

function issueName(held: Case, id: string): string {
  return held.get("issue", id)?.name ?? "an issue without a name";
}

function optionName(held: Case, issue: string, option: string): string {
  return held.get("issue", issue)?.options?.[option] ?? "an option without a name";
}

/** `0.2 to 0.4, likeliest 0.3`. */
function rangeInWords({ low, mode, high }: Judgement): string {
  const exact = (n: number): string => (Number.isInteger(n) ? figure(n) : String(n));
  if (low === high) return exact(low);
  return `${exact(low)} to ${exact(high)}${mode === undefined ? "" : `, likeliest ${exact(mode)}`}`;
}

function isJudgement(value: unknown): value is Judgement {
  return typeof value === "object" && value !== null && "low" in value && "high" in value;
}

function judgementsIn(value: unknown, path: string[]): [string[], Judgement][] {
  if (typeof value !== "object" || value === null) return [];
  if (isJudgement(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => judgementsIn(item, [...path, key]));
}

function innerBases(value: unknown, path: string[]): [string[], Basis, unknown][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]): [string[], Basis, unknown][] => {
    if (key === "basis") return path.length === 0 ? [] : [[path, item as Basis, value]];
    return innerBases(item, [...path, key]);
  });
}

/** Where in an object something stands: names for identifiers, words for fields, counted places for lists. */
function pathInWords(held: Case, object: CaseObject, path: readonly string[]): string {
  const issue = object.kind === "valuation" ? path[1] : "issue" in object ? object.issue : undefined;
  return path
    .map((key) => {
      if (/^\d+$/u.test(key)) return `number ${Number(key) + 1}`;
      const option = typeof issue === "string" ? held.get("issue", issue)?.options?.[key] : undefined;
      if (option !== undefined) return option;
      const named = KINDS.map((kind) => `${kind}:${key}` as Ref)
        .filter((ref) => held.at(ref) !== undefined)
        .map((ref) => held.nameOf(ref))
        .find((name) => name !== key);
      return named ?? spoken(key);
    })
    .join(", ");
}

/** `noDeal` as `no deal`. */
function spoken(key: string): string {
  return key
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .replace(/[-_]/gu, " ")
    .toLowerCase();
}
