import { isEmptyBasis } from "../basis.ts";
import type { Case } from "../case.ts";
import { outcomeIsTold } from "../commitments.ts";
import type { Ref } from "../id.ts";
import { refOf } from "../id.ts";
import type { Judgement } from "../judgement.ts";
import * as say from "../messages.ts";
import { nearest } from "../nearest.ts";
import type { CaseObject } from "../objects/index.ts";
import type { Issue } from "../objects/process.ts";
import type { Choice, VotingRule } from "../objects/settlement.ts";
import { referencesOf } from "../references.ts";

/** Something wrong (error) or worth a look (warning) in one object. */
export interface Finding {
  ref: Ref;
  path: (string | number)[];
  severity: "error" | "warning";
  message: string;
}

type Report = (path: (string | number)[], message: string, severity?: Finding["severity"]) => void;

/** Kinds that say something about the world, and so may not stand on nothing. */
const NEED_BASIS: ReadonlySet<string> = new Set([
  "claim",
  "position",
  "precondition",
  "valuation",
  "preference",
  "tie",
  "driver",
  "commitment",
  "event",
  "instrument",
]);

/**
 * What the schema of one object cannot see: whether what it names is there, whether options and values belong to
 * their issue, whether it rests on anything. Findings come object by object in the order of the case.
 */
export function checkCase(held: Case): Finding[] {
  return held.objects().flatMap((object) => checkObject(object, held));
}

/** The same for one object, which need not be in the case yet. */
export function checkObject(object: CaseObject, held: Case): Finding[] {
  const findings: Finding[] = [];
  const ref = refOf(object.kind, object.id);
  const report: Report = (path, message, severity = "error") => {
    findings.push({ ref, path, severity, message });
  };
  checkReferences(object, held, report);
  checkBasis(object, report);
  checkMeaning(object, held, report);
  return findings;
}

function checkReferences(object: CaseObject, held: Case, report: Report): void {
  for (const { path, kind, id } of referencesOf(object)) {
    if (held.get(kind, id) === undefined) {
      report(path, say.unknownReference(kind, id, nearest(id, held.ids(kind))));
    }
  }
}

function checkBasis(object: CaseObject, report: Report): void {
  if (!NEED_BASIS.has(object.kind) || !isEmptyBasis(object.basis)) return;
  // An instrument or claim may rest on its attestations, a precondition on its claims, a statement-borne claim on those.
  const others = object as {
    attestations?: { basis?: object }[];
    claims?: unknown[];
    statements?: unknown[];
  };
  if (others.claims?.length || others.statements?.length) return;
  if (others.attestations?.some((a) => a.basis !== undefined)) return;
  report(["basis"], say.noBasis(`This ${object.kind}`));
}

function checkOption(
  issue: Issue | undefined,
  option: string,
  path: (string | number)[],
  report: Report,
): void {
  if (issue?.options === undefined || Object.hasOwn(issue.options, option)) return;
  report(path, say.unknownOption(option, issue.id, nearest(option, Object.keys(issue.options))));
}

function checkScale(
  issue: Issue | undefined,
  value: Judgement | number,
  path: (string | number)[],
  report: Report,
): void {
  if (issue?.scale === undefined) return;
  const [low, high] = issue.scale;
  const ends = typeof value === "number" ? [value] : [value.low, value.high];
  const outside = ends.find((v) => v < low || v > high);
  if (outside !== undefined) report(path, say.outsideScale(outside, low, high, issue.id));
}

function checkVoting(rules: readonly VotingRule[], report: Report): void {
  for (const [i, { of, atLeast }] of rules.entries()) {
    const voters = new Set(of).size;
    if (atLeast > voters) report(["rules", i, "atLeast"], say.moreThanVote(atLeast, voters));
  }
}

function checkChoices(
  choices: readonly Choice[],
  path: (string | number)[],
  held: Case,
  report: Report,
): void {
  for (const [i, { issue, option }] of choices.entries()) {
    checkOption(held.get("issue", issue), option, [...path, i, "option"], report);
  }
}

