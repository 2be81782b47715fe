import type { Gap, Passage, Ref } from "@parley/case";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Tag } from "../design/tag.tsx";
import { FoundWords, GapFound } from "../gaps/gap-found.tsx";
import { Hanging } from "../thread/hanging.tsx";
import { t } from "../words/index.ts";

interface Props {
  /** A passage or a gap. */
  of: Ref;
  onClose(): void;
}

/** Everything that hangs on a passage or a gap, each a link. */
export function Inspector({ of, onClose }: Props): ReactNode {
  const { held } = useCaseData();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage takes the focus again
  useEffect(() => heading.current?.focus(), [of]);
  const object = held.at(of);
  if (object === undefined || (object.kind !== "passage" && object.kind !== "gap")) return null;
  return (
    <section className="inspector" aria-labelledby="inspector-title" data-testid="inspector">
      <header className="row">
        <h2 id="inspector-title" className="pane-title" tabIndex={-1} ref={heading}>
          {object.kind === "passage" ? t("inspector.passage") : t("inspector.gap")}
        </h2>
        <Button small look="quiet" onPress={onClose}>
          {t("inspector.back")}{" "}
          <span className="kbd" aria-hidden="true">
            Esc
          </span>
        </Button>
      </header>
      {object.kind === "passage" ? <PassageBody passage={object} /> : <GapBody gap={object} />}
      <Hanging of={of} />
    </section>
  );
}

function PassageBody({ passage }: { passage: Passage }): ReactNode {
  return (
    <blockquote className="card-exact" dir="auto">
      {passage.exact}
    </blockquote>
  );
}

function GapBody({ gap }: { gap: Gap }): ReactNode {
  const { name } = useCaseData();
  const edits = useEdits(name);
  const [finding, setFinding] = useState(false);
  const reopen = (): void => {
    const { found: _, ...value } = gap;
    void edits.change({ why: t("why.gapReopened"), edits: [{ kind: "gap", id: gap.id, value }] });
  };
  const decide = (state: "accepted" | "rejected"): void =>
    void edits.change({
      why: state === "accepted" ? t("why.gapKept") : t("why.gapRejected"),
      edits: [
        { kind: "gap", id: gap.id, value: { ...gap, review: { state, at: new Date().toISOString() } } },
      ],
    });
  return (
    <>
      <p>{t(`gap.about.${gap.type}`)}</p>
      <blockquote className="card-exact" dir="auto">
        {gap.context}
      </blockquote>
      {gap.guess === undefined ? null : (
        <p>
          {t("gap.guess", { guess: gap.guess })} <Tag>{t("gap.guessUnused")}</Tag>
        </p>
      )}
      {gap.review?.state === "rejected" ? (
        <div className="row">
          <p className="soft">{t("gap.rejected")}</p>
          <Button small onPress={() => decide("accepted")}>
            {t("gap.restore")}
          </Button>
        </div>
      ) : gap.found !== undefined ? (
        <>
          <FoundWords gap={gap} />
          <div className="row">
            <Button small onPress={() => setFinding(true)}>
              {t("gap.findAgain")}
            </Button>
            <Button small onPress={reopen}>
              {t("gap.reopen")}
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          {gap.review?.state === "proposed" ? (
            <Button small look="main" onPress={() => decide("accepted")}>
              {t("gap.keep")}
            </Button>
          ) : null}
          <Button small onPress={() => setFinding(true)}>
            {t("gap.find")}
          </Button>
          <Button small onPress={() => decide("rejected")}>
            {t("gap.reject")}
          </Button>
        </div>
      )}
      <GapFound gap={finding ? gap : undefined} onClose={() => setFinding(false)} />
    </>
  );
}
