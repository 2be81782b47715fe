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
    `"${mediaType}" cannot be read: plain text, Markdown, HTML, saved web pages (.mhtml), PDF, .docx, e-mail (.eml) and archives (.zip) of these can. Save it as one of them, or copy its text into a .txt file, and add that.`,
  );
export const tooManyFiles = (value: number, limit: number): RecordError =>
  new RecordError(
    "too-many-files",
    `There are ${grouped(value)} files in it; at most ${grouped(limit)} are taken at once. Cut it into parts and add each.`,
  );
export const unpacksTooLarge = (limit: number): RecordError =>
  new RecordError(
    "too-large",
    `Unpacked it has more than ${grouped(limit)} bytes, the most that is unpacked. Take out what is needed and add that.`,
  );
export const packedOtherwise = (name: string): RecordError =>
  new RecordError(
    "damaged",
    `"${name}" is packed in a way that is not read here. Pack the archive again as plain ZIP.`,
  );
export const tooDeepMessage = (limit: number): RecordError =>
  new RecordError(
    "too-deep",
    `The message nests parts deeper than ${grouped(limit)} levels. Save the part that is needed, and add that.`,
  );
export const tooManyPages = (value: number, limit: number): RecordError =>
  new RecordError(
    "too-large",
    `The PDF has ${grouped(value)} pages; at most ${grouped(limit)} are read. Cut it into parts and add each.`,
  );

const KINDS = { archive: "archive", pdf: "PDF", docx: ".docx document", page: "saved web page" } as const;
type KindOfFile = keyof typeof KINDS;

export const damaged = (kind: KindOfFile, detail?: string): RecordError =>
  new RecordError(
    "damaged",
    `The ${KINDS[kind]} is damaged or cut off${detail ? ` (${detail})` : ""}. Open it in the program that made it, save it anew, and add that.`,
  );
export const locked = (kind: KindOfFile): RecordError =>
  new RecordError(
    "locked",
    `The ${KINDS[kind]} is locked with a password. Save a copy without one, and add that.`,
  );
export const noTextInPdf = (pages: number): RecordError =>
  new RecordError(
    "no-text",
    `The PDF has ${grouped(pages)} page${pages === 1 ? "" : "s"} and no text: the pages are pictures (a scan). Put a text layer in with a program for text recognition (OCR), check it, and add that.`,
  );
export const noTextInDocument = (kind: KindOfFile): RecordError =>
  new RecordError("no-text", `The ${KINDS[kind]} has no text in it.`);
export const pdfAtOnce = (): RecordError =>
  new RecordError(
    "unsupported-media-type",
    "A PDF that a text form names has no recorded text there. Take it into a case file with parley add; the case's export then carries its text.",
  );

