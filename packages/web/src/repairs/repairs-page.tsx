import type { Id, Source, TextVersion } from "@parley/case";
import { refOf } from "@parley/case";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Select } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { usePrinting } from "../design/printing.ts";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { Screen } from "../frame/screen.tsx";
import { takesText, useKeys } from "../frame/shortcuts.ts";
import { titleOf } from "../thread/describe.ts";
import { repairs as words } from "../words/en/repairs.ts";
import { addWords, count, t } from "../words/index.ts";
import { around, type Change, changesOf, isMade, isOpen, SORTS, type Sort, sortOf } from "./changes.ts";
import { Reread } from "./reread.tsx";
import "./repairs.css";

addWords(words);

const ALL = "-";
const WAITING = "?";

/** Repairs: the characters as they came beside the text as it reads, change by change. */
export function RepairsPage(): ReactNode {
  const { held, name } = useCaseData();
  const { source: id } = useParams({ from: "/c/$case/repairs/$source" });
  const source = held.get("source", id);
  const text = held.textOf(id);
  const title = titleOf(held, refOf("source", id));
  return (
    <Screen
      title={t("repairs.title")}
      about={source === undefined ? t("repairs.about") : <bdi>{title}</bdi>}
      testId="repairs"
      tools={
        <>
          <Link
            to="/c/$case/record/{-$source}"
            params={{ case: name, source: id }}
            search={(s) => ({ level: s.level, known: s.known })}
          >
            {t("repairs.back")}
          </Link>
          {source === undefined || text === undefined ? null : (
            <span className="push">
              <Reread source={source} />
            </span>
          )}
        </>
      }
    >
      {source === undefined || text === undefined ? (
        <Empty title={t(source === undefined ? "repairs.noDocument" : "repairs.noText")} />
      ) : (
        <Changes key={id} source={source} text={text} />
      )}
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("repairs.method")}</p>
      </details>
    </Screen>
  );
}

function Changes({ source, text }: { source: Source; text: TextVersion }): ReactNode {
  const { name } = useCaseData();
  const navigate = useNavigate();
  const { kind } = useSearch({ from: "/c/$case/repairs/$source" });
  const answer = useQuery({ queryKey: keys.raw(name, source.id), queryFn: () => api.raw(name, source.id) });
  const all = useMemo(() => changesOf(text), [text]);
  const counts = useMemo(() => {
    const made = new Map<Sort, number>();
    for (const change of all) made.set(sortOf(change), (made.get(sortOf(change)) ?? 0) + 1);
    return made;
  }, [all]);
  const waiting = all.filter(isOpen);
  const shown = useMemo(
    () =>
      kind === undefined
        ? all
        : kind === WAITING
          ? all.filter(isOpen)
          : all.filter((change) => sortOf(change) === kind),
    [all, kind],
  );
  const decide = useDecide(source.id);
  if (all.length === 0)
    return (
      <Empty title={t("repairs.none")}>
        <p>{t("repairs.noneNote", { charset: source.charset ?? t("unknown") })}</p>
      </Empty>
    );
  if (answer.isPending) return <Loading what={t("raw.loading")} />;
  if (answer.isError) return <Failed error={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <>
      <div className="repairs-tools">
        <Select
          inline
          label={t("repairs.show")}
          value={kind ?? ALL}
          options={[
            { id: ALL, name: t("repairs.all", { shown: count(all.length) }) },
            ...(waiting.length === 0
              ? []
              : [{ id: WAITING, name: t("repairs.waiting", { shown: count(waiting.length) }) }]),
            ...SORTS.filter((sort) => counts.has(sort)).map((sort) => ({
              id: sort,
              name: t("repairs.sort", { sort: sortWords(sort), shown: count(counts.get(sort) ?? 0) }),
            })),
          ]}
          onChange={(to) =>
            void navigate({
              to: ".",
              search: (s) => ({ ...s, kind: to === ALL ? undefined : to }),
              replace: true,
            })
          }
        />
        {waiting.length === 0 ? null : (
          <Button small onPress={() => decide.all(waiting)}>
            {t("repair.acceptAll", { count: waiting.length })}
          </Button>
        )}
        <span className="soft">{t("repairs.keys")}</span>
      </div>
      {shown.length === 0 ? (
        <Empty title={t("repairs.noneOfKind")} />
      ) : (
        <List changes={shown} raw={answer.data.raw} text={text} decide={decide} />
      )}
    </>
  );
}

interface Decide {
  one(change: Change, decision: "accept" | "reject"): void;
  all(changes: readonly Change[]): void;
}

function useDecide(source: Id): Decide {
  const { name } = useCaseData();
  const edits = useEdits(name);
  const announce = useAnnounce();
  return {
    one(change, decision) {
      announce(t(decision === "accept" ? "repairs.saidAccepted" : "repairs.saidRejected"));
      void edits.repair(
        change.type === "repair"
          ? { source, repairs: { [change.op.id]: decision } }
          : decision === "reject"
            ? { source, restore: [change.index] }
            : { source, fold: [change.index] },
      );
    },
    all(changes) {
      const repairs = Object.fromEntries(
        changes.flatMap((change) => (change.type === "repair" ? [[change.op.id, "accept" as const]] : [])),
      );
      void edits.repair({ source, repairs });
    },
  };
}

const sortWords = (sort: Sort): string => (sort === "left" ? t("repairs.left") : t(`repair.class.${sort}`));

/** Rows beyond which only those in sight are drawn. */
const VIRTUAL_FROM = 60;

