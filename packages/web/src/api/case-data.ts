import {
  asKnownOn,
  Case,
  type CaseObject,
  cutToLevel,
  type Id,
  type Kind,
  type Level,
  mayRead,
  type Ref,
  Thread,
} from "@parley/case";
import type { CaseState, Result } from "@parley/server/api";
import { type QueryClient, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { type Context, createContext, useContext, useMemo } from "react";
import { openDissents } from "../comments/on.ts";
import { api } from "./client.ts";
import { afterDelta } from "./versions.ts";

/** The names under which answers of the server are kept. */
export const keys = {
  cases: ["cases"] as const,
  state: (name: string) => ["case", name, "state"] as const,
  results: (name: string) => ["case", name, "results"] as const,
  examination: (name: string, seq: number) => ["case", name, "examination", seq] as const,
  briefs: (name: string) => ["case", name, "brief"] as const,
  brief: (name: string, level: Level) => ["case", name, "brief", level] as const,
  intake: (name: string) => ["intake", name] as const,
  me: ["me"] as const,
  model: ["model"] as const,
  history: (name: string) => ["case", name, "history"] as const,
  historyOf: (name: string, change: string) => ["case", name, "history", change] as const,
  raw: (name: string, source: string) => ["case", name, "raw", source] as const,
};

/** What every screen of a case draws from. */
export interface CaseData {
  name: string;
  state: CaseState;
  /** The objects that may be read at the chosen level and were known on the chosen day. */
  held: Case;
  results: Result[];
  resultsState: "loading" | "ready" | "failed";
  thread: Thread;
  level: Level;
  knownOn: string | undefined;
  /** What somebody of the team does not agree with, with the number of open dissents. */
  dissents: ReadonlyMap<Ref, number>;
  /** How many objects are out of sight at the chosen level. */
  hidden: number;
}

/**
 * A case as it may be read at a level and was known on a day, cut as a brief of that level is: what rests on something
 * out of sight is out of sight too.
 */
function readable(
  objects: CaseObject[],
  level: Level,
  knownOn: string | undefined,
): { held: Case; hidden: number } {
  const held = new Case(knownOn === undefined ? objects : asKnownOn(objects, knownOn));
  if (level === "sealed") return { held, hidden: 0 };
  const cut = cutToLevel(held, level);
  return { held: cut.held, hidden: cut.hidden.size };
}

/** The data of the case that is open, where one is. */
export const Data: Context<CaseData | undefined> = createContext<CaseData | undefined>(undefined);
export const CaseDataProvider: typeof Data.Provider = Data.Provider;

/** The case of the screen that asks. */
export function useCaseData(): CaseData {
  const data = useContext(Data);
  if (data === undefined) throw new Error("No case is open here.");
  return data;
}

/** The case as it stands: only what differs is fetched when it is here already. */
async function currentState(client: QueryClient, name: string): Promise<CaseState> {
  const here = client.getQueryData<CaseState>(keys.state(name));
  // Below zero: an edit was taken back, and what is here is not what the server has.
  if (here === undefined || here.seq < 0) return api.state(name);
  const delta = await api.delta(name, here.seq);
  const now = client.getQueryData<CaseState>(keys.state(name));
  return (now === undefined ? undefined : afterDelta(now, delta)) ?? api.state(name);
}

/** Fetch and join what the frame hands to its screens. */
export function useLoadedCase(): CaseData {
  const { case: name } = useParams({ from: "/c/$case" });
  const { level = "sealed", known: knownOn } = useSearch({ from: "/c/$case" });
  const client = useQueryClient();
  const { data: state } = useSuspenseQuery({
    queryKey: keys.state(name),
    queryFn: () => currentState(client, name),
  });
  const answer = useQuery({ queryKey: keys.results(name), queryFn: () => api.results(name) });
  const { held, hidden } = useMemo(
    () => readable(state.objects, level, knownOn),
    [state.objects, level, knownOn],
  );
  const results = useMemo(
    () => (answer.data ?? []).filter((result) => mayRead(result.level, level)),
    [answer.data, level],
  );
  const thread = useMemo(() => new Thread(held, results), [held, results]);
  const dissents = useMemo(() => openDissents(held), [held]);
  const resultsState = answer.isPending ? "loading" : answer.isError ? "failed" : "ready";
  return useMemo(
    () => ({ name, state, held, results, resultsState, thread, level, knownOn, dissents, hidden }),
    [name, state, held, results, resultsState, thread, level, knownOn, dissents, hidden],
  );
}

/** The ids that are taken, also by what is out of sight: a new object must not take the place of one of them. */
export function idsTaken({ state }: Pick<CaseData, "state">, kind: Kind): Set<Id> {
  return new Set(state.objects.filter((object) => object.kind === kind).map((object) => object.id));
}

/** The result of that name. */
export function resultAt(data: CaseData, ref: Ref): Result | undefined {
  return data.results.find((result) => result.ref === ref);
}
