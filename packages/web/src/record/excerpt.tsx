import type { Passage } from "@parley/case";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { t } from "../words/index.ts";
import { BlockView } from "./block-view.tsx";
import { blockAt, coverBlocks } from "./blocks.ts";
import { marksOf, textOf } from "./text-marks.ts";

/** A passage in its paragraph, with the repairs and gaps of that paragraph. */
export function Excerpt({ passage }: { passage: Passage }): ReactNode {
  const { held, thread } = useCaseData();
  const text = textOf(held, passage.source);
  const shown = useMemo(() => {
    if (text === undefined) return undefined;
    const blocks = coverBlocks(text.text, text.blocks);
    const touched = blocks.filter((b) => b.range[0] < passage.end && b.range[1] > passage.start);
    const first = blockAt(blocks, passage.start);
    const here = { start: passage.start, end: passage.end, what: { type: "here" as const } };
    const marks = marksOf(held, thread, text).filter((m) => m.what.type !== "passage");
    return {
      blocks: touched.length > 0 ? touched : first === undefined ? [] : [first],
      marks: [...marks, here],
    };
  }, [held, thread, text, passage]);
  if (passage.anchor?.state === "orphan") {
    return (
      <div className="excerpt">
        <p>{t("passage.orphan")}</p>
        <blockquote dir="auto">{passage.exact}</blockquote>
      </div>
    );
  }
  if (text === undefined || shown === undefined) return <blockquote dir="auto">{passage.exact}</blockquote>;
  return (
    <div className="excerpt">
      {shown.blocks.map((block) => (
        <BlockView key={block.range[0]} text={text.text} block={block} marks={shown.marks} />
      ))}
    </div>
  );
}