function List({
  changes,
  raw,
  text,
  decide,
}: {
  changes: readonly Change[];
  raw: string;
  text: TextVersion;
  decide: Decide;
}): ReactNode {
  const [focused, setFocused] = useState<string>();
  // Whether a key called for it: a button within a change keeps the focus it has.
  const called = useRef(false);
  const scroll = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const virtual = changes.length > VIRTUAL_FROM && !printing;
  const virtualizer = useVirtualizer({
    count: virtual ? changes.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => 118,
    overscan: 6,
  });
  const at = changes.findIndex((change) => change.key === focused);
  const goTo = (to: number): void => {
    const next = changes[Math.max(0, Math.min(changes.length - 1, to))];
    if (next === undefined) return;
    setFocused(next.key);
    called.current = true;
    if (virtual) virtualizer.scrollToIndex(changes.indexOf(next), { align: "center" });
  };
  // What has the focus comes into sight and takes the keyboard, once it is drawn.
  useEffect(() => {
    if (focused === undefined || !called.current) return;
    called.current = false;
    const frame = requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-change="${CSS.escape(focused)}"]`)?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [focused]);
  useKeys((event) => {
    if (takesText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const change = changes[at];
    if (event.key === "j") goTo(at + 1);
    else if (event.key === "k") goTo(at - 1);
    else if (event.key === "a" && change !== undefined && !isMade(change) && canMake(change))
      decide.one(change, "accept");
    else if (event.key === "r" && change !== undefined && canUndo(change)) decide.one(change, "reject");
    else return;
    event.preventDefault();
  });
  const rows = virtual
    ? virtualizer
        .getVirtualItems()
        .map((item) => ({ change: changes[item.index] as Change, n: item.index, start: item.start }))
    : changes.map((change, n) => ({ change, n, start: undefined }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard
    <section className="repairs-list" ref={scroll} tabIndex={0} aria-label={t("repairs.list")}>
      <div className="repairs-head" aria-hidden="true">
        <span>{t("repairs.raw")}</span>
        <span>{t("repairs.clean")}</span>
      </div>
      <ol
        className={virtual ? "repairs-rows repairs-virtual" : "repairs-rows"}
        style={virtual ? { blockSize: virtualizer.getTotalSize() } : {}}
      >
        {rows.map(({ change, n, start }) => (
          <Row
            key={change.key}
            change={change}
            n={n}
            of={changes.length}
            raw={raw}
            text={text}
            decide={decide}
            focused={change.key === focused}
            onFocus={() => setFocused(change.key)}
            start={start}
            measure={virtual ? virtualizer.measureElement : undefined}
          />
        ))}
      </ol>
    </section>
  );
}

const canMake = (change: Change): boolean =>
  change.type === "left" || (change.op.class !== "E" && change.op.to !== change.op.from);
const canUndo = (change: Change): boolean =>
  change.type === "left" ? isMade(change) : isOpen(change) || change.op.applied;

interface RowProps {
  change: Change;
  n: number;
  of: number;
  raw: string;
  text: TextVersion;
  decide: Decide;
  focused: boolean;
  onFocus(): void;
  start: number | undefined;
  measure: ((element: Element | null) => void) | undefined;
}

function Row({ change, n, of, raw, text, decide, focused, onFocus, start, measure }: RowProps): ReactNode {
  const from = around(raw, change.raw);
  const to = around(text.text, change.clean);
  const open = isOpen(change);
  // Where nothing was put in its place, the same characters stand on both sides: they are marked, not struck.
  const changed = isMade(change);
  const [Was, Is] = changed ? (["del", "ins"] as const) : (["mark", "mark"] as const);
  return (
    <li
      className={focused ? "repairs-row repairs-focused" : "repairs-row"}
      ref={measure}
      data-index={n}
      data-change={change.key}
      tabIndex={-1}
      onFocus={onFocus}
      aria-setsize={of}
      aria-posinset={n + 1}
      style={start === undefined ? {} : { transform: `translateY(${start}px)` }}
    >
      <p className="repairs-side" dir="auto">
        <span className="unseen">{t("repairs.raw")}: </span>
        {from.before}
        <Was>{from.words === "" ? t("repair.nothing") : from.words}</Was>
        {from.after}
      </p>
      <p className="repairs-side" dir="auto">
        <span className="unseen">{t("repairs.clean")}: </span>
        {to.before}
        <Is>{to.words === "" ? "‸" : to.words}</Is>
        {to.after}
      </p>
      <div className="repairs-what">
        <Tag warn={open || (change.type === "repair" && change.op.class === "E")}>
          {sortWords(sortOf(change))}
        </Tag>
        <span className="soft">{stateOf(change)}</span>
        {open && change.type === "repair" ? (
          <span>
            {t("repairs.offers")} <bdi>{change.op.to === "" ? t("repair.nothing") : change.op.to}</bdi>
          </span>
        ) : null}
        <span className="soft">{change.type === "repair" ? change.op.reason : change.piece.reason}</span>
        <span className="row push">
          {!isMade(change) && canMake(change) ? (
            <Button small look={open ? "main" : "plain"} onPress={() => decide.one(change, "accept")}>
              {change.type === "left" ? t("repairs.leaveOut") : t("repair.accept")}
            </Button>
          ) : null}
          {canUndo(change) ? (
            <Button small onPress={() => decide.one(change, "reject")}>
              {change.type === "left"
                ? t("furniture.restore")
                : open
                  ? t("repair.reject")
                  : t("repair.takeBack")}
            </Button>
          ) : null}
        </span>
      </div>
    </li>
  );
}

function stateOf(change: Change): string {
  if (change.type === "left") return t(isMade(change) ? "repairs.isLeftOut" : "repairs.isRestored");
  const { op } = change;
  if (op.class === "E") return t("repair.flagged");
  if (op.decided === "accepted") return t("repair.accepted");
  if (op.decided === "rejected") return t("repairs.rejected");
  return t(op.applied ? "repair.applied" : "repair.waits");
}
