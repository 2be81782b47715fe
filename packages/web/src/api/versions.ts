import type { CaseObject, Ref } from "@parley/case";
import type { CaseDelta, CaseState, Changed, ChangeReply, ChangeRequest } from "@parley/server/api";

/** Which version of each object an editor saw when it began. */
export type Versions = CaseState["versions"];

/** A state of the case with some objects put in place of those of the same name, or taken out. */
export function withObjects(
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

/** A state with what the server says has changed. */
function withChanged(state: CaseState, changed: readonly Changed[]): CaseState {
  if (changed.length === 0) return state;
  const versions = { ...state.versions };
  for (const { ref, version } of changed) versions[ref] = version;
  const parts = changed.map(({ ref, value }) => {
    const colon = ref.indexOf(":");
    return { kind: ref.slice(0, colon), id: ref.slice(colon + 1), value };
  });
  return { ...withObjects(state, parts), versions };
}

/** A state after the answer to a change; others' changes are still to come, so its `seq` stays where it was. */
export function afterReply(state: CaseState, reply: ChangeReply): CaseState {
  const { canUndo, canRedo, conflicts } = reply;
  return { ...withChanged(state, reply.changed), canUndo, canRedo, conflicts };
}

/** A state brought up to date; undefined when the difference is to another state than this one. */
export function afterDelta(state: CaseState, delta: CaseDelta): CaseState | undefined {
  if (delta.since !== state.seq || delta.seq < delta.since) return undefined;
  const { since: _, changed, ...rest } = delta;
  return { ...withChanged(state, changed), ...rest };
}

/**
 * The versions that edits of this window say they began from. Edits of one window follow each other: one that began
 * before an earlier one was answered stands on that one, and is no conflict with it.
 */
export class OwnEdits {
  /** `ref@version` → the version this window put in its place. */
  readonly #next = new Map<string, number>();

  /** The request with the version each object had for its editor; a settling edit (`expect`) says it itself. */
  stamped(request: ChangeRequest, begun: Versions): ChangeRequest {
    const edits = request.edits.map((edit) => {
      if (edit.expect !== undefined || edit.version !== undefined) return edit;
      const ref: Ref = `${edit.kind}:${edit.id}`;
      return { ...edit, version: this.#latest(ref, begun[ref] ?? 0) };
    });
    return { ...request, edits };
  }

  #latest(ref: Ref, version: number): number {
    let latest = version;
    for (let next = this.#next.get(`${ref}@${latest}`); next !== undefined; ) {
      latest = next;
      next = this.#next.get(`${ref}@${latest}`);
    }
    return latest;
  }

  /** Learn what became of a request that was stamped. */
  learn(request: ChangeRequest, reply: ChangeReply): void {
    const made = new Map(reply.changed.map(({ ref, version }) => [ref, version]));
    for (const { kind, id, version } of request.edits) {
      const now = made.get(`${kind}:${id}`);
      if (version !== undefined && now !== undefined && now > version)
        this.#next.set(`${kind}:${id}@${version}`, now);
    }
  }
}
