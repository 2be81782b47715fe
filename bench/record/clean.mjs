/**
 * Work: clean and read proposals from an article of about 100 kB, damaged as UTF-8 read as GBK and with lost link
 * texts, as plain text and as HTML. Our own words. Run: npm run build && node bench/record/clean.mjs
 */
import { clean, proposals, redamage } from "@parley/record";

const PARAGRAPHS = [
  "The upland board’s envoy said on Monday that “no gate opens without us”, and that the board’s answer of 4 May – the third in a row – would stand until the level is agreed.",
  "Observers note that the two sides have met four times, and that each meeting has ended with a statement that says less than the last. President Kell, for his part, insisted that the town’s offer was “serious and complete”.",
  "The former published an arguing that it made little sense to wait. The latter answered that the for the summer was not ready, and that they cannot even , at this stage, name a day.",
];

const article = (length) => {
  const parts = ["The gates stay shut", "By R. Kell, 4 May 2026"];
  for (let i = 0, size = 0; size < length; i++) {
    parts.push(`${PARAGRAPHS[i % PARAGRAPHS.length]} (${i})`);
    size += parts.at(-1).length;
  }
  return parts;
};

const bytesOf = (text) => new TextEncoder().encode(text);
const parts = article(100_000);
const works = {
  "plain, whole": bytesOf(parts.join("\n\n")),
  "plain, damaged": bytesOf(redamage(parts.join("\n\n"))),
  "HTML, damaged": bytesOf(redamage(`<article>${parts.map((p) => `<p>${p}</p>`).join("\n")}</article>`)),
};

for (const [name, bytes] of Object.entries(works)) {
  const options = { mediaType: name.startsWith("HTML") ? "text/html" : "text/plain" };
  const times = { clean: [], proposals: [] };
  let document;
  for (let round = 0; round < 25; round++) {
    let start = performance.now();
    document = clean(bytes, options);
    const cleaned = performance.now();
    proposals(document);
    const end = performance.now();
    if (round >= 5) {
      times.clean.push(cleaned - start);
      times.proposals.push(end - cleaned);
    }
    start = 0;
  }
  const median = (all) => all.sort((a, b) => a - b)[all.length >> 1].toFixed(1);
  console.log(
    `${name}: ${bytes.length} bytes, ${document.ops.length} repairs, ${document.gaps.length} gaps: clean ${median(times.clean)} ms, proposals ${median(times.proposals)} ms (median of 20)`,
  );
}
