/* Words of English by which speech and its kinds are told: data for the rules, kept apart from them. */

/** Verbs of saying: base, third person, past, participle. */
const SAYING: readonly (readonly [string, string, string, string])[] = [
  ["say", "says", "said", "saying"],
  ["tell", "tells", "told", "telling"],
  ["state", "states", "stated", "stating"],
  ["declare", "declares", "declared", "declaring"],
  ["insist", "insists", "insisted", "insisting"],
  ["argue", "argues", "argued", "arguing"],
  ["claim", "claims", "claimed", "claiming"],
  ["warn", "warns", "warned", "warning"],
  ["caution", "cautions", "cautioned", "cautioning"],
  ["add", "adds", "added", "adding"],
  ["announce", "announces", "announced", "announcing"],
  ["assert", "asserts", "asserted", "asserting"],
  ["concede", "concedes", "conceded", "conceding"],
  ["admit", "admits", "admitted", "admitting"],
  ["acknowledge", "acknowledges", "acknowledged", "acknowledging"],
  ["confirm", "confirms", "confirmed", "confirming"],
  ["deny", "denies", "denied", "denying"],
  ["reply", "replies", "replied", "replying"],
  ["respond", "responds", "responded", "responding"],
  ["write", "writes", "wrote", "writing"],
  ["note", "notes", "noted", "noting"],
  ["stress", "stresses", "stressed", "stressing"],
  ["suggest", "suggests", "suggested", "suggesting"],
  ["explain", "explains", "explained", "explaining"],
  ["vow", "vows", "vowed", "vowing"],
  ["pledge", "pledges", "pledged", "pledging"],
  ["promise", "promises", "promised", "promising"],
  ["demand", "demands", "demanded", "demanding"],
  ["urge", "urges", "urged", "urging"],
  ["ask", "asks", "asked", "asking"],
  ["remark", "remarks", "remarked", "remarking"],
  ["reiterate", "reiterates", "reiterated", "reiterating"],
  ["maintain", "maintains", "maintained", "maintaining"],
  ["contend", "contends", "contended", "contending"],
  ["describe", "describes", "described", "describing"],
  ["call", "calls", "called", "calling"],
  ["believe", "believes", "believed", "believing"],
  ["expect", "expects", "expected", "expecting"],
  ["agree", "agrees", "agreed", "agreeing"],
  ["doubt", "doubts", "doubted", "doubting"],
  ["report", "reports", "reported", "reporting"],
  ["fear", "fears", "feared", "fearing"],
];

/** Base forms, as they follow a plural subject; also used to find a subject that is missing. */
export const CUE_FINITE: ReadonlySet<string> = new Set(SAYING.map(([base]) => base));
/** Finite forms: "said", "says", "say". */
export const SAID: ReadonlySet<string> = new Set(SAYING.flatMap((forms) => forms.slice(0, 3)));
/** Words of office that stand before a name and do not belong to it. */
export const OFFICES: ReadonlySet<string> = new Set(
  "President Vice Prime Minister Foreign Defence Defense Chancellor Secretary General Senator Ambassador Spokesman Spokeswoman Spokesperson Envoy Special Chairman Chairwoman Chief King Queen Prince Premier Governor Mayor Colonel Major Captain Admiral Aide Deputy Former Acting Mr Mrs Ms Dr Professor Representative Commissioner Speaker Leader Negotiator".split(
    " ",
  ),
);

/** Capitalised words that begin sentences and name nobody. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  "The A An This That These Those It Its He She They We I You His Her Their Our In On At By For From To With Without Of And But Or Nor So Yet If When While Where As After Before Since Until Although Though Because Despite Rather Both Even Finally Such One No Not There Then Thus However Meanwhile Paradoxically Detailed Experts Observers Analysts Officials Critics Diplomats Sources Some Many Most Several Each Every Any All What Who Which How Why Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Government Troops Instead Still Also Only Just Once Now Today Yesterday Later Earlier".split(
    " ",
  ),
);

/** Plural nouns that name a source without naming anybody. */
export const UNNAMED =
  "experts|observers|analysts|officials|sources|diplomats|critics|commentators|insiders|aides|advisers|negotiators";
