import type { Case, Id } from "@parley/case";
import { holds, type PackageJson, settlementFromCase, verdicts as verdictsOf } from "@parley/settlement";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { Waiting } from "../analysis/waiting.tsx";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Select } from "../design/field.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen, ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { packages as words } from "../words/en/packages.ts";
import { addWords, t } from "../words/index.ts";
import { Builder } from "./builder.tsx";
import { Changes } from "./changes.tsx";
import { Compared } from "./compared.tsx";
import type { Marked } from "./frontier-plot.tsx";
import { Improve } from "./improve.tsx";
import { useAll, useFate } from "./tasks.ts";
import { Holding, Verdicts } from "./verdicts.tsx";
import { RULES, Solutions, Zone } from "./whole.tsx";
import { listed } from "./words.ts";
import "./packages.css";

addWords(words);

// The plot stands below what is looked at first, and brings the drawing's code with it.
const FrontierPlot = lazy(() => import("./frontier-plot.tsx").then((m) => ({ default: m.FrontierPlot })));

const NONE = "-";
/** The signs of the solutions in the plot, in their order. */
const SIGNS = ["N", "K", "E", "U"] as const;

/** Packages: put one together, and see at once who could accept it and what stands in the way. */
export function PackagesPage(): ReactNode {
  const data = useCaseData();
  const { held, knownOn, level } = data;
  const navigate = useNavigate();
  const { p, seen } = useSearch({ from: "/c/$case/packages" });
  const viewers = useMemo(() => viewersOf(held), [held]);
  const viewer = viewers.includes(seen ?? "") ? seen : undefined;
  const { problem, missing, packages } = useMemo(
    () => settlementFromCase(held, viewer === undefined ? {} : { seenBy: viewer }),
    [held, viewer],
  );
  const start = packages.find((one) => one.id === p) ?? (p === NONE ? undefined : packages[0]);
  const from = useMemo(
    (): PackageJson =>
      start?.package ?? Object.fromEntries((problem?.issues ?? []).map((issue) => [issue.id, null])),
    [start?.package, problem],
  );
  const [changed, setChanged] = useState<PackageJson>();
  // Another package to start from, or the same one changed elsewhere, is a new start.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its name and content are what makes it another
  useEffect(() => setChanged(undefined), [start?.id, JSON.stringify(from)]);
  const chosen = changed ?? from;
  const verdicts = useMemo(
    () => (problem === undefined ? [] : verdictsOf(problem, chosen, { normalise: true })),
    [problem, chosen],
  );
  const all = useAll(problem);
  const fate = useFate(problem, chosen);
  const needed = useMemo(
    () => neededOf(problem?.consent, problem?.parties.map((one) => one.id) ?? []),
    [problem],
  );
  const accepted =
    problem !== undefined &&
    holds(problem, new Set(verdicts.filter((v) => v.acceptable).map((v) => v.party)));
  const result = all.state === "done" ? all.value : undefined;
  const marked = useMemo((): Marked[] => {
    if (problem === undefined) return [];
    const values = (one: PackageJson): Record<string, number> =>
      Object.fromEntries(verdictsOf(problem, one, { normalise: true }).map((v) => [v.party, v.value]));
    return [
      ...packages.map((one, n) => ({
        sign: String.fromCodePoint(0x2460 + Math.min(n, 19)),
        name: one.name,
        package: one.package,
        values: values(one.package),
      })),
      ...RULES.flatMap((rule, n) => {
        const solution = result?.solutions[rule];
        return solution === null || solution === undefined
          ? []
          : [
              {
                sign: SIGNS[n] as string,
                name: t(`rule.${rule}`),
                package: solution.package,
                values: solution.values,
              },
            ];
      }),
    ];
  }, [problem, packages, result]);
  const tools =
    problem === undefined ? undefined : (
      <>
        <Select
          inline
          label={t("packages.startFrom")}
          value={start?.id ?? NONE}
          options={[
            ...packages.map((one) => ({ id: one.id, name: one.name })),
            { id: NONE, name: t("packages.nothingAgreed") },
          ]}
          onChange={(to) =>
            void navigate({ to: ".", search: (s) => ({ ...s, p: to, show: undefined }), replace: true })
          }
        />
        {viewers.length === 0 ? null : (
          <Select
            inline
            label={t("packages.seenBy")}
            value={viewer ?? NONE}
            options={[
              { id: NONE, name: t("packages.record") },
              ...viewers.map((id) => ({ id, name: actorName(held, id) })),
            ]}
            onChange={(to) =>
              void navigate({
                to: ".",
                search: (s) => ({ ...s, seen: to === NONE ? undefined : to, show: undefined }),
                replace: true,
              })
            }
          />
        )}
        {changed === undefined ? null : (
          <Button small onPress={() => setChanged(undefined)}>
            {t("packages.back")}
          </Button>
        )}
        <NewButton kind="package" preset={{ choices: chosen }}>
          {t("packages.saveAs")}
        </NewButton>
        {resultAt(data, "result:settlement") === undefined ? null : (
          <span className="push">
            <ShowLink of="result:settlement">{t("deadlocks.inBrief")}</ShowLink>
          </span>
        )}
      </>
    );
  return (
    <Screen title={t("nav.packages")} about={t("packages.about")} tools={tools} testId="packages">
      {problem === undefined ? (
        <Missing missing={missing} />
      ) : (
        <>
          {knownOn !== undefined || level !== "sealed" ? (
            <p className="callout">{t("packages.otherView")}</p>
          ) : null}
          {viewer === undefined ? null : (
            <p className="strip">{t("packages.viewerNote", { who: actorName(held, viewer) })}</p>
          )}
          <div className="packages">
            <Builder
              problem={problem}
              chosen={chosen}
              viewer={viewer}
              onChange={(issue: Id, option) => setChanged({ ...chosen, [issue]: option })}
            />
            <div className="packages-outcome">
              <p className="outcome" role="status" data-accepted={accepted}>
                <span aria-hidden="true">{accepted ? "✓ " : "✕ "}</span>
                {t(accepted ? "packages.outcomeYes" : "packages.outcomeNo")}
              </p>
              <NotJudged parties={problem.parties.map((one) => one.id)} />
              <Verdicts verdicts={verdicts} needed={needed} fate={fate} viewer={viewer} />
              <Holding fate={fate} viewer={viewer} />
              <Changes verdicts={verdicts} fate={fate} onTake={setChanged} />
              <Improve fate={fate} onTake={setChanged} />
            </div>
          </div>
          {result === undefined ? (
            <Waiting asked={all} />
          ) : (
            <>
              <Zone result={result} onTake={setChanged} />
              <Solutions result={result} onTake={setChanged} />
              <Compared problem={problem} marked={marked} onTake={setChanged} />
              {result.parties.length < 2 || result.frontier.length === 0 ? null : (
                <Suspense fallback={<Loading what={t("packages.frontier")} />}>
                  <FrontierPlot result={result} here={verdicts} marked={marked} needed={needed} />
                </Suspense>
              )}
            </>
          )}
          {data.resultsState === "failed" ? <Failed error={new Error(t("packages.resultsFailed"))} /> : null}
        </>
      )}
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("packages.method")}</p>
      </details>
    </Screen>
  );
}

