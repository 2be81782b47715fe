import { type Case, compareWords } from "./case.ts";
import { oppositeClaims } from "./contradictions.ts";
import { type Id, type Ref, refOf } from "./id.ts";
import { isInForce } from "./objects/object.ts";
import type { CaseEvent, Instrument } from "./objects/process.ts";
import type { Claim } from "./objects/record.ts";
import { partyOf } from "./parties.ts";
import { isAgainst, type Until, voicesOn } from "./voices.ts";

/** One who gives an account of a meeting or text; absent: the source in its own voice, or not known. */
export interface Account {
  by?: Id;
  party?: Id;
  claims: Id[];
}

/**
 * How accounts compare on one issue (or on what belongs to no issue). `against`: what one says, another denies or
 * doubts, or a rule finds the two opposite. `both`: more than one speaks of it, each in words of their own; whether these
 * go together, and whether both are right, no rule can tell. `one`: one speaks of it and the others do not.
 */
export interface AccountRow {
  issue?: Id;
  how: "against" | "both" | "one";
  /** The claims of each account, in the order of `accounts`; empty: that account does not speak of it. */
  claims: Id[][];
}

/** Accounts of one event or text, side by side. */
export interface Accounts {
  accounts: Account[];
  rows: AccountRow[];
}

/**
 * Put beside each other what each speaker says of one event or text, issue by issue. The accounts stand in alphabetical
 * order, the rows in the order of the case's issues; nothing is weighed.
 */
export function accountsOf(held: Case, of: Instrument | CaseEvent, until: Until = {}): Accounts {
  const claims = (of.claims ?? []).flatMap((id) => held.get("claim", id) ?? []).filter(isInForce);
  const speakers = [...new Set(claims.map((claim) => claim.by))].sort((a, b) =>
    compareWords(nameOf(held, a), nameOf(held, b)),
  );
  const accounts = speakers.map((by): Account => {
    const party = by === undefined ? undefined : partyOf(held, by);
    return {
      ...(by === undefined ? {} : { by }),
      ...(party === undefined ? {} : { party }),
      claims: claims.filter((claim) => claim.by === by).map((claim) => claim.id),
    };
  });
  const order = new Map(held.all("issue").map((issue, i) => [issue.id, i]));
  const issues = [...new Set(claims.map((claim) => claim.issue))].sort(
    (a, b) => (order.get(a ?? "") ?? order.size) - (order.get(b ?? "") ?? order.size),
  );
  const opposite = oppositePairs(held, claims);
  const rows = issues.map((issue): AccountRow => {
    const on = claims.filter((claim) => claim.issue === issue);
    const cells = speakers.map((by) => on.filter((claim) => claim.by === by));
    const speaking = cells.filter((cell) => cell.length > 0).length;
    return {
      ...(issue === undefined ? {} : { issue }),
      how: isAgainstIn(held, on, opposite, until) ? "against" : speaking > 1 ? "both" : "one",
      claims: cells.map((cell) => cell.map((claim) => claim.id)),
    };
  });
  return { accounts, rows };
}

const nameOf = (held: Case, by: Id | undefined): string =>
  by === undefined ? "\uffff" : held.nameOf(`actor:${by}`);

const pairOf = (a: Ref, b: Ref): string => JSON.stringify([a, b].sort(compareWords));

function oppositePairs(held: Case, claims: readonly Claim[]): ReadonlySet<string> {
  return new Set(oppositeClaims(held, claims).map(({ on }) => pairOf(on[0] as Ref, on[1] as Ref)));
}

/** Whether within one row somebody denies or doubts what another of its speakers says. */
function isAgainstIn(
  held: Case,
  claims: readonly Claim[],
  opposite: ReadonlySet<string>,
  until: Until,
): boolean {
  const speakers = new Set(claims.flatMap((claim) => claim.by ?? []));
  for (const [i, claim] of claims.entries()) {
    const voices = voicesOn(held, claim, until).filter((v) => v.actor !== undefined && speakers.has(v.actor));
    if (voices.some((v) => v.stance === "asserts") && voices.some((v) => isAgainst(v.stance))) return true;
    for (const other of claims.slice(i + 1))
      if (opposite.has(pairOf(refOf("claim", claim.id), refOf("claim", other.id)))) return true;
  }
  return false;
}
