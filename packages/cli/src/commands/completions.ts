import { UserError } from "@parley/server/casework";
import type { Outcome } from "../output.ts";

const SHELLS = ["bash", "zsh", "fish", "powershell"];

/** `parley completions`: a script for the shell; it asks `parley complete` for what fits. */
export async function run(shell: string): Promise<Outcome> {
  if (!SHELLS.includes(shell))
    throw new UserError("usage", `There are no completions for "${shell}"; expected ${SHELLS.join(", ")}.`);
  const { script } = await import("@bomb.sh/tab");
  const said: string[] = [];
  const { log } = console;
  console.log = (...lines: unknown[]) => void said.push(lines.join(" "));
  try {
    script(shell as Parameters<typeof script>[0], "parley", "parley");
  } finally {
    console.log = log;
  }
  const text = said.join("\n");
  return { json: { shell, script: text }, text };
}
