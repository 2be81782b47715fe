import { isDay, LEVELS, type Level } from "@parley/case";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useParams,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { CaseFrame } from "../frame/case-frame.tsx";
import type { HistoryFilter } from "../history/filter.ts";
import { StartPage } from "../start/start-page.tsx";
import { isLocked, Unlock } from "../start/unlock.tsx";
import { t } from "../words/index.ts";

const level = (value: unknown): Level | undefined => LEVELS.find((l) => l === value);
const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

function Missing(): ReactNode {
  return (
    <main className="page">
      <h1 className="unseen">{t("app")}</h1>
      <Empty title={t("page.missing")}>
        <a href="/">{t("frame.home")}</a>
      </Empty>
    </main>
  );
}

function Broken({ error, reset }: { error: unknown; reset(): void }): ReactNode {
  const said = error instanceof Error ? error : new Error(String(error));
  // Without this a failed answer stays what it was, however often it is asked for.
  const answers = useQueryErrorResetBoundary();
  const again = (): void => {
    answers.reset();
    reset();
  };
  return (
    <main className="page">
      <h1 className="unseen">{t("app")}</h1>
      <Failed error={said} onRetry={again} />
      <p>
        <a href="/">{t("frame.home")}</a>
      </p>
    </main>
  );
}

/** A case that did not open: one that is locked asks for its passphrase, and the same address opens with it. */
function CaseBroken(props: { error: unknown; reset(): void }): ReactNode {
  const { case: name } = useParams({ strict: false });
  if (name === undefined || !isLocked(props.error)) return <Broken {...props} />;
  return <Unlock name={name} onOpen={props.reset} />;
}

function Waiting(): ReactNode {
  return (
    <main className="page">
      <Loading what={t("case.loading")} />
    </main>
  );
}

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing });

const start = createRoute({ getParentRoute: () => root, path: "/", component: StartPage });

/** What every address below a case can carry: the level read at, and the day known on. */
interface CaseSearch {
  level?: Level | undefined;
  known?: string | undefined;
}

const caseRoute = createRoute({
  getParentRoute: () => root,
  path: "/c/$case",
  component: CaseFrame,
  pendingComponent: Waiting,
  errorComponent: CaseBroken,
  wrapInSuspense: true,
  validateSearch: (search: Record<string, unknown>): CaseSearch => {
    const known = text(search.known);
    return { level: level(search.level), known: known !== undefined && isDay(known) ? known : undefined };
  },
});

const caseIndex = createRoute({
  getParentRoute: () => caseRoute,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/c/$case/record/{-$source}", params });
  },
});

const onDay = (value: unknown): string | undefined => {
  const said = text(value);
  return said !== undefined && isDay(said) ? said : undefined;
};

/** An address of any other screen may show something with its thread beside it. */
interface ScreenSearch extends CaseSearch {
  show?: string | undefined;
}
const screenSearch = (search: Record<string, unknown>): ScreenSearch => ({ show: text(search.show) });

/** An address in Record may point to characters, and show a passage or gap with all that hangs on it. */
interface RecordSearch extends CaseSearch {
  at?: string | undefined;
  show?: string | undefined;
}

const record = createRoute({
  getParentRoute: () => caseRoute,
  path: "/record/{-$source}",
  component: lazyRouteComponent(() => import("../record/record-page.tsx"), "RecordPage"),
  validateSearch: (search: Record<string, unknown>): RecordSearch => ({
    at: text(search.at),
    show: text(search.show),
  }),
});

const disputes = createRoute({
  getParentRoute: () => caseRoute,
  path: "/disputes",
  component: lazyRouteComponent(() => import("../disputes/disputes-page.tsx"), "DisputesPage"),
  // An address in Disputes may choose what is disputed, and a day up to which words count.
  validateSearch: (
    search: Record<string, unknown>,
  ): CaseSearch & { show?: string | undefined; d?: string | undefined; until?: string | undefined } => ({
    show: text(search.show),
    d: text(search.d),
    until: onDay(search.until),
  }),
});

const timeline = createRoute({
  getParentRoute: () => caseRoute,
  path: "/timeline",
  component: lazyRouteComponent(() => import("../timeline/timeline-page.tsx"), "TimelinePage"),
  // An address in Timeline keeps its filter.
  validateSearch: (
    search: Record<string, unknown>,
  ): ScreenSearch & {
    who?: string | undefined;
    track?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  } => ({
    ...screenSearch(search),
    who: text(search.who),
    track: text(search.track),
    from: onDay(search.from),
    to: onDay(search.to),
  }),
});

const sources = createRoute({
  getParentRoute: () => caseRoute,
  path: "/sources",
  component: lazyRouteComponent(() => import("../sources/sources-page.tsx"), "SourcesPage"),
  // An address in Sources keeps which of its lists is open.
  validateSearch: (search: Record<string, unknown>): ScreenSearch & { list?: string | undefined } => ({
    ...screenSearch(search),
    list: text(search.list),
  }),
});

/** An address in Brief may open a sentence, and choose for whom the brief is. */
interface BriefSearch extends CaseSearch {
  s?: string | undefined;
  for?: Level | undefined;
}

const brief = createRoute({
  getParentRoute: () => caseRoute,
  path: "/brief",
  component: lazyRouteComponent(() => import("../brief/brief-page.tsx"), "BriefPage"),
  validateSearch: (search: Record<string, unknown>): BriefSearch => ({
    s: text(search.s),
    for: level(search.for),
  }),
});

interface PositionsSearch {
  of?: string | undefined;
  on?: string | undefined;
  seen?: string | undefined;
}

