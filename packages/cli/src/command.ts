import type { Command } from "commander";
import type { Outcome } from "./output.ts";

/** What every subcommand file exports: how it is called, and what it does. What it needs it loads when it runs. */
export interface Subcommand {
  name: string;
  summary: string;
  example: string;
  /** Add arguments and options. */
  declare: (command: Command) => Command;
  /** Runs with the arguments, then the options. */
  run: (...given: never[]) => Promise<Outcome>;
}

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
