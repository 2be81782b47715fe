import { type Argument, argumentMap, argumentOver, type CaseObject, refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Tag } from "../design/tag.tsx";
import { RefLink } from "../thread/ref-link.tsx";
import { reasons as words } from "../words/en/reasons.ts";
import { addWords, t } from "../words/index.ts";

addWords(words);

/** Of a claim, what is given as a reason for and against it; of a document, what it argues and where its author stands. */
export function Reasons({ object }: { object: CaseObject }): ReactNode {
  const { held } = useCaseData();
  if (object.kind === "claim") {
    const top = argumentOver(held, object);
    if (top.for.length + top.against.length === 0) return null;
    return (
      <>
        <h2>{t("reasons.title")}</h2>
        <Below argument={top} />
      </>
    );
  }
  if (object.kind !== "source") return null;
  const trees = argumentMap(held, object.id);
  return (
    <>
      <h2>{t("reasons.sourceTitle")}</h2>
      <p>
        {object.stance === undefined ? (
          <span className="soft">{t("reasons.noStance")}</span>
        ) : (
          <>
            {t("reasons.stance")} <bdi>{object.stance}</bdi>
          </>
        )}
      </p>
      {trees.length === 0 ? (
        <p className="soft">{t("reasons.none")}</p>
      ) : (
        <ul className="reasons">
          {trees.map((tree) => (
            <li key={tree.claim.id}>
              <RefLink to={refOf("claim", tree.claim.id)} />
              <Below argument={tree} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Below({ argument }: { argument: Argument }): ReactNode {
  const below = [
    ...argument.for.map((one) => ({ one, pro: true })),
    ...argument.against.map((one) => ({ one, pro: false })),
  ];
  if (below.length === 0) return null;
  return (
    <ul className="reasons">
      {below.map(({ one, pro }) => (
        <li key={`${one.claim.id} ${pro}`}>
          <Tag warn={!pro}>{t(pro ? "reasons.for" : "reasons.against")}</Tag>{" "}
          <RefLink to={refOf("claim", one.claim.id)} />
          {one.circular ? <span className="soft"> {t("reasons.circle")}</span> : null}
          <Below argument={one} />
        </li>
      ))}
    </ul>
  );
}
