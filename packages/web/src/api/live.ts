import type { CaseState, IntakeCounts, IntakeState } from "@parley/server/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keys } from "./case-data.ts";
import { api, ServerError } from "./client.ts";

/** Whether changes made elsewhere appear; `refused`: Parley was started anew and this page's token is no longer good. */
export type Line = "live" | "lost" | "refused";

/** What the server says of a case while it is open. */
export interface Live {
  line: Line;
  /** How far the analyses have come; null when nothing is computed. */
  progress: { done: number; all: number } | null;
}

/** How often a lost line is tried again. */
const RETRY_MS = 2000;

/** Hear of changes made elsewhere and fetch them. */
export function useLive(name: string): Live {
  const client = useQueryClient();
  const [line, setLine] = useState<Line>("live");
  const [progress, setProgress] = useState<Live["progress"]>(null);
  useEffect(() => {
    let events: EventSource | undefined;
    let lost: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    let over = false;
    const refetch = (): void => void client.invalidateQueries({ queryKey: ["case", name] });
    const listen = (): void => {
      const source = new EventSource(api.events(name));
      events = source;
      source.addEventListener("change", (event) => {
        const { seq } = JSON.parse((event as MessageEvent<string>).data) as { seq: number };
        const here = client.getQueryData<CaseState>(keys.state(name));
        // Our own change comes back this way too: while it is on its way, its answer brings the news.
        if (client.isMutating({ mutationKey: ["change", name] }) > 0) return;
        if (here === undefined || seq !== here.seq) refetch();
      });
      source.addEventListener("progress", (event) => {
        setProgress(JSON.parse((event as MessageEvent<string>).data) as Live["progress"]);
      });
      source.addEventListener("intake", (event) => {
        const counts = JSON.parse((event as MessageEvent<string>).data) as IntakeCounts;
        client.setQueryData<IntakeState>(keys.intake(name), (old) => ({
          outcomes: old?.outcomes ?? [],
          ...counts,
        }));
        // What became of each file is fetched once all of them are through.
        if (counts.now === null) void client.invalidateQueries({ queryKey: keys.intake(name) });
      });
      source.onopen = () => {
        clearTimeout(lost);
        lost = undefined;
        setLine("live");
        if (wasLost) refetch();
        wasLost = false;
      };
      source.onerror = () => {
        wasLost = true;
        setProgress(null);
        // A short break is not worth a word.
        lost ??= setTimeout(() => setLine((now) => (now === "refused" ? now : "lost")), 3000);
        // The browser goes on by itself after a break, but gives up when it is refused.
        if (source.readyState === EventSource.CLOSED) {
          clearTimeout(again);
          again = setTimeout(retry, RETRY_MS);
        }
      };
    };
    const retry = async (): Promise<void> => {
      if (over) return;
      events?.close();
      try {
        await api.delta(name, client.getQueryData<CaseState>(keys.state(name))?.seq ?? 0);
      } catch (error) {
        const status = error instanceof ServerError ? error.code : "";
        if (status === "no-token") {
          clearTimeout(lost);
          setLine("refused");
        } else if (status === "locked" || status === "no-case") {
          // The case is closed here now: its screen asks for the passphrase, or says that it is gone.
          await client.resetQueries({ queryKey: keys.state(name) });
          return;
        }
        if (!over) again = setTimeout(retry, RETRY_MS);
        return;
      }
      if (!over) listen();
    };
    listen();
    return () => {
      over = true;
      clearTimeout(lost);
      clearTimeout(again);
      events?.close();
    };
  }, [name, client]);
  return { line, progress };
}
