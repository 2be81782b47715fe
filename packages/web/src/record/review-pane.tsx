import type { Ref } from "@parley/case";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Select, TextField } from "../design/field.tsx";
import { Segments } from "../design/segments.tsx";
import { Empty } from "../design/states.tsx";
import { t } from "../words/index.ts";
import { AcceptSeveral } from "./accept-several.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { kindsOf, matches, type ReviewedKind, type ReviewItem, type ReviewOrder } from "./review-items.ts";
import type { ReviewCommand } from "./review-keys.ts";

interface Props {
  items: readonly ReviewItem[];
  focused: Ref | undefined;
  /** Grows when the keyboard moved, so that the focus follows; not for a click. */
  follow: number;
  filter: string;
  onFilter(filter: string): void;
  kind: ReviewedKind | "all";
  onKind(kind: ReviewedKind | "all"): void;
  order: ReviewOrder;
  onOrder(order: ReviewOrder): void;
  /** Stands above the list: what brings more proposals. */
  tools?: ReactNode;
  onFocus(item: ReviewItem): void;
  onCommand(command: ReviewCommand, item: ReviewItem): void;
  onAcceptAll(items: readonly ReviewItem[]): void;
}

/** Cards drawn at once; more come as one scrolls or steps on. */
const STEP = 40;

/** What is said in this document: first what waits for review, then what stands. */
export function ReviewPane(props: Props): ReactNode {
  const { items, focused, follow, filter, onFilter, kind, onKind, onFocus, onCommand, onAcceptAll } = props;
  const { held } = useCaseData();
  const [limit, setLimit] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  const shown = useMemo(
    () => items.filter((item) => matches(item, held, filter, kind)),
    [items, held, filter, kind],
  );
  const kinds = useMemo(() => kindsOf(items), [items]);
  const waiting = shown.filter((item) => item.waiting);
  const standing = shown.filter((item) => !item.waiting);
  const ordered = [...waiting, ...standing];
  const focusedAt = ordered.findIndex((item) => item.ref === focused);
  const drawn = Math.max(limit, focusedAt + 10);
  useEffect(() => {
    const sentinel = end.current;
    if (sentinel === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) setLimit((n) => n + STEP);
    });
    observer.observe(sentinel);
    return () => observer.disconnect();
  });
  const visible = waiting.slice(0, drawn);
  const card = (item: ReviewItem): ReactNode => (
    <li key={item.ref}>
      <ClaimCard
        item={item}
        focused={item.ref === focused}
        takeFocus={item.ref === focused && follow > 0}
        onFocus={onFocus}
        onCommand={onCommand}
      />
    </li>
  );
  if (items.length === 0) {
    return (
      <Empty title={t("review.empty")}>
        <p>{t("review.emptyTodo")}</p>
        {props.tools}
      </Empty>
    );
  }
  return (
    <div className="review" data-testid="review">
      <div className="review-tools">
        <TextField
          label={t("review.filter")}
          hideLabel
          type="search"
          placeholder={t("review.filter")}
          value={filter}
          onChange={onFilter}
        />
        {kinds.length > 1 ? (
          <Select<ReviewedKind | "all">
            label={t("review.kind")}
            hideLabel
            value={kind}
            options={[
              { id: "all", name: t("review.allKinds", { count: items.length }) },
              ...kinds.map((one) => ({
                id: one.kind,
                name: t("review.kindCount", { kind: t(`kind.${one.kind}`), count: one.count }),
              })),
            ]}
            onChange={onKind}
          />
        ) : null}
        {items.some((item) => item.waiting) ? (
          <Segments<ReviewOrder>
            label={t("review.order")}
            value={props.order}
            options={[
              { id: "place", name: t("review.byPlace") },
              { id: "sure", name: t("review.bySure") },
            ]}
            onChange={props.onOrder}
          />
        ) : null}
        {props.tools}
        {visible.length > 1 ? <AcceptSeveral items={visible} onAccept={onAcceptAll} /> : null}
      </div>
      {waiting.length === 0 && filter === "" && kind === "all" ? null : (
        <section aria-labelledby="review-waiting">
          <h2 id="review-waiting" className="pane-title">
            {t("review.waiting", { count: waiting.length })}
          </h2>
          {waiting.length === 0 ? <p className="soft">{t("review.noMatch")}</p> : null}
          <ul className="cards">{visible.map(card)}</ul>
        </section>
      )}
      <section aria-labelledby="review-standing">
        <h2 id="review-standing" className="pane-title">
          {t("review.standing", { count: standing.length })}
        </h2>
        {waiting.length === 0 && filter === "" && kind === "all" ? (
          <p className="soft">{t("review.done")}</p>
        ) : null}
        <ul className="cards">{standing.slice(0, Math.max(0, drawn - visible.length)).map(card)}</ul>
      </section>
      {drawn < ordered.length ? <div ref={end} className="sentinel" /> : null}
    </div>
  );
}
