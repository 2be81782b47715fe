import { attestationsOf, type CaseObject, DEFAULT_LEVEL, levelOf, type Ref, refOf } from "@parley/case";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Comments } from "../comments/comments.tsx";
import { DissentMark } from "../comments/dissent-mark.tsx";
import { Empty } from "../design/states.tsx";
import { LevelTag, StandingTag, Tag } from "../design/tag.tsx";
import { EditButton } from "../edit/editing.tsx";
import { Screen } from "../frame/screen.tsx";
import { HistoryLink } from "../history/history-link.tsx";
import { ClaimTags } from "../record/claim-card.tsx";
import { Chain, Fields } from "../thread/chain.tsx";
import { titleOf } from "../thread/describe.ts";
import { Hanging } from "../thread/hanging.tsx";
import { kindWord } from "../thread/ref-link.tsx";
import { WordsSaid } from "../thread/words-said.tsx";
import { moment, t } from "../words/index.ts";
import { Reasons } from "./reasons.tsx";
import "./object.css";

/** Any object or result: what it is, what it rests on and what rests on it, what the team says of it, its history. */
export function ObjectPage(): ReactNode {
  const data = useCaseData();
  const { held } = data;
  const { kind, id } = useParams({ from: "/c/$case/object/$kind/$id" });
  const ref: Ref = `${kind}:${id}`;
  const object = held.at(ref);
  const result = resultAt(data, ref);
  if (object === undefined && result === undefined) {
    const computing = kind === "result" && data.resultsState === "loading";
    return (
      <Screen title={kindWord(ref)} about={computing ? t("result.loading") : t("object.missing", { ref })}>
        {computing ? null : (
          <Empty title={data.hidden > 0 ? t("object.missingLevel") : t("object.missingTodo")} />
        )}
      </Screen>
    );
  }
  const title = result?.title ?? titleOf(held, ref);
  return (
    <Screen title={title} about={kindWord(ref)} testId="object">
      <div className="row">
        {object === undefined ? null : <Standing object={object} />}
        <LevelTag level={result?.level ?? (object === undefined ? DEFAULT_LEVEL : levelOf(held, object))} />
        <DissentMark of={ref} />
        <EditButton of={ref} />
        <HistoryLink of={ref} />
      </div>
      <div className="object-columns">
        <section aria-labelledby="object-down">
          {object === undefined ? null : (
            <>
              <h2>{t("object.fields")}</h2>
              <Fields object={object} />
              <Origin object={object} />
              <Said object={object} />
              <Reasons object={object} />
            </>
          )}
          <h2 id="object-down">{t("object.down")}</h2>
          <Chain of={ref} below />
        </section>
        <section aria-labelledby="object-up">
          {object?.kind === "comment" ? null : (
            <>
              <h2>{t("comments.team")}</h2>
              <Comments of={ref} />
            </>
          )}
          <h2 id="object-up">{t("object.up")}</h2>
          <Hanging of={ref} />
        </section>
      </div>
    </Screen>
  );
}

/** Who stands where on a claim or text, and the way to its board. */
function Said({ object }: { object: CaseObject }): ReactNode {
  if (object.kind !== "claim" && object.kind !== "instrument") return null;
  if (attestationsOf(object).length === 0) return null;
  return (
    <>
      <h2>{t("object.said")}</h2>
      {object.kind === "claim" ? <ClaimTags claim={object} /> : null}
      <WordsSaid on={object} />
    </>
  );
}

/** Where it stands in review, and how we know it. */
function Standing({ object }: { object: CaseObject }): ReactNode {
  const state = object.review?.state;
  const assumption = object.basis?.assumption;
  return (
    <>
      {state === undefined ? null : <Tag warn={state === "proposed"}>{t(`state.${state}`)}</Tag>}
      {object.retractedAt === undefined ? null : <Tag warn>{t("object.takenBack")}</Tag>}
      {"standing" in object ? (
        <StandingTag standing={object.standing} by={assumption?.by} />
      ) : assumption === undefined ? null : (
        <StandingTag standing="assumed" by={assumption.by} />
      )}
    </>
  );
}

/** Who or what made it, and who decided about it. */
function Origin({ object }: { object: CaseObject }): ReactNode {
  const { createdBy, review } = object;
  const who = createdBy?.name ?? "";
  return (
    <>
      {createdBy === undefined ? null : (
        <p className="soft">
          {t(`object.made.${createdBy.type}`, { who })}
          {createdBy.reason === undefined ? "" : ` ${createdBy.reason}`}
        </p>
      )}
      {review?.by === undefined && review?.at === undefined && review?.reason === undefined ? null : (
        <p className="soft">
          {[review.by, review.at === undefined ? undefined : moment(review.at), review.reason]
            .filter((words) => words !== undefined)
            .join(" · ")}
        </p>
      )}
      <p className="soft">{t("object.name", { ref: refOf(object.kind, object.id) })}</p>
    </>
  );
}
