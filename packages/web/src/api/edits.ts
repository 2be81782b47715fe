import type { CaseObject } from "@parley/case";
import type { CaseState, ChangeReply, ChangeRequest, RepairRequest } from "@parley/server/api";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useNotify } from "../design/notices.tsx";
import { t } from "../words/index.ts";
import { keys } from "./case-data.ts";
import { api, ServerError } from "./client.ts";

/** A state of the case with some objects put in place of those of the same name, or taken out. */
function withObjects(
  state: CaseState,
  changed: readonly { kind: string; id: string; value: CaseObject | null }[],
): CaseState {
  const news = new Map(changed.map((c) => [`${c.kind}:${c.id}`, c.value]));
  const objects: CaseObject[] = [];
  for (const object of state.objects) {
    const ref = `${object.kind}:${object.id}`;
    const value = news.get(ref);
    news.delete(ref);
    if (value === undefined) objects.push(object);
    else if (value !== null) objects.push(value);
  }
  for (const value of news.values()) if (value !== null) objects.push(value);
  return { ...state, objects };
}

function settle(client: QueryClient, name: string, reply: ChangeReply): void {
  client.setQueryData<CaseState>(keys.state(name), (state) => {
    if (state === undefined) return state;
    const changed = reply.changed.map(({ ref, value }) => {
      const colon = ref.indexOf(":");
      return { kind: ref.slice(0, colon), id: ref.slice(colon + 1), value };
    });
    const { seq, canUndo, canRedo, conflicts } = reply;
    return { ...withObjects(state, changed), seq: Math.max(seq, state.seq), canUndo, canRedo, conflicts };
  });
  void client.invalidateQueries({ queryKey: keys.results(name) });
  void client.invalidateQueries({ queryKey: keys.briefs(name) });
  void client.invalidateQueries({ queryKey: keys.history(name), exact: true });
  // Findings are the server's to compute.
  void client.invalidateQueries({ queryKey: keys.state(name) });
}

/** The ways to change a case. An edit shows at once; if the server refuses it, it is taken back and said. */
export interface Edits {
  /** Resolves to whether the change was taken. */
  change(request: ChangeRequest): Promise<boolean>;
  repair(request: RepairRequest): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
}

export function useEdits(name: string): Edits {
  const client = useQueryClient();
  const notify = useNotify();
  const failed = (error: Error): void =>
    notify({
      tone: "alert",
      text: t("edit.failed", { message: error.message }),
      detail: error instanceof ServerError ? error.todo : undefined,
    });
  const change = useMutation({
    mutationKey: ["change", name],
    mutationFn: (request: ChangeRequest) => api.change(name, request),
    onMutate: async (request) => {
      await client.cancelQueries({ queryKey: keys.state(name) });
      const before = client.getQueryData<CaseState>(keys.state(name));
      client.setQueryData<CaseState>(keys.state(name), (state) =>
        state === undefined ? state : { ...withObjects(state, request.edits), canUndo: true, canRedo: false },
      );
      return { before };
    },
    onError: (error, _request, context) => {
      if (context?.before !== undefined) client.setQueryData(keys.state(name), context.before);
      void client.invalidateQueries({ queryKey: keys.state(name) });
      failed(error);
    },
    onSuccess: (reply) => settle(client, name, reply),
  });
  const other = useMutation({
    mutationKey: ["change", name],
    mutationFn: (run: () => Promise<ChangeReply>) => run(),
    onError: failed,
    onSuccess: (reply) => settle(client, name, reply),
  });
  const done = (promise: Promise<unknown>): Promise<boolean> =>
    promise.then(
      () => true,
      () => false,
    );
  return {
    change: (request) => done(change.mutateAsync(request)),
    repair: (request) => done(other.mutateAsync(() => api.repair(name, request))),
    undo: () => done(other.mutateAsync(() => api.undo(name))),
    redo: () => done(other.mutateAsync(() => api.redo(name))),
  };
}
