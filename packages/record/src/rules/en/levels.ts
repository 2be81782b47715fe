/*
 * Patterns of English by which a text says how something stands or moves: attention, confidence, readiness. Data. `what` is
 * what stands or moves, `who` whose it is where a group tells it, `cue` the words that say which way.
 */
export interface LevelRule {
  name: string;
  pattern: RegExp;
  stands?: "low" | "high";
  trend?: "rising" | "falling";
  confidence: number;
}

const WHAT =
  "(?:attention|confidence|self-confidence|trust|capacity|capability|capabilities|resolve|readiness|willingness|unity|support|influence|leverage|pressure|morale|strength|appetite|patience)";
const WHO = "(?<who>(?:the )?\\p{Lu}[\\p{L}.]*(?:[ -]\\p{Lu}[\\p{L}.]*){0,2})(?:[’']s?)?";
const B = "(?<!\\p{L})";
const E = "(?!\\p{L})";
const rule = (pattern: string): RegExp => new RegExp(B + pattern, "du");
/** One of these words stands in every sentence that a rule fits: the patterns themselves cost much more. */
export const LEVEL_HINT: RegExp = new RegExp(
  `${WHAT}|distracted|preoccupied|focuss?ed on|absorbed by|ready|unprepared`,
  "u",
);

export const LEVEL_RULES: readonly LevelRule[] = [
  {
    name: "attention-elsewhere",
    stands: "low",
    confidence: 0.6,
    pattern: rule(
      `(?<what>${WHO} attention) (?:to |has |had |was |is )?(?<cue>(?:shift|turn|drift|stray|wander)(?:s|ed|ing)?(?: back)?(?: away)? from (?:over-?focuss?ing|concentrating|dwelling) on|(?:shifted|turned|drifted|strayed|wandered|absorbed|consumed) (?:away|elsewhere|by|to))${E}`,
    ),
  },
  {
    name: "distracted",
    stands: "low",
    confidence: 0.6,
    pattern: rule(
      `(?<what>${WHO}) (?:is|are|was|were|has been|have been|remains?|seems?) (?<cue>distracted by|preoccupied with|over-?focuss?ed on|absorbed by)${E}`,
    ),
  },
  {
    name: "not-ready",
    stands: "low",
    confidence: 0.55,
    pattern: rule(
      `(?<what>${WHO}) (?:is|are|was|were|remains?) (?<cue>(?:not|far from) (?:yet )?ready (?:to|for)|unprepared (?:to|for))${E}`,
    ),
  },
  {
    name: "gained",
    trend: "rising",
    confidence: 0.6,
    pattern: rule(
      `(?<cue>[Nn]ewly[- ](?:gained|found|won|acquired)|[Nn]ew-?found|[Gg]rowing|[Rr]ising|[Ii]ncreas(?:ed|ing)|[Rr]estored|[Rr]enewed|[Mm]ounting) (?<what>${WHO} ${WHAT})${E}`,
    ),
  },
  {
    name: "lost",
    trend: "falling",
    confidence: 0.6,
    pattern: rule(
      `(?<cue>[Ww]aning|[Dd]eclining|[Ff]alling|[Ss]hrinking|[Dd]windling|[Ee]roding|[Ww]eakening|[Ff]ading|[Dd]iminish(?:ed|ing)) (?<what>${WHO} ${WHAT})${E}`,
    ),
  },
  {
    name: "whose-gained",
    trend: "rising",
    confidence: 0.55,
    pattern: rule(
      `(?<what>${WHO} (?<cue>newly[- ](?:gained|found|won|acquired)|new-?found|new|growing|rising|increas(?:ed|ing)|restored|renewed|mounting) ${WHAT})${E}`,
    ),
  },
  {
    name: "whose-lost",
    trend: "falling",
    confidence: 0.55,
    pattern: rule(
      `(?<what>${WHO} (?<cue>waning|declining|falling|shrinking|dwindling|eroding|weakening|fading|diminish(?:ed|ing)) ${WHAT})${E}`,
    ),
  },
  {
    name: "has-grown",
    trend: "rising",
    confidence: 0.55,
    pattern: rule(
      `(?<what>${WHO} ${WHAT}) (?<cue>(?:has |have |had )?(?:grown|grew|risen|rose|increased|recovered|strengthened))${E}`,
    ),
  },
  {
    name: "has-fallen",
    trend: "falling",
    confidence: 0.55,
    pattern: rule(
      `(?<what>${WHO} ${WHAT}) (?<cue>(?:has |have |had )?(?:fallen|fell|waned|declined|eroded|weakened|faded|shrunk|dwindled))${E}`,
    ),
  },
];

/** "Mutual mistrust": of each for the other, where the sentence names two. */
export const MISTRUST: RegExp =
  /(?<!\p{L})(?:[Mm]utual|[Rr]eciprocal) (?:mistrust|distrust|suspicions?)(?!\p{L})/u;

/** That something did little or nothing to something else: an effect that is told, not one that is missing. */
export const NO_EFFECT: RegExp =
  /(?<!\p{L})(?:(?:did|does|do|done) (?:little|nothing|not much) to (?:alter|change|shift|affect|move|improve)|(?:hardly|barely|scarcely) (?:alter(?:ed|s)|chang(?:ed|es)|shift(?:ed|s)|affect(?:ed|s)|mov(?:ed|es))|(?:changed|altered|moved) (?:little|nothing)(?: (?:on|in|about|of))?|(?:had|has|have) (?:little|no) (?:effect|impact|bearing) on) (?<what>[^,.;:!?—]{3,100})/u;

/** That something to come was not in doubt. */
export const FORESEEN: RegExp =
  /(?<!\p{L})(?:(?:was|were|is|are|had been|has been) (?:never|not|hardly) in (?:any )?doubt|(?:was|were|is) (?:a )?foregone(?: conclusion)?|surprised (?:nobody|no one|few)|c[ao]mes? as no surprise|was to be expected)(?!\p{L})/u;

/** Words by which a text judges in its own voice rather than tells. */
export const JUDGING: RegExp =
  /(?<!\p{L})(?:preposterous|senseless|self-serving|absurd(?:ly)?|shameful(?:ly)?|disgraceful|heroic(?:ally)?|puppets?|so-called|cron(?:y|ies)|barbaric|cynical(?:ly)?|farcical|farce|blatant(?:ly)?|delusional|delusions?|incoherent|misinformed|miniscule|minuscule|outrageous(?:ly)?|despicable|cowardly|courageous(?:ly)?|glorious|treacherous|traitors?|aggressors?|lackeys?|henchmen|thugs?|ruthless(?:ly)?|naive(?:ly)?|naïve(?:ly)?|foolish(?:ly)?|reckless(?:ly)?|hypocritical|hypocrisy|laughable|ludicrous|brazen(?:ly)?|sinister|evil|wicked|noble|rightful(?:ly)?|paradoxically|refusal to reckon with reality|resolute refusal|intrinsically hostile|occupiers?)(?!\p{L})/giu;
