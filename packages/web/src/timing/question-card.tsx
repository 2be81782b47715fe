import { daysBetween, type Question, refOf } from "@parley/case";
import { checkQuestion } from "@parley/forecast";
import type { ReactNode } from "react";
import { Button } from "../design/button.tsx";
import { LevelTag, Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { count, day, t } from "../words/index.ts";

/** A question with the rule by which it will be resolved: neither is shown without the other. */
export function QuestionCard({
  question,
  on,
  onEdit,
}: {
  question: Question;
  /** The day on which it is looked at. */
  on: string | undefined;
  onEdit(): void;
}): ReactNode {
  const elapsed =
    question.since === undefined || on === undefined ? undefined : daysBetween(question.since, on);
  const rows: [string, ReactNode][] = [
    [t("timing.event"), <bdi key="event">{question.event}</bdi>],
    [t("timing.rule"), <bdi key="rule">{question.rule}</bdi>],
    [
      t("timing.sources"),
      question.sources === undefined || question.sources.length === 0 ? (
        <Tag key="sources" warn>
          {t("timing.noSources")}
        </Tag>
      ) : (
        <bdi key="sources">{question.sources.join("; ")}</bdi>
      ),
    ],
    [
      t("timing.asked"),
      t("timing.askedFromTo", {
        opens: question.opens === undefined ? t("unknown") : day(question.opens),
        closes: question.closes === undefined ? t("unknown") : day(question.closes),
      }),
    ],
    [
      t("timing.since"),
      question.since === undefined
        ? t("unknown")
        : elapsed === undefined || elapsed < 0
          ? day(question.since)
          : t("timing.sinceElapsed", {
              since: day(question.since),
              days: count(elapsed),
              on: day(on as string),
            }),
    ],
  ];
  if (question.options !== undefined) rows.push([t("timing.options"), question.options.join(" · ")]);
  return (
    <section className="question" aria-labelledby="question-title">
      <div className="question-head">
        <h2 id="question-title" dir="auto">
          {question.title}
        </h2>
        <div className="row">
          <LevelTag level={question.level ?? "team"} />
          <ShowLink of={refOf("question", question.id)}>{t("timing.thread")}</ShowLink>
          <Button small onPress={onEdit}>
            {t("timing.edit")}
          </Button>
        </div>
      </div>
      <dl className="question-fields">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {checkQuestion(question)
        .filter((finding) => finding.field !== "sources")
        .map((finding) => (
          <p key={finding.message}>
            <Tag warn>{t(`findings.${finding.severity}`)}</Tag> {finding.message}
          </p>
        ))}
    </section>
  );
}
