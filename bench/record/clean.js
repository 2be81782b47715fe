/*
 * Cleaning (decode, extract, repair, find gaps) and reading proposals from an article damaged as UTF-8 read as GBK and
 * with lost link texts, as plain text and as HTML, at 100 kB and 1 MB. Our own words.
 *
 *     npm run build && node bench/record/clean.js
 *
 * Peer: iconv-lite decoding the damaged text from GBK, the step that does the damage, and nothing else: no repair, no
 * extraction. It is the least that reading a document costs.
 */
import { clean, proposals, redamage } from "@parley/record";
import iconv from "iconv-lite";
import { article } from "../long-article.js";
import { summary } from "../made-case.js";

const html = (parts) => `<article>${parts.map((p) => `<p>${p}</p>`).join("\n")}</article>`;

const time = (runs, work) => {
  const times = [];
  let result;
  for (let run = 0; run < runs + 3; run++) {
    const start = performance.now();
    result = work();
    if (run >= 3) times.push(performance.now() - start);
  }
  return { ms: summary(times).median, result };
};

console.log(
  "document | repairs | gaps | clean ms | MB/s | proposals ms | iconv-lite ms | MB/s | clean to iconv-lite",
);
for (const size of [100_000, 1_000_000]) {
  const parts = article(size);
  const works = [
    ["plain, whole", parts.join("\n\n"), "text/plain"],
    ["plain, damaged", redamage(parts.join("\n\n")), "text/plain"],
    ["HTML, damaged", redamage(html(parts)), "text/html"],
  ];
  for (const [name, text, mediaType] of works) {
    const runs = size > 500_000 ? 5 : 20;
    const bytes = new TextEncoder().encode(text);
    const megabytes = bytes.length / 1e6;
    const cleaned = time(runs, () => clean(bytes, { mediaType }));
    const proposed = time(runs, () => proposals(cleaned.result));
    const asGbk = iconv.encode(text, "gbk");
    const peer = time(runs, () => iconv.decode(asGbk, "gbk"));
    const speed = (ms) => ((megabytes / ms) * 1000).toFixed(1);
    console.log(
      [
        `${name}, ${megabytes.toFixed(2)} MB`,
        cleaned.result.ops.length,
        cleaned.result.gaps.length,
        cleaned.ms.toFixed(1),
        speed(cleaned.ms),
        proposed.ms.toFixed(1),
        peer.ms.toFixed(1),
        speed(peer.ms),
        `${(cleaned.ms / peer.ms).toFixed(0)}×`,
      ].join(" | "),
    );
  }
}
