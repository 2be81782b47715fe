import type { CaseState } from "@parley/server/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keys } from "./case-data.ts";
import { api } from "./client.ts";

/** Hear of changes made elsewhere and fetch them; whether the line to the server stands. */
export function useLiveUpdates(name: string): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const events = new EventSource(api.events(name));
    let lost: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const refetch = (): void => void client.invalidateQueries({ queryKey: ["case", name] });
    events.addEventListener("change", (event) => {
      const { seq } = JSON.parse((event as MessageEvent<string>).data) as { seq: number };
      const here = client.getQueryData<CaseState>(keys.state(name));
      // Our own change comes back this way too: while it is on its way, its answer brings the news.
      if (client.isMutating({ mutationKey: ["change", name] }) > 0) return;
      if (here === undefined || seq > here.seq) refetch();
    });
    events.onopen = () => {
      clearTimeout(lost);
      setConnected(true);
      if (wasLost) refetch();
      wasLost = false;
    };
    events.onerror = () => {
      clearTimeout(lost);
      lost = setTimeout(() => {
        wasLost = true;
        setConnected(false);
      }, 3000);
    };
    return () => {
      clearTimeout(lost);
      events.close();
    };
  }, [name, client]);
  return connected;
}
