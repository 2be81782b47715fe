import type { BriefDocument, DocSentence, Footnote } from "./document.ts";
import { ANNEX, LEVEL_WORDS, STANDING_WORDS } from "./render-words.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as text. Marks that turn the direction of what follows are shown instead of obeyed. */
function asText(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (c) => ESCAPES[c] as string)
      .replace(
        /[\u202a-\u202e\u2066-\u2069]/g,
        (mark) => `&#xFFFD;<small>U+${(mark.codePointAt(0) as number).toString(16).toUpperCase()}</small>`,
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a page
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd")
  );
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2327;--soft:#56616a;--line:#d5dadd;--paper:#fff;--shade:#f4f6f7;--link:#1f5673}
@media (prefers-color-scheme:dark){:root{--ink:#e4e8ea;--soft:#a5afb6;--line:#3b444a;--paper:#15191c;--shade:#1e2427;--link:#8fc3e0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 "Noto Sans",system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:3rem 1.5rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.8rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.15rem;line-height:1.35;margin:2.4rem 0 .6rem}
.facts{color:var(--soft);margin:0 0 2rem;padding-bottom:1rem;border-bottom:1px solid var(--line)}
ul,ol{padding-left:1.3rem}li{margin:.4rem 0}
sup{line-height:0}sup a{padding:0 .1em}
a{color:var(--link)}a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.mark{font-weight:600;font-size:.85em;border:1px solid var(--line);border-radius:3px;padding:0 .35em;margin-right:.15em}
.inferred .mark{border-style:dashed}.assumed .mark{border-style:dotted;border-color:var(--soft)}.unknown .mark{background:var(--shade)}
.unknown{color:var(--soft)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:start;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600}
.notes{font-size:.88rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:.5rem}
.notes q{quotes:"“" "”"}.extract{background:var(--shade);padding:.1em .25em}
.place{color:var(--soft)}
:target{background:var(--shade)}
.annex{margin-top:3.5rem;padding-top:1rem;border-top:2px solid var(--ink);font-size:1.3rem}
@media print{.annex{break-before:page;border:0;margin-top:0}@page{size:A4;margin:20mm 18mm}body{font-size:10.5pt}main{max-width:none;padding:0}h2{break-after:avoid}li,tr{break-inside:avoid}a{color:inherit}}
`.trim();

function sentence({ id, runs, notes, standing }: DocSentence): string {
  const words = STANDING_WORDS[standing];
  const mark = words === "" ? "" : `<span class="mark">${words}</span> `;
  const text = runs
    .map((run) =>
      "result" in run
        ? `<data value="${asText(`${run.result}.${run.path}`)}">${asText(run.text)}</data>`
        : asText(run.text),
    )
    .join("");
  const refs = notes.map((n) => `<a href="#n${n}" aria-label="Footnote ${n}">${n}</a>`).join(" ");
  return `<span class="${standing}" id="${id}">${mark}<bdi>${text}</bdi>${refs === "" ? "" : `<sup>${refs}</sup>`}</span>`;
}

function note({ n, cite, exact, quotation, start, end }: Footnote, from: string): string {
  const words = `<bdi dir="auto">${asText(exact)}</bdi>`;
  const shown = quotation ? `<q>${words}</q>` : `<span class="extract">${words}</span>`;
  const place = `<span class="place">characters ${start} to ${end}</span>`;
  return `<li id="n${n}">${shown} <bdi dir="auto">${asText(cite)}</bdi>, ${place}. <a href="#${from}" aria-label="Back to the text">↩</a></li>`;
}

function table(head: string[], rows: string[][]): string {
  const cells = (tag: string, row: string[]): string =>
    `<tr>${row.map((cell) => `<${tag}${tag === "th" ? ' scope="col"' : ' dir="auto"'}>${asText(cell)}</${tag}>`).join("")}</tr>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="${asText(head[0] ?? "")}"><table><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table></div>`;
}

/** A brief as one page that needs nothing else: no script, no request, its own style, fit for print. */
export function renderHtml(document: BriefDocument): string {
  const usedAt = new Map<number, string>();
  for (const section of document.sections) {
    for (const one of section.sentences) for (const n of one.notes) if (!usedAt.has(n)) usedAt.set(n, one.id);
  }
  const facts = [
    document.caseTitle === document.title ? undefined : asText(document.caseTitle),
    document.asOf === undefined ? undefined : `as known on <time>${asText(document.asOf)}</time>`,
    LEVEL_WORDS[document.level],
  ].filter((fact) => fact !== undefined);
  const annex = document.sections.findIndex(({ type }) => type === "results" || type === "record");
  const sections = document.sections.map((section, at) => {
    const body =
      section.type === "written"
        ? `<p>${section.sentences.map(sentence).join(" ")}</p>`
        : `<ul>${section.sentences.map((one) => `<li>${sentence(one)}</li>`).join("\n")}</ul>`;
    const before = at === annex ? `<h2 class="annex">${ANNEX}</h2>\n` : "";
    return `${before}<section aria-labelledby="${section.id}"><h2 id="${section.id}"><bdi dir="auto">${asText(section.title)}</bdi></h2>\n${body}</section>`;
  });
  const assumptions =
    document.assumptions.length === 0
      ? ""
      : `<section><h2>Assumptions</h2>${table(
          ["What is assumed", "Range", "By", "On", "Why"],
          document.assumptions.map((row) => [row.name, row.what, row.by, row.on, row.why ?? ""]),
        )}</section>`;
  const sources =
    document.sources.length === 0
      ? ""
      : `<section><h2>Sources</h2>${table(
          ["Source", "Repairs made", "Places with missing words"],
          document.sources.map((row) => [row.cite, String(row.repairs), String(row.gaps)]),
        )}</section>`;
  const notes =
    document.notes.length === 0
      ? ""
      : `<section class="notes" aria-label="Footnotes"><h2>Footnotes</h2><ol>${document.notes.map((one) => note(one, usedAt.get(one.n) ?? "top")).join("\n")}</ol></section>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${asText(document.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main id="top">
<h1><bdi dir="auto">${asText(document.title)}</bdi></h1>
<p class="facts">${facts.join(" · ")}</p>
${sections.join("\n")}
${assumptions}
${sources}
${notes}
</main>
</body>
</html>
`;
}
