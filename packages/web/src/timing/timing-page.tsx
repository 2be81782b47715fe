import { daysBetween, isDay, type Question, type Ref } from "@parley/case";
import { HORIZONS, REFERENCE_CLASSES, UnknownClassError } from "@parley/forecast";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Select, TextField } from "../design/field.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { Screen, ShowLink } from "../frame/screen.tsx";
import { day, t } from "../words/index.ts";
import { BaseRateChart } from "./base-rate-chart.tsx";
import { type ClassCurve, classCurve } from "./curve.ts";
import { Ledger } from "./ledger.tsx";
import { QuestionCard } from "./question-card.tsx";
import { QuestionForm } from "./question-form.tsx";
import "./timing.css";

// Few cases have so many questions.
const QuestionField = lazy(() => import("./question-field.tsx").then((m) => ({ default: m.QuestionField })));

/** More questions than this are found by typing. */
const FEW = 12;
const UNTIL = HORIZONS.at(-1) as number;

/** Timing: the question as it was put, what comparable pasts say, and the forecasts made of it. */
export function TimingPage(): ReactNode {
  const data = useCaseData();
  const { held } = data;
  const navigate = useNavigate();
  const { q } = useSearch({ from: "/c/$case/timing" });
  const [form, setForm] = useState<Question | "new">();
  const [lookedAt, setLookedAt] = useState<string>();
  const questions = held.inForce("question");
  const question = questions.find((one) => one.id === q) ?? questions[0];
  const asOf = held.info?.asOf;
  const on = lookedAt ?? asOf;
  const open = (id: string): void =>
    void navigate({ to: ".", search: (s) => ({ ...s, q: id, show: undefined }), replace: true });
  const tools = (
    <>
      {questions.length < 2 || question === undefined ? null : questions.length > FEW ? (
        <Suspense>
          <QuestionField value={question.id} onChoose={open} />
        </Suspense>
      ) : (
        <Select
          label={t("timing.question")}
          inline
          value={question.id}
          options={questions.map((one) => ({ id: one.id, name: one.title }))}
          onChange={open}
        />
      )}
      {question?.since === undefined ? null : (
        <TextField
          label={t("timing.lookedAt")}
          type="date"
          className="field-inline"
          value={on ?? ""}
          onChange={(to) => setLookedAt(to === "" || to === asOf ? undefined : to)}
        />
      )}
      <Button small onPress={() => setForm("new")}>
        {t("timing.new")}
      </Button>
    </>
  );
  return (
    <Screen title={t("nav.timing")} about={t("timing.about")} tools={tools} testId="timing">
      {question === undefined ? (
        <Empty title={t("timing.empty")}>
          <p>{t("timing.emptyTodo")}</p>
          <Button look="main" onPress={() => setForm("new")}>
            {t("timing.new")}
          </Button>
        </Empty>
      ) : (
        <div className="timing">
          <QuestionCard question={question} on={on} onEdit={() => setForm(question)} />
          <div className="timing-pasts">
            <BaseRates question={question} on={on} official={lookedAt === undefined} />
            <Ledger question={question} />
          </div>
        </div>
      )}
      <QuestionForm
        draft={form}
        onClose={(saved) => {
          setForm(undefined);
          if (saved !== undefined) open(saved);
        }}
      />
    </Screen>
  );
}

/** What comparable pasts say of a question, several classes side by side: the class decides the answer. */
function BaseRates({
  question,
  on,
  official,
}: {
  question: Question;
  on: string | undefined;
  /** Looked at on the day of the case, as the brief does. */
  official: boolean;
}): ReactNode {
  const data = useCaseData();
  const { since } = question;
  const elapsed = since === undefined || on === undefined || !isDay(on) ? undefined : daysBetween(since, on);
  const names = useMemo(() => question.classes ?? REFERENCE_CLASSES.map((c) => c.name), [question.classes]);
  const { curves, unknown } = useMemo(() => {
    const curves: ClassCurve[] = [];
    const unknown: string[] = [];
    if (elapsed === undefined || elapsed < 0) return { curves, unknown };
    for (const name of names) {
      try {
        curves.push(classCurve(name, elapsed, UNTIL));
      } catch (error) {
        if (!(error instanceof UnknownClassError)) throw error;
        unknown.push(error.message);
      }
    }
    return { curves, unknown };
  }, [names, elapsed]);
  if (on === undefined) return <Empty title={t("timing.noBasis")}>{t("timing.noAsOf")}</Empty>;
  if (since === undefined) return <Empty title={t("timing.noBasis")}>{t("timing.noSince")}</Empty>;
  if (elapsed === undefined || elapsed < 0)
    return (
      <Empty title={t("timing.noBasis")}>{t("timing.before", { on: day(on), since: day(since) })}</Empty>
    );
  return (
    <div className="base-rates">
      {curves.some((curve) => curve.points.length > 0) ? (
        <BaseRateChart curves={curves} from={on} until={UNTIL} />
      ) : (
        <Empty title={t("timing.noBasis")} />
      )}
      <ul className="class-notes">
        {curves.map(({ rate }) => (
          <li key={rate.class}>
            <p>
              <strong>{rate.title}.</strong> {rate.words}{" "}
              {official ? <OfficialResult of={`result:base-rate/${question.id}/${rate.class}`} /> : null}
            </p>
            <details>
              <summary>{t("timing.method")}</summary>
              <p>{t("timing.methodIs")}</p>
              <p>{rate.rule}</p>
              <p>{rate.citation}</p>
            </details>
          </li>
        ))}
        {unknown.map((message) => (
          <li key={message}>
            <Tag warn>{t("findings.error")}</Tag> {message}
          </li>
        ))}
      </ul>
      {official ? (
        data.resultsState === "loading" ? (
          <Loading what={t("result.loading")} />
        ) : data.resultsState === "failed" ? (
          <Failed error={new Error(t("timing.resultsFailed"))} />
        ) : null
      ) : (
        <p className="callout">
          {t("timing.otherDay", { on: day(on), asOf: day(data.held.info?.asOf ?? on) })}
        </p>
      )}
    </div>
  );
}

/** The way from a class to its result, and to the sentences of the brief that quote it. */
function OfficialResult({ of }: { of: Ref }): ReactNode {
  const data = useCaseData();
  if (resultAt(data, of) === undefined) return null;
  return <ShowLink of={of}>{t("timing.thread")}</ShowLink>;
}
