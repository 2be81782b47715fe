import { Case, type CaseObject, type Ref, refOf } from "@parley/case";
import type { CaseState, ChangeReply, ChangeRequest, RepairRequest } from "@parley/server/api";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useContext, useState } from "react";
import { useNotify } from "../design/notices.tsx";
import { titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { type CaseData, Data, keys, useCaseData } from "./case-data.ts";
import { api, ServerError } from "./client.ts";
import { afterReply, OwnEdits, type Versions, withObjects } from "./versions.ts";

/** The edits of this window, by case. */
const own = new Map<string, OwnEdits>();

function ownEdits(name: string): OwnEdits {
  const there = own.get(name) ?? new OwnEdits();
  own.set(name, there);
  return there;
}

/**
 * The versions of all objects when this form was opened (give a `key` where one form goes on to another object). A form
 * passes them on with what it saves, so that what somebody else changed meanwhile is not overwritten unseen.
 */
export function useBegun(key = ""): Versions {
  const { state } = useCaseData();
  const [begun, setBegun] = useState({ key, versions: state.versions });
  if (begun.key === key) return begun.versions;
  setBegun({ key, versions: state.versions });
  return state.versions;
}

function settle(client: QueryClient, name: string, reply: ChangeReply): void {
  client.setQueryData<CaseState>(keys.state(name), (state) =>
    state === undefined ? state : afterReply(state, reply),
  );
  void client.invalidateQueries({ queryKey: keys.results(name) });
  void client.invalidateQueries({ queryKey: keys.briefs(name) });
  void client.invalidateQueries({ queryKey: keys.history(name), exact: true });
  // Findings, and what others did meanwhile, are the server's to say.
  void client.invalidateQueries({ queryKey: keys.state(name) });
}

/**
 * The first of what is to be changed that is shown only in part, or not at all, as it is looked at now: saving it would
 * lose what is out of sight.
 */
function cutAmong({ state, held }: CaseData, edits: ChangeRequest["edits"]): Ref | undefined {
  const whole = new Map(
    state.objects.map((object): [Ref, CaseObject] => [refOf(object.kind, object.id), object]),
  );
  return edits
    .map(({ kind, id }): Ref => `${kind}:${id}`)
    .find((ref) => whole.has(ref) && held.at(ref) !== whole.get(ref));
}

/** The ways to change a case. An edit shows at once; if the server refuses it, it is taken back and said. */
export interface Edits {
  /**
   * Resolves to whether the change was taken. `begun`: what the editor saw when it began (`useBegun`); without it, what
   * is shown now. What another changed since ends in a conflict that shows both, never in a loss.
   */
  change(request: ChangeRequest, begun?: Versions): Promise<boolean>;
  repair(request: RepairRequest): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
}

export function useEdits(name: string): Edits {
  const client = useQueryClient();
  const notify = useNotify();
  // The frame itself, around the data, only undoes and redoes.
  const data = useContext(Data);
  const failed = (error: Error): void =>
    notify({
      tone: "alert",
      text: t("edit.failed", { message: error.message }),
      detail: error instanceof ServerError ? error.todo : undefined,
    });
  const change = useMutation({
    mutationKey: ["change", name],
    // One after the other: a second edit of an object stands on the first.
    scope: { id: `change ${name}` },
    mutationFn: async ({ request, begun }: { request: ChangeRequest; begun: Versions }) => {
      const stamped = ownEdits(name).stamped(request, begun);
      const reply = await api.change(name, stamped);
      ownEdits(name).learn(stamped, reply);
      return reply;
    },
    onMutate: async ({ request }) => {
      await client.cancelQueries({ queryKey: keys.state(name) });
      const before = client.getQueryData<CaseState>(keys.state(name));
      client.setQueryData<CaseState>(keys.state(name), (state) =>
        state === undefined ? state : { ...withObjects(state, request.edits), canUndo: true, canRedo: false },
      );
      return { before };
    },
    onError: (error, _request, context) => {
      if (context?.before !== undefined)
        client.setQueryData(keys.state(name), { ...context.before, seq: -1 });
      void client.invalidateQueries({ queryKey: keys.state(name) });
      failed(error);
    },
    onSuccess: (reply) => settle(client, name, reply),
  });
  const other = useMutation({
    mutationKey: ["change", name],
    scope: { id: `change ${name}` },
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
    change: (request, begun) => {
      const cut = data === undefined ? undefined : cutAmong(data, request.edits);
      if (cut !== undefined) {
        notify({
          tone: "alert",
          text: t("edit.cut", { what: titleOf(data?.held ?? new Case([]), cut) }),
          detail: t("edit.cutTodo"),
        });
        return Promise.resolve(false);
      }
      const now = client.getQueryData<CaseState>(keys.state(name))?.versions ?? {};
      return done(change.mutateAsync({ request, begun: begun ?? now }));
    },
    repair: (request) => done(other.mutateAsync(() => api.repair(name, request))),
    undo: () => done(other.mutateAsync(() => api.undo(name))),
    redo: () => done(other.mutateAsync(() => api.redo(name))),
  };
}
