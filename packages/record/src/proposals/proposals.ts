import type { CleanDocument } from "../document.ts";
import { claimsIn } from "./claims.ts";
import { setDues } from "./dues.ts";
import { statementsOf } from "./holder.ts";
import { indirectIn } from "./indirect.ts";
import { issuesIn } from "./issues.ts";
import { levelsIn } from "./levels.ts";
import type { KnownActor } from "./mentions.ts";
import { namesIn } from "./names.ts";
import { processIn } from "./process.ts";
import type { Proposal } from "./proposal.ts";
import { quantitiesIn } from "./quantities.ts";
import { quotationsIn } from "./quotations.ts";
import { type ReadingOptions, read } from "./reading.ts";
import { repliesIn } from "./replies.ts";
import { datesIn } from "./times.ts";

/** What the rules know beyond the document: the case's actors, or those with the words the analyst added. */
export type ProposalOptions = readonly KnownActor[] | ReadingOptions;

/** All proposals of a document, of every kind, in order of place. The same document always gives the same. */
export function proposals(document: CleanDocument, options: ProposalOptions = []): Proposal[] {
  const reading = read(document, isActors(options) ? { actors: options } : options);
  const direct = quotationsIn(reading);
  const quotations = [...direct, ...indirectIn(reading, direct)];
  const statements = statementsOf(quotations);
  const dates = datesIn(reading);
  const { actors, places } = namesIn(reading);
  const process = processIn(reading, statements, dates);
  setDues(process, dates);
  const all: Proposal[] = [
    ...quotations,
    ...claimsIn(reading, quotations, statements),
    ...dates,
    ...quantitiesIn(reading, dates),
    ...actors,
    ...places,
    ...process,
    ...levelsIn(reading, statements),
    ...repliesIn(reading, quotations),
    ...issuesIn(reading),
  ];
  return all.sort(
    (a, b) =>
      a.sentence[0] - b.sentence[0] || a.range[0] - b.range[0] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

const isActors = (options: ProposalOptions): options is readonly KnownActor[] => Array.isArray(options);
