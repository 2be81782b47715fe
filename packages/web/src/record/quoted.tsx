import type { Gap, Passage, RepairOp } from "@parley/case";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { t } from "../words/index.ts";
import { waits } from "./block-view.tsx";
import { type Mark, segment } from "./segments.ts";
import { textOf } from "./text-marks.ts";

type Hurt = { gap: Gap } | { op: RepairOp };

/**
 * The exact words of a passage in a line of their own. Where words are lost or damaged it says so: without the sign, the
 * rest reads as if it were whole.
 */
export function Quoted({ passage }: { passage: Passage }): ReactNode {
  const { held } = useCaseData();
  const text = textOf(held, passage.source);
  const pieces = useMemo(() => {
    const { start, end, exact } = passage;
    if (text === undefined || text.text.slice(start, end) !== exact) return undefined;
    const marks: Mark<Hurt>[] = [];
    for (const gap of held.all("gap")) {
      if (gap.source !== passage.source || gap.review?.state === "rejected") continue;
      marks.push({ start: gap.range[0], end: gap.range[1], what: { gap } });
    }
    for (const op of text.ops)
      if (waits(op)) marks.push({ start: op.range[0], end: op.range[1], what: { op } });
    return segment(start, end, marks);
  }, [held, text, passage]);
  if (pieces === undefined) return passage.exact;
  return pieces.map((piece) => {
    const gap = piece.marks.find((m) => "gap" in m.what && m.start === piece.start);
    const damaged = piece.marks.some((m) => "op" in m.what);
    const words = text?.text.slice(piece.start, piece.end) ?? "";
    const body =
      words === "" ? null : damaged ? (
        <span className="repair-waiting" title={t("repair.waits")}>
          {words}
        </span>
      ) : (
        words
      );
    return (
      <span key={`${piece.start}-${piece.end}`}>
        {gap !== undefined && "gap" in gap.what ? (
          <span className="gap">
            <span aria-hidden="true">[…]</span> {t(`gap.${gap.what.gap.type}`)}
          </span>
        ) : null}
        {body}
      </span>
    );
  });
}