const positions = createRoute({
  getParentRoute: () => caseRoute,
  path: "/positions",
  component: lazyRouteComponent(() => import("../positions/positions-page.tsx"), "PositionsPage"),
  // An address in Positions may open a cell, and look through somebody's eyes.
  validateSearch: (search: Record<string, unknown>): ScreenSearch & PositionsSearch => ({
    ...screenSearch(search),
    of: text(search.of),
    on: text(search.on),
    seen: text(search.seen),
  }),
});

const deadlocks = createRoute({
  getParentRoute: () => caseRoute,
  path: "/deadlocks",
  component: lazyRouteComponent(() => import("../deadlocks/deadlocks-page.tsx"), "DeadlocksPage"),
  // An address in Deadlocks may choose one of several circles, the first being 0.
  validateSearch: (search: Record<string, unknown>): ScreenSearch & { n?: number | undefined } => ({
    ...screenSearch(search),
    n: Number.isInteger(search.n) && Number(search.n) > 0 ? Number(search.n) : undefined,
  }),
});

const plans = createRoute({
  getParentRoute: () => caseRoute,
  path: "/plans",
  component: lazyRouteComponent(() => import("../plans/plans-page.tsx"), "PlansPage"),
  // An address in Plans may say which are laid side by side.
  validateSearch: (search: Record<string, unknown>): ScreenSearch & { with?: string | undefined } => ({
    ...screenSearch(search),
    with: text(search.with),
  }),
});

const coalitions = createRoute({
  getParentRoute: () => caseRoute,
  path: "/coalitions",
  component: lazyRouteComponent(() => import("../coalitions/coalitions-page.tsx"), "CoalitionsPage"),
  // An address in Coalitions may choose one of several.
  validateSearch: (search: Record<string, unknown>): ScreenSearch & { c?: string | undefined } => ({
    ...screenSearch(search),
    c: text(search.c),
  }),
});

const packages = createRoute({
  getParentRoute: () => caseRoute,
  path: "/packages",
  component: lazyRouteComponent(() => import("../packages/packages-page.tsx"), "PackagesPage"),
  // An address in Packages may choose the package to start from, and through whose eyes.
  validateSearch: (
    search: Record<string, unknown>,
  ): ScreenSearch & { p?: string | undefined; seen?: string | undefined } => ({
    ...screenSearch(search),
    p: text(search.p),
    seen: text(search.seen),
  }),
});

const moves = createRoute({
  getParentRoute: () => caseRoute,
  path: "/moves",
  component: lazyRouteComponent(() => import("../moves/moves-page.tsx"), "MovesPage"),
  // An address in Moves may open a state, and choose whose picture of the game is looked at.
  validateSearch: (
    search: Record<string, unknown>,
  ): ScreenSearch & { state?: string | undefined; as?: string | undefined } => ({
    ...screenSearch(search),
    // Bits such as 010 may come as a number.
    state: typeof search.state === "number" ? String(search.state) : text(search.state),
    as: text(search.as),
  }),
});

const timing = createRoute({
  getParentRoute: () => caseRoute,
  path: "/timing",
  component: lazyRouteComponent(() => import("../timing/timing-page.tsx"), "TimingPage"),
  // An address in Timing may choose one of several questions.
  validateSearch: (search: Record<string, unknown>): ScreenSearch & { q?: string | undefined } => ({
    ...screenSearch(search),
    q: text(search.q),
  }),
});

const object = createRoute({
  getParentRoute: () => caseRoute,
  path: "/object/$kind/$id",
  component: lazyRouteComponent(() => import("../object/object-page.tsx"), "ObjectPage"),
});

const asText = createRoute({
  getParentRoute: () => caseRoute,
  path: "/text",
  component: lazyRouteComponent(() => import("../text/text-page.tsx"), "TextPage"),
  // An address in Text may choose a part of the case.
  validateSearch: (search: Record<string, unknown>): CaseSearch & { part?: string | undefined } => ({
    part: text(search.part),
  }),
});

/** An address in History keeps its filter and the change that is open. */
interface HistorySearch extends CaseSearch, HistoryFilter {
  change?: string | undefined;
}
const history = createRoute({
  getParentRoute: () => caseRoute,
  path: "/history",
  component: lazyRouteComponent(() => import("../history/history-page.tsx"), "HistoryPage"),
  validateSearch: (search: Record<string, unknown>): HistorySearch => ({
    of: text(search.of),
    by: text(search.by),
    kind: text(search.kind),
    words: text(search.words),
    from: onDay(search.from),
    to: onDay(search.to),
    change: text(search.change),
  }),
});

const repairs = createRoute({
  getParentRoute: () => caseRoute,
  path: "/repairs/$source",
  component: lazyRouteComponent(() => import("../repairs/repairs-page.tsx"), "RepairsPage"),
  // An address in Repairs may show changes of one kind.
  validateSearch: (search: Record<string, unknown>): ScreenSearch & { kind?: string | undefined } => ({
    ...screenSearch(search),
    kind: text(search.kind),
  }),
});

const exchange = createRoute({
  getParentRoute: () => caseRoute,
  path: "/exchange",
  component: lazyRouteComponent(() => import("../exchange/exchange-page.tsx"), "ExchangePage"),
});

const settings = createRoute({
  getParentRoute: () => caseRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("../settings/settings-page.tsx"), "SettingsPage"),
});

const help = createRoute({
  getParentRoute: () => caseRoute,
  path: "/help/{-$topic}",
  component: lazyRouteComponent(() => import("../help/help-page.tsx"), "HelpPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    caseRoute.addChildren([
      caseIndex,
      record,
      disputes,
      timeline,
      sources,
      positions,
      deadlocks,
      plans,
      packages,
      moves,
      coalitions,
      timing,
      brief,
      object,
      asText,
      repairs,
      exchange,
      history,
      settings,
      help,
    ]),
  ]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Missing,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
