/*
 * The board of disputes at size: 5,000 claims on 10 issues, of which one in five, or every one, was spoken of by three
 * of 40 speakers. Medians of seven rounds, on a fresh case each (nothing is kept from the round before).
 *
 *     npm run build && node bench/case/disputes.js
 */
import { Case, contradictions, disputeOver, disputes } from "@parley/case";
import { madeCase } from "../made-case.js";

const ROUNDS = 7;
const CLAIMS = 5000;
const STANCES = ["asserts", "denies", "doubts", "reports", "unknown"];
const { objects } = madeCase({ documents: 200, claims: CLAIMS, parties: 40, issues: 60 });
let state = 7;
const next = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state >>> 8) % below;
};
const day = (n) => {
  const on = new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
  return { earliest: on, latest: on, precision: "day" };
};
/** A case in which one in `each` claims was spoken of by three. */
const made = (each) =>
  objects.map((object, i) =>
    object.kind !== "claim"
      ? object
      : {
          ...object,
          review: { state: "accepted" },
          says: Array.from({ length: 12 }, () => `word${next(3000)}`).join(" "),
          polarity: next(3) === 0 ? "no" : "yes",
          ...((i >> 1) % each !== 0
            ? {}
            : {
                attestations: Array.from({ length: 3 }, () => ({
                  actor: `party${next(40)}`,
                  stance: STANCES[next(STANCES.length)],
                  when: day(next(500)),
                  basis: object.basis,
                })),
              }),
        },
  );

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const rows = [];
for (const each of [5, 1]) {
  const all = made(each);
  const time = (work, run) => {
    const times = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const held = new Case(all);
      const start = performance.now();
      found = run(held);
      times.push(performance.now() - start);
    }
    const [mid, most] = [median(times), Math.max(...times)].map((ms) => ms.toFixed(1));
    rows.push({ "spoken of": `1 in ${each}`, work, "median ms": mid, "most ms": most, found });
  };
  time("all disputes", (held) => disputes(held, { said: "2026-06-22" }).length);
  time(
    "the same, as known on a day",
    (held) => disputes(held, { said: "2025-09-01", known: "2025-09-01" }).length,
  );
  time("all contradictions", (held) => contradictions(held, { said: "2026-06-22" }).length);
  const claim = all.find((object) => object.attestations !== undefined);
  time(
    "one board, one step of the slider",
    (held) => disputeOver(held, claim, { said: "2025-05-01" }).voices.length,
  );
}
console.table(rows);
