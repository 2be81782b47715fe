/*
 * A made-up case of any size, the same at every run: documents with a text version and passages, claims that rest on
 * them, a few parties and issues. Not a benchmark itself.
 */
import { createHash } from "node:crypto";

const WORDS =
  "the upland board said that no gate opens before the summer level is agreed and the town waits for an answer to its offer of a joint watch on the dam while the river bank would pay for repairs once both have signed".split(
    " ",
  );

/** @typedef {import("@parley/case").CaseObject} CaseObject */

/**
 * @param {{documents: number, claims: number, parties?: number, issues?: number, disputed?: boolean}} size claims are spread
 *   evenly over the documents, one passage each; with parties and issues, every party has a position on every issue;
 *   disputed: every tenth claim is contested, every twentieth touches a gap, and every tenth passage tells of an event
 * @returns {{objects: CaseObject[], blobs: Uint8Array[]}}
 */
export function madeCase({ documents, claims, parties, issues, disputed = false }) {
  let state = 1;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const sentence = (n) =>
    `Point ${n}: ${Array.from({ length: 14 }, () => WORDS[next(WORDS.length)]).join(" ")}.`;
  /** @type {CaseObject[]} */
  const objects = [];
  const blobs = [];
  for (const [id, name] of Object.entries({ uplands: "Uplands", lowlands: "Lowlands", bank: "River Bank" }))
    objects.push({ kind: "actor", id, name, type: "state", party: true });
  for (let i = 0; i < 10; i++)
    objects.push({ kind: "issue", id: `i${i}`, name: `Issue ${i}`, options: { a: "First", b: "Second" } });
  for (let p = 0; p < (parties ?? 0); p++) {
    objects.push({ kind: "actor", id: `party${p}`, name: `Party ${p}`, type: "state", party: true });
    for (let i = 0; i < (issues ?? 0); i++) {
      if (p === 0)
        objects.push({
          kind: "issue",
          id: `matter${i}`,
          name: `Matter ${i}`,
          options: { a: "First", b: "Second" },
        });
      objects.push({
        kind: "position",
        id: `party${p}-matter${i}`,
        of: `party${p}`,
        issue: `matter${i}`,
        wants: next(2) === 0 ? "a" : "b",
        firmness: "demand",
        standing: "assumed",
        basis: { assumption: { by: "RK", on: "2026-11-23" } },
      });
    }
  }
  const each = Math.ceil(claims / documents);
  for (let d = 0, n = 0; d < documents; d++) {
    const source = `s${d}`;
    /** @type {{start: number, exact: string}[]} */
    const places = [];
    let text = "";
    for (let k = 0; k < each; k++) {
      const exact = sentence(d * each + k);
      places.push({ start: text.length, exact });
      text += `${exact}\n\n`;
    }
    const bytes = new TextEncoder().encode(text);
    blobs.push(bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    objects.push(
      {
        kind: "source",
        id: source,
        sha256,
        title: `Document ${d}`,
        file: `${source}.txt`,
        mediaType: "text/plain",
      },
      {
        kind: "text",
        id: `${source}.text`,
        source,
        text,
        ops: [],
        furniture: [],
        blocks: places.map(({ start, exact }, k) => ({
          range: [start, start + exact.length],
          type: "paragraph",
          number: k + 1,
        })),
        map: [0, text.length, 0, text.length, 1],
        rawLength: text.length,
      },
    );
    for (const { start, exact } of places) {
      if (n >= claims) break;
      const end = start + exact.length;
      objects.push(
        {
          kind: "passage",
          id: `p${n}`,
          source,
          start,
          end,
          exact,
          prefix: text.slice(Math.max(0, start - 32), start),
          suffix: text.slice(end, end + 32),
        },
        {
          kind: "claim",
          id: `c${n}`,
          says: exact,
          by: next(2) === 0 ? "uplands" : "lowlands",
          act: "asserts",
          issue: `i${next(10)}`,
          polarity: "yes",
          basis: { passages: [`p${n}`] },
          createdBy: { type: "rule", name: "made", reason: "made for a benchmark" },
          review: { state: "proposed" },
        },
      );
      if (disputed && n % 20 === 0)
        objects.push({
          kind: "gap",
          id: `g${n}`,
          source,
          type: "lost-link",
          range: [start + 5, start + 5],
          context: exact.slice(0, 60),
        });
      if (disputed && n % 10 === 0) {
        const claim = objects.findLast((one) => one.kind === "claim");
        claim.attestations = [
          { actor: "uplands", stance: "asserts", when: dayAt(n) },
          { actor: "lowlands", stance: "denies", when: dayAt(n + 10), basis: { passages: [`p${n}`] } },
        ];
        if (n % 20 === 0) claim.gaps = [`g${n}`];
        objects.push({
          kind: "event",
          id: `e${n}`,
          title: `Event ${n}`,
          type: n % 50 === 0 ? "assault" : "consult",
          occurrence: n % 30 === 0 ? "planned" : "happened",
          when: dayAt(Math.floor(n / 3)),
          participants: [{ actor: "uplands" }],
          ...(n % 40 === 0 && n > 0 ? { replyTo: `e${n - 10}` } : {}),
          basis: { passages: [`p${n}`] },
        });
      }
      n++;
    }
  }
  return { objects, blobs };
}

/** @param {number} n days after the first of 2024 */
function dayAt(n) {
  const day = new Date(Date.UTC(2024, 0, 1 + (n % 900))).toISOString().slice(0, 10);
  return { earliest: day, latest: day, precision: "day" };
}

/** Median and largest of times in ms. @param {number[]} times */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}
