import { fstatSync, writeSync } from "node:fs";
import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";

/** Ends a run with the line `N passed, N failed`, alone, for whoever reads the end of a log and nothing else. */
export default class TallyReporter implements Reporter {
  private line: string | undefined;

  onInit(): void {
    // Last of all: after the other reporters and after the servers have said goodbye.
    process.once("exit", () => {
      if (this.line) writeSync(isOpen(1) ? 1 : 2, `${this.line}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[], reason: TestRunEndReason): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") failedHere += 1;
      }
      // A file that can't be loaded, or whose preparation fails, has no failed test and yet fails.
      failed += failedHere === 0 && module.state() === "failed" ? 1 : failedHere;
    }
    // Servers that don't start fail a run in which no test has failed.
    if (reason === "failed" && failed === 0) failed = 1;
    this.line = `${passed} passed, ${failed} failed`;
  }
}

function isOpen(descriptor: number): boolean {
  try {
    fstatSync(descriptor);
    return true;
  } catch {
    return false;
  }
}
