import { type Contradiction, contradictions, type Dispute, disputes, type Ref } from "@parley/case";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Empty } from "../design/states.tsx";
import { Screen } from "../frame/screen.tsx";
import { RecordTabs } from "../record/record-tabs.tsx";
import { titleOf } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";
import { Board } from "./board.tsx";
import { StatusTags } from "./status-tags.tsx";
import "./disputes.css";

/** Disputes: who stands where on what is claimed, and on texts that are only said to exist. */
export function DisputesPage(): ReactNode {
  const { held, knownOn } = useCaseData();
  const { d, until } = useSearch({ from: "/c/$case/disputes" });
  const navigate = useNavigate({ from: "/c/$case/disputes" });
  const found = useMemo(() => disputes(held, knownOn), [held, knownOn]);
  const against = useMemo(() => contradictions(held, knownOn), [held, knownOn]);
  const chosen = found.find((one) => one.ref === d) ?? found[0];
  const contested = found.filter((one) => one.contested).length;
  return (
    <Screen
      title={t("disputes.title")}
      about={t("disputes.about")}
      testId="disputes"
      above={<RecordTabs />}
      tools={
        <p>
          {found.length === 0 ? t("disputes.empty") : t("disputes.count", { count: found.length })}{" "}
          {contested === 0 ? "" : t("disputes.countContested", { count: contested })}
        </p>
      }
    >
      {chosen === undefined ? (
        <Empty title={t("disputes.empty")}>
          <p>{t("disputes.emptyTodo")}</p>
        </Empty>
      ) : (
        <div className="disputes">
          <DisputeList found={found} chosen={chosen.ref} />
          <Board
            key={chosen.ref}
            on={chosen.on}
            until={until}
            onUntil={(to) => void navigate({ search: (s) => ({ ...s, until: to }), replace: true })}
          />
        </div>
      )}
      <Contradictions found={against} />
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("disputes.method")}</p>
      </details>
    </Screen>
  );
}

function DisputeList({ found, chosen }: { found: readonly Dispute[]; chosen: Ref }): ReactNode {
  const { held, name } = useCaseData();
  return (
    <DataTable
      label={t("disputes.list")}
      rows={found}
      keyOf={(one) => one.ref}
      columns={[
        {
          id: "what",
          name: t("disputes.what"),
          heading: true,
          sortBy: (one) => titleOf(held, one.ref),
          cell: (one) => (
            <Link
              to="/c/$case/disputes"
              params={{ case: name }}
              search={(s) => ({ level: s.level, known: s.known, d: one.ref })}
              {...(one.ref === chosen ? { "aria-current": "true" as const } : {})}
            >
              <bdi>{titleOf(held, one.ref)}</bdi>
            </Link>
          ),
        },
        {
          id: "status",
          name: t("disputes.status"),
          sortBy: (one) => one.status,
          cell: (one) => <StatusTags dispute={one} />,
        },
      ]}
    />
  );
}

function Contradictions({ found }: { found: readonly Contradiction[] }): ReactNode {
  const { held } = useCaseData();
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">{t("disputes.contradictions")}</h2>
      <ul className="links">
        {found.map((one) => (
          <li key={`${one.rule} ${one.on.join()} ${one.sides[0].join()}`}>
            {one.on.map((ref, i) => (
              <span key={ref}>
                {i === 0 ? "" : " / "}
                <RefLink to={ref} />
              </span>
            ))}
            <br />
            <span className="soft">
              {t(`disputes.rule.${one.rule}`)}{" "}
              {one.within === undefined
                ? ""
                : t("disputes.within", { source: titleOf(held, `source:${one.within}`) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
