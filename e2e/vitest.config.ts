import { defineConfig } from "vitest/config";

/** One browser, one server at a time: the tests of the workbench as people use it. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
