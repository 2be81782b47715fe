/**
 * Every elementary circuit of a directed graph: D. B. Johnson, "Finding all the elementary circuits of a directed
 * graph", SIAM J. Comput. 4 (1975), 77–84, in O((n + e)(c + 1)), written without recursion so that long circles do
 * not exhaust the stack.
 *
 * @param next next[v]: the vertices v leads to, without repeats
 * @param most stop after this many circuits
 * @returns vertex lists, each starting at its smallest vertex; `capped` when there may be more
 */
export function elementaryCircuits(
  next: readonly (readonly number[])[],
  most: number,
): { circuits: number[][]; capped: boolean } {
  const n = next.length;
  const circuits: number[][] = [];
  for (let start = 0; start < n; start++) {
    const inside = componentOf(next, start);
    if (inside.size < 2 && !(next[start] ?? []).includes(start)) continue;
    const blocked = new Set<number>();
    const waiting = new Map<number, Set<number>>();
    const unblock = (v: number): void => {
      const free = [v];
      for (let u = free.pop(); u !== undefined; u = free.pop()) {
        if (!blocked.delete(u)) continue;
        free.push(...(waiting.get(u) ?? []));
        waiting.delete(u);
      }
    };
    const path: { vertex: number; at: number; found: boolean }[] = [{ vertex: start, at: 0, found: false }];
    blocked.add(start);
    while (path.length > 0) {
      const top = path[path.length - 1] as (typeof path)[number];
      const targets = next[top.vertex] ?? [];
      if (top.at < targets.length) {
        const target = targets[top.at++] as number;
        if (target === start) {
          if (circuits.length >= most) return { circuits, capped: true };
          circuits.push(path.map((step) => step.vertex));
          top.found = true;
        } else if (inside.has(target) && !blocked.has(target)) {
          path.push({ vertex: target, at: 0, found: false });
          blocked.add(target);
        }
        continue;
      }
      if (top.found) unblock(top.vertex);
      else {
        for (const target of targets) {
          if (!inside.has(target)) continue;
          const set = waiting.get(target) ?? new Set<number>();
          waiting.set(target, set.add(top.vertex));
        }
      }
      path.pop();
      const below = path[path.length - 1];
      if (below !== undefined && top.found) below.found = true;
    }
  }
  return { circuits, capped: false };
}

/** The vertices from `start` on that both reach it and are reached from it, through vertices not below it. */
function componentOf(next: readonly (readonly number[])[], start: number): Set<number> {
  const previous: number[][] = next.map(() => []);
  for (const [v, targets] of next.entries()) {
    if (v < start) continue;
    for (const t of targets) if (t >= start) previous[t]?.push(v);
  }
  const reach = (edges: readonly (readonly number[])[]): Set<number> => {
    const seen = new Set([start]);
    const open = [start];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      for (const t of edges[v] ?? []) {
        if (t < start || seen.has(t)) continue;
        seen.add(t);
        open.push(t);
      }
    }
    return seen;
  };
  const back = reach(previous);
  return new Set([...reach(next)].filter((v) => back.has(v)));
}
