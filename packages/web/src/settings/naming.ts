/** Names of a case as lines `what sources say = what the case says`. */
export function formatNaming(naming: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(naming ?? {})
    .map(([said, name]) => `${said} = ${name}`)
    .join("\n");
}

/** Read such lines; `wrong` is the first that is none, or that names again what has a name already. */
export function readNaming(text: string): {
  naming: Record<string, string> | undefined;
  wrong: string | undefined;
} {
  const naming = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const at = line.indexOf("=");
    const [said, name] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 0 || said === "" || name === "" || naming.has(said))
      return { naming: undefined, wrong: line.trim() };
    naming.set(said, name);
  }
  return { naming: naming.size === 0 ? undefined : Object.fromEntries(naming), wrong: undefined };
}
