/*
 * Mutated documents through decode, extract and repair, looking for a crash, a hang or a broken map between raw and
 * clean characters. The seeds are our own, in every encoding the readers know; bytes are flipped, cut, doubled,
 * spliced between seeds and sown with what parsers stumble over. A worker a core.
 *
 *     npm run build && node bench/record/fuzz.js [--documents 1000000] [--seed 1] [--threads 2]
 *
 * Ends with 1 at the first document that breaks, printed in base64 with its seed.
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { clean, RecordError } from "@parley/record";
import iconv from "iconv-lite";

const TEXTS = [
  "The gates stay shut\n\nThe envoy said “no gate opens without us” – twice… Ukraine’s offer stands.\n",
  "Делегация сказала: «мир», — и вышла. Їжак, Ђорђе.\n",
  "平和は『約束』された。代表団は「いいえ」と言った。\n",
  "대표단은 “아니오”라고 말했다. 모스크바는 답하지 않았다.\n",
  "代表團說「不」。莫斯科沒有回答。\n",
  "Ukraine鈥檚 “spirit鈥 and the 鈥溾 of it. 惭辞蝉肠辞飞 Ukraine窶冱 cafÃ© вЂњnoвЂќ ÔÇÖ 셲\n",
  "قال المبعوث «لا» مرتين. Größe, naïve, São Tomé.\n",
];
const ENCODINGS =
  "utf8 utf16le utf16be win1251 win1252 win1250 koi8-r big5 shift_jis euc-kr gbk macroman cp437 cp850".split(
    " ",
  );
const PIECES = [
  "<p>",
  "</p>",
  "<script>alert(1)</script>",
  "<a href='javascript:x'></a>",
  "<!--",
  "]]>",
  "&#x1f600;",
  "&#0;",
  "&amp",
  "<table><tr><td>",
  "<meta charset=koi8-r>",
  "\u0000",
  "\r",
  "\u2028",
  "\ufeff",
  "鈥",
  "聽",
  "Comments\n",
  "# ",
  "> ",
].map((piece) => new TextEncoder().encode(piece));
const TYPES = [undefined, "text/plain", "text/html", "text/markdown"];
/** Slower than this for a document of some hundred bytes is a hang. */
const HANG_MS = 5_000;

/** xorshift32: small, seeded, good enough to choose bytes. */
function generator(seed) {
  let x = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  return (n) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x % n;
  };
}

function seeds() {
  const all = [];
  for (const text of TEXTS) {
    for (const encoding of ENCODINGS) {
      all.push(new Uint8Array(iconv.encode(text, encoding)));
      all.push(
        new Uint8Array(iconv.encode(`<article><h1>A</h1><p>${text}</p><ul><li>b</ul></article>`, encoding)),
      );
      all.push(new TextEncoder().encode(iconv.decode(Buffer.from(text, "utf8"), encoding)));
    }
  }
  return all;
}

function mutate(corpus, pick) {
  let bytes = [...corpus[pick(corpus.length)]];
  for (let n = pick(8); n >= 0; n--) {
    const at = pick(bytes.length + 1);
    const kind = pick(7);
    if (kind === 0) bytes[Math.min(at, Math.max(0, bytes.length - 1))] = pick(256);
    else if (kind === 1) bytes.splice(at, 1 + pick(8));
    else if (kind === 2) bytes.splice(at, 0, ...bytes.slice(at, at + pick(40)));
    else if (kind === 3) bytes.splice(at, 0, ...PIECES[pick(PIECES.length)]);
    else if (kind === 4) bytes.splice(at, 0, pick(256), pick(256));
    else if (kind === 5) {
      const other = corpus[pick(corpus.length)];
      bytes = [...bytes.slice(0, at), ...other.slice(pick(other.length))];
    } else bytes[Math.min(at, Math.max(0, bytes.length - 1))] ^= 1 << pick(8);
    if (bytes.length > 1_500) bytes.length = 1_500;
  }
  return Uint8Array.from(bytes);
}

