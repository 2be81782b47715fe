// Finds a Chromium for the browser tests; installs Debian's where there is none and the machine lets us. Fails loudly.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** The path of a Chromium, or undefined. `CHROMIUM` names another one. */
export function findChromium() {
  return [process.env.CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

function install() {
  console.error("No Chromium found: installing Debian's package with apt-get.");
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const [command, ...rest] = [...sudo, "apt-get", ...args];
    const done = spawnSync(command, rest, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (done.status !== 0) return false;
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.env.SKIP_BROWSER === "1") {
    console.error("SKIP_BROWSER=1: the browser tests are left out.");
  } else if (findChromium() === undefined && !(install() && findChromium() !== undefined)) {
    console.error(
      "The browser tests need Chromium. Install it (Debian: apt-get install chromium), or name one with CHROMIUM=/path, or leave the browser tests out with SKIP_BROWSER=1.",
    );
    process.exit(1);
  } else {
    console.error(execFileSync(findChromium(), ["--version", "--no-sandbox"], { encoding: "utf8" }).trim());
  }
}
