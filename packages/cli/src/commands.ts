import { type Command, InvalidArgumentError, Option } from "commander";
import { withAuthor, withPassphrase } from "./command.ts";

/*
 * How every subcommand is called. This file is loaded for each call, so it loads nothing itself: what a command does
 * stands in a file of its own, loaded when it runs.
 */

/** A subcommand as declared here; `load` brings the function that does the work. */
export interface Declared {
  name: string;
  summary: string;
  example: string;
  declare: (command: Command) => Command;
  load: () => Promise<(...given: never[]) => Promise<unknown>>;
}

const whole =
  (low: number, high: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high)
      throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
    return value;
  };
const decimal = (text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("Expected a number.");
  return value;
};
const several =
  (next: (text: string) => number) =>
  (text: string, before: number[] | undefined): number[] => [...(before ?? []), ...text.split(",").map(next)];
const day = (text: string): string => {
  const at = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(at) || !new Date(at).toISOString().startsWith(text))
    throw new InvalidArgumentError("Expected a day, as 2026-06-22.");
  return text;
};
const seed = (command: Command): Command =>
  command.option("--seed <n>", "seed of what is drawn at random", whole(0, 0xffffffff), 1);
const CASE = "a .parley file, a folder with case.yaml, or a case.yaml";

export const COMMANDS: readonly Declared[] = [
  {
    name: "open",
    summary: "open the workbench in your browser",
    example: "parley open examples/anchorage",
    declare: (c) =>
      withAuthor(withPassphrase(c))
        .argument("[case]", `${CASE}; default: the example case`)
        .option("--port <port>", "port to listen on; a free one if it is taken", whole(0, 65535), 7380)
        .option("--host <host>", "address to listen on; others than this machine must be named", "127.0.0.1")
        .option("--cases <dir>", "folder of your cases (or PARLEY_HOME; else ~/Parley)")
        .option("--no-browser", "only print the address"),
    load: async () => (await import("./commands/open.ts")).run,
  },
  {
    name: "new",
    summary: "start an empty case file",
    example: "parley new talks.parley --title 'Two towns and a dam'",
    declare: (c) =>
      withAuthor(withPassphrase(c))
        .argument("<file>", "the case file to make; it must not exist")
        .option("--title <title>", "title of the case; default: the file's name")
        .option("--encrypt", "encrypt it with a passphrase"),
    load: async () => (await import("./commands/new.ts")).run,
  },
  {
    name: "add",
    summary: "take documents into a case file",
    example: "parley add talks.parley article.html notes/",
    declare: (c) =>
      withAuthor(withPassphrase(c))
        .argument("<case>", "a .parley file")
        .argument("<document...>", "documents, folders or .zip archives of them")
        .option("--attachments", "take in what came with e-mails as documents of their own")
        .option("--charset <name>", "the encoding to read, whatever the documents say"),
    load: async () => (await import("./commands/add.ts")).run,
  },
  {
    name: "clean",
    summary: "show what is damaged, missing or foreign in a document",
    example: "parley clean article.txt --json",
    declare: (c) =>
      c
        .argument("<document>", "a document, or - for standard input")
        .option("--charset <name>", "the encoding to read, whatever the document says")
        .option("--actor <name...>", "known names, by which a disguised one is recognised"),
    load: async () => (await import("./commands/clean.ts")).run,
  },
  {
    name: "propose",
    summary: "show what the rules would propose from a document",
    example: "parley propose article.txt --actor 'Uplands' 'Lowlands'",
    declare: (c) =>
      c
        .argument("<document>", "a document, or - for standard input")
        .option("--charset <name>", "the encoding to read, whatever the document says")
        .option("--actor <name...>", "known names, by which speakers are recognised"),
    load: async () => (await import("./commands/propose.ts")).run,
  },
  {
    name: "bench-record",
    summary: "measure the rules on texts that people annotated",
    example: "parley bench-record bench/record/gold",
    declare: (c) =>
      c
        .argument("<dir>", "folder of NAME.txt with NAME.ann (brat) or NAME.json (Web Annotation)")
        .option("--each", "figures of each text too, with --json"),
    load: async () => (await import("./commands/bench-record.ts")).run,
  },
  {
    name: "check",
    summary: "check a case and say what is wrong, with file, line and column",
    example: "parley check examples/anchorage",
    declare: (c) => withPassphrase(c).argument("<case>", CASE),
    load: async () => (await import("./commands/check.ts")).run,
  },
  {
    name: "export",
    summary:
      "write a case as its text form, or for another tool (Web Annotation, REFI-QDA, CSV, RIS, CSL-JSON, ClaimReview)",
    example: "parley export talks.parley talks/",
    declare: (c) =>
      withPassphrase(c)
        .argument("<case>", CASE)
        .argument("<to>", "a new or empty folder; with --format, a file that does not exist")
        .option("--with-sealed", "write sealed objects too, in the clear")
        .option("--format <name>", "web-annotation, qdpx, csv, ris, csl-json or claim-review")
        .option("--level <level>", "with --format: nothing above this handling level leaves (team)")
        .option(
          "--table <name>",
          "of CSV: claims, passages, positions, events, commitments or sources (claims)",
        ),
    load: async () => (await import("./commands/export.ts")).run,
  },
  {
    name: "import",
    summary: "take in what another tool says of documents, as proposals",
    example: "parley import talks.parley notes.qdpx",
    declare: (c) =>
      withAuthor(withPassphrase(c))
        .argument("<case>", "a case file")
        .argument("<file>", "Web Annotation, REFI-QDA, CSV with a column exact, RIS or CSL-JSON")
        .option("--format <name>", "what it is, where its content does not tell"),
    load: async () => (await import("./commands/import.ts")).run,
  },
  {
    name: "import-case",
    summary: "make a case file of a text form",
    example: "parley import-case talks/ talks.parley",
    declare: (c) =>
      withAuthor(withPassphrase(c))
        .argument("<dir>", "a folder with case.yaml, or a case.yaml")
        .argument("<file>", "the case file to make; it must not exist")
        .option("--encrypt", "encrypt it with a passphrase"),
    load: async () => (await import("./commands/import-case.ts")).run,
  },
  {
    name: "positions",
    summary: "who wants what, how firmly, and how that is known",
    example: "parley positions examples/anchorage",
    declare: (c) => withPassphrase(c).argument("<case>", CASE),
    load: async () => (await import("./commands/positions.ts")).run,
  },
  {
    name: "disputes",
    summary: "who stands to what is claimed, who denies or doubts it, and whose word cannot be known",
    example: "parley disputes examples/anchorage",
    declare: (c) =>
      withPassphrase(c)
        .argument("<case>", CASE)
        .option("--of <ref>", "one claim or text, word by word, such as claim:ID")
        .option("--as-of <day>", "as said up to this day", day)
        .option("--known <day>", "as known on this day: what was printed later does not count", day),
    load: async () => (await import("./commands/disputes.ts")).run,
  },
  {
    name: "gaps",
    summary: "where words are missing, what to look up first",
    example: "parley gaps examples/anchorage",
    declare: (c) => withPassphrase(c).argument("<case>", CASE),
    load: async () => (await import("./commands/gaps.ts")).run,
  },
  {
    name: "findings",
    summary: "what does not fit in the documents, and which of them go back to one",
    example: "parley findings examples/anchorage",
    declare: (c) => withPassphrase(c).argument("<case>", CASE),
    load: async () => (await import("./commands/findings.ts")).run,
  },
  {
    name: "timeline",
    summary: "what happened and was announced, in world time, and what became of it",
    example: "parley timeline examples/anchorage",
    declare: (c) => withPassphrase(c).argument("<case>", CASE).option("--as-of <day>", "as of this day", day),
    load: async () => (await import("./commands/timeline.ts")).run,
  },
  {
    name: "commitments",
    summary: "who undertook what, and what became of it",
    example: "parley commitments CASE --as-of 2026-06-22",
    declare: (c) => withPassphrase(c).argument("<case>", CASE).option("--as-of <day>", "as of this day", day),
    load: async () => (await import("./commands/commitments.ts")).run,
  },
  {
    name: "deadlocks",
    summary: "which preconditions wait for each other in a circle, and how it could open",
    example: "parley deadlocks examples/anchorage",
    declare: (c) =>
      withPassphrase(c).argument("<case>", CASE).option("--as-of <day>", "as known on this day", day),
    load: async () => (await import("./commands/deadlocks.ts")).run,
  },
  {
    name: "plans",
    summary: "plans side by side: what they say, what differs, and how far each is from whom",
    example: "parley plans examples/london-plan drafters london",
    declare: (c) =>
      withPassphrase(c)
        .argument("<case>", CASE)
        .argument("[a]", "a plan of the case, by its id")
        .argument("[b]", "another, to be laid beside it")
        .option("--as-of <day>", "as known on this day", day),
    load: async () => (await import("./commands/plans.ts")).run,
  },
  {
    name: "coalitions",
    summary: "who sits where, who can block, and whom to win first",
    example: "parley coalitions examples/london-plan",
    declare: (c) =>
      seed(withPassphrase(c))
        .argument("<case>", CASE)
        .option("--worlds <n>", "how many worlds are drawn (400)", whole(1, 100_000)),
    load: async () => (await import("./commands/coalitions.ts")).run,
  },
  {
    name: "settle",
    summary: "which packages could hold, which are the best by four rules, or why none can",
    example: "parley settle examples/anchorage --worlds 1000",
    declare: (c) =>
      seed(withPassphrase(c))
        .argument(
          "<input...>",
          "a case, parley-settlement JSON, a table (.csv), a GENIUS domain with its profiles (.xml), or - for standard input",
        )
        .addOption(
          new Option("--rule <tool>", "the solutions as another tool means their names").choices([
            "genius",
            "negmas",
            "negolog",
          ]),
        )
        .option("--worlds <n>", "in what share of so many drawn worlds a package holds", whole(1, 1_000_000))
        .option("--normalise", "scale each party's weights to sum to 1 (always so for a case)"),
    load: async () => (await import("./commands/settle.ts")).run,
  },
  {
    name: "stability",
    summary: "which states of a conflict nobody would leave",
    example: "parley stability examples/graph/elmira-12-state.json",
    declare: (c) =>
      seed(withPassphrase(c))
        .argument("<input>", "a case, parley-graph JSON, a .gmcr file, or - for standard input")
        .option("--status-quo <id>", "what can be reached from this state, and which states that last")
        .option("--explain <id>", "why this state is stable or not, for everybody, in words")
        .option("--coalition <names>", "what these together keep and upset, by commas")
        .option("--inverse <id>", "orders and smallest changes that make this state stable")
        .option("--without <name>", "what changes if this option could not be taken")
        .option(
          "--unfiltered <actor>",
          "what changes if nothing stood between this actor and the facts (a case)",
        )
        .option("--horizon <n>", "two decision makers who look n moves ahead, or non-myopic")
        .option(
          "--worlds <n>",
          "variants of the orders to try, for how robust each state is",
          whole(1, 100_000),
        )
        .addOption(
          new Option("--concept <name>", "for --explain, --inverse, --without and what lasts")
            .choices(["nash", "gmr", "smr", "seq", "sseq"])
            .default("seq"),
        )
        .option("-o, --output <file>", "write the model: .json, .gmcr, .graphml, .dot or .csv")
        .option("--threads <n>", "threads that share the work", whole(1, 64), 1)
        .option("--memory <gb>", "memory that a model may take", whole(1, 1024), 2)
        .option("--no-table", "counts only, for large models"),
    load: async () => (await import("./commands/stability.ts")).run,
  },
  {
    name: "base-rate",
    summary: "how often wars that had lasted as long ended within so many days",
    example: "parley base-rate --elapsed 1733 --class cow-interstate",
    declare: (c) =>
      c
        .requiredOption("--elapsed <days>", "days since the start", whole(0, 100_000))
        .option("--class <names>", "reference classes, by commas; or all")
        .option(
          "--durations <file>",
          "a CSV of your own durations beside them: days, ended, start, kind, outcome",
        )
        .option("--since <day>", "only what began then or later: a year, month or day")
        .option("--kind <kind>", "only what is of this kind")
        .option("--outcome <outcome>", "only what ended so")
        .addOption(
          new Option("--within <days>", "horizons in days, by commas").argParser(several(whole(1, 100_000))),
        ),
    load: async () => (await import("./commands/base-rate.ts")).run,
  },
  {
    name: "outcome",
    summary: "where on its scale an issue lands, by one model",
    example: "parley outcome actors.csv --model compromise",
    declare: (c) =>
      seed(c)
        .argument("<csv>", "positions: BDM or KTAB as CSV, DECIDE, DEU III; or - for standard input")
        .requiredOption(
          "--model <name>",
          "compromise, median, condorcet, condorcet-probabilistic, nash, challenge-text, challenge-code or exchange",
        )
        .option("--issue <id>", "only this issue")
        .option("--rounds <n>", "most rounds of the challenge model", whole(1, 1000))
        .option("--reference <x>", "where things stay without agreement, for nash", decimal)
        .option(
          "--failure-cost <share>",
          "what failing costs all beyond that, as a share of the spread",
          decimal,
        )
        .option("--draws <n>", "draws from the ranges of the inputs", whole(1, 100_000)),
    load: async () => (await import("./commands/outcome.ts")).run,
  },
  {
    name: "backtest",
    summary: "how far off the models were on issues whose outcome is known",
    example: "parley backtest issues.json",
    declare: (c) => seed(c).argument("<data>", "issues with outcomes: DEU III, as tabs or JSON"),
    load: async () => (await import("./commands/backtest.ts")).run,
  },
  {
    name: "timing",
    summary: "when a question of a case may come true, and what binds until then",
    example: "parley timing examples/anchorage --question end --lever table",
    declare: (c) =>
      seed(withPassphrase(c))
        .argument("<case>", CASE)
        .requiredOption("--question <id>", "the question")
        .option("--runs <n>", "runs of the simulation", whole(100, 10_000_000), 10_000)
        .option("--as-of <day>", "look at it from this day; default: the case's", day)
        .option("--lever <lever...>", "a change: table, cut:ID, filter:PARTY, belief:PARTY, driver:ID=TIMES")
        .option("--threads <n>", "threads that share the runs", whole(1, 64), 1)
        .option("--sensitivity <n>", "runs for what it hangs on; 0: none", whole(0, 1_000_000), 0),
    load: async () => (await import("./commands/timing.ts")).run,
  },
  {
    name: "forecast",
    summary: "log a sealed forecast of a question",
    example: "parley forecast talks.parley --question end --p 0.2,0.8",
    declare: (c) =>
      withAuthor(withPassphrase(c))
        .argument("<case>", "a .parley file")
        .requiredOption("--question <id>", "the question")
        .addOption(
          new Option("--p <probabilities>", "one for each option, by commas; without options: yes, no")
            .argParser(several(decimal))
            .makeOptionMandatory(),
        )
        .option("--method <name>", "how it was made")
        .option("--on <day>", "the day it is of; default: today", day)
        .option("--input <ref...>", "what it was made from"),
    load: async () => (await import("./commands/forecast.ts")).run,
  },
  {
    name: "import-questions",
    summary: "bring in questions and crowd forecasts, to be reviewed",
    example: "parley import-questions talks.parley questions.json",
    declare: (c) =>
      withAuthor(withPassphrase(c))
        .argument("<case>", "a .parley file")
        .argument("<file>", "Metaculus or ForecastBench JSON, or CSV"),
    load: async () => (await import("./commands/import-questions.ts")).run,
  },
  {
    name: "score",
    summary: "how good forecasts were",
    example: "parley score forecasts.csv",
    declare: (c) =>
      withPassphrase(c)
        .argument("<file>", "a case, or a CSV with question,option,p,outcome; - for standard input")
        .option("--ordered", "the options of the CSV stand in their order: rank them"),
    load: async () => (await import("./commands/score.ts")).run,
  },
  {
    name: "brief",
    summary: "write the brief of a case",
    example: "parley brief talks.parley -o brief.html --level team",
    declare: (c) =>
      withPassphrase(c)
        .argument("<case>", CASE)
        .requiredOption("-o, --output <file>", "the file to write: .html or .md")
        .addOption(
          new Option("--level <level>", "nothing above this handling level is written")
            .choices(["public", "team", "mediator"])
            .default("team"),
        ),
    load: async () => (await import("./commands/brief.ts")).run,
  },
  {
    name: "schema",
    summary: "print the JSON Schema of a file format",
    example: "parley schema case > case.schema.json",
    declare: (c) => c.argument("[format]", "case", "case"),
    load: async () => (await import("./commands/schema.ts")).run,
  },
  {
    name: "log",
    summary: "who changed what, when and why",
    example: "parley log talks.parley --limit 20",
    declare: (c) =>
      withPassphrase(c)
        .argument("<case>", "a .parley file")
        .option("--limit <n>", "at most so many, the newest", whole(1, 1_000_000), 50),
    load: async () => (await import("./commands/log.ts")).run,
  },
  {
    name: "undo",
    summary: "take back your last change",
    example: "parley undo talks.parley",
    declare: (c) => withAuthor(withPassphrase(c)).argument("<case>", "a .parley file"),
    load: async () => (await import("./commands/undo.ts")).run,
  },
  {
    name: "merge",
    summary: "take in the changes of another copy of a case",
    example: "parley merge mine.parley yours.parley",
    declare: (c) =>
      withPassphrase(c).argument("<case>", "the case file that grows").argument("<other>", "the other copy"),
    load: async () => (await import("./commands/merge.ts")).run,
  },
  {
    name: "verify",
    summary: "check that nothing in a case file was altered or lost",
    example: "parley verify talks.parley",
    declare: (c) => withPassphrase(c).argument("<case>", "a .parley file"),
    load: async () => (await import("./commands/verify.ts")).run,
  },
  {
    name: "completions",
    summary: "print the completions of a shell",
    example: "parley completions bash >> ~/.bashrc",
    declare: (c) => c.argument("<shell>", "bash, zsh, fish or powershell"),
    load: async () => (await import("./commands/completions.ts")).run,
  },
];
