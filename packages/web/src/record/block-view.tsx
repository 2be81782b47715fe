import type { Gap, Id, Passage, RepairOp, TextBlock } from "@parley/case";
import { createContext, type KeyboardEvent, memo, type ReactNode, useContext, useMemo } from "react";
import { Focusable } from "react-aria-components/Focusable";
import { Popover } from "react-aria-components/Popover";
import { PreviewTrigger } from "react-aria-components/PreviewTrigger";
import { Button } from "../design/button.tsx";
import { t } from "../words/index.ts";
import { useDrawn } from "./near.ts";
import { type Mark, type Segment, segment } from "./segments.ts";
import type { TextMark } from "./text-marks.ts";
import "./text.css";

/** What can be done from within a document; absent where it is only shown. */
export interface TextActions {
  openPassage?(id: Id): void;
  openGap?(id: Id): void;
  decideRepair?(op: RepairOp, decision: "accept" | "reject"): void;
}

const Actions = createContext<TextActions>({});
export const TextActionsProvider: typeof Actions.Provider = Actions.Provider;

interface Props {
  text: string;
  block: TextBlock;
  marks: readonly Mark<TextMark>[];
  /** The passage under review. */
  focused?: Id | undefined;
  /** Drawn with its marks although it is far from sight. */
  atOnce?: boolean;
}

/**
 * One block of a document, its words as text and nothing else, with all marks on them. Within a long document a block that
 * is far from sight is its bare words (so that it can be found and selected) until it comes near.
 */
export const BlockView: (props: Props) => ReactNode = memo(function BlockView(props: Props): ReactNode {
  const { text, block, marks, focused, atOnce = false } = props;
  const [drawn, ref] = useDrawn(atOnce || marks.length === 0 || focused !== undefined);
  const pieces = useMemo(
    () => segment(block.range[0], block.range[1], drawn ? marks : []),
    [block, marks, drawn],
  );
  const words = pieces.map((piece) => (
    <Piece
      key={`${piece.start}-${piece.end}-${piece.marks.length}`}
      text={text}
      piece={piece}
      first={block.range[0]}
      focused={focused}
    />
  ));
  const number = block.number === undefined ? null : <span className="block-number">{block.number}</span>;
  return (
    <div ref={ref} className={`block block-${block.type}`} dir="auto" data-block={block.range[0]}>
      {number}
      {block.type === "title" ? (
        <h2 className="block-text">{words}</h2>
      ) : block.type === "heading" ? (
        <h3 className="block-text">{words}</h3>
      ) : (
        <p className="block-text">{words}</p>
      )}
    </div>
  );
});

interface PieceProps {
  text: string;
  piece: Segment<TextMark>;
  first: number;
  focused: Id | undefined;
}

function Piece({ text, piece, first, focused }: PieceProps): ReactNode {
  const whats = piece.marks.map((m) => m.what);
  const words = text.slice(piece.start, piece.end);
  const gap = piece.marks.find((m) => m.what.type === "gap");
  const repair = whats.find((w) => w.type === "repair");
  const passages = piece.marks.flatMap((m) =>
    m.what.type === "passage" ? [{ ...m.what, start: m.start }] : [],
  );
  const here = whats.some((w) => w.type === "here");
  const classes = ["piece"];
  if (passages.length > 0) classes.push(passages.every((p) => p.waiting) ? "passage-waiting" : "passage");
  if (passages.some((p) => p.passage.id === focused)) classes.push("passage-focused");
  if (here) classes.push("here");
  const attributes = { className: classes.join(" "), "data-at": piece.start };
  // A gap is said where it begins; a passage answers to the keyboard where it begins.
  const gapSign =
    gap?.what.type === "gap" && (gap.start === piece.start || piece.start === first)
      ? gap.what.gap
      : undefined;
  const own = passages.find((p) => p.start === piece.start);
  const body =
    repair?.type === "repair" ? (
      <RepairMark op={repair.op} attributes={attributes} words={words} />
    ) : passages.length > 0 && words !== "" ? (
      <PassageMark
        passage={(own ?? passages[passages.length - 1])!.passage}
        starts={own !== undefined}
        attributes={attributes}
        words={words}
      />
    ) : words === "" ? null : (
      <span {...attributes}>{words}</span>
    );
  if (gapSign === undefined) return body;
  return (
    <>
      <GapMark gap={gapSign} />
      {body === null ? null : <span className="gap-words">{body}</span>}
    </>
  );
}

interface Attributes {
  className: string;
  "data-at": number;
}

interface PassageProps {
  passage: Passage;
  starts: boolean;
  attributes: Attributes;
  words: string;
}

