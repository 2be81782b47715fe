import type { BriefDocument, DocSentence, Footnote } from "./document.ts";
import { ANNEX, LEVEL_WORDS, STANDING_WORDS } from "./render-words.ts";

/** Source text is data: nothing in it may become markup. */
function asText(text: string): string {
  return text
    .replace(
      /[\u202a-\u202e\u2066-\u2069]/g,
      (mark) => `[U+${(mark.codePointAt(0) as number).toString(16).toUpperCase()}]`,
    )
    .replace(/[\\`*_[\]<>#|~$&]/g, "\\$&")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2")
    .replace(/^(\s*)([-+=])/gm, "$1\\$2")
    .replace(/\s*\n\s*/g, " ");
}

function sentence({ runs, notes, standing }: DocSentence): string {
  const text = asText(runs.map((run) => run.text).join(""));
  const mark = STANDING_WORDS[standing];
  const refs = notes.map((n) => `[^${n}]`).join("");
  return `${mark === "" ? "" : `*${mark}* `}${text}${refs}`;
}

function note({ n, cite, exact, quotation, start, end }: Footnote): string {
  const words = asText(exact);
  const shown = quotation ? `“${words}”` : `extract: ${words}`;
  return `[^${n}]: ${asText(cite)}, characters ${start} to ${end}: ${shown}`;
}

/** A brief as Markdown with footnotes (CommonMark with the footnote extension). */
export function renderMarkdown(document: BriefDocument): string {
  const lines: string[] = [`# ${asText(document.title)}`, ""];
  const facts = [
    document.caseTitle === document.title ? undefined : asText(document.caseTitle),
    document.asOf === undefined ? undefined : `as known on ${document.asOf}`,
    LEVEL_WORDS[document.level],
  ].filter((fact) => fact !== undefined);
  lines.push(facts.join(" · "), "");
  const annex = document.sections.findIndex(({ type }) => type === "results" || type === "record");
  for (const [at, section] of document.sections.entries()) {
    if (at === annex) lines.push(`# ${ANNEX}`, "");
    lines.push(`## ${asText(section.title)}`, "");
    if (section.type === "written") lines.push(section.sentences.map(sentence).join(" "), "");
    else lines.push(...section.sentences.map((one) => `- ${sentence(one)}`), "");
  }
  if (document.assumptions.length > 0) {
    lines.push("## Assumptions", "", "| what | range | by | on | why |", "|---|---|---|---|---|");
    for (const row of document.assumptions) {
      lines.push(`| ${[row.name, row.what, row.by, row.on, row.why ?? ""].map(asText).join(" | ")} |`);
    }
    lines.push("");
  }
  if (document.sources.length > 0) {
    lines.push("## Sources", "", "| source | repairs made | places with missing words |", "|---|---|---|");
    for (const row of document.sources) lines.push(`| ${asText(row.cite)} | ${row.repairs} | ${row.gaps} |`);
    lines.push("");
  }
  lines.push(...document.notes.map(note));
  return `${lines.join("\n").trimEnd()}\n`;
}
