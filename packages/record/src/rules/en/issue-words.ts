import type { IssueWords } from "../language-pack.ts";

/*
 * Issues and the words that name them. Categories are PA-X's where it has one (its codes are cited, the words are
 * ours), else Parley's own. A word ends in * where more letters may follow.
 */
export const ISSUE_WORDS: readonly IssueWords[] = [
  {
    name: "Ceasefire",
    category: "Ce",
    words: [
      "ceasefire*",
      "cease-fire*",
      "truce*",
      "armistice",
      "cessation of hostilities",
      "halt hostilities",
      "end to hostilities",
    ],
  },
  {
    name: "Territory",
    category: "Terr",
    words: [
      "territorial concession*",
      "territorial claim*",
      "land swap*",
      "land transfer*",
      "cede territory",
      "ceding territory",
      "conceding territory",
      "cede land",
      "ceding land",
      "sovereign land",
      "annexed region*",
      "annexed territor*",
      "control over *",
      "withdrawal from the *",
      "give their land",
    ],
  },
  {
    name: "Security guarantees",
    category: "SsrGua",
    words: ["security guarantee*", "security assurance*"],
  },
  {
    name: "Sanctions",
    category: "sanctions",
    words: ["sanctions", "sanctions relief", "sanctions are lifted", "embargo*", "blockade*"],
  },
  {
    name: "Prisoners",
    category: "Pris",
    words: [
      "prisoner exchange*",
      "prisoner swap*",
      "exchange of prisoners",
      "prisoners of war",
      "prisoners",
      "hostage*",
      "detainee*",
    ],
  },
  {
    name: "Frozen assets",
    category: "frozen-assets",
    words: ["frozen asset*", "immobilised asset*", "immobilized asset*"],
  },
  {
    name: "Nuclear safety",
    category: "nuclear-safety",
    words: ["nuclear power plant*", "nuclear plant*", "nuclear safety"],
  },
  {
    name: "Alliance membership",
    category: "alliance",
    words: ["nato membership", "membership of nato", "membership in nato", "neutral status", "neutrality"],
  },
  {
    name: "Recognition",
    category: "recognition",
    words: [
      "diplomatic recognition",
      "recognition of",
      "on recognition",
      "international recognition",
      "recognition must",
    ],
  },
  {
    name: "Humanitarian access",
    category: "Hum",
    words: [
      "humanitarian access",
      "humanitarian aid",
      "humanitarian corridor*",
      "humanitarian truce",
      "aid convoy*",
    ],
  },
  {
    name: "Return of refugees",
    category: "Ref",
    words: ["return of refugee*", "refugee return*", "displaced people", "displaced persons"],
  },
  {
    name: "Disarmament",
    category: "DDR",
    words: [
      "disarm*",
      "demobilis*",
      "demobiliz*",
      "lay down arms",
      "lay down their arms",
      "hand over weapons",
      "decommissioning",
    ],
  },
  {
    name: "Withdrawal of forces",
    category: "Wit",
    words: [
      "troop withdrawal*",
      "withdrawal of troops",
      "withdrawal of forces",
      "demilitaris*",
      "demilitariz*",
    ],
  },
  {
    name: "Monitoring",
    category: "Mon",
    words: [
      "monitoring mission*",
      "verification mission*",
      "peacekeeper*",
      "peacekeeping force*",
      "observer mission*",
    ],
  },
  { name: "Elections", category: "Ele", words: ["elections", "electoral law"] },
  {
    name: "Self-rule",
    category: "Sub",
    words: [
      "autonomy",
      "self-government",
      "self-rule",
      "federation",
      "federal system",
      "association of municipalities",
    ],
  },
  { name: "Property", category: "Prop", words: ["property claim*", "on property", "restitution"] },
  {
    name: "Justice and amnesty",
    category: "TjAm",
    words: ["amnesty", "war crimes tribunal*", "transitional justice", "truth commission*"],
  },
  { name: "Reconstruction", category: "Rec", words: ["reconstruction", "reparations", "rebuilding fund*"] },
  {
    name: "Border crossings",
    category: "Bor",
    words: ["border crossing*", "new crossing*", "crossing point*", "border demarcation"],
  },
  {
    name: "Water",
    category: "Wat",
    words: [
      "water sharing",
      "flow data",
      "release of water",
      "filling of the dam",
      "drought years",
      "reservoir*",
    ],
  },
  { name: "Pay", category: "pay", words: ["pay rise*", "wage*", "a rise of *", "salaries", "back pay"] },
  {
    name: "Working time",
    category: "working-time",
    words: ["night shift*", "night rota*", "the rota", "working hours", "overtime", "holidays"],
  },
];
