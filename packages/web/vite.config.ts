import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { fakeServer } from "./dev/fake-server.ts";

const out = fileURLToPath(new URL("./dist/", import.meta.url));

/**
 * The workbench as static files in `dist/`, which the server hands out. The type declarations live in `dist/types`
 * and are left alone. `--mode fake` serves an invented case from memory, for work on the screens alone.
 */
export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    {
      name: "clear-assets",
      apply: "build",
      buildStart() {
        rmSync(`${out}assets`, { recursive: true, force: true });
      },
    },
    ...(mode === "fake" ? [fakeServer()] : []),
  ],
  resolve: { conditions: ["parley-source", "module", "browser", "development|production"] },
  build: {
    outDir: out,
    emptyOutDir: false,
    // Nothing is inlined: the page's Content-Security-Policy allows its own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    manifest: true,
    target: "es2022",
  },
  server: { port: 7390 },
  preview: { port: 7391 },
}));
