import type { Driver, Forecast, Question } from "./forecast.ts";
import type { Brief, CaseInfo, Comment, Series, Topic } from "./people.ts";
import type { CaseEvent, Commitment, Instrument, Issue, Position, Precondition } from "./process.ts";
import type { Actor, Claim, Gap, Passage, Source, Statement, TextVersion } from "./record.ts";
import type { Coalition, Consent, DealPackage, LinkRule, Plan, Tie, Valuation } from "./settlement.ts";
import type { Infeasibility, Move, Preference, View } from "./stability.ts";

/** Kind → the type of its objects. */
export interface ObjectOf {
  case: CaseInfo;
  actor: Actor;
  issue: Issue;
  source: Source;
  text: TextVersion;
  gap: Gap;
  passage: Passage;
  statement: Statement;
  claim: Claim;
  event: CaseEvent;
  instrument: Instrument;
  commitment: Commitment;
  precondition: Precondition;
  position: Position;
  link: LinkRule;
  plan: Plan;
  package: DealPackage;
  valuation: Valuation;
  consent: Consent;
  coalition: Coalition;
  move: Move;
  infeasibility: Infeasibility;
  preference: Preference;
  view: View;
  tie: Tie;
  driver: Driver;
  question: Question;
  forecast: Forecast;
  series: Series;
  topic: Topic;
  comment: Comment;
  brief: Brief;
}

/** Any object of a case. */
export type CaseObject = ObjectOf[keyof ObjectOf];
