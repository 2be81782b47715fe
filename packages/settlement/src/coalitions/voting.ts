/** When enough have agreed or joined: all of these, and at least so many of each group. */
export interface Voting {
  all: readonly string[];
  rules: readonly { of: readonly string[]; atLeast: number }[];
}

/** Most blocking sets listed. */
export const MAX_BLOCKING = 200;

/** Whether those who are in are enough. */
export function isEnough({ all, rules }: Voting, isIn: (member: string) => boolean): boolean {
  return all.every(isIn) && rules.every((rule) => new Set(rule.of.filter(isIn)).size >= rule.atLeast);
}

/** Those without whom it is never enough, by name. */
export function necessaryMembers({ all, rules }: Voting): string[] {
  const found = new Set(all);
  for (const { of, atLeast } of rules) {
    const voters = new Set(of);
    if (atLeast >= voters.size) for (const one of voters) found.add(one);
  }
  return [...found].sort();
}

/**
 * The smallest groups that can keep it from ever being enough by staying out: each has a member in every set that is
 * enough, and none contains another. Shortest first, by name among equally long ones.
 */
export function blockingSets(voting: Voting): { sets: string[][]; status: "proved" | `capped at ${number}` } {
  const found: string[][] = necessaryMembers(voting).map((one) => [one]);
  const alone = new Set(found.flat());
  let capped = false;
  for (const { of, atLeast } of voting.rules) {
    const voters = [...new Set(of)].filter((one) => !alone.has(one)).sort();
    // Whoever blocks alone has a set of its own: a larger one with it in it is not smallest.
    const left = atLeast - ([...new Set(of)].length - voters.length);
    const size = voters.length - left + 1;
    if (left <= 0 || size <= 1) continue;
    for (const set of subsets(voters, size)) {
      if (found.length >= MAX_BLOCKING) {
        capped = true;
        break;
      }
      found.push(set);
    }
  }
  const smallest = found.filter(
    (set, at) =>
      !found.some(
        (other, n) =>
          n !== at && other.every((one) => set.includes(one)) && (other.length < set.length || n < at),
      ),
  );
  smallest.sort((a, b) => a.length - b.length || (a.join("\n") < b.join("\n") ? -1 : 1));
  return { sets: smallest, status: capped ? `capped at ${MAX_BLOCKING}` : "proved" };
}

function* subsets(of: readonly string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= of.length - size; i++)
    for (const rest of subsets(of, size - 1, i + 1)) yield [of[i] as string, ...rest];
}
