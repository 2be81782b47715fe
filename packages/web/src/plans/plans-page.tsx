import { refOf } from "@parley/case";
import { plansFromCase } from "@parley/settlement";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { CheckGroup } from "../design/check-group.tsx";
import { Empty } from "../design/states.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen, ShowLink } from "../frame/screen.tsx";
import { plans as words } from "../words/en/plans.ts";
import { addWords, t } from "../words/index.ts";
import { Findings } from "./findings.tsx";
import { Fits } from "./fits.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { Stances } from "./stances.tsx";
import "./plans.css";

addWords(words);

/** Plans laid side by side before anybody chooses: more do not fit beside each other and are still read. */
const SHOWN = 3;

/** Plans: rival texts issue by issue, whether each holds together, how far it is from whom, and who stands behind it. */
export function PlansPage(): ReactNode {
  const data = useCaseData();
  const { held, knownOn } = data;
  const navigate = useNavigate();
  const { with: asked } = useSearch({ from: "/c/$case/plans" });
  const read = useMemo(() => plansFromCase(held, knownOn), [held, knownOn]);
  const { plans } = read;
  const named = asked?.split(",") ?? [];
  const wanted = plans.filter((plan) => named.includes(plan.id));
  const chosen = wanted.length > 0 ? wanted : plans.slice(0, SHOWN);
  return (
    <Screen
      title={t("nav.plans")}
      about={t("plans.about")}
      testId="plans"
      tools={
        <>
          <p>{plans.length === 0 ? t("plans.countNone") : t("plans.count", { count: plans.length })}</p>
          <span className="row push">
            {resultAt(data, "result:plans") === undefined ? null : (
              <ShowLink of="result:plans">{t("deadlocks.inBrief")}</ShowLink>
            )}
            <NewButton kind="plan">{t("plans.new")}</NewButton>
          </span>
        </>
      }
    >
      {plans.length === 0 ? (
        <Empty title={t("plans.empty")}>
          <p>{t(held.inForce("issue").length === 0 ? "plans.emptyIssues" : "plans.emptyTodo")}</p>
          <NewButton main kind={held.inForce("issue").length === 0 ? "issue" : "plan"}>
            {t(held.inForce("issue").length === 0 ? "positions.newIssue" : "plans.new")}
          </NewButton>
        </Empty>
      ) : (
        <div className="plans">
          {plans.length < 2 ? null : (
            <CheckGroup
              label={t("plans.beside")}
              value={chosen.map((plan) => plan.id)}
              options={plans.map(({ id, name }) => ({ id, name: <bdi>{name}</bdi> }))}
              onChange={(to) =>
                void navigate({
                  to: ".",
                  search: (s) => ({
                    ...s,
                    with:
                      plans
                        .filter((plan) => to.includes(plan.id))
                        .map((plan) => plan.id)
                        .join(",") || undefined,
                  }),
                  replace: true,
                })
              }
            />
          )}
          <SideBySide read={read} chosen={chosen} />
          <Findings plans={chosen} />
          <Fits plans={chosen} />
          <Stances plans={chosen.flatMap(({ id }) => held.get("plan", id) ?? [])} />
          <p className="row">
            {chosen.map((plan) => (
              <ShowLink key={plan.id} of={refOf("plan", plan.id)}>
                {t("plans.evidence", { plan: plan.name })}
              </ShowLink>
            ))}
          </p>
        </div>
      )}
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("plans.method")}</p>
      </details>
    </Screen>
  );
}