/** What is wrong with a document, or nothing. */
function broken({ raw, text, map, ops, blocks, gaps, furniture }) {
  const s = map.segments;
  let t = 0;
  let r = 0;
  for (let i = 0; i < s.length; i += 5) {
    if (s[i] !== t || s[i + 2] !== r) return `hole in the map at ${t}, ${r}`;
    t = s[i + 1];
    r = s[i + 3];
    if (s[i + 4] === 1 && text.slice(s[i], t) !== raw.slice(s[i + 2], r)) return `not a copy at ${t}`;
  }
  if (t !== text.length || r !== raw.length) return "the map ends early";
  for (let at = 0; at < text.length; at += 7) {
    const [from, to] = map.toClean(map.toRaw([at, at + 1]));
    if (from > at || to < at + 1) return `character ${at} does not lead back`;
  }
  for (const { range } of [...ops, ...blocks, ...gaps])
    if (!(range[0] >= 0 && range[0] <= range[1] && range[1] <= text.length))
      return "a range outside the text";
  for (const op of ops) {
    if (op.raw[0] >= op.raw[1]) return `repair ${op.id} of nothing`;
    if (op.applied && op.range[0] < op.range[1] && !text.slice(...op.range).includes(op.to))
      return `repair ${op.id} is not where it says`;
  }
  for (const piece of furniture) if (piece.raw[0] >= piece.raw[1]) return "furniture of nothing";
  return undefined;
}

function run(documents, seed, report) {
  const pick = generator(seed);
  const corpus = seeds();
  const totals = { documents: 0, refused: 0, ops: 0, slowest: 0 };
  for (let i = 0; i < documents; i++) {
    const bytes = mutate(corpus, pick);
    const mediaType = TYPES[pick(TYPES.length)];
    const start = performance.now();
    let wrong;
    try {
      const document = clean(bytes, mediaType === undefined ? {} : { mediaType });
      wrong = broken(document);
      totals.ops += document.ops.length;
    } catch (error) {
      if (error instanceof RecordError) totals.refused += 1;
      else wrong = error.stack;
    }
    const ms = performance.now() - start;
    totals.slowest = Math.max(totals.slowest, ms);
    if (ms > HANG_MS) wrong = `${ms.toFixed(0)} ms`;
    totals.documents += 1;
    if (wrong !== undefined)
      return { ...totals, wrong, mediaType, seed, bytes: Buffer.from(bytes).toString("base64") };
    if (i % 10_000 === 9_999) report(i + 1);
  }
  return totals;
}

if (isMainThread) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const documents = option("--documents", 1_000_000);
  const seed = option("--seed", 1);
  const threads = option("--threads", 2);
  const started = performance.now();
  const results = await Promise.all(
    Array.from(
      { length: threads },
      (_, i) =>
        new Promise((resolve, reject) => {
          const share = Math.floor(documents / threads) + (i < documents % threads ? 1 : 0);
          const worker = new Worker(new URL(import.meta.url), { workerData: { share, seed: seed + i } });
          worker.on("message", (message) => {
            if (message.done === undefined) process.stderr.write(`thread ${i}: ${message}\n`);
            else resolve(message.done);
          });
          worker.on("error", reject);
        }),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(
    `seed ${seed}, ${threads} threads: ${sum("documents")} documents, ${sum("ops")} repairs and flags, ${sum("refused")} refused, slowest ${Math.max(...results.map((r) => r.slowest)).toFixed(0)} ms, ${(sum("documents") / seconds).toFixed(0)} documents/s, ${seconds.toFixed(0)} s`,
  );
  for (const result of results.filter((r) => r.wrong !== undefined)) {
    console.log(result);
    process.exitCode = 1;
  }
} else {
  parentPort.postMessage({ done: run(workerData.share, workerData.seed, (n) => parentPort.postMessage(n)) });
}
