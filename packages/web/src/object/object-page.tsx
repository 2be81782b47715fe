import type { Ref } from "@parley/case";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Empty } from "../design/states.tsx";
import { LevelTag, Tag } from "../design/tag.tsx";
import { EditButton } from "../edit/editing.tsx";
import { Chain, Fields } from "../thread/chain.tsx";
import { titleOf } from "../thread/describe.ts";
import { Hanging } from "../thread/hanging.tsx";
import { kindWord } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";
import "./object.css";

/** Any object or result: what it is, what it rests on and what rests on it. */
export function ObjectPage(): ReactNode {
  const data = useCaseData();
  const { held } = data;
  const { kind, id } = useParams({ from: "/c/$case/object/$kind/$id" });
  const ref: Ref = `${kind}:${id}`;
  const object = held.at(ref);
  const result = resultAt(data, ref);
  if (object === undefined && result === undefined) {
    return (
      <div className="page">
        <Empty title={t("object.missing", { ref })}>
          <p>{data.hidden > 0 ? t("object.missingLevel") : t("object.missingTodo")}</p>
        </Empty>
      </div>
    );
  }
  const state = object?.review?.state;
  return (
    <div className="page object-page">
      <header>
        <p className="step-kind">{kindWord(ref)}</p>
        <h1 dir="auto">{result?.title ?? titleOf(held, ref)}</h1>
        <div className="tags">
          {state === undefined ? null : <Tag warn={state === "proposed"}>{t(`state.${state}`)}</Tag>}
          <LevelTag level={result?.level ?? object?.level ?? "team"} />
          <EditButton of={ref} />
        </div>
      </header>
      <div className="object-columns">
        <section aria-labelledby="object-down">
          <h2 id="object-down">{t("object.down")}</h2>
          {object === undefined ||
          ["text", "claim", "gap", "passage", "brief"].includes(object.kind) ? null : (
            <Fields object={object} />
          )}
          <Chain of={ref} />
        </section>
        <section aria-labelledby="object-up">
          <h2 id="object-up">{t("object.up")}</h2>
          <Hanging of={ref} />
        </section>
      </div>
    </div>
  );
}
