import { type Case, type Ref, refOf } from "@parley/case";
import type { Incoherence, PlanOfCase } from "@parley/settlement";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { ShowLink } from "../frame/screen.tsx";
import { t } from "../words/index.ts";
import { termWords } from "./term-words.ts";

/** What does not hold together in each plan, or is not there. Findings, never corrections. */
export function Findings({ plans }: { plans: readonly PlanOfCase[] }): ReactNode {
  const { held } = useCaseData();
  return (
    <div className="plan-part">
      <h2>{t("plans.holds")}</h2>
      {plans.map((plan) => (
        <div key={plan.id} className="plan-findings">
          <h3>
            <bdi>{plan.name}</bdi>
          </h3>
          {plan.incoherences.length === 0 ? (
            <p className="soft">{t("plans.holdsFine")}</p>
          ) : (
            <ul>
              {plan.incoherences.map((one, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: findings stand in the order of the plan
                <li key={i}>
                  <strong>{t(`incoherence.${one.type}`)}.</strong>{" "}
                  <span dir="auto">{inWords(held, one)}</span>{" "}
                  {restsOn(one).map((ref) => (
                    <ShowLink key={ref} of={ref}>
                      {t("word.why")}
                    </ShowLink>
                  ))}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

function inWords(held: Case, one: Incoherence): string {
  const issueName = (id: string): string => held.nameOf(refOf("issue", id));
  const option = (issue: string, id: string): string => held.get("issue", issue)?.options?.[id] ?? id;
  const issue = issueName(one.issue);
  switch (one.type) {
    case "contradiction":
      return t("incoherenceWords.contradiction", {
        issue,
        term: one.term,
        one: termWords(held, one.values[0]),
        other: termWords(held, one.values[1]),
      });
    case "excluded":
      return t("incoherenceWords.excluded", {
        issue,
        option: option(one.issue, one.option),
        other: option(one.by.issue, one.by.option),
        otherIssue: issueName(one.by.issue),
      });
    case "missing companion":
      return t("incoherenceWords.missing companion", {
        issue,
        option: option(one.issue, one.option),
        other: option(one.needs.issue, one.needs.option),
        otherIssue: issueName(one.needs.issue),
      });
    case "red line":
      return t("incoherenceWords.red line", {
        issue,
        option: option(one.issue, one.option),
        who: held.nameOf(refOf("actor", one.party)),
      });
    case "content not known":
      return t("incoherenceWords.content not known", { issue });
    case "empty slot":
      return t(one.lacks === "everything" ? "incoherenceWords.empty slot" : "incoherenceWords.no day", {
        issue,
        term: one.term,
      });
    case "day has passed":
      return t("incoherenceWords.day has passed", { issue, term: one.term, when: one.when });
    case "circle":
      return t("incoherenceWords.circle", { issue, term: one.term, condition: one.condition });
  }
}

function restsOn(one: Incoherence): Ref[] {
  if (one.type === "red line") return [refOf("position", one.position)];
  if (one.type === "excluded" || one.type === "missing companion") return [refOf("link", one.link)];
  return [];
}
