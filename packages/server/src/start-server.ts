import { existsSync } from "node:fs";
import type { AddressInfo, Server } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { createApp } from "./app.ts";
import { CasesFolder } from "./cases-folder.ts";
import { UserError } from "./casework/user-error.ts";
import { allowedHosts, newToken } from "./http/security.ts";
import { Jobs } from "./jobs/jobs.ts";
import * as say from "./messages.ts";

export interface ServerOptions {
  /** Wanted port; a free one is taken when it is in use. 0: any. Default 7380. */
  port?: number;
  /** Where to listen; default this machine only. */
  host?: string;
  casesDir: string;
  examplesDir?: string;
  /** Who makes the changes; default the name kept in the cases folder, or the user of this machine. */
  by?: string;
  /** The built workbench; default the one beside this package. */
  webDir?: string;
  onError?: (error: unknown) => void;
}

export interface RunningServer {
  /** The printed address, with the token. */
  url: string;
  /** The same without the token. */
  origin: string;
  token: string;
  port: number;
  /** Opens a case by path (the command line does) and gives its name in addresses. */
  folder: CasesFolder;
  /** Ends connections, working threads and case files. */
  close: () => Promise<void>;
}

/** Start the workbench's server. @throws UserError when it cannot listen */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  let app: Hono | undefined;
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) =>
      app === undefined ? new Response(null, { status: 503 }) : app.fetch(request, env as object),
  }) as Server;
  const port = await listen(server, options.port ?? 7380, host);
  const jobs = new Jobs();
  const folder = new CasesFolder(
    { cases: options.casesDir, examples: options.examplesDir, by: options.by },
    jobs,
  );
  const token = newToken();
  app = createApp({
    folder,
    token,
    port,
    hosts: allowedHosts(host, port),
    web: options.webDir ?? defaultWeb(),
    onError: options.onError ?? ((error) => process.stderr.write(`${(error as Error)?.stack ?? error}\n`)),
  });
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const origin = `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      (server as unknown as { closeAllConnections?: () => void }).closeAllConnections?.();
      await ended;
      await jobs.close();
      folder.close();
    })();
    return closing;
  };
  return { url: `${origin}/?token=${token}`, origin, token, port, folder, close };
}

/** The pages of the workbench, in the packages' folder whether this file runs from its sources or built. */
function defaultWeb(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, "..", "web", "dist");
}

/** Listen on the wanted port, or on a free one when that is taken. */
async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (const port of [wanted, 0]) {
    try {
      return await new Promise<number>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          server.off("error", reject);
          resolve((server.address() as AddressInfo).port);
        });
      });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && port !== 0) continue;
      throw new UserError("cannot-listen", say.cannotListen(host, port, message), { cause: error as Error });
    }
  }
  throw new UserError("cannot-listen", say.portTaken(wanted, host));
}
