import type { Id, Source, TextBlock, TextVersion } from "@parley/case";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { timeWords, titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { BlockView, type TextActions, TextActionsProvider, waits } from "./block-view.tsx";
import { coverBlocks } from "./blocks.ts";
import { NearContext, type Nearness, watchNear } from "./near.ts";
import { type Mark, segment } from "./segments.ts";
import { keepSame, marksByBlock, marksOf, placeOfRaw, type TextMark } from "./text-marks.ts";

interface Props {
  source: Source;
  text: TextVersion;
  /** Characters an address points to. */
  at: [number, number] | undefined;
  focused: Id | undefined;
  openPassage(id: Id): void;
  openGap(id: Id): void;
}

/** Blocks that are drawn in full before it is known what can be seen. */
const AT_ONCE = 20;
/** Until there is a watcher nothing is near. */
const NEVER: Nearness = { watch: () => () => {} };

/** A document: what is known of it, its text with all marks, and what was left out of it. */
export function DocumentView({ source, text, at, focused, openPassage, openGap }: Props): ReactNode {
  const { held, thread, name } = useCaseData();
  const edits = useEdits(name);
  const [raw, setRaw] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => coverBlocks(text.text, text.blocks), [text]);
  const marks = useMemo(() => {
    const all = marksOf(held, thread, text);
    if (at !== undefined) all.push({ start: at[0], end: at[1], what: { type: "here" } });
    return all;
  }, [held, thread, text, at]);
  const last = useRef<Mark<TextMark>[][]>([]);
  const byBlock = useMemo(() => {
    last.current = keepSame(last.current, marksByBlock(blocks, marks));
    return last.current;
  }, [blocks, marks]);
  const run = useRef(edits);
  run.current = edits;
  const actions = useMemo(
    (): TextActions => ({
      openPassage,
      openGap,
      decideRepair: (op, decision) =>
        void run.current.repair({ source: source.id, repairs: { [op.id]: decision } }),
    }),
    [openPassage, openGap, source.id],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new document or place scrolls, its edits do not
  useEffect(() => {
    if (at === undefined) return;
    body.current?.querySelector(".here")?.scrollIntoView({ block: "center" });
  }, [source.id, at?.[0], at?.[1]]);
  const [near, setNear] = useState<Nearness>(NEVER);
  useEffect(() => {
    const watcher = watchNear();
    setNear(watcher);
    return () => watcher.end();
  }, []);
  const left = useMemo(() => leftOut(text, blocks), [text, blocks]);
  const chunks = useMemo(() => chunksOf(blocks.length), [blocks]);
  const focusedAt = useMemo(
    () => (focused === undefined ? -1 : byBlock.findIndex((marks) => holdsFocus(marks, focused))),
    [byBlock, focused],
  );
  const offered = text.ops.filter(waits);

  return (
    <article className="document" aria-label={titleOf(held, `source:${source.id}`)}>
      <Metadata source={source} />
      <div className="document-tools">
        {offered.length === 0 ? null : (
          <>
            <span>{t("repair.offered", { count: offered.length })}</span>
            <Button
              small
              onPress={() =>
                void edits.repair({
                  source: source.id,
                  repairs: Object.fromEntries(offered.map((op) => [op.id, "accept" as const])),
                })
              }
            >
              {t("repair.acceptAll", { count: offered.length })}
            </Button>
          </>
        )}
        <Link
          to="/c/$case/repairs/$source"
          params={{ case: name, source: source.id }}
          search={(s) => ({ level: s.level, known: s.known })}
          className="push"
        >
          {t("repairs.open")}
        </Link>
        <ToggleButton className="button button-plain button-small" isSelected={raw} onChange={setRaw}>
          {t("raw.toggle")}
        </ToggleButton>
      </div>
      {raw ? (
        <RawText source={source} text={text} />
      ) : (
        <TextActionsProvider value={actions}>
          <NearContext value={near}>
            <div className="document-text" ref={body} data-testid="document-text" lang={source.language}>
              {chunks.map(([from, to]) => (
                <Chunk
                  key={from}
                  from={from}
                  to={to}
                  source={source.id}
                  text={text.text}
                  blocks={blocks}
                  byBlock={byBlock}
                  left={left}
                  focused={focusedAt >= from && focusedAt < to ? focused : undefined}
                />
              ))}
              <LeftOut source={source.id} pieces={left.get(blocks.length) ?? []} />
            </div>
          </NearContext>
        </TextActionsProvider>
      )}
    </article>
  );
}

/** So many blocks are looked at together when something changes. */
const CHUNK = 50;

function chunksOf(blocks: number): [from: number, to: number][] {
  return Array.from({ length: Math.ceil(blocks / CHUNK) }, (_, i) => [
    i * CHUNK,
    Math.min(blocks, (i + 1) * CHUNK),
  ]);
}

interface ChunkProps {
  from: number;
  to: number;
  source: Id;
  text: string;
  blocks: readonly TextBlock[];
  byBlock: readonly Mark<TextMark>[][];
  left: ReadonlyMap<number, LeftPiece[]>;
  focused: Id | undefined;
}

/** A stretch of the document. A step of the review draws anew only the one it leaves and the one it comes to. */
const Chunk: (props: ChunkProps) => ReactNode = memo(function Chunk(props: ChunkProps): ReactNode {
  const { from, to, source, text, blocks, byBlock, left, focused } = props;
  return blocks.slice(from, to).map((block, n) => {
    const i = from + n;
    const marks = byBlock[i] ?? [];
    return (
      <div key={block.range[0]}>
        <LeftOut source={source} pieces={left.get(i) ?? NO_PIECES} />
        <BlockView
          text={text}
          block={block}
          marks={marks}
          focused={holdsFocus(marks, focused) ? focused : undefined}
          atOnce={i < AT_ONCE || marks.some((m) => m.what.type === "here")}
        />
      </div>
    );
  });
});

const NO_PIECES: readonly LeftPiece[] = [];

function holdsFocus(marks: readonly Mark<TextMark>[] | undefined, focused: Id | undefined): boolean {
  if (focused === undefined) return false;
  return marks?.some((m) => m.what.type === "passage" && m.what.passage.id === focused) ?? false;
}

interface LeftPiece {
  index: number;
  reason: string;
  text: string;
  restored: boolean;
}

/** Number of the first block that ends after a place; blocks come in order. */
function blockAfter(blocks: readonly TextBlock[], place: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as TextBlock).range[1] > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What was left out of the text, by the block before which it stood. */
function leftOut(text: TextVersion, blocks: readonly TextBlock[]): Map<number, LeftPiece[]> {
  const found = new Map<number, LeftPiece[]>();
  for (const [index, piece] of text.furniture.entries()) {
    if (piece.restored === true) continue;
    const where = blockAfter(blocks, placeOfRaw(text.map, piece.raw[0]));
    const here = found.get(where);
    const one = { index, reason: piece.reason, text: piece.text, restored: false };
    if (here === undefined) found.set(where, [one]);
    else here.push(one);
  }
  return found;
}

function LeftOut({ source, pieces }: { source: Id; pieces: readonly LeftPiece[] }): ReactNode {
  const { name } = useCaseData();
  const edits = useEdits(name);
  return pieces.map((piece) => (
    <details key={piece.index} className="left-out">
      <summary>{t("furniture.leftOut", { reason: piece.reason })}</summary>
      <p dir="auto">{piece.text}</p>
      <Button small onPress={() => void edits.repair({ source, restore: [piece.index] })}>
        {t("furniture.restore")}
      </Button>
    </details>
  ));
}

function Metadata({ source }: { source: Source }): ReactNode {
  const known: [string, string | undefined][] = [
    [t("meta.publisher"), source.publisher],
    [t("meta.published"), source.published === undefined ? undefined : timeWords(source.published)],
    [t("meta.byline"), source.byline],
    [t("meta.host"), source.host],
    [t("meta.language"), source.language],
    [t("meta.stance"), source.stance],
    [
      t("meta.reliability"),
      source.reliability === undefined
        ? undefined
        : t("meta.reliabilityIs", { source: source.reliability, item: source.credibility ?? t("unknown") }),
    ],
  ];
  const unknown = known.filter(([, value]) => value === undefined).map(([field]) => field);
  const elsewhere =
    source.host !== undefined && source.publisher !== undefined && source.host !== source.publisher;
  return (
    <dl className="meta">
      {known.map(([field, value]) =>
        value === undefined ? null : (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              <bdi>{value}</bdi>
              {elsewhere && field === t("meta.host") ? (
                <span className="soft"> {t("meta.elsewhere")}</span>
              ) : null}
            </dd>
          </div>
        ),
      )}
      {unknown.length === 0 ? null : (
        <div>
          <dt>{t("meta.unknown")}</dt>
          <dd>{unknown.join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}

/** The characters as they came, with what was repaired and left out marked in them. */
function RawText({ source, text }: { source: Source; text: TextVersion }): ReactNode {
  const { name } = useCaseData();
  const answer = useQuery({ queryKey: keys.raw(name, source.id), queryFn: () => api.raw(name, source.id) });
  const pieces = useMemo(() => {
    if (answer.data === undefined) return [];
    const marks: Mark<"repair" | "left">[] = [
      ...text.ops.map((op) => ({ start: op.raw[0], end: op.raw[1], what: "repair" as const })),
      ...text.furniture.map((f) => ({ start: f.raw[0], end: f.raw[1], what: "left" as const })),
    ];
    return segment(0, answer.data.raw.length, marks);
  }, [answer.data, text]);
  if (answer.isPending) return <Loading what={t("raw.loading")} />;
  if (answer.isError) return <Failed error={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <div data-testid="raw-text">
      <p className="soft">{t("raw.about", { charset: answer.data.charset })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className="raw" dir="auto" tabIndex={0}>
        {pieces.map((piece) => {
          const words = answer.data.raw.slice(piece.start, piece.end);
          const repaired = piece.marks.some((m) => m.what === "repair");
          const left = piece.marks.some((m) => m.what === "left");
          if (!repaired && !left) return words;
          return (
            <span
              key={`${piece.start}-${piece.end}`}
              className={`${repaired ? "raw-repair" : ""} ${left ? "raw-left" : ""}`}
            >
              {words}
            </span>
          );
        })}
      </pre>
    </div>
  );
}
