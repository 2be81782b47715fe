import { RecordError } from "./errors.ts";

/* All that this package says to a user: errors first, then the reasons that stand beside repairs, gaps and proposals. */

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, " ");

export const tooLarge = (unit: "bytes" | "characters", value: number, limit: number): RecordError =>
  new RecordError(
    "too-large",
    `The document has ${grouped(value)} ${unit}; at most ${grouped(limit)} are read. Cut it into parts and add each.`,
  );
export const tooDeep = (limit: number): RecordError =>
  new RecordError(
    "too-deep",
    `The page nests elements deeper than ${grouped(limit)} levels. Save its text as a plain text file and add that.`,
  );
export const tooManyElements = (limit: number): RecordError =>
  new RecordError(
    "too-many-elements",
    `The page has more than ${grouped(limit)} elements. Save its text as a plain text file and add that.`,
  );
export const tooSlow = (limit: number): RecordError =>
  new RecordError(
    "too-slow",
    `Reading the document took longer than ${grouped(limit / 1000)} seconds. Cut it into parts and add each.`,
  );
export const tooManyRepairs = (limit: number): RecordError =>
  new RecordError(
    "too-damaged",
    `The document has more than ${grouped(limit)} damaged places. Read it with another encoding, or find a better copy.`,
  );
export const unsupportedMediaType = (mediaType: string): RecordError =>
  new RecordError(
    "unsupported-media-type",
    `"${mediaType}" cannot be read yet: plain text, Markdown and HTML can. Copy the text into a .txt file and add that.`,
  );
export const unknownCharset = (charset: string): RecordError =>
  new RecordError(
    "unknown-charset",
    `"${charset}" is not an encoding known here: name another (for example utf-8, windows-1251, gb18030), or leave it out.`,
  );
export const unknownRepair = (id: string, last: number): RecordError =>
  new RecordError(
    "unknown-repair",
    last === 0
      ? `There is no repair "${id}": this document has none.`
      : `There is no repair "${id}": this document has r1 to r${last}.`,
  );
export const noCandidate = (id: string, index: number, count: number): RecordError =>
  new RecordError(
    "no-candidate",
    `Repair "${id}" has no candidate ${index}: it has ${count}, counted from 0.`,
  );
export const badReplacement = (id: string, limit: number): RecordError =>
  new RecordError(
    "bad-replacement",
    `The replacement for "${id}" must be one line of at most ${grouped(limit)} characters.`,
  );
export const unknownFurniture = (index: number, count: number): RecordError =>
  new RecordError(
    "unknown-furniture",
    `There is no piece of page furniture ${index}: this document has ${count}, counted from 0.`,
  );
export const notCleanedHere = (): RecordError =>
  new RecordError(
    "not-cleaned-here",
    "Decisions need a document that clean() has returned: clean the raw bytes again, then apply them.",
  );
export const badPassage = (what: string): RecordError =>
  new RecordError("bad-passage", `The passage cannot be looked for: ${what}.`);

export const repairReason = {
  A: (to: string): string =>
    `UTF-8 read as GBK: the bytes spell ${nameOf(to)}, and damaging that again gives the same characters`,
  B: (best: string, why: string): string =>
    `UTF-8 read as GBK, the last byte lost: several characters are possible, ${nameOf(best)} first because ${why}`,
  openQuote: "a quotation is open in this paragraph",
  blanks: "it stands alone between blanks",
  afterLetter: "it follows a letter and no quotation is open",
  beforeLetter: "a letter follows, and few characters lose their byte before one",
  otherwise: "nothing speaks for another",
  C: "UTF-8 read as GBK: an opening and a closing quotation mark with nothing between them",
  D: (word: string): string =>
    `each character stands for the Latin letter of its code's second byte, and "${word}" is a name of this record`,
  E: "characters of another script that no rule of repair explains",
  L: "reads as UTF-8 taken for a Latin encoding",
} as const;

/** Why a repair of damage by a decoder other than GBK is made or offered. */
export function readerReason(reader: string, of: "A" | "B" | "L", to: string): string {
  if (of === "A")
    return `UTF-8 read as ${reader}: the bytes spell ${nameOf(to)}, and damaging that again gives the same characters`;
  if (of === "B")
    return `UTF-8 read as ${reader}, a byte lost: what is offered damages to the same characters`;
  return `reads as UTF-8 taken for ${reader}: damaging it again gives the same characters`;
}

/** A character in words and code, for reasons. */
function nameOf(text: string): string {
  const first = text.codePointAt(0) ?? 0;
  return first === 0xa0
    ? "a no-break space"
    : `"${text}" (U+${first.toString(16).toUpperCase().padStart(4, "0")})`;
}

export const gapReason = {
  emptyQuotation: "quotation marks with nothing between them: the quoted words are missing",
  replacedTwice: "the same foreign characters stand in several places where a name is expected",
  replacedAfter: (word: string): string =>
    `foreign characters stand after "${word}", where a name is expected`,
  unreadable: "bytes that are not text in the document's encoding",
  emptyLink: "a link of the page has no words",
  firstPublisher: "the name of the first publisher is missing",
} as const;

