/** Words of Packages. */
export const packages = {
  "packages.about": "Put a package together and see who could accept it, and what stands in the way.",
  "packages.startFrom": "Start from",
  "packages.nothingAgreed": "nothing agreed",
  "packages.back": "Back to the start",
  "packages.saveAs": "Save as a package…",
  "packages.choice": "{{issue}}: {{option}}",
  "packages.ruledOutBy": "red line of",
  "packages.outcomeYes": "All whose consent is needed could accept this package.",
  "packages.outcomeNo": "Not all whose consent is needed could accept this package.",
  "packages.otherView":
    "You look at the case at another level or as known on another day. What you see here follows from that view; the brief’s figures follow from the whole case as it is known.",

  "packages.notJudged_one":
    "Nothing is said of {{who}}: its valuation is not in the case, and its consent is not needed.",
  "packages.notJudged_other":
    "Nothing is said of {{who}}: their valuations are not in the case, and their consent is not needed.",

  "packages.verdicts": "What each party makes of it",
  "packages.verdictsNoteSoon":
    "Bar: what the package is worth to the party. Line across: what no deal is worth to it.",
  "packages.verdictsNote":
    "Bar: what the package is worth to the party at the likeliest judgements; thin line through it: where it lies in nine of ten of {{n}} plausible worlds. Line across: what no deal is worth to it, with its own range shaded.",
  "packages.could": "could accept it",
  "packages.wouldNot": "would not accept it",
  "packages.notNeeded": "its consent is not needed",
  "packages.crosses": "it crosses a red line ({{what}})",
  "packages.excluded": "it puts together what excludes each other ({{what}})",
  "packages.leavesOpen": "it leaves “{{issue}}” open",
  "packages.belowNoDeal": "it is worth less than no deal",
  "packages.against": "{{value}} against {{noDeal}} for no deal",
  "packages.acceptsIn": "accepts in {{share}} of the worlds",
  "packages.party": "Party",
  "packages.verdict": "Verdict",
  "packages.value": "Value (nine of ten worlds)",
  "packages.noDeal": "No deal (nine of ten worlds)",
  "packages.share": "Accepts in",

  "packages.holds": "How sure that is",
  "packages.holdsIn": "It holds in {{share}} of {{n}} plausible worlds.",
  "packages.holdsInterval":
    "({{level}} interval of the drawing {{low}} to {{high}}; seed {{seed}}. Worlds are drawn from the ranges of the judgements.)",
  "packages.hangsOn":
    "It hangs most on these judgements; each alone, moved over its range, changes the outcome:",
  "packages.hangsOnOne": "{{who}}: {{judgement}}",
  "packages.hangsOnNone": "No judgement, moved over its range, changes that.",
  "packages.drivenBy":
    "Drawn with all others, these judgements alone go with so much of whether it holds (first-order Sobol indices):",
  "packages.drivenByOne": "{{who}}: {{judgement}}, {{share}} (± {{error}})",
  "packages.hangsOnMany": "No single judgement decides it; several together do.",
  "packages.valueOf": "value of “{{option}}”",
  "packages.weightOf": "weight of “{{issue}}”",
  "packages.ofNoDeal": "value of no deal",

  "packages.changes": "The smallest change that would win a party",
  "packages.try": "Try it",
  "packages.costsNobody": "Nobody else loses by it.",
  "packages.costs": "It costs {{whom}}.",
  "packages.costOne": "{{who}} {{value}}",
  "packages.thenHolds": "Then all whose consent is needed could accept.",
  "packages.noChange":
    "No change of one or two issues would win {{who}} without losing somebody who accepts now. (All were tried.)",
  "packages.noChangeCapped":
    "None of the changes tried would win {{who}} without losing somebody who accepts now. (All of one issue, and part of those of two.)",

  "packages.cheapest":
    "Changing as many issues as it takes, the way to win {{who}} that costs the others least:",
  "packages.cheapestNone":
    "No package at all would win {{who}} without losing somebody who accepts now ({{status}}).",
  "packages.hardest": "Hardest to win: {{who}}.",

  "packages.improve": "Trades that hurt nobody",
  "packages.improveNote":
    "Each gives way where it cares less and gains where it cares more. What no red line forbids now stays allowed.",
  "packages.improveNone": "No change of one or two issues makes somebody better off and nobody worse.",
  "packages.improveBest": "The best for all, counted from this package",
  "packages.improveTop":
    "No package makes anybody better off without making somebody worse off ({{status}}).",
  "packages.gains": "{{who}} +{{value}}",

  "packages.compared": "Side by side",
  "packages.comparedNote":
    "In what share of {{n}} plausible worlds each holds, and what it leaves a party short, on average, of the best it could have had in the same world. Most robust first; seed {{seed}}.",
  "packages.holdsShare": "Holds in",
  "packages.regretOf": "{{who}} short by",
  "packages.robust": "most robust",
  "packages.noRegret": "In none of these worlds could any package hold, or there are too many to compare.",

  "packages.seenBy": "As seen by",
  "packages.record": "the record",
  "packages.viewerNote":
    "Values, red lines and no deal as {{who}} sees them where the case says so, elsewhere as in the record. What others would really do may differ.",
  "packages.size": "Size",
  "packages.sizeNone": "all alike",
  "packages.sizeNote": "The larger a dot, the more it is worth to {{who}}.",

  "packages.zone": "Is there room for a deal?",
  "packages.zoneIs_one":
    "{{count}} of {{packages}} packages crosses no red line and gives all whose consent is needed at least what no deal gives them.",
  "packages.zoneIs_other":
    "{{count}} of {{packages}} packages cross no red line and give all whose consent is needed at least what no deal gives them.",
  "packages.zoneUncounted":
    "There are {{packages}} packages, too many to count those that all could accept one by one.",
  "packages.zoneStatus": "(At the likeliest judgements; {{status}}.)",
  "packages.blocking": "What cannot stand together",
  "packages.blockingUnknown": "There are too many packages to tell.",
  "packages.relaxations": "There would be room without",
  "packages.lower": "no deal would have to be worth {{by}} less to {{who}}",
  "packages.seeThen": "See that package",
  "packages.whyStatus": "Sets of up to {{n}} were looked at ({{status}}).",
  "packages.obstacleLink": "the rule against {{what}} together",
  "packages.obstacleRedLine": "the red line of {{who}} against {{what}}",
  "packages.obstacleNoDeal": "what no deal is worth to {{who}} ({{value}})",

  "packages.solutions": "What bargaining theory picks",
  "packages.solutionsNote":
    "Four ways to be fair or efficient, each with its own idea of both. None of them predicts.",
  "packages.rule": "Rule",
  "packages.package": "Package",
  "packages.values": "What it is worth",
  "packages.take": "Take it",
  "packages.takeNamed": "Take it: {{rule}}",
  "packages.ties_one": "{{count}} other package does as well",
  "packages.ties_other": "{{count}} other packages do as well",
  "rule.nash": "Largest product of gains",
  "rule.nash.name": "Nash 1950",
  "rule.kalaiSmorodinsky": "Most equal share of what each could gain at best",
  "rule.kalaiSmorodinsky.name": "Kalai–Smorodinsky 1975",
  "rule.egalitarian": "Largest smallest gain",
  "rule.egalitarian.name": "Egalitarian, Kalai 1977",
  "rule.utilitarian": "Largest sum of values",
  "rule.utilitarian.name": "Utilitarian",

  "packages.frontier": "What two parties get",
  "packages.frontierNote":
    "Dots: the {{count}} combinations of values, of {{packages}} packages, that no other betters for all ({{status}}). Dashed: what no deal is worth. Values are at the likeliest judgements.",
  "packages.frontierLabel":
    "Value to {{across}} across, to {{up}} up, for each package of the frontier. The table holds every number.",
  "packages.across": "Across",
  "packages.up": "Up",
  "packages.valueTo": "value to {{who}}",
  "packages.noDealLine": "no deal",
  "packages.thisPackage": "this package",
  "packages.which": "Which",
  "packages.onFrontier": "on the frontier",

  "packages.empty": "Nothing can be computed yet.",
  "packages.emptyTodo":
    "A package is judged by what each party makes of every option and of no deal. What is missing is never filled in:",
  "packages.andMore_one": "and {{count}} more",
  "packages.andMore_other": "and {{count}} more",
  "packages.newValuation": "New valuation…",
  "packages.newConsent": "Who must agree…",
  "packages.resultsFailed":
    "The analyses of the server did not come, so nothing here leads to the brief. What you see was computed here and holds.",
  "packages.method":
    "A package is acceptable to a party when it crosses none of its red lines, leaves none of its essential issues open, breaks no rule between options, and is worth at least as much as no deal. Its value is the weighted sum of the values of its options, weights scaled to sum to 1. The frontier is exact, by dynamic programming with dominance pruning, unless it says “capped”. Worlds are drawn by xoshiro128** from the judgements’ ranges: triangular where a likeliest value is given, else uniform, each judgement by itself. What it hangs on is found by moving one judgement at a time over its range. Limits: values add up over issues, judgements are drawn independently, and nothing here knows what is not in the case.",
} as const;