function checkMeaning(object: CaseObject, held: Case, report: Report): void {
  switch (object.kind) {
    case "claim":
      if (object.polarity === "unknown" && !object.gaps?.length && object.note === undefined) {
        report(["polarity"], say.unknownGapless, "warning");
      }
      break;
    case "gap":
      if (object.found !== undefined && isEmptyBasis(object.found.basis))
        report(["found", "basis"], say.foundNowhere());
      break;
    case "commitment":
      if (!outcomeIsTold(object)) report(["status"], say.untoldOutcome(object.status), "warning");
      break;
    case "passage": {
      const text = held.textOf(object.source);
      const state = object.anchor?.state ?? "exact";
      if (text !== undefined && (state === "exact" || state === "moved")) {
        if (text.text.slice(object.start, object.end) !== object.exact) {
          report(["exact"], say.passageDiffers(object.id, object.source));
        }
      }
      break;
    }
    case "position": {
      const issue = held.get("issue", object.issue);
      const { wants, rejects } = object;
      if (wants === undefined && rejects === undefined && object.note === undefined) {
        report([], say.emptyPosition, "warning");
      }
      if (typeof wants === "string") checkOption(issue, wants, ["wants"], report);
      else if (Array.isArray(wants)) {
        for (const [i, option] of wants.entries()) checkOption(issue, option, ["wants", i], report);
      } else if (wants !== undefined) checkScale(issue, wants, ["wants"], report);
      for (const [i, option] of (rejects ?? []).entries()) checkOption(issue, option, ["rejects", i], report);
      break;
    }
    case "link":
      if (object.forbid !== undefined) checkChoices(object.forbid, ["forbid"], held, report);
      if (object.require !== undefined) checkChoices(object.require, ["require"], held, report);
      break;
    case "plan":
      for (const [id, slot] of Object.entries(object.slots)) {
        const issue = held.get("issue", id);
        if (slot.option !== undefined) checkOption(issue, slot.option, ["slots", id, "option"], report);
        if (slot.value !== undefined) checkScale(issue, slot.value, ["slots", id, "value"], report);
      }
      break;
    case "issue":
      for (const [i, stake] of (object.disposesOf ?? []).entries())
        for (const [n, option] of (stake.options ?? []).entries())
          checkOption(object, option, ["disposesOf", i, "options", n], report);
      break;
    case "consent":
      checkVoting(object.rules ?? [], report);
      for (const [i, { closed = [] }] of (object.tables ?? []).entries())
        for (const [n, { issue, option }] of closed.entries())
          if (option !== undefined)
            checkOption(held.get("issue", issue), option, ["tables", i, "closed", n, "option"], report);
      break;
    case "coalition": {
      checkVoting(object.rules ?? [], report);
      const seen = new Set(object.members ?? []);
      for (const [i, { actor, needs = [] }] of object.candidates.entries()) {
        if (seen.has(actor))
          report(["candidates", i, "actor"], say.candidateTwice(held.nameOf(refOf("actor", actor))));
        seen.add(actor);
        if (needs.includes(actor)) report(["candidates", i, "needs"], say.needsItself);
      }
      break;
    }
    case "package":
      for (const [id, option] of Object.entries(object.choices)) {
        if (option !== null) checkOption(held.get("issue", id), option, ["choices", id], report);
      }
      break;
    case "valuation":
      for (const [id, options] of Object.entries(object.values)) {
        for (const option of Object.keys(options)) {
          checkOption(held.get("issue", id), option, ["values", id, option], report);
        }
      }
      for (const [i, line] of (object.redLines ?? []).entries())
        checkChoices(line, ["redLines", i], held, report);
      break;
    case "preference":
      if (!object.statements?.length && !object.ranking?.length) report([], say.noStates);
      break;
    case "brief":
      for (const [s, section] of object.sections.entries()) {
        for (const [n, sentence] of section.sentences.entries()) {
          if (sentence.on.length === 0) {
            report(["sections", s, "sentences", n], say.briefStandsOnNothing, "warning");
          }
        }
      }
      break;
    default:
  }
}
