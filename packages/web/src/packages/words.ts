import { type Case, refOf } from "@parley/case";
import type { ChoiceJson, Objection, ObstacleJson, PackageJson } from "@parley/settlement";
import { actorName } from "../thread/describe.ts";
import { i18next, t } from "../words/index.ts";

/** A value as shown: two significant digits. */
export function figure(value: number): string {
  return new Intl.NumberFormat(i18next.language, { maximumSignificantDigits: 2 }).format(value);
}

/** Several things in one line. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(i18next.language, { type: "conjunction" }).format(words);
}

export function issueName(held: Case, issue: string): string {
  return held.nameOf(refOf("issue", issue));
}

export function optionName(held: Case, issue: string, option: string): string {
  return held.get("issue", issue)?.options?.[option] ?? option;
}

/** A choice: what is agreed on which issue. */
export function choiceWords(held: Case, [issue, option]: ChoiceJson): string {
  return t("packages.choice", { issue: issueName(held, issue), option: optionName(held, issue, option) });
}

/** What becomes of an issue: an option, or left open. */
export function changeWords(held: Case, [issue, option]: readonly [string, string | null]): string {
  return t("packages.choice", {
    issue: issueName(held, issue),
    option: option === null ? t("edit.leftOpen") : optionName(held, issue, option),
  });
}

/** A package in one line, issue by issue. */
export function packageWords(held: Case, chosen: PackageJson): string {
  return Object.entries(chosen)
    .map((change) => changeWords(held, change))
    .join("; ");
}

/** Why a party would not accept. */
export function objectionWords(held: Case, objection: Objection): string {
  switch (objection.type) {
    case "red line":
      return t("packages.crosses", { what: listed(objection.choices.map((c) => choiceWords(held, c))) });
    case "link":
      return t("packages.excluded", { what: listed(objection.choices.map((c) => choiceWords(held, c))) });
    case "left open":
      return t("packages.leavesOpen", { issue: issueName(held, objection.issue) });
    case "below no deal":
      return t("packages.belowNoDeal");
  }
}

/** What stands in the way of every package. */
export function obstacleWords(held: Case, obstacle: ObstacleJson): string {
  switch (obstacle.type) {
    case "link":
      return t("packages.obstacleLink", { what: listed(obstacle.choices.map((c) => choiceWords(held, c))) });
    case "red line":
      return t("packages.obstacleRedLine", {
        who: actorName(held, obstacle.party),
        what: listed(obstacle.choices.map((c) => choiceWords(held, c))),
      });
    case "no deal":
      return t("packages.obstacleNoDeal", {
        who: actorName(held, obstacle.party),
        value: figure(obstacle.reservation),
      });
  }
}

/** A judgement by the name that the analysis gives it. */
export function judgementWords(held: Case, name: string): string {
  const value = /^value of (.+): (.+)$/.exec(name);
  if (value !== null) {
    const [, issue, option] = value as unknown as [string, string, string];
    return t("packages.valueOf", { option: optionName(held, issue, option) });
  }
  const weight = /^weight of (.+)$/.exec(name);
  if (weight !== null) return t("packages.weightOf", { issue: issueName(held, weight[1] as string) });
  return t("packages.ofNoDeal");
}
