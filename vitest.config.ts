import { defineConfig } from "vitest/config";

/** Tests run on the sources of every package: no build is needed before them. */
export default defineConfig({
  resolve: { conditions: ["parley-source"] },
  ssr: { resolve: { conditions: ["parley-source"], externalConditions: ["parley-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/src/**/*.test.tsx", "examples/*.test.ts"],
    setupFiles: ["vitest.setup.ts"],
    testTimeout: 120_000,
  },
});
