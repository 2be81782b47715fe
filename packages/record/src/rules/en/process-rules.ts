import type { Commitment, Firmness } from "@parley/case";

/*
 * Patterns of English by which a text is found to tell of preconditions, red lines, demands, promises, pressure, support
 * and events. Data: each has its name, what it proposes, and named groups for the parts. `cue` is where the verb stands
 * (its subject is looked for before it). Patterns look at one sentence.
 */

interface BaseRule {
  name: string;
  pattern: RegExp;
  confidence: number;
}
export interface PreconditionRule extends BaseRule {
  kind: "precondition";
}
export interface PositionRule extends BaseRule {
  kind: "position";
  firmness: Firmness;
  polarity: "yes" | "no";
}
export interface CommitmentRule extends BaseRule {
  kind: "commitment";
  strength: Commitment["strength"];
}
export interface PressureRule extends BaseRule {
  kind: "pressure";
}
export interface EndorsementRule extends BaseRule {
  kind: "endorsement";
}
export interface EventRule extends BaseRule {
  kind: "event";
  occurrence: "happened" | "planned" | "expected" | "proposed";
}
export type ProcessRule =
  | PreconditionRule
  | PositionRule
  | CommitmentRule
  | PressureRule
  | EndorsementRule
  | EventRule;

/** Ways to meet. */
const MEETING =
  "(?:summit|meeting|talks|negotiations|round of talks|round|conference|dialogue|session|visit|call|follow-up)";
const PROCESS =
  "(?:summit|meeting|meetings|talks|deal|deals|negotiations?|agreement|ceasefire|truce|settlement|withdrawal|elections?|treaty|peace|dialogue|framework|point in a meeting|trust|progress|recognition)";
/** Words up to the next turn of the sentence. */
const WORDS = "[^.;:!?—“”]";

const rule = (pattern: string): RegExp => new RegExp(pattern, "u");
const B = "(?<!\\p{L})";
const E = "(?!\\p{L})";
/** A few words that may name somebody. */
const WHO = "(?:[\\p{L}\\p{M}’'.-]+ ){0,5}?[\\p{L}\\p{M}’'.-]+";

