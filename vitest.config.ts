import { defineConfig } from "vitest/config";

/** What needs no server starts none: these tests answer in a second. */
const pure = ["law", "case", "procedures", "configuration", "installation", "docs", "encryption"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // The SDK's native core wants a process of its own.
    pool: "forks",
    // One core is otherwise left to whoever watches; most of these tests wait for their servers.
    maxWorkers: "100%",
    reporters: ["default", "./test/setup/reporter.ts"],
    projects: [
      {
        extends: true,
        test: { name: "pure", include: [...pure, "test/*.test.ts"], testTimeout: 60_000, isolate: false },
      },
      {
        extends: true,
        test: {
          name: "servers",
          include: ["test/**/*.test.ts"],
          exclude: [...pure, "test/*.test.ts", "test/drills/**"],
          globalSetup: "test/setup/global.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "drills",
          include: ["test/drills/**/*.test.ts", "test/**/*.drill.ts"],
          globalSetup: "test/setup/global.ts",
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A drill kills processes and measures delays: alone, or it measures its neighbours.
          fileParallelism: false,
        },
      },
    ],
  },
});