/** Parties of which nothing is said, because nobody has said what anything is worth to them. */
function NotJudged({ parties }: { parties: readonly Id[] }): ReactNode {
  const { held } = useCaseData();
  const others = held.parties().filter((party) => !parties.includes(party.id));
  if (others.length === 0) return null;
  return (
    <div className="row">
      <p className="grow">
        {t("packages.notJudged", { who: listed(others.map((party) => party.name)), count: others.length })}
      </p>
      <NewButton kind="valuation">{t("packages.newValuation")}</NewButton>
    </div>
  );
}

/** Those through whose eyes the case can be seen here: whose pictures of valuations or red lines it holds. */
function viewersOf(held: Case): Id[] {
  const ids = new Set([
    ...held.inForce("valuation").flatMap((one) => one.seenBy ?? []),
    ...held.inForce("position").flatMap((one) => one.seenBy ?? []),
  ]);
  return [...ids].sort((a, b) => actorName(held, a).localeCompare(actorName(held, b)));
}

/** All who may have to agree. */
function neededOf(
  consent: { all?: string[]; rules?: { of: string[] }[] } | undefined,
  parties: readonly string[],
): ReadonlySet<string> {
  if (consent?.all === undefined && consent?.rules === undefined) return new Set(parties);
  return new Set([...(consent.all ?? []), ...(consent.rules ?? []).flatMap((rule) => rule.of)]);
}

/** What must be there before anything can be said. */
function Missing({ missing }: { missing: readonly string[] }): ReactNode {
  return (
    <Empty title={t("packages.empty")}>
      <p>{t("packages.emptyTodo")}</p>
      <ul className="plain bullets">
        {missing.slice(0, 12).map((one) => (
          <li key={one} dir="auto">
            {one}
          </li>
        ))}
      </ul>
      {missing.length > 12 ? <p>{t("packages.andMore", { count: missing.length - 12 })}</p> : null}
      <div className="row">
        <NewButton kind="issue">{t("positions.newIssue")}</NewButton>
        <NewButton kind="valuation">{t("packages.newValuation")}</NewButton>
        <NewButton kind="consent">{t("packages.newConsent")}</NewButton>
      </div>
    </Empty>
  );
}