export const PROCESS_RULES: readonly ProcessRule[] = [
  {
    kind: "precondition",
    name: "no-until",
    confidence: 0.85,
    pattern: rule(
      `${B}(?<cue>[Nn]o(?:thing)?) (?<for>(?:${PROCESS}|gate|${WORDS}{1,50}?)${E}${WORDS}{0,60}?) (?:until|unless|without|before|while) (?<needs>${WORDS}{8,200})`,
    ),
  },
  {
    kind: "precondition",
    name: "until-met",
    confidence: 0.9,
    pattern: rule(
      `${B}(?<cue>until) (?<needs>${WORDS}{3,160}?) (?:is|are|has been|have been|was|were) met,? (?:there (?:is|will be|can be) )?(?<for>${WORDS}{3,120})`,
    ),
  },
  {
    kind: "precondition",
    name: "will-not-until",
    confidence: 0.8,
    pattern: rule(
      `${B}(?<cue>(?:will|would|can|could|shall) not|cannot|refuse[sd]? to|won[’']t) (?<for>${WORDS}{3,120}?) (?:until|unless|before|without first) (?<needs>${WORDS}{3,160})`,
    ),
  },
  {
    kind: "precondition",
    name: "only-after",
    confidence: 0.85,
    pattern: rule(
      `(?<for>${WORDS}{4,140}?),? (?<cue>only (?:after|if|once|when|on condition that)) (?<needs>${WORDS}{3,160})`,
    ),
  },
  {
    kind: "precondition",
    name: "before-any",
    confidence: 0.8,
    pattern: rule(
      `(?<needs>[^,.;:!?—“”]{4,120}?) (?:must come |should come |comes |come )?(?<cue>before) (?<for>any [^,.;:!?—“”]{3,120})`,
    ),
  },
  {
    kind: "precondition",
    name: "must-come-first",
    confidence: 0.85,
    pattern: rule(
      `(?<needs>${WORDS}{4,120}?) (?:must|should|has to|have to) (?<cue>come before|precede|come ahead of) (?<for>${WORDS}{3,120})`,
    ),
  },
  {
    kind: "precondition",
    name: "to-unlock",
    confidence: 0.75,
    pattern: rule(
      `(?<needs>${WORDS}{4,140}?) to (?<cue>unlock|unblock|restart|open the way (?:to|for)|pave the way for) (?<for>[^.,;:!?—“”]{3,100})`,
    ),
  },
  {
    kind: "precondition",
    name: "requires",
    confidence: 0.75,
    pattern: rule(
      `(?<for>(?:[\\p{L}’'-]+ ){0,4}(?:${PROCESS}|[\\p{L}-]+)) (?<cue>requires|depends on|hinges on|is conditional on|are conditional on|is contingent on) (?<needs>[^.,;:!?—“”]{3,140})`,
    ),
  },
  {
    kind: "precondition",
    name: "conditioned-on",
    confidence: 0.85,
    pattern: rule(
      `${B}(?<cue>condition(?:s|ed)?|made) (?<for>(?:his|her|its|their|the|any) ${WORDS}{3,80}?) (?:up)?(?:conditional )?on (?<needs>${WORDS}{3,120})`,
    ),
  },
  {
    kind: "precondition",
    name: "wants-first",
    confidence: 0.7,
    pattern: rule(
      `${B}(?<cue>wants?|wanted|demands?|demanded) (?<needs>${WORDS}{3,100}?) (?:solved|settled|agreed|met|resolved|lifted|released|done|dealt with) (?<for>first)${E}`,
    ),
  },
  {
    kind: "position",
    name: "rejects",
    firmness: "red line",
    polarity: "no",
    confidence: 0.8,
    pattern: rule(
      `${B}(?<cue>(?:flatly |categorically |firmly |outright |again )?(?:rejects?|rejected|rejecting|rules? out|ruled out|refuses?|refused|refusing) (?=to|any|all|every|the|an?${E}))(?<what>[^,.;:!?—“”]{2,160})`,
    ),
  },
  {
    kind: "position",
    name: "will-not",
    firmness: "red line",
    polarity: "no",
    confidence: 0.65,
    pattern: rule(
      `${B}(?<cue>(?:will|would|shall) (?:not|never)|won[’']t) (?<what>(?:accept|agree|give|cede|sign|send|sit|meet|hand|recognise|recognize|get|talk|negotiate|allow|tolerate|return|withdraw|surrender|compromise|let|leave|stop|yield|open|enter|join|attend|lift|pay)${E}${WORDS}{0,160})`,
    ),
  },
  {
    kind: "position",
    name: "not-negotiable",
    firmness: "red line",
    polarity: "no",
    confidence: 0.85,
    pattern: rule(
      `(?<what>${WORDS}{3,80}?) (?:is|are|was|were|remains?) (?<cue>non-negotiable|not negotiable|not up for (?:negotiation|discussion|debate)|not on the table|a red line|red lines)`,
    ),
  },
  {
    kind: "position",
    name: "no-compromise",
    firmness: "red line",
    polarity: "no",
    confidence: 0.6,
    pattern: rule(`${B}(?<cue>no (?:compromise|concessions?)) (?<what>on ${WORDS}{2,100})`),
  },
  {
    kind: "position",
    name: "third-party-should",
    firmness: "demand",
    polarity: "yes",
    confidence: 0.8,
    pattern: rule(
      `${B}(?<cue>(?:insist|demand|urge|argue|say|maintain|want)(?:s|ed|ing)?|said|saying) that (?<about>${WHO}) (?:should|must|has to|have to|needs to|need to|ought to) (?<what>${WORDS}{3,160})`,
    ),
  },
  {
    kind: "position",
    name: "calls-on",
    firmness: "demand",
    polarity: "yes",
    confidence: 0.75,
    pattern: rule(
      `${B}(?<cue>(?:call(?:s|ed|ing)? on|urg(?:es|ed|e|ing)|press(?:es|ed|ing)|pressur(?:es|ed|ing)|ask(?:s|ed|ing)?|order(?:s|ed|ing)?|appeal(?:s|ed|ing)? to)) (?<about>${WHO}) (?<what>to \\p{Ll}${WORDS}{2,160})`,
    ),
  },
  {
    kind: "position",
    name: "other-may-need-to",
    firmness: "signal",
    polarity: "yes",
    confidence: 0.75,
    pattern: rule(
      `${B}(?<cue>(?:signal(?:s|led|ed|ling|ing)?|hint(?:s|ed|ing)?|suggest(?:s|ed|ing)?|indicat(?:es|ed|e|ing)|impl(?:ies|ied|y))) that (?<about>${WHO}) (?<what>(?:may|might|could|would) (?:need|have) to ${WORDS}{3,160})`,
    ),
  },
  {
    kind: "position",
    name: "demands",
    firmness: "demand",
    polarity: "yes",
    confidence: 0.65,
    pattern: rule(
      `${B}(?<cue>(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)? on|call(?:s|ed|ing)? for|press(?:es|ed|ing)? for)) (?<what>(?!that${E})${WORDS}{3,140})`,
    ),
  },
  {
    kind: "commitment",
    name: "jointly-agreed",
    strength: "pledges jointly",
    confidence: 0.75,
    pattern: rule(
      `${B}(?<who>(?:[Bb]oth|[Tt]he (?:two )?)(?: sides| parties| governments| leaders| states)|[Tt]he (?:sides|parties)|[Bb]oth) (?:have )?(?:also )?(?<cue>agreed|undertook|committed themselves|pledged) to (?<what>[^.;:!?—]{3,160})`,
    ),
  },
  {
    kind: "commitment",
    name: "pledges-noun",
    strength: "promises",
    confidence: 0.5,
    pattern: rule(
      `(?<cue>[Tt]he pledges?|[Tt]he promises?|[Tt]heir pledges?) (?<what>to [^.;:!?—,]{3,120}?)(?= (?:were|was|are|is|have|has)${E}|,|\\.|$)`,
    ),
  },
  {
    kind: "commitment",
    name: "promises",
    strength: "promises",
    confidence: 0.75,
    pattern: rule(
      `(?<!\\p{L}|(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|of) )(?<cue>(?:pledge[sd]?|pledging|promise[sd]?|promising|vow(?:s|ed|ing)?|commit(?:s|ted|ting)? (?:itself|himself|herself|themselves)|undert(?:akes?|ook)|guarantee[sd]?|swore|swears)) (?<what>(?:to|that) [^.;:!?—]{3,160})`,
    ),
  },
  {
    kind: "commitment",
    name: "offers",
    strength: "offers",
    confidence: 0.65,
    pattern: rule(`${B}(?<cue>offer(?:s|ed|ing)?) (?<what>(?:to |an? |\\d)[^.;:!?—]{2,140})`),
  },
  {
    kind: "commitment",
    name: "agreed-to",
    strength: "promises",
    confidence: 0.6,
    pattern: rule(`${B}(?<cue>agreed|agrees) (?<what>(?:in [^,.]{3,20} )?to [^.;:!?—]{3,160})`),
  },
  {
    kind: "pressure",
    name: "places-on",
    confidence: 0.8,
    pattern: rule(
      `${B}(?<cue>(?:plac|put|pil|exert|increas|rais)(?:es|s|ed|ing|ting|e)? (?:[\\p{L}-]+ )?(?:onus|pressure|blame|burden)) (?:up)?on (?<on>${WHO})(?=,|\\.|;| to | for | in | and | over |$)`,
    ),
  },
  {
    kind: "pressure",
    name: "presses",
    confidence: 0.6,
    pattern: rule(
      `${B}(?<cue>(?:pressured|pressures|pressuring|pressed|presses|leaned on|leans on|coerced)) (?<on>${WHO}) (?:to|into|over)${E}`,
    ),
  },
  {
    kind: "endorsement",
    name: "echoes",
    confidence: 0.75,
    pattern: rule(
      `${B}(?<cue>echo(?:es|ed|ing)?|second(?:s|ed)|endors(?:es|ed|ing)|(?:sided|sides) with) (?<what>${WORDS}{3,100})`,
    ),
  },
  {
    kind: "endorsement",
    name: "supports",
    confidence: 0.65,
    pattern: rule(
      `${B}(?<cue>support(?:s|ed|ing)|back(?:s|ed|ing)|welcom(?:es|ed|ing)) (?<what>(?:the|this|that|these|his|her|their|its|\\p{Lu})${WORDS}{3,100})`,
    ),
  },
  {
    kind: "event",
    name: "expects-meeting",
    occurrence: "expected",
    confidence: 0.8,
    pattern: rule(
      `${B}(?<cue>expects?|expected|expecting) (?<what>(?:an?|the|another) (?:[\\p{L}-]+ ){0,3}?${MEETING}${E}[^,.;:!?—]{0,80})`,
    ),
  },
  {
    kind: "event",
    name: "plans-to-meet",
    occurrence: "planned",
    confidence: 0.8,
    pattern: rule(
      `${B}(?<cue>plans?|planned|intends?|intended|is due|are due|is set|are set|hopes?|is scheduled|are scheduled) (?<what>to (?:meet|visit|travel to|hold talks|receive|host|attend|resume talks|return to)${E}[^,.;:!?—]{0,100})`,
    ),
  },
  {
    kind: "event",
    name: "meeting-ahead",
    occurrence: "planned",
    confidence: 0.75,
    pattern: rule(
      `(?<what>(?:[\\p{L}’'.-]+ ){0,3}?[\\p{L}-]*${MEETING}${E}[^,;:!?—]{0,90}?) (?:is|are) (?:also )?(?<cue>on the horizon|planned|scheduled|expected|due|set|foreseen|in preparation)`,
    ),
  },
  {
    kind: "event",
    name: "expected-at",
    occurrence: "expected",
    confidence: 0.7,
    pattern: rule(`(?<what>[^,;:!?—“”]{3,80}?) (?:is|are) (?<cue>expected|due|awaited) (?:in|at) \\p{Lu}`),
  },
  {
    kind: "event",
    name: "proposes-meeting",
    occurrence: "proposed",
    confidence: 0.6,
    pattern: rule(
      `${B}(?<cue>suggest(?:s|ed|ing)|propos(?:es|ed|ing)|offer(?:s|ed|ing)|invit(?:es|ed|ing)) (?<what>(?:an?|the) (?:[\\p{L}-]+ ){0,3}?${MEETING}${E}[^,.;:!?—]{0,60})`,
    ),
  },
  {
    kind: "event",
    name: "meeting-ended",
    occurrence: "happened",
    confidence: 0.8,
    pattern: rule(
      `(?<what>(?:[Tt]he|[Aa]n?|[Tt]heir) (?:[\\p{L}’'–-]+ ){0,3}?${MEETING}${E}[^,.;:!?—]{0,90}?) (?<cue>concluded|ended|took place|closed|broke up|was held|were held|collapsed)(?: (?<outcome>(?:without|with|in) [^.;:!?]{3,120}))?`,
    ),
  },
  {
    kind: "event",
    name: "held-talks",
    occurrence: "happened",
    confidence: 0.75,
    pattern: rule(
      `${B}(?<cue>held|hosted|attended|convened) (?<what>(?:the |a |an |new |direct |secret )?(?:[\\p{L}-]+ ){0,2}?${MEETING}${E}[^.;:!?—]{0,80})`,
    ),
  },
  {
    kind: "event",
    name: "meeting-of",
    occurrence: "happened",
    confidence: 0.65,
    pattern: rule(
      `${B}(?<what>(?<who>\\p{Lu}[\\p{L}-]+)’s (?<cue>meeting|summit|talks|visit) (?:in|at|with) \\p{Lu}?[^.;:!?—–“”]{3,80})`,
    ),
  },
  {
    kind: "event",
    name: "named-summit",
    occurrence: "happened",
    confidence: 0.65,
    pattern: rule(
      `${B}(?<what>[Tt]he (?<where>\\p{Lu}[\\p{L}-]+) (?<cue>summit|conference|talks|meeting)${E}(?: (?:on|in|of) \\d[^.,;:!?—]{3,24}\\d{4})?)`,
    ),
  },
];

