import { type Case, refOf } from "@parley/case";
import type { PlanValue, TermJson } from "@parley/settlement";
import { i18next, t } from "../words/index.ts";

/** A number of a plan as it is said: data is not rounded. */
export function exactly(n: number): string {
  return new Intl.NumberFormat(i18next.language === "en" ? "en-GB" : i18next.language, {
    maximumFractionDigits: 12,
  }).format(n);
}

/** One number or a range, with its unit. */
export function rangeOf({ low, high }: PlanValue, unit?: string): string {
  const number = low === high ? exactly(low) : t("range", { low: exactly(low), high: exactly(high) });
  return unit === undefined ? number : `${number} ${unit}`;
}

/** What a plan lays down of one thing: how much, who, when, on which condition, in which words. */
export function termWords(held: Case, { value, unit, when, actor, condition, text }: TermJson): string {
  const parts = [
    value === undefined ? undefined : rangeOf(value, unit),
    actor === undefined ? undefined : t("plans.by", { who: held.nameOf(refOf("actor", actor)) }),
    when === undefined ? undefined : t("plans.when", { when }),
    condition === undefined ? undefined : t("plans.if", { condition }),
    text,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? t("plans.nothingSaid") : parts.join(", ");
}
