import type { LanguagePack } from "../language-pack.ts";
import { list, rows } from "../pack-data.ts";
import { CUE_VERBS } from "./cue-verbs.ts";
import { ISSUE_WORDS } from "./issue-words.ts";

/** English: the full pack, on which the rules are measured. */
export const ENGLISH: LanguagePack = {
  code: "en",
  name: "English",
  state: "full",
  cues: CUE_VERBS,
  that: ["that"],
  accordingTo: ["according to", "in the words of", "in the view of"],
  unnamed: list(
    "experts observers analysts officials sources diplomats critics commentators insiders aides advisers advisors negotiators official source diplomat analyst insider people villagers residents witnesses economists historians scholars",
  ),
  speakers: list(
    "spokesman spokeswoman spokesperson spokespeople secretariat ministry minister ministers government governments president chancellor parliament army navy military police command commander commanders general union company management employer council court commission mission envoy envoys mediator mediators negotiator ambassador bishop agency office service party parties leaders leader side sides delegation delegations rebels guerrillas paramilitaries militia militias faction factions opposition coalition counterpart secretary committee board bank organisation organization bloc alliance kingdom republic state administration regime bureau statement report communique press mayor governor king prime_minister team workers members businessman general_secretary",
  ),
  hedges: list(
    "may might could would likely unlikely probably possibly perhaps apparently reportedly allegedly seemingly appears appear seems seem suggests presumably plausible most_plausible expected potentially in_principle",
  ),
  again: list(
    "reiterate reiterates reiterated reiterating repeat repeats repeated repeating reaffirm reaffirms reaffirmed reaffirming restated again once_more in_line_with_previous in_line_with_earlier as_before repeatedly",
  ),
  analysis: list("analysis opinion commentary comment editorial viewpoint outlook"),
  calendar: {
    months: rows(
      "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
    ),
    weekdays: rows(
      "sunday/sun monday/mon tuesday/tues/tue wednesday/wednes/wed thursday/thurs/thu friday/fri saturday/satur/sat",
    ),
    seasons: rows("spring summer autumn/fall winter"),
  },
  issues: ISSUE_WORDS,
};
