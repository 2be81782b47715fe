/** How somebody is taken into a table, most first. */
export const SEATS = ["in", "consulted", "informed", "excluded"] as const;
export type Seat = (typeof SEATS)[number];

/** What of a party's an issue disposes of, and by which options; none named: by any of them. */
export interface Disposal {
  of: string;
  issue: string;
  what: string;
  options?: readonly string[];
}

/** What is at stake for a party on an issue. */
export interface Stake {
  issue: string;
  /** Its land, forces, consent … are disposed of; or it holds a red line there; or it wants something. */
  why: "disposed of" | "red line" | "position";
  what?: string;
}

/** A row of the inclusion matrix. */
export interface Inclusion {
  party: string;
  /** Table by table; absent: it is not said of this party. */
  seats: Partial<Record<string, Seat>>;
  /** High where something of its own is disposed of or a red line stands; some where it wants something. */
  stake: "high" | "some" | "not known";
  stakes: Stake[];
  consents: boolean;
}

/** Something a package or plan disposes of whose owner does not sit at any table, or is not asked for consent. */
export interface InclusionWarning {
  /** The package or plan, by id; absent: the issue as such, whatever is chosen. */
  of?: string;
  party: string;
  issue: string;
  what: string;
  /** It sits at no table of the case (tables are known), or its consent is not asked for. */
  lacks: ("a seat" | "consent")[];
}

/** What the case says of who is where. */
export interface InclusionInput {
  parties: readonly string[];
  tables: readonly ({ name: string } & Partial<Record<Seat, readonly string[]>>)[];
  /** Whose consent is needed; undefined: the case does not say. */
  consents: readonly string[] | undefined;
  positions: readonly { party: string; issue: string; redLine: boolean }[];
  disposals: readonly Disposal[];
  drafts: readonly { id: string; choices: Readonly<Record<string, string | null | undefined>> }[];
}

/**
 * Party × table against what is at stake for each, and a warning wherever something of a party's would be disposed of
 * over its head. Consent, inclusivity: United Nations, Guidance for Effective Mediation (2012).
 */
export function inclusion(input: InclusionInput): { rows: Inclusion[]; warnings: InclusionWarning[] } {
  const { parties, tables, consents, positions, disposals, drafts } = input;
  const rows = parties.map((party): Inclusion => {
    const seats: Partial<Record<string, Seat>> = {};
    for (const table of tables) {
      // Somebody said to be at two seats of one table has the nearer one.
      const seat = SEATS.find((one) => table[one]?.includes(party));
      if (seat !== undefined) seats[table.name] = seat;
    }
    const stakes: Stake[] = [
      ...disposals
        .filter((one) => one.of === party)
        .map((one): Stake => ({ issue: one.issue, why: "disposed of", what: one.what })),
      ...issuesOf(positions, party, true).map((issue): Stake => ({ issue, why: "red line" })),
      ...issuesOf(positions, party, false).map((issue): Stake => ({ issue, why: "position" })),
    ];
    return {
      party,
      seats,
      stakes,
      stake: stakes.some((one) => one.why !== "position") ? "high" : stakes.length > 0 ? "some" : "not known",
      consents: consents === undefined || consents.includes(party),
    };
  });
  const seated = (party: string): boolean =>
    tables.length === 0 || tables.some((table) => table.in?.includes(party));
  const lacking = (party: string): InclusionWarning["lacks"] => [
    ...(seated(party) ? [] : (["a seat"] as const)),
    ...(consents === undefined || consents.includes(party) ? [] : (["consent"] as const)),
  ];
  const warnings = disposals.flatMap(({ of: party, issue, what, options }): InclusionWarning[] => {
    const lacks = lacking(party);
    if (lacks.length === 0) return [];
    const touching = drafts.filter(({ choices }) => {
      const chosen = choices[issue];
      return chosen != null && (options === undefined || options.length === 0 || options.includes(chosen));
    });
    return touching.length === 0
      ? [{ party, issue, what, lacks }]
      : touching.map(({ id }) => ({ of: id, party, issue, what, lacks }));
  });
  return { rows, warnings };
}

/** Issues on which a party has positions, with red lines or with none. */
function issuesOf(positions: InclusionInput["positions"], party: string, redLine: boolean): string[] {
  const mine = positions.filter((one) => one.party === party);
  const red = new Set(mine.filter((one) => one.redLine).map((one) => one.issue));
  const all = new Set(mine.map((one) => one.issue));
  return [...all].filter((issue) => red.has(issue) === redLine);
}
