import type { CaseObject, Furniture, RepairOp, TextBlock, TextVersion } from "@parley/case";

/** An invented dispute over a dam, for work on the screens alone. Nothing in it is about real people. */

interface Built {
  raw: string;
  text: TextVersion;
  passages: CaseObject[];
  gaps: CaseObject[];
}

/**
 * Build a text from marked paragraphs: `[r:A|from|to]` a repair (`B`, `C`, `D` wait; `E` is flagged), `[gap:type]` a
 * gap, `{id|words}` a passage, a line that starts with `!` is left out.
 */
function build(source: string, lines: readonly string[]): Built {
  let raw = "";
  let text = "";
  const ops: RepairOp[] = [];
  const furniture: Furniture[] = [];
  const blocks: TextBlock[] = [];
  const map: number[] = [];
  const passages: CaseObject[] = [];
  const gaps: CaseObject[] = [];
  let number = 0;
  const copy = (words: string): void => {
    if (words === "") return;
    map.push(text.length, text.length + words.length, raw.length, raw.length + words.length, 1);
    text += words;
    raw += words;
  };
  for (const [i, line] of lines.entries()) {
    if (line.startsWith("!")) {
      const words = line.slice(1);
      furniture.push({
        raw: [raw.length, raw.length + words.length],
        reason: words.length > 40 ? "caption said twice" : "navigation",
        text: words,
      });
      raw += `${words}\n\n`;
      continue;
    }
    const type = i === 0 ? "title" : line.startsWith("# ") ? "heading" : "paragraph";
    const start = text.length;
    const open: { id: string; at: number }[] = [];
    for (const token of line.replace(/^# /, "").split(/(\[[^\]]*\]|\{[\p{L}\d-]+\||\})/u)) {
      const repair = /^\[r:(\w)\|(.*)\|(.*)\]$/.exec(token);
      const gap = /^\[gap:(.*)\]$/.exec(token);
      const passage = /^\{(.*)\|$/.exec(token);
      if (repair !== null) {
        const [, cls = "A", from = "", to = ""] = repair;
        const applied = cls === "A";
        const put = applied ? to : from;
        map.push(
          text.length,
          text.length + put.length,
          raw.length,
          raw.length + from.length,
          applied ? 0 : 1,
        );
        ops.push({
          id: `r${ops.length + 1}`,
          class: cls as RepairOp["class"],
          from,
          to,
          raw: [raw.length, raw.length + from.length],
          range: [text.length, text.length + put.length],
          confidence: 0.9,
          applied,
          reason: applied
            ? "The bytes read as UTF-8 give exactly this."
            : "The last byte is lost; this is what fits here.",
        });
        text += put;
        raw += from;
      } else if (gap !== null) {
        gaps.push({
          kind: "gap",
          id: `${source}-gap${gaps.length + 1}`,
          source,
          type: gap[1] as "lost-link",
          range: [text.length, text.length],
          context: `${text.slice(-30)} ▯`,
          review: { state: gaps.length === 0 ? "accepted" : "proposed" },
        });
      } else if (passage !== null) open.push({ id: passage[1] ?? "", at: text.length });
      else if (token === "}") {
        const p = open.pop();
        if (p !== undefined)
          passages.push({
            kind: "passage",
            id: p.id,
            source,
            start: p.at,
            end: text.length,
            exact: "",
            prefix: "",
            suffix: "",
          });
      } else copy(token);
    }
    blocks.push({ range: [start, text.length], type, ...(type === "paragraph" ? { number: ++number } : {}) });
    copy("\n\n");
  }
  for (const p of passages) {
    if (p.kind !== "passage") continue;
    p.exact = text.slice(p.start, p.end);
    p.prefix = text.slice(Math.max(0, p.start - 32), p.start);
    p.suffix = text.slice(p.end, p.end + 32);
  }
  return {
    raw,
    passages,
    gaps,
    text: {
      kind: "text",
      id: `${source}-text`,
      source,
      text,
      ops,
      furniture,
      blocks,
      map,
      rawLength: raw.length,
    },
  };
}

const gazette = build("gazette", [
  "Talks on the Arvel dam stall over who opens the gates",
  "!Home · Valley · Uplands · Weather · Subscribe",
  "Delegations from the Lowlands and the Uplands left the River House on Friday without a joint statement, after four days spent on a single question: who decides when the gates of the Arvel dam are opened.",
  "[r:A|鈥淣|“N]o gate opens without both sides at the table,[r:A|鈥|”] said the Lowlands[r:A|鈥檚|’s] water minister, Ilse Maren. {p1|“No gate opens without us, this summer or any summer,”} she told reporters, calling it a condition that would not change.",
  "The Uplands delegation gave a different account. Its head, Oren Tal, said that {p2|the gates stand on Uplands ground and are opened by Uplands engineers alone}, though he added that a summer level could be discussed [gap:lost-link] once the Lowlands lift the toll on the valley road.",
  "!The Arvel dam seen from the valley road in May. The Arvel dam seen from the valley road in May.",
  "# An understanding that may not exist",
  "Both sides speak of an understanding reached in May. {p3|Tal, for that matter, [gap:lost-link] that any summer level was agreed}, and no text has been published. Maren said the level had been settled at forty centimetres [r:B|鈥| –] a figure that the River Bank, which financed the dam, would not confirm.",
  "A person close to the mediators from [r:E|糖心网页版|] said that {p4|the Uplands will not meet again until the level is agreed}, while {p5|the Lowlands refuse to discuss any level before the next meeting is fixed}. [r:C|鈥溾|“”][gap:lost-quotation] the person added.",
  "Farmers below the dam have begun to plant later. {p6|Rice sown after mid-May loses about 14.3 per cent of its yield}, according to the valley’s farm office.",
  "مجلس النهر يقول إن المحادثات ستستأنف في يونيو إذا اتفق الطرفان على موعد. {p7|لن تُفتح البوابات قبل الاتفاق}، كما قال متحدث باسم المجلس.",
]);
const bulletin = build("bulletin", [
  "River Bank repeats its offer of a third-party gatekeeper",
  "The River Bank said on Tuesday that {q1|its engineers could run the gates for three seasons} under a mandate from both governments. It has made the offer twice before.",
  "The Uplands foreign office replied within hours. {q2|“There was no understanding in May and there is none now,”} its spokesman said. The Lowlands did not reply.",
  "{q3|Talks have now run for 212 days}, longer than any earlier round on the Arvel.",
]);

const assumption = {
  assumption: { by: "RK", on: "2026-05-10", why: "no public figure; judged from two earlier rounds" },
};
const waits = (reason: string) => ({
  review: { state: "proposed" as const },
  createdBy: { type: "rule" as const, name: "direct-speech", version: "1", reason, confidence: 0.8 },
});

export const raws: Record<string, string> = { gazette: gazette.raw, bulletin: bulletin.raw };

export const objects: CaseObject[] = [
  { kind: "case", id: "case", title: "Two towns and a dam", asOf: "2026-06-22" },
  { kind: "actor", id: "lowlands", name: "Lowlands", type: "state", party: true },
  { kind: "actor", id: "uplands", name: "Uplands", type: "state", party: true },
  { kind: "actor", id: "maren", name: "Ilse Maren", type: "person", spokespersonFor: ["lowlands"] },
  { kind: "actor", id: "tal", name: "Oren Tal", type: "person", spokespersonFor: ["uplands"] },
  { kind: "actor", id: "bank", name: "River Bank", type: "body" },
  {
    kind: "issue",
    id: "gates",
    name: "Who opens the gates",
    options: { alone: "Uplands alone", joint: "a joint board", third: "the River Bank" },
  },
  { kind: "issue", id: "level", name: "Summer level", scale: [0, 100], unit: "cm" },
  {
    kind: "source",
    id: "gazette",
    title: "Talks on the Arvel dam stall over who opens the gates",
    sha256: "0".repeat(64),
    file: "gazette.html",
    publisher: "Valley Gazette",
    host: "uplands-reader.example",
    published: { earliest: "2026-05-04", latest: "2026-05-04", precision: "day" },
    language: "en",
    reliability: "B",
    credibility: "2",
  },
  {
    kind: "source",
    id: "bulletin",
    title: "River Bank repeats its offer of a third-party gatekeeper",
    sha256: "1".repeat(64),
    file: "bulletin.txt",
  },
  gazette.text,
  bulletin.text,
  ...gazette.gaps,
  ...bulletin.gaps,
  ...gazette.passages,
  ...bulletin.passages,
  {
    kind: "statement",
    id: "st1",
    passage: "p1",
    mode: "direct",
    speaker: "maren",
    cue: "told",
    ...waits("quotation marks, and “she told” beside a name"),
  },
  { kind: "statement", id: "st2", passage: "q2", mode: "direct", speakerText: "its spokesman" },
  {
    kind: "claim",
    id: "c1",
    says: "No gate of the Arvel dam may open without the Lowlands' consent.",
    by: "maren",
    act: "demands",
    issue: "gates",
    polarity: "yes",
    statements: ["st1"],
    ...waits("quotation marks, and “she told” beside a name"),
  },
  {
    kind: "claim",
    id: "c2",
    says: "The gates are opened by Uplands engineers alone.",
    by: "tal",
    act: "asserts",
    issue: "gates",
    polarity: "yes",
    basis: { passages: ["p2"] },
    ...waits("“said that” with a person the case knows"),
  },
  {
    kind: "claim",
    id: "c3",
    says: "A summer level was agreed in May.",
    by: "tal",
    act: "unknown",
    issue: "level",
    polarity: "unknown",
    gaps: ["gazette-gap2"],
    basis: { passages: ["p3"] },
    attestations: [
      { actor: "lowlands", stance: "asserts", basis: { passages: ["p3"] } },
      { actor: "uplands", stance: "denies", basis: { passages: ["q2"] } },
    ],
  },
  {
    kind: "claim",
    id: "c4",
    says: "The Uplands will not meet again until the level is agreed.",
    by: "uplands",
    act: "demands",
    issue: "level",
    polarity: "yes",
    basis: { passages: ["p4"] },
  },
  {
    kind: "claim",
    id: "c5",
    says: "The Lowlands discuss no level before the next meeting is fixed.",
    by: "lowlands",
    act: "demands",
    issue: "level",
    polarity: "yes",
    basis: { passages: ["p5"] },
    level: "mediator",
  },
  {
    kind: "claim",
    id: "c6",
    says: "Rice sown after mid-May loses about 14 per cent of its yield.",
    act: "assesses",
    polarity: "yes",
    basis: { passages: ["p6"] },
    ...waits("a quantity with its unit"),
  },
  {
    kind: "claim",
    id: "c7",
    says: "The gates stay closed before an agreement.",
    by: "bank",
    act: "asserts",
    polarity: "yes",
    basis: { passages: ["p7"] },
    ...waits("“قال” beside a body"),
  },
  {
    kind: "claim",
    id: "c8",
    says: "The River Bank could run the gates for three seasons.",
    by: "bank",
    act: "offers",
    issue: "gates",
    polarity: "yes",
    basis: { passages: ["q1"] },
  },
  {
    kind: "claim",
    id: "c9",
    says: "Both parties need the harvest more than the toll.",
    act: "assesses",
    polarity: "yes",
    basis: assumption,
  },
  {
    kind: "position",
    id: "low-gates",
    of: "lowlands",
    issue: "gates",
    wants: "joint",
    rejects: ["alone"],
    firmness: "red line",
    salience: { low: 0.7, mode: 0.8, high: 0.9 },
    standing: "stated",
    basis: { claims: ["c1"] },
  },
  {
    kind: "position",
    id: "up-gates",
    of: "uplands",
    issue: "gates",
    wants: "alone",
    firmness: "preference",
    salience: { low: 0.3, high: 0.6 },
    standing: "reported",
    basis: { claims: ["c2"] },
  },
  {
    kind: "precondition",
    id: "pre-up",
    holder: "uplands",
    needs: "level agreed",
    for: "next meeting",
    type: "necessary",
    status: "open",
    standing: "reported",
    claims: ["c4"],
  },
  {
    kind: "precondition",
    id: "pre-low",
    holder: "lowlands",
    needs: "next meeting",
    for: "level agreed",
    type: "necessary",
    status: "open",
    standing: "inferred",
    claims: ["c5"],
  },
  {
    kind: "valuation",
    id: "val-low",
    party: "lowlands",
    weights: { gates: { low: 0.5, high: 0.8 }, level: { low: 0.2, high: 0.5 } },
    values: {},
    noDeal: { low: 0.2, high: 0.35 },
    basis: assumption,
  },
  {
    kind: "brief",
    id: "brief",
    title: "Where the Arvel talks stand",
    sections: [
      {
        title: "What is said",
        sentences: [
          { text: "The Lowlands demand a say in every opening of the gates.", on: ["claim:c1"] },
          {
            text: "Whether a summer level was agreed in May is disputed: the Lowlands say so, the Uplands deny it, and the sentence that would tell is damaged.",
            on: ["claim:c3"],
          },
          { text: "The River Bank offers to run the gates for 3 seasons.", on: ["claim:c8"] },
        ],
      },
      {
        title: "What follows",
        sentences: [
          { text: "Two preconditions wait for each other in a circle.", on: ["result:deadlocks"] },
          { text: "A deal would be worth more than 0.5 to both.", on: [] },
        ],
      },
    ],
  },
];

export const results = [
  {
    ref: "result:deadlocks" as const,
    type: "deadlocks" as const,
    title: "Which preconditions wait for each other?",
    method: "elementary circuits (Johnson 1975)",
    inputs: ["precondition:pre-up" as const, "precondition:pre-low" as const],
    status: "proved" as const,
    level: "team" as const,
    value: { circuits: 1 },
    sentences: [
      {
        text: "“level agreed” and “next meeting” wait for each other: Uplands will not meet before the first, Lowlands will not discuss it before the second.",
        on: ["precondition:pre-up" as const, "precondition:pre-low" as const],
      },
    ],
  },
  {
    ref: "result:settlement" as const,
    type: "settlement" as const,
    title: "Which packages could everybody accept?",
    method: "exhaustive over options",
    inputs: ["valuation:val-low" as const, "position:low-gates" as const],
    status: "not computed" as const,
    level: "team" as const,
    value: null,
    sentences: [
      {
        text: "The value of no deal to the Uplands is not known, so no zone of agreement is computed.",
        on: ["valuation:val-low" as const],
      },
    ],
  },
];