export const furnitureReason = {
  caption: "the caption or credit of a picture",
  repeated: "the same line again",
  seriesLabel: "the page's note on a series",
  series: "the name of the series",
  topicsLabel: "the page's list of topics",
  topic: "a topic of the page's list",
  error: "an error banner of the page",
  comments: "the page's comment box",
  share: "buttons for sharing or following",
  navigation: "navigation of the page",
  notice: "a notice of the page",
  outside: "stands outside the article on the page",
} as const;

export const proposalReason = {
  term: (words: number): string =>
    `${words === 1 ? "one word" : `${words} words`} in quotation marks: a term, not a statement`,
  noCue: "words in quotation marks, without a verb of saying beside them",
  cue: (cue: string, who: string | undefined): string =>
    who === undefined
      ? `quotation marks beside "${cue}"; who says it is not named there`
      : `quotation marks beside "${cue}", with "${who}" as its subject`,
  hidden: (reason: string): string =>
    `${reason}; words are missing there, so whether for or against is unknown`,
  unnamed: (who: string): string => `a source without a name: "${who}"`,
  indirect: (cue: string, who: string | undefined): string =>
    who === undefined
      ? `"${cue}" reports what somebody said; who is not named there`
      : `"${cue}", with "${who}" as its subject, reports what was said in the reporter's words`,
  date: "a day is named in full",
  dateNoYear: "day and month are named; the year is the one nearest to the date of publication",
  dateWeekdayWrong: "a day is named in full, and the weekday beside it is not its own: see which is meant",
  period: "a stretch of time is named",
  season: "a season is named: its months in the northern half of the world",
  fromPublished: (day: string): string =>
    `a stretch of time is named relative to the date of publication, ${day}`,
  notComputed: "a time is named relative to a date that the text does not give",
  quantity: (unit: string): string => `a number with its unit: ${unit}`,
  quantityDown: (unit: string, word: string): string =>
    `a number with its unit (${unit}); "${word}" makes it a decrease`,
  actor: (count: number): string =>
    `a name with a capital letter that no actor of the case has, ${count === 1 ? "once" : `${count} times`}`,
  actorOffice: (office: string): string => `; "${office}" stands before it`,
  place: "a place of the case's list",
  placeGuess: (word: string): string => `a name with a capital letter after "${word}"`,
  event: (cue: string): string => `"${cue}" tells of an event`,
  commitment: (cue: string): string => `"${cue}" undertakes something`,
  precondition: (cue: string): string => `"${cue}" makes one thing wait for another`,
  redLine: (cue: string): string => `"${cue}" says what will not be done or accepted`,
  demand: (cue: string, about: string): string => `"${cue}" says what ${about} should do`,
  endorsement: (cue: string): string => `"${cue}" supports what another says`,
  pressure: (cue: string): string => `"${cue}" says who presses on whom`,
  issue: (word: string, count: number): string =>
    `"${word}" ${count === 1 ? "names it" : `and like words name it ${count} times`}`,
  conditional: "one thing is said to follow if another holds; how sure it is stays as the source says it",
  authorForecast: "the author speaks, with words that say how sure",
  candidate: (names: readonly string[]): string =>
    `by grammar ${names[0] ?? "nobody"} is meant${names.length > 1 ? `, else ${names.slice(1).join(" or ")}` : ""}`,
  surprise: "something is said to have come as a surprise",
  lostVerb: "the verb of the sentence is missing: what was said about the rest is unknown",
} as const;

export const wrongWeekday = (words: string, day: string): string =>
  `"${words}": ${day} was a ${new Date(`${day}T00:00:00Z`).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" })}.`;
export const notInOffice = (name: string, title: string, when: "before" | "after", day: string): string =>
  when === "before"
    ? `${name} is called ${title} here; the case has that office from ${day} on, after this source was published.`
    : `${name} is called ${title} here; the case has that office until ${day}, before this source was published.`;
export const numbersDiffer = (a: string, b: string): string =>
  `"${a}" and "${b}" stand in two documents of what seems to be the same thing.`;
export const quotationsDiffer =
  "The same utterance seems to be quoted in other words: one is shortened, translated or changed.";
export const copyElsewhere = (host: string, publisher: string): string =>
  `This copy was found at ${host}, not at its publisher, ${publisher}: it may be a mirror, or pose as the publisher.`;
export const nameOverwritten =
  "The name of an organisation is written over by foreign text: look up where this copy comes from, and whose words these were.";
export const firstPublisherLost =
  "Who published this first is not known: the words that told it are missing.";
export const circular = (n: number): string =>
  n === 1
    ? "This source is said to go back to itself."
    : `These ${n} sources go back to each other in a circle: none of them is a beginning.`;
