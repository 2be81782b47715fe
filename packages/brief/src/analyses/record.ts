import { type Case, claimStatus, instrumentStatus, isOpenGap, type Ref, refOf } from "@parley/case";
import type { Result } from "../result.ts";
import { counted } from "../words.ts";

/** What is in the record, what was wrong with it, and what waits. Counts of the case's own objects. */
export function recordResult(held: Case): Omit<Result, "level"> {
  const sources = held.inForce("source");
  const texts = held.inForce("text");
  const claims = held.all("claim");
  const accepted = held.inForce("claim");
  const waiting = [...claims, ...held.all("statement")].filter((one) => one.review?.state === "proposed");
  const gaps = held.inForce("gap").filter(isOpenGap);
  const applied = texts.flatMap((text) => text.ops).filter((op) => op.applied).length;
  const offered = texts
    .flatMap((text) => text.ops)
    .filter((op) => !op.applied && op.decided === undefined && op.class !== "E").length;
  const until = { said: held.info?.asOf };
  const contested = accepted.filter((claim) => claimStatus(claim, held, until) === "contested");
  const contestedTexts = held
    .inForce("instrument")
    .filter((one) => instrumentStatus(one, held, until) === "contested");
  const sourceRefs = sources.map((one) => refOf("source", one.id));
  const textRefs = texts.map((one) => refOf("text", one.id));
  const gapRefs = gaps.map((one) => refOf("gap", one.id));
  const sentences: Result["sentences"] = [];
  if (sources.length === 0) sentences.push({ text: "The record holds no documents yet.", on: [] });
  else {
    sentences.push({ text: `The record holds ${counted(sources.length, "document")}.`, on: sourceRefs });
    if (applied + offered > 0) {
      sentences.push({
        text: `${counted(applied, "repair was", "repairs were")} made to damaged text${offered === 0 ? "" : `, and ${counted(offered, "more is", "more are")} proposed and not decided`}.`,
        on: textRefs,
      });
    }
    if (gaps.length > 0) {
      sentences.push({
        text: `Words are missing or were replaced in ${counted(gaps.length, "place")}; what they said is not guessed.`,
        on: gapRefs,
      });
    }
  }
  sentences.push({
    text: `${counted(accepted.length, "claim has", "claims have")} been accepted; ${waiting.length === 0 ? "no proposal waits for review" : `${counted(waiting.length, "proposal waits", "proposals wait")} for review, and nothing in this brief rests on a proposal`}.`,
    on: accepted.map((one) => refOf("claim", one.id)),
  });
  for (const claim of contested) {
    sentences.push({ text: `It is contested that: ${claim.says}`, on: [refOf("claim", claim.id)] });
  }
  for (const one of contestedTexts) {
    const unseen = one.text === "none" ? "; no text of it is known" : "";
    sentences.push({
      text: `It is contested whether there is such a thing as "${one.name}"${unseen}.`,
      on: [refOf("instrument", one.id)],
    });
  }
  const inputs: Ref[] = [
    ...sourceRefs,
    ...textRefs,
    ...gapRefs,
    ...accepted.map((one) => refOf("claim", one.id)),
    ...contestedTexts.map((one) => refOf("instrument", one.id)),
  ];
  return {
    ref: "result:record",
    type: "record",
    title: "What is in the record?",
    method: "Count of the case's own objects",
    inputs,
    status: "proved",
    value: {
      documents: sources.length,
      repairsMade: applied,
      repairsProposed: offered,
      gaps: gaps.length,
      claims: accepted.length,
      waiting: waiting.length,
      contested: contested.length + contestedTexts.length,
    },
    sentences,
  };
}