/** Words that say that something was promised or said before. */
export const RESTATED: RegExp =
  /(?<!\p{L})(?:in line with (?:previous|earlier|past)|as before|once more|again|reaffirm\p{L}*|reiterat\p{L}*|restat\p{L}*|renew\p{L}*|previous(?:ly)? (?:promised|pledged|commitments?))(?!\p{L})/iu;

/** "What came as a surprise for Moscow": for whom, where it is said. */
export const SURPRISE: RegExp =
  /(?<!\p{L})(?:c[ao]mes? as a surprise|was (?:a surprise|surprised)|were surprised|to the surprise|took \p{L}+ by surprise)(?: (?:for|to|of|by) (?<who>(?:the )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*))?/u;

/** Which way things are said to move: "changing in Ukraine's favour", "the tide has turned against". */
export const MOMENTUM: RegExp =
  /(?<!\p{L})(?:(?:described|portrayed|presented|seen) as |said to be |(?:tide|momentum|war|balance|initiative|situation) (?:is|are|was|has|have|had) (?:been |now )?)?(?:changing|changed|turning|turned|shifting|shifted|swinging|swung|tilting|tilted|moving|moved) (?:(?:to|in|into|towards?) (?<who>(?:the )?\p{Lu}[\p{L}-]*?)(?:[’']s|[’'])? favou?r|(?:in favou?r of|against) (?<side>(?:the )?\p{Lu}[\p{L}-]*))/u;

/** If–then, and what would follow without somebody. */
export const CONDITIONAL: readonly RegExp[] = [
  /(?<!\p{L})(?<then>[^.;:!?—]{4,140}?),? (?<cue>if|provided that|unless|as long as) (?<if>[^,.;:!?—]{4,140})/u,
  /(?<!\p{L})(?<cue>[Ii]f|[Uu]nless) (?<if>[^,.;:!?—]{4,140}), (?<then>[^.;:!?—]{4,160})/u,
  /(?<if>(?:[\p{L}-]+ ){1,3}without [^,.;:!?—]{2,60}?) (?<cue>could|would|may|might|will) (?<then>[^.;:!?—]{4,160})/u,
];