const counted = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`;

/** What is said of a document whose raw characters are not the file's own. */
export const layerSaid = {
  pdf: (pages: number): string =>
    `Offsets count the characters of the PDF's text layer, ${counted(pages, "page", "pages")}, in the order in which the file draws them.`,
  hyphens: (n: number): string => `${counted(n, "word", "words")} parted at a line end joined.`,
  running: (n: number): string =>
    `${counted(n, "line", "lines")} repeated at the head or foot of pages left out.`,
  scanned: (pages: readonly number[]): string =>
    `No text on ${pages.length === 1 ? "page" : "pages"} ${pages.slice(0, 20).join(", ")}${pages.length > 20 ? " …" : ""}: pictures, or empty.`,
  docx: "Offsets count the characters of the document's text, footnotes and endnotes after it.",
  inserted: (n: number): string =>
    `${counted(n, "tracked insertion", "tracked insertions")} taken as if accepted.`,
  deleted: (n: number): string =>
    `${counted(n, "tracked deletion", "tracked deletions")} left out as if accepted.`,
  comments: (n: number): string => `${counted(n, "comment", "comments")} left out.`,
  hidden: (n: number): string => `${counted(n, "stretch", "stretches")} of hidden text left out.`,
  notes: (n: number): string =>
    `${counted(n, "footnote or endnote", "footnotes and endnotes")} after the text.`,
  message: (html: boolean): string =>
    `Offsets count the message's headers as shown, then its ${html ? "HTML" : "plain text"} part, decoded.`,
  otherPart: "The message carries its words a second time as HTML; the plain text was taken.",
  attachments: (names: readonly string[]): string =>
    `${counted(names.length, "attachment", "attachments")} not part of this text: ${names.slice(0, 20).join(", ")}${names.length > 20 ? " …" : ""}.`,
  savedPage: "Offsets count the characters of the saved page's HTML, decoded.",
  savedFrom: (url: string, date: string | undefined): string =>
    `Saved from ${url}${date === undefined ? "" : ` on ${date}`}, as the file says.`,
} as const;
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
  scanned: (page: number): string =>
    `page ${page} has no text: a picture, or empty; its words need text recognition (OCR)`,
  symbol: "a sign of a font of signs, whose meaning the file does not tell",
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
  running: "repeated at the head or foot of pages",
  messageHeader: "a header of the message",
  property: "a property of the file",
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
  fromEvent: (name: string, day: string): string =>
    `a stretch of time counted from an event the text tells of (${name}), on ${day}`,
  due: (reason: string, words: string, rule: string): string => `${reason}; due by "${words}": ${rule}`,
  notComputed: "a time is named relative to a date that the text does not give",
  quantity: (unit: string): string => `a number with its unit: ${unit}`,
  quantityDown: (unit: string, word: string): string =>
    `a number with its unit (${unit}); "${word}" makes it a decrease`,
  actor: (count: number): string =>
    `a name with a capital letter that no actor of the case has, ${count === 1 ? "once" : `${count} times`}`,
  actorOffice: (office: string): string => `; "${office}" stands before it`,
  place: "a place of the case's list",
  placeGuess: (word: string): string => `a name with a capital letter after "${word}"`,
  message: (cue: string): string => `what "${cue}" afterwards answers`,
  reply: (cue: string): string => `"${cue}" answers what was said before`,
  momentum: (cue: string, named: boolean): string =>
    `"${cue}" says which way things move${named ? "; who says so is not named there: those of the meeting told of before may be" : ""}`,
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
  level: (cue: string, which: string, own: boolean): string =>
    `"${cue}" says that it ${which === "rising" ? "rises" : which === "falling" ? "falls" : `is ${which}`}${own ? ", in the author's own voice" : ""}`,
  mistrust: (cue: string): string => `"${cue}", of the two sides named before it`,
  noEffect: (what: string): string =>
    `something is said to have changed little or nothing in "${what}": that can stand at the event as its effect`,
  foreseen: (cue: string): string => `"${cue}" says that it was to be expected`,
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
export const takesSides = (words: readonly string[], places: number): string =>
  `In its own voice this source judges as well as tells (${words.map((word) => `"${word}"`).join(", ")}; ${places} places). Note on the source where its author stands, so that it is seen beside what rests on it.`;
export const sameEvent = (
  a: string,
  b: string,
  why: {
    day: string | undefined;
    place: string | undefined;
    names: readonly string[];
    words: readonly string[];
  },
): string => {
  const shared = [
    ...(why.day === undefined ? [] : [`the same day (${why.day})`]),
    ...(why.place === undefined ? [] : [`the same place (${why.place})`]),
    ...(why.names.length === 0 ? [] : [`the same names (${why.names.slice(0, 4).join(", ")})`]),
    ...(why.words.length < 2 ? [] : [`shared words (${why.words.join(", ")})`]),
  ];
  return `"${a}" and "${b}" may be one event: ${shared.join("; ")}. Nothing told of their days or of who took part speaks against it.`;
};
export const circular = (n: number): string =>
  n === 1
    ? "This source is said to go back to itself."
    : `These ${n} sources go back to each other in a circle: none of them is a beginning.`;

export const notExchange = (format: string, expected: string): RecordError =>
  new RecordError(
    "not-exchange",
    `This is no ${format} file: it does not hold ${expected}. Say with which format it was written, or export it again.`,
  );
export const exchangeUnknown = (name: string): RecordError =>
  new RecordError(
    "not-exchange",
    `What "${name}" holds is not recognised. Taken are Web Annotation (JSON), REFI-QDA (.qdpx), CSV with a column "exact", RIS and CSL-JSON; say which it is.`,
  );
export const csvWithoutExact = (fields: readonly string[]): RecordError =>
  new RecordError(
    "not-exchange",
    `The table has no column "exact", the words of the document that a claim rests on. Its columns are: ${fields.slice(0, 20).join(", ") || "none"}.`,
  );
export const tooManyEntries = (value: number, limit: number): RecordError =>
  new RecordError(
    "too-many-elements",
    `There are ${grouped(value)} entries in it; at most ${grouped(limit)} are taken at once. Cut it into parts.`,
  );