function PassageMark({ passage, starts, attributes, words }: PassageProps): ReactNode {
  const { openPassage } = useContext(Actions);
  if (openPassage === undefined) return <mark {...attributes}>{words}</mark>;
  const open = (): void => {
    // A drag that marks words is no click.
    if ((getSelection()?.toString() ?? "") === "") openPassage(passage.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    openPassage(passage.id);
  };
  if (!starts) {
    return (
      // biome-ignore lint/a11y: the passage answers to the keyboard where it begins
      <mark {...attributes} onClick={open}>
        {words}
      </mark>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would take its words out of the selection
    <span
      {...attributes}
      role="button"
      tabIndex={0}
      data-passage={passage.id}
      aria-label={t("passage.open", { words: passage.exact })}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      {words}
    </span>
  );
}

function GapMark({ gap }: { gap: Gap }): ReactNode {
  const { openGap } = useContext(Actions);
  const label = t(`gap.${gap.type}`);
  const sign = (
    <>
      <span aria-hidden="true">[…]</span> {label}
    </>
  );
  if (openGap === undefined) return <span className="gap">{sign}</span>;
  return (
    <Button look="quiet" small onPress={() => openGap(gap.id)} aria-label={t("gap.open", { type: label })}>
      <span className="gap">{sign}</span>
    </Button>
  );
}

interface RepairProps {
  op: RepairOp;
  attributes: Attributes;
  words: string;
}

function RepairMark({ op, attributes, words }: RepairProps): ReactNode {
  const { decideRepair } = useContext(Actions);
  const waiting = waits(op);
  const decidable = decideRepair !== undefined && (waiting || (op.applied && op.decided === undefined));
  const onKeyDown = (event: KeyboardEvent): void => {
    const decision = event.key === "a" ? "accept" : event.key === "r" ? "reject" : undefined;
    if (decision === undefined || !decidable || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (decision === "reject" || waiting) decideRepair?.(op, decision);
  };
  const said = waiting
    ? t("repair.waitingLabel", { from: op.from, to: op.to })
    : t("repair.doneLabel", { from: op.from, to: op.to });
  return (
    <PreviewTrigger delay={200} closeDelay={300}>
      <Focusable>
        {/* biome-ignore lint/a11y/useSemanticElements: a button would take its words out of the selection */}
        <span
          {...attributes}
          className={`${attributes.className} ${op.class === "E" ? "repair-flag" : waiting ? "repair-waiting" : "repair"}`}
          role="button"
          tabIndex={0}
          data-repair={op.id}
          aria-label={op.class === "E" ? t("repair.flagLabel", { from: op.from }) : said}
          onKeyDown={onKeyDown}
        >
          {words === "" ? (
            <span className="repair-empty" aria-hidden="true">
              ‸
            </span>
          ) : (
            words
          )}
        </span>
      </Focusable>
      <Popover className="popover repair-card" aria-label={said}>
        <RepairCard op={op} {...(decidable && decideRepair !== undefined ? { decide: decideRepair } : {})} />
      </Popover>
    </PreviewTrigger>
  );
}

/** Whether a repair is offered and nobody has decided yet. */
export function waits(op: RepairOp): boolean {
  return !op.applied && op.decided === undefined && op.class !== "E";
}

interface CardProps {
  op: RepairOp;
  decide?(op: RepairOp, decision: "accept" | "reject"): void;
}

/** From what to what, why, and whether to keep it. */
function RepairCard({ op, decide }: CardProps): ReactNode {
  const waiting = waits(op);
  return (
    <div>
      <p className="repair-change">
        <span className="unseen">{t("repair.from")} </span>
        <del dir="auto">{op.from === "" ? t("repair.nothing") : op.from}</del>
        <span aria-hidden="true"> → </span>
        <span className="unseen">{t("repair.to")} </span>
        <ins dir="auto">
          {op.class === "E" ? t("repair.notKnown") : op.to === "" ? t("repair.nothing") : op.to}
        </ins>
      </p>
      <p>{t(`repair.class.${op.class}`)}</p>
      <p className="soft">{op.reason}</p>
      <p className="soft">
        {op.class === "E"
          ? t("repair.flagged")
          : waiting
            ? t("repair.waits")
            : op.decided === "accepted"
              ? t("repair.accepted")
              : t("repair.applied")}
      </p>
      {decide === undefined ? null : (
        <div className="row">
          {waiting ? (
            <Button small look="main" onPress={() => decide(op, "accept")}>
              {t("repair.accept")}
            </Button>
          ) : null}
          <Button small onPress={() => decide(op, "reject")}>
            {waiting ? t("repair.reject") : t("repair.takeBack")}
          </Button>
        </div>
      )}
    </div>
  );
}
