/** A tie of one actor to another, as far as weight or word can travel along it. */
export interface TieJson {
  id: string;
  type: string;
  from: string;
  to: string;
}

/** A way from somebody in a group to somebody outside it. */
export interface Route {
  from: string;
  to: string;
  /** The ties in order: the first starts at `from`, the last ends at `to`. */
  ties: TieJson[];
}

/** Longest way looked for. */
export const MAX_STEPS = 3;

/**
 * Every way along ties from a group to each target, of at most `MAX_STEPS` ties, that passes nobody twice and the group only at its
 * start: whose business, influence or open line could carry what the group wants to be heard. Shortest first, then in the order of the
 * ties.
 */
export function routes(
  ties: readonly TieJson[],
  group: ReadonlySet<string>,
  targets: readonly string[],
): Route[] {
  const found: Route[] = [];
  const walk = (path: TieJson[], passed: ReadonlySet<string>): void => {
    const at = (path.at(-1) as TieJson).to;
    if (targets.includes(at)) {
      found.push({ from: (path[0] as TieJson).from, to: at, ties: path });
      return;
    }
    if (path.length === MAX_STEPS) return;
    for (const tie of ties)
      if (tie.from === at && !passed.has(tie.to) && !group.has(tie.to))
        walk([...path, tie], new Set([...passed, tie.to]));
  };
  for (const tie of ties)
    if (group.has(tie.from) && !group.has(tie.to)) walk([tie], new Set([tie.from, tie.to]));
  return found
    .map((route, order) => ({ route, order }))
    .sort((a, b) => a.route.ties.length - b.route.ties.length || a.order - b.order)
    .map(({ route }) => route);
}
