// Writes the annotated texts of this folder (.txt and brat's .ann) from their sources in marked/: {{id.role|words}}.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
for (const file of readdirSync(join(here, "marked")).sort()) {
  const marked = readFileSync(join(here, "marked", file), "utf8");
  let text = "";
  const spans = [];
  const open = [];
  for (let i = 0; i < marked.length; ) {
    const start = /^\{\{([a-z0-9]+)\.(source|cue|content)\|/.exec(marked.slice(i));
    if (start !== null) {
      open.push({ of: start[1], role: start[2], start: text.length });
      i += start[0].length;
    } else if (marked.startsWith("}}", i) && open.length > 0) {
      spans.push({ ...open.pop(), end: text.length });
      i += 2;
    } else text += marked[i++];
  }
  spans.sort((a, b) => a.start - b.start);
  const name = file.replace(/\.txt$/, "");
  const lines = spans.map(({ role, start, end }, i) => {
    const type = role.charAt(0).toUpperCase() + role.slice(1);
    return `T${i + 1}\t${type} ${start} ${end}\t${text.slice(start, end)}`;
  });
  const byOf = new Map();
  for (const [i, span] of spans.entries()) {
    // "a10b" is another content of the same cue and source.
    const key = span.of.replace(/b$/, "");
    byOf.set(key, [...(byOf.get(key) ?? []), { ...span, t: `T${i + 1}` }]);
  }
  let e = 0;
  for (const parts of byOf.values()) {
    const cue = parts.find((p) => p.role === "cue");
    const source = parts.find((p) => p.role === "source");
    for (const content of parts.filter((p) => p.role === "content")) {
      e += 1;
      const roles = [`Content:${content.t}`];
      if (cue !== undefined) roles.push(`Cue:${cue.t}`);
      if (source !== undefined) roles.push(`Source:${source.t}`);
      lines.push(`E${e}\tAttribution:${(cue ?? content).t} ${roles.join(" ")}`);
    }
  }
  writeFileSync(join(here, `${name}.txt`), text);
  writeFileSync(join(here, `${name}.ann`), `${lines.join("\n")}\n`);
}
