import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "@parley/server";
import { isTextForm } from "@parley/server/casework";
import { type CaseOptions, passphrase } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, plain } from "../output.ts";

interface Options extends CaseOptions {
  port: number;
  host: string;
  cases?: string;
  browser: boolean;
  json?: boolean;
}

/** `parley open`: serves the workbench until it is told to stop. */
export async function run(path: string | undefined, options: Options): Promise<Outcome> {
  const casesDir = options.cases ?? process.env.PARLEY_HOME ?? join(homedir(), "Parley");
  // Who is not named here is who the workbench was told it is.
  const by = options.by ?? process.env.PARLEY_BY;
  const examples = examplesDir();
  const server = await startServer({
    port: options.port,
    host: options.host,
    casesDir,
    ...(by === undefined ? {} : { by }),
    ...(examples === undefined ? {} : { examplesDir: examples }),
  });
  const said: string[] = [];
  let name: string | undefined;
  try {
    if (path === undefined) {
      const example = (await server.folder.list()).some((entry) => entry.name === "example:anchorage");
      if (example) name = (await server.folder.openExample("anchorage")).name;
    } else if (isTextForm(path)) {
      name = (await server.folder.openTextForm(path)).name;
      said.push(say.workingCopy(join(casesDir, `${name}.parley`)));
    } else {
      name = await openAny(path, options, server.folder);
    }
  } catch (error) {
    await server.close();
    throw error;
  }
  const { origin, token } = server;
  const page = name === undefined ? "/" : `/c/${encodeURIComponent(name)}`;
  const url = `${origin}${page}?token=${token}`;
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ url, origin, token, case: name ?? null, casesDir })}\n`);
  else process.stdout.write(`${plain([...said, `Parley: ${url}`, say.stop()].join("\n"))}\n`);
  if (options.browser && process.stdout.isTTY) browse(url);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await server.close();
  process.exit(0);
}

/** A case file, with its passphrase when it needs one. */
async function openAny(
  path: string,
  options: Options,
  folder: { openFile: (path: string, passphrase?: string) => { name: string } },
): Promise<string> {
  try {
    return folder.openFile(path).name;
  } catch (error) {
    const locked = ["locked", "passphrase-needed"].includes((error as { code?: string }).code ?? "");
    const secret = locked ? await passphrase(options, path) : undefined;
    if (secret === undefined) throw error;
    return folder.openFile(path, secret).name;
  }
}

/** The examples that come with Parley. */
function examplesDir(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, "examples", "anchorage", "case.yaml"))) return join(folder, "examples");
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

function browse(url: string): void {
  const names = process.platform === "darwin" ? ["open"] : ["xdg-open"];
  const found = names
    .flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found === undefined) return;
  const child = spawn(found, [url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
