import { furnitureReason as reason } from "./messages.ts";

/** What the search for furniture sees of a line. */
export interface SeenLine {
  text: string;
  /** Whether a paragraph of the body: long, or closed like a sentence. */
  body: boolean;
}

const CREDIT =
  /\b(?:photo|illustration|image|picture|photograph|video|getty|reuters|afp|epa|shutterstock)\b.*(?::|\/|©)|^(?:photo|image|picture)s?\b/i;
const SERIES = /^(?:part of (?:the|a) series|in this series|series):?$/i;
const TOPICS = /^(?:related topics?|topics?|tags?|filed under|keywords?):?$/i;
const COMMENTS =
  /^(?:\d+ )?comments?(?: \(\d+\))?$|^(?:post|leave|add|write) a (?:comment|reply)\.?$|^(?:join the conversation|no comments yet\.?)$/i;
const SHARE =
  /^(?:share|share this(?: article| post| page)?|share on \w+|tweet|pin it|e-?mail(?: this)?|print(?: this)?|copy link|follow us(?: on .{1,40})?|facebook|twitter|linkedin|whatsapp|telegram)$/i;
const NAVIGATION =
  /^(?:skip to (?:main )?content|home|menu|search|read more|more|next|previous|back to top|related (?:articles|posts|stories)|most (?:read|popular)|log ?in|sign ?in|subscribe(?: now)?|advertisement)$/i;
const NOTICE =
  /^(?:©|\(c\) \d{4}|copyright\b.{0,60}\d{4}|all rights reserved\b|(?:we|this (?:site|website)) uses? cookies\b|sign up (?:for|to) (?:our|the) .{0,40}newsletter|subscribe to (?:our|the) .{0,40}newsletter)/i;
const ERROR =
  /^an error has occurred\b|^an unhandled (?:exception|error) has occurred\b|\bsee browser dev tools for details\b|^this application may no longer respond/i;

/** Longest line that a label's list may hold, and most lines of such a list. */
const LABELLED = 80;
const MOST_TOPICS = 8;
/** A shorter line said twice may be meant ("No." "No."). */
const LEAST_REPEATED = 20;
/** Only a text made for it needs more rounds. */
const MOST_ROUNDS = 100;

/** What furniture tells of the document. */
export interface FurnitureFound {
  /** Line → reason. */
  reasons: Map<number, string>;
  series: number[];
  topics: number[];
}

/**
 * Find the lines of a page that are not the document. Decided again on what is left until nothing more is found, so
 * that a text without furniture has none found in it.
 */
export function findFurniture(lines: readonly SeenLine[]): FurnitureFound {
  const found: FurnitureFound = { reasons: new Map(), series: [], topics: [] };
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const kept = lines.map((_, i) => i).filter((i) => !found.reasons.has(i));
    const before = found.reasons.size;
    round(lines, kept, found);
    if (found.reasons.size === before) break;
  }
  return found;
}

function round(lines: readonly SeenLine[], kept: readonly number[], found: FurnitureFound): void {
  const text = (k: number): string => lines[kept[k] ?? -1]?.text ?? "";
  const drop = (k: number, why: string): void => {
    const i = kept[k];
    if (i !== undefined) found.reasons.set(i, why);
  };
  const dropped = (k: number): boolean => found.reasons.has(kept[k] ?? -1);
  const lastBody = kept.findLastIndex((i) => lines[i]?.body === true && !ERROR.test(lines[i].text));
  for (let k = 0; k < kept.length; k++) {
    if (dropped(k)) continue;
    const line = text(k);
    if (ERROR.test(line) && line.length < 400) drop(k, reason.error);
    else if (line.length > 200) continue;
    else if (SERIES.test(line) && text(k + 1).length <= LABELLED && k > lastBody) {
      drop(k, reason.seriesLabel);
      if (text(k + 1) !== "" && !TOPICS.test(text(k + 1))) {
        found.series.push(kept[k + 1]!);
        drop(k + 1, reason.series);
      }
    } else if (TOPICS.test(line) && k > lastBody) {
      drop(k, reason.topicsLabel);
      for (let t = k + 1; t < kept.length && t <= k + MOST_TOPICS; t++) {
        const topic = text(t);
        if (topic.length > LABELLED || /[.!?]$/.test(topic) || isLabel(topic)) break;
        found.topics.push(kept[t]!);
        drop(t, reason.topic);
      }
    } else if (
      CREDIT.test(line) &&
      line.length <= 160 &&
      (line === text(k + 1) || /\b(?:photo|image|credit)s?:/i.test(line))
    ) {
      drop(k, reason.caption);
      if (line === text(k + 1)) drop(k + 1, reason.caption);
    } else if (line === text(k + 1) && line.length >= LEAST_REPEATED) drop(k + 1, reason.repeated);
    else if (COMMENTS.test(line) && k > lastBody) drop(k, reason.comments);
    else if (SHARE.test(line)) drop(k, reason.share);
    else if (NAVIGATION.test(line)) drop(k, reason.navigation);
    else if (NOTICE.test(line)) drop(k, reason.notice);
  }
}

const isLabel = (line: string): boolean =>
  [SERIES, TOPICS, COMMENTS, SHARE, NAVIGATION, NOTICE, ERROR].some((pattern) => pattern.test(line));
