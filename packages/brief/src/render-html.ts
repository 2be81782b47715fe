import type { BriefDocument, DocSection, DocSentence, Footnote } from "./document.ts";
import { continued } from "./layout.ts";
import { LEVEL_RULE, LEVEL_WORDS, more, STANDING_WORDS } from "./render-words.ts";

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
h2{font-size:1.15rem;line-height:1.35;margin:2.2rem 0 .5rem}h3{font-size:1rem;line-height:1.35;margin:1.8rem 0 .4rem}
.annex{margin-top:3.5rem;border-top:2px solid var(--line)}.more,.rule{font-size:.9rem;color:var(--soft);margin:.3rem 0}
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
thead th{color:var(--soft)}th{font-weight:600}td ul{list-style:none;padding:0;margin:0}td li{margin:0}.judged{table-layout:fixed}.judged th:first-child{width:20%}.judged th:nth-child(2){width:42%}
caption{text-align:start;font-weight:600;font-size:1.1em;padding:1.6rem 0 .3rem}
.notes{font-size:.88rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:.5rem}
.notes q{quotes:"“" "”"}.extract{background:var(--shade);padding:.1em .25em}
.place{color:var(--soft)}
:target{background:var(--shade)}
@media print{@page{size:A4;margin:18mm 18mm 20mm;@bottom-center{content:counter(page);font:8.5pt "Noto Sans",sans-serif}}
:root{color-scheme:light;--ink:#000;--soft:#3c4449;--line:#a9b0b5;--paper:#fff;--shade:#f0f2f3;--link:#000}
body{font-size:10pt;line-height:1.42}main{max-width:none;padding:0}h1{font-size:16pt}h2{font-size:11.5pt;margin:1.1em 0 .3em}h3{font-size:10.5pt;margin:1em 0 .3em}
h1,h2,h3,caption,thead{break-after:avoid}li,tr{break-inside:avoid}tr:has(li){break-inside:auto}p,li{orphans:3;widows:3}li{margin:.15em 0}.facts{margin-bottom:1em;padding-bottom:.5em}
.annex{break-before:page;border:0;margin:0}.wide{overflow:visible}table{font-size:8.5pt}thead{display:table-header-group}
.notes{font-size:8.5pt;line-height:1.35;margin-top:1.5em}a{color:inherit;text-decoration:none}}
`.trim();

function sentence({ id, runs, notes, standing }: DocSentence, marked: boolean): string {
  const words = marked ? STANDING_WORDS[standing] : "";
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

/** A table with its caption; the first cell of a row heads it, and a cell of several lines is a list. */
function table(caption: string, head: string[], rows: (string | string[])[][]): string {
  const lines = (cell: string | string[]): string =>
    typeof cell === "string"
      ? `<bdi dir="auto">${asText(cell)}</bdi>`
      : cell.length < 2
        ? `<bdi dir="auto">${asText(cell[0] ?? "")}</bdi>`
        : `<ul>${cell.map((line) => `<li><bdi dir="auto">${asText(line)}</bdi></li>`).join("")}</ul>`;
  const body = rows.map(
    ([first, ...others]) =>
      `<tr><th scope="row">${lines(first ?? "")}</th>${others.map((cell) => `<td>${lines(cell)}</td>`).join("")}</tr>`,
  );
  return `<div class="wide" tabindex="0" role="region" aria-label="${asText(caption)}"><table${rows.some((row) => row.some((cell) => typeof cell !== "string")) ? ' class="judged"' : ""}><caption>${asText(caption)}</caption><thead><tr>${head.map((cell) => `<th scope="col">${asText(cell)}</th>`).join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

function sectionHtml(section: DocSection, annexOf: string | undefined): string {
  // Under "What we do not know" every sentence is unknown: the mark would only repeat the title.
  const told = section.sentences.map((one) => sentence(one, section.type !== "unknowns"));
  const prose = section.sentences[0]?.written !== undefined;
  const body = prose
    ? `<p>${told.join(" ")}</p>`
    : `<ul>${told.map((one) => `<li>${one}</li>`).join("\n")}</ul>`;
  const rest =
    section.more > 0
      ? `\n<p class="more"><a href="#${annexOf ?? "annex"}">${more(section.more)}</a></p>`
      : "";
  const h = section.annex === true ? "h3" : "h2";
  return `<section aria-labelledby="${section.id}"><${h} id="${section.id}"><bdi dir="auto">${asText(section.title)}</bdi></${h}>\n${body}${rest}</section>`;
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
  const main = document.sections.filter((section) => section.annex !== true);
  const annexed = document.sections.filter((section) => section.annex === true);
  const sections = main.map((section) =>
    sectionHtml(
      section,
      annexed.find((one) => one.title === continued(section.title) && one.type === section.type)?.id,
    ),
  );
  const assumptions =
    document.assumptions.length === 0
      ? ""
      : table(
          "Assumptions",
          ["What is assumed", "Values", "By", "On", "Why"],
          document.assumptions.map((row) => [row.name, row.what, row.by, row.on, row.why ?? ""]),
        );
  const sources =
    document.sources.length === 0
      ? ""
      : table(
          "Sources",
          ["Source", "Repairs made", "Places with missing words"],
          document.sources.map((row) => [row.cite, String(row.repairs), String(row.gaps)]),
        );
  const annex = [...annexed.map((section) => sectionHtml(section, undefined)), assumptions, sources]
    .filter((part) => part !== "")
    .join("\n");
  const notes =
    document.notes.length === 0
      ? ""
      : `<section class="notes" aria-labelledby="footnotes"><h3 id="footnotes">Footnotes</h3><ol>${document.notes.map((one) => note(one, usedAt.get(one.n) ?? "top")).join("\n")}</ol></section>`;
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
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
${annex === "" && notes === "" ? "" : `<section class="annex" aria-labelledby="annex"><h2 id="annex">Annex</h2>\n${annex}\n${notes}</section>`}
<p class="rule">${LEVEL_RULE[document.level]}</p>
</main>
</body>
</html>
`;
}
