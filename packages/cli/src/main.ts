import { Command, CommanderError } from "commander";
import { COMMANDS } from "./commands.ts";
import { type Outcome, plain, write } from "./output.ts";
import { VERSION } from "./version.ts";

/** What a failing command says: text on the error stream, JSON on the output with --json. */
interface Failure {
  code: string;
  message: string;
  where?: string;
  todo?: string;
}

/** Run the command line. @returns the exit code: 0 done, 1 the input is wrong or a check failed, 2 the call is wrong */
export async function main(args: string[]): Promise<number> {
  // A reader that has gone (`| head`) is no error.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const json = args.includes("--json") && !args.slice(0, args.indexOf("--json")).includes("--");
  let outcome: Outcome | undefined;
  const program = build((made) => {
    outcome = made;
  }, json);
  if (args[0] === "complete") return await complete(program, args);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (json) await print({ error: { code: "usage", message: error.message.replace(/^error: /, "") } });
      return 2;
    }
    return await fail(error, json);
  }
  if (outcome === undefined) return 0;
  try {
    if (json) await print(outcome.json);
    else if (outcome.text !== "") await write(process.stdout, `${plain(outcome.text).replace(/\n$/, "")}\n`);
  } catch (error) {
    return await fail(error, false);
  }
  return outcome.failed === true ? 1 : 0;
}

function build(done: (outcome: Outcome) => void, json: boolean): Command {
  const program = new Command("parley")
    .description("Parley: an open workbench for people who analyse or support peace negotiations")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(plain(text)) })
    .showHelpAfterError("(parley --help lists the commands)")
    .addHelpText("after", "\nExample:\n  $ parley open            the workbench, on the example case\n");
  for (const { name, summary, example, declare, load } of COMMANDS) {
    const command = declare(program.command(name).description(summary))
      .option("--json", "print one JSON document")
      .addHelpText("after", `\nExample:\n  $ ${example}\n`)
      .action(async (...given: unknown[]) => {
        const run = (await load()) as (...given: unknown[]) => Promise<Outcome>;
        done(await run(...given.slice(0, -1)));
      });
    command.copyInheritedSettings(program);
  }
  if (json) program.configureOutput({ writeErr: () => {} });
  for (const command of program.commands) command.configureOutput(program.configureOutput());
  return program;
}

/** What the shell's completion script asks: one line for each word that fits. */
async function complete(program: Command, args: string[]): Promise<number> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  tab(program);
  await program.parseAsync(args, { from: "user" });
  return 0;
}

async function print(value: unknown): Promise<void> {
  await write(process.stdout, `${JSON.stringify(value, null, 2)}\n`);
}

async function fail(error: unknown, json: boolean): Promise<number> {
  const failure = failureOf(error);
  const { message, where, todo } = failure;
  if (json) await print({ error: failure }).catch(() => {});
  const said = [
    where === undefined ? message : `${where}: ${message}`,
    ...(todo === undefined ? [] : [todo]),
  ];
  await write(process.stderr, `parley: ${plain(said.join("\n"))}\n`).catch(() => {});
  return isUsage(error) ? 2 : 1;
}

/** The call itself was wrong: a value that an option cannot take, say. */
function isUsage(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === "usage";
}

/** An error in words. One of no known kind is ours: its message is shown, its stack with PARLEY_DEBUG. */
function failureOf(error: unknown): Failure {
  const { name, message, code, where, todo, stack, path } = error as Error &
    Record<string, string | undefined>;
  if (process.env.PARLEY_DEBUG) process.stderr.write(`${stack}\n`);
  const failure: Failure = { code: code ?? slugOf(name), message };
  const at = where ?? path;
  if (at !== undefined && !message.includes(at)) failure.where = at;
  if (todo !== undefined) failure.todo = todo;
  return failure;
}

const slugOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/-?error$/, "") || "error";
