import { refOf } from "@parley/case";
import { agreedFromCase, inclusionFromCase, votingFromCase } from "@parley/settlement";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Select } from "../design/field.tsx";
import { Empty } from "../design/states.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen } from "../frame/screen.tsx";
import { coalitions as words } from "../words/en/coalitions.ts";
import { addWords, t } from "../words/index.ts";
import { AgreedTables } from "./agreed.tsx";
import { Consents } from "./consents.tsx";
import { Inclusion } from "./inclusion.tsx";
import { Routes } from "./routes.tsx";
import { Sequence } from "./sequence.tsx";
import "./coalitions.css";

addWords(words);

/** Coalitions: who sits where and over whose head, who can block, and whom to win first. */
export function CoalitionsPage(): ReactNode {
  const { held, knownOn } = useCaseData();
  const navigate = useNavigate();
  const { c } = useSearch({ from: "/c/$case/coalitions" });
  const inclusion = useMemo(() => inclusionFromCase(held), [held]);
  const agreed = useMemo(() => agreedFromCase(held, knownOn ?? held.info?.asOf).tables, [held, knownOn]);
  const consents = held.inForce("consent");
  const voting = useMemo(() => votingFromCase(consents), [consents]);
  const coalitions = held.inForce("coalition");
  const chosen = coalitions.find((one) => one.id === c) ?? coalitions[0];
  return (
    <Screen
      title={t("nav.coalitions")}
      about={t("coalitions.about")}
      testId="coalitions"
      tools={
        <>
          {coalitions.length < 2 || chosen === undefined ? null : (
            <Select
              inline
              label={t("coalitions.which")}
              value={chosen.id}
              options={coalitions.map(({ id, name }) => ({ id, name }))}
              onChange={(to) =>
                void navigate({ to: ".", search: (s) => ({ ...s, c: to, show: undefined }), replace: true })
              }
            />
          )}
          <span className="row push">
            {consents.length > 0 ? null : <NewButton kind="consent">{t("coalitions.newConsent")}</NewButton>}
            <NewButton kind="coalition">{t("coalitions.new")}</NewButton>
          </span>
        </>
      }
    >
      <div className="coalitions">
        {chosen === undefined ? (
          <Empty title={t("coalitions.empty")}>
            <p>{t("coalitions.emptyTodo")}</p>
            <NewButton main kind="coalition">
              {t("coalitions.new")}
            </NewButton>
          </Empty>
        ) : (
          <>
            <Sequence key={chosen.id} coalition={chosen} />
            <Routes coalition={chosen} />
          </>
        )}
        <Inclusion inclusion={inclusion} />
        <AgreedTables tables={agreed} />
        <Consents voting={voting} on={consents.map((one) => refOf("consent", one.id))} />
      </div>
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("coalitions.method")}</p>
      </details>
    </Screen>
  );
}
