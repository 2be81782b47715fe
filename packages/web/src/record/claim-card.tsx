import type { Case, CaseObject, Claim, Statement } from "@parley/case";
import { isOpenGap, refOf } from "@parley/case";
import { memo, type ReactNode, useEffect, useRef } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DissentMark } from "../comments/dissent-mark.tsx";
import { Button } from "../design/button.tsx";
import { LevelTag, StandingTag, Tag } from "../design/tag.tsx";
import { hasForm } from "../edit/forms.ts";
import { actorName, fieldsOf, titleOf } from "../thread/describe.ts";
import { hangingOn } from "../thread/places.ts";
import { kindWord, RefLink } from "../thread/ref-link.tsx";
import { claimStanding, statusOf } from "../thread/standing.ts";
import { WordsSaid } from "../thread/words-said.tsx";
import { t } from "../words/index.ts";
import { Quoted } from "./quoted.tsx";
import type { ReviewItem } from "./review-items.ts";
import type { ReviewCommand } from "./review-keys.ts";

interface Props {
  item: ReviewItem;
  focused: boolean;
  /** Whether the keyboard should be here too. */
  takeFocus: boolean;
  onFocus(item: ReviewItem): void;
  onCommand(command: ReviewCommand, item: ReviewItem): void;
}

/** One proposal or accepted claim: who, act, what, exact words, how we know, what touches it, what hangs on it. */
export const ClaimCard: (props: Props) => ReactNode = memo(function ClaimCard(props: Props): ReactNode {
  const { item, focused, takeFocus, onFocus, onCommand } = props;
  const { held, thread } = useCaseData();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!takeFocus) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: "nearest" });
  }, [takeFocus]);
  const { object, passage, waiting, ref } = item;
  const above = hangingOn(thread, held, ref);
  const line = object.kind === "statement" ? speakerOf(held, object) : titleOf(held, ref).trim();
  return (
    <article
      ref={card}
      className={`card${waiting ? " card-waiting" : ""}${focused ? " card-focused" : ""}`}
      aria-current={focused ? "true" : undefined}
      aria-label={t(waiting ? "card.waitingLabel" : "card.label", { says: titleOf(held, ref) })}
      tabIndex={focused ? 0 : -1}
      data-ref={ref}
      onClick={() => focused || onFocus(item)}
      onKeyDown={() => {}}
    >
      <p className="card-head">
        {object.kind === "claim" ? (
          <>
            <strong>
              <bdi>{actorName(held, object.by)}</bdi>
            </strong>{" "}
            {t(`act.${object.act}`)}
          </>
        ) : (
          <strong>{kindWord(ref)}</strong>
        )}
      </p>
      {/* Words that are the document's own stand once, as the quotation that they are. */}
      {line === passage.exact.trim() ? (
        <DissentMark of={ref} />
      ) : (
        <p className="card-says" dir="auto">
          {line} <DissentMark of={ref} />
        </p>
      )}
      <blockquote className="card-exact" dir="auto">
        <Quoted passage={passage} />
      </blockquote>
      {object.kind === "claim" ? <ClaimTags claim={object} /> : <OtherFields object={object} />}
      {object.kind === "claim" && object.attestations !== undefined ? (
        focused ? (
          <WordsSaid on={object} />
        ) : (
          <p className="soft">{t("card.said", { count: object.attestations.length })}</p>
        )
      ) : null}
      {object.createdBy?.reason === undefined || !waiting ? null : (
        <p className="soft card-why">
          {object.createdBy.type === "model" ? `${t("review.byModel")}. ` : ""}
          {t("card.why", { reason: object.createdBy.reason })}
        </p>
      )}
      {above.length === 0 || waiting ? null : (
        <details className="card-above">
          <summary>{t("card.hangs", { count: above.length })}</summary>
          <ul>
            {above.slice(0, 20).map((up) => (
              <li key={up}>
                <span className="soft">{kindWord(up)}</span> <RefLink to={up} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {focused ? <CardActions item={item} onCommand={onCommand} /> : null}
    </article>
  );
});

/** Who speaks, in the document's own words where nobody of the case is named. */
function speakerOf(held: Case, { speaker, speakerText }: Statement): string {
  return speaker === undefined ? (speakerText ?? t("actor.unknown")) : actorName(held, speaker);
}

function CardActions({ item, onCommand }: { item: ReviewItem; onCommand: Props["onCommand"] }): ReactNode {
  const commands: readonly (readonly [ReviewCommand, string, string])[] = item.waiting
    ? [
        ["accept", t("review.accept"), "A"],
        ["reject", t("review.reject"), "R"],
        ...(item.object.kind === "claim" || hasForm(item.object.kind)
          ? ([["edit", t("review.edit"), "E"]] as const)
          : []),
        ...(item.object.kind === "claim"
          ? ([
              ["split", t("review.split"), "P"],
              ["link", t("review.link"), "L"],
            ] as const)
          : []),
        ["skip", t("review.skip"), "S"],
      ]
    : item.object.kind === "claim"
      ? [
          ["brief", t("review.brief"), "B"],
          ["edit", t("review.edit"), "E"],
          ["reject", t("review.setAside"), "R"],
        ]
      : [["reject", t("review.setAside"), "R"]];
  return (
    <div className="row card-actions">
      {commands.map(([command, label, key], i) => (
        <Button
          key={command}
          small
          look={i === 0 && item.waiting ? "main" : "plain"}
          onPress={() => onCommand(command, item)}
        >
          {label}{" "}
          <span className="kbd" aria-hidden="true">
            {key}
          </span>
        </Button>
      ))}
      <RefLink to={item.ref}>{t("card.open")}</RefLink>
    </div>
  );
}

/** How we know a claim, what touches it and what the record makes of it. */
export function ClaimTags({ claim }: { claim: Claim }): ReactNode {
  const { held, knownOn } = useCaseData();
  const gaps = (claim.gaps ?? [])
    .flatMap((id) => held.get("gap", id) ?? [])
    .filter((gap) => gap.found !== undefined || isOpenGap(gap));
  const proposed = claim.review?.state === "proposed";
  return (
    <div className="tags">
      <StandingTag standing={claimStanding(claim, held)} by={claim.basis?.assumption?.by} />
      {claim.polarity === "unknown" ? (
        <Tag warn>{gaps.some(isOpenGap) ? t("polarity.unknownGap") : t("polarity.unknown")}</Tag>
      ) : claim.polarity === "no" ? (
        <Tag>{t("polarity.no")}</Tag>
      ) : null}
      {gaps.map((gap) => (
        <Tag key={gap.id} warn={isOpenGap(gap)}>
          {gap.found === undefined
            ? t("card.gap", { type: t(`gap.${gap.type}`) })
            : t("card.gapFound", { words: gap.found.words })}
        </Tag>
      ))}
      {claim.polarity === "unknown" && gaps.some((gap) => gap.found !== undefined) ? (
        <span className="soft">{t("card.gapFoundOpen")}</span>
      ) : null}
      {proposed ? null : (
        <Tag warn={statusOf(claim, held, knownOn) === "contested"}>
          {t(`status.${statusOf(claim, held, knownOn)}`)}
        </Tag>
      )}
      {claim.issue === undefined ? null : (
        <Tag>
          <bdi>{held.nameOf(refOf("issue", claim.issue))}</bdi>
        </Tag>
      )}
      {claim.level === undefined || claim.level === "team" ? null : <LevelTag level={claim.level} />}
    </div>
  );
}

function OtherFields({ object }: { object: CaseObject }): ReactNode {
  const { held } = useCaseData();
  const rows = fieldsOf(held, object).filter(
    (r) =>
      !["passage", "note", "title", "name", "knownAt", "category", "speaker", "speakerText"].includes(
        r.field,
      ),
  );
  return (
    <p className="soft">
      {rows
        .slice(0, 5)
        .map((r) => r.words)
        .join(" · ")}
    </p>
  );
}
