import type { Command } from "commander";

/** The option of every command that opens a case. */
export function withPassphrase(command: Command): Command {
  return command.option(
    "--passphrase-file <file>",
    "first line of this file opens an encrypted case (or PARLEY_PASSPHRASE)",
  );
}

export function withAuthor(command: Command): Command {
  return command.option("--by <name>", "who makes the change (or PARLEY_BY; else your user name)");
}
