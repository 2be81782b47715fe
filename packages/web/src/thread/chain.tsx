import type { CaseObject, Ref } from "@parley/case";
import { refOf } from "@parley/case";
import { type ReactNode, useState } from "react";
import { type CaseData, resultAt, useCaseData } from "../api/case-data.ts";
import { StandingTag } from "../design/tag.tsx";
import { ClaimTags } from "../record/claim-card.tsx";
import { Excerpt } from "../record/excerpt.tsx";
import { day, t } from "../words/index.ts";
import { actorName, fieldsOf, titleOf } from "./describe.ts";
import { kindOf } from "./places.ts";
import { kindWord, RefLink } from "./ref-link.tsx";
import { WordsSaid } from "./words-said.tsx";
import "./thread.css";

/** How many supports are opened by themselves; more are opened one by one. */
const OPEN_AT_ONCE = 4;

/** The way down from something to the characters it rests on, step by step; `below` leaves out the thing itself. */
export function Chain({ of, below = false }: { of: Ref; below?: boolean }): ReactNode {
  const data = useCaseData();
  // A page says what its object is by itself: there the way begins one step below.
  const steps = below && resultAt(data, of) === undefined ? supportsShown(data, of) : [];
  if (steps.length > 0) {
    return (
      <ol className="chain">
        {steps.map((ref) => (
          <Step key={ref} of={ref} path={[of]} open={steps.length <= OPEN_AT_ONCE} />
        ))}
      </ol>
    );
  }
  return (
    <ol className="chain">
      <Step of={of} path={[]} open />
    </ol>
  );
}

function Step({ of, path, open }: { of: Ref; path: readonly Ref[]; open: boolean }): ReactNode {
  const data = useCaseData();
  const [opened, setOpened] = useState(open);
  const below = supportsShown(data, of);
  const circular = path.includes(of);
  return (
    <li className={`step step-${kindOf(of)}`}>
      <StepBody of={of} />
      {below.length === 0 || circular ? null : (
        <details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
          <summary>{t("chain.restsOn", { count: below.length })}</summary>
          {opened ? (
            <ol className="chain">
              {below.map((ref) => (
                <Step
                  key={ref}
                  of={ref}
                  path={[...path, of]}
                  open={below.length <= OPEN_AT_ONCE && path.length < 6}
                />
              ))}
            </ol>
          ) : null}
        </details>
      )}
    </li>
  );
}

/** Direct supports, without the document a passage is of: the passage shows it itself. */
function supportsShown(data: CaseData, of: Ref): readonly Ref[] {
  if (kindOf(of) === "passage" || kindOf(of) === "source" || kindOf(of) === "text") return [];
  const below = data.thread.supports(of).filter((ref) => kindOf(ref) !== "source");
  // Words first, then what is missing among them.
  return [...below.filter((ref) => kindOf(ref) !== "gap"), ...below.filter((ref) => kindOf(ref) === "gap")];
}

function StepBody({ of }: { of: Ref }): ReactNode {
  const data = useCaseData();
  const { held } = data;
  const result = resultAt(data, of);
  if (result !== undefined) {
    return (
      <>
        <p className="step-kind">{t("kind.result")}</p>
        <p className="step-title">
          <RefLink to={of} />
        </p>
        <ul className="plain">
          {result.sentences.map((s) => (
            <li key={s.text} dir="auto">
              {s.text}
            </li>
          ))}
        </ul>
        <p className="soft">
          {t("result.method", { method: result.method, status: statusWords(result.status) })}
          {result.seed === undefined ? "" : ` ${t("result.seed", { seed: result.seed })}`}
        </p>
      </>
    );
  }
  const object = held.at(of);
  if (object === undefined) {
    if (of.startsWith("result:") && data.resultsState === "loading") return <p>{t("result.loading")}</p>;
    return <p>{data.hidden > 0 ? t("chain.hidden", { ref: of }) : t("chain.missing", { ref: of })}</p>;
  }
  return (
    <>
      <p className="step-kind">{kindWord(of)}</p>
      <ObjectSummary object={object} />
    </>
  );
}

function statusWords(status: string): string {
  if (status === "proved") return t("result.proved");
  if (status === "heuristic") return t("result.heuristic");
  if (status === "not computed") return t("result.notComputed");
  return t("result.capped", { n: status.replace(/\D/g, "") });
}

/** An object in a few lines, as it stands in a chain. */
function ObjectSummary({ object }: { object: CaseObject }): ReactNode {
  const { held } = useCaseData();
  const ref = refOf(object.kind, object.id);
  if (object.kind === "passage") {
    return (
      <>
        <p className="step-title">
          <bdi>{titleOf(held, `source:${object.source}`)}</bdi>
        </p>
        <Excerpt passage={object} />
        <p>
          <RefLink to={ref}>{t("chain.openInRecord")}</RefLink>
        </p>
      </>
    );
  }
  if (object.kind === "claim") {
    return (
      <>
        <p className="step-title">
          <RefLink to={ref}>
            {actorName(held, object.by)} {t(`act.${object.act}`)}: {object.says}
          </RefLink>
        </p>
        <ClaimTags claim={object} />
        <WordsSaid on={object} board={false} />
        <AssumptionLine object={object} />
      </>
    );
  }
  if (object.kind === "gap") {
    return (
      <>
        <p className="step-title">
          <RefLink to={ref} />
        </p>
        <p>{t(`gap.about.${object.type}`)}</p>
        <blockquote className="card-exact" dir="auto">
          {object.context}
        </blockquote>
      </>
    );
  }
  const standing = "standing" in object ? object.standing : undefined;
  return (
    <>
      <p className="step-title">
        <RefLink to={ref} />
      </p>
      {standing === undefined ? null : (
        <div className="tags">
          <StandingTag standing={standing} />
        </div>
      )}
      <Fields object={object} few />
      {object.kind === "instrument" ? <WordsSaid on={object} board={false} /> : null}
      <AssumptionLine object={object} />
    </>
  );
}

/** Whose assumption an object is, and when it was made. */
function AssumptionLine({ object }: { object: CaseObject }): ReactNode {
  const assumption = object.basis?.assumption;
  if (assumption === undefined) return null;
  const said = t("assumption", { by: assumption.by, on: day(assumption.on) });
  return (
    <p className="assumption">
      <span aria-hidden="true">✎ </span>
      {assumption.why === undefined ? said : `${said}: ${assumption.why}`}
    </p>
  );
}

/** The fields of an object as a list. */
export function Fields({ object, few = false }: { object: CaseObject; few?: boolean }): ReactNode {
  const { held } = useCaseData();
  const rows = fieldsOf(held, object).filter((r) => r.field !== "title" && r.field !== "name");
  if (rows.length === 0) return null;
  return (
    <dl className="meta">
      {(few ? rows.slice(0, 6) : rows).map((row) => (
        <div key={row.field}>
          <dt>{row.name}</dt>
          <dd>
            <bdi>{row.words}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
