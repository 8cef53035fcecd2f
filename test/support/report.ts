import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** What a run of vitest says of one test file. */
export type FileReport = { file: string; passed: number; failed: number; seconds: number; holds: boolean };
/** `homeless`: errors that nobody caught and that no file owns up to. */
export type RunReport = { files: FileReport[]; homeless: string[] };

/** Writes to `PARVIS_REPORT` how each file fared: one that never ended, or let an error escape, does not hold. */
export default class Report implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const escaped = errors as { message?: string; VITEST_TEST_PATH?: string }[];
    const files = modules.map((module): FileReport => {
      const tests = [...module.children.allTests()].map((test) => test.result().state);
      const errors = escaped.filter(({ VITEST_TEST_PATH }) => VITEST_TEST_PATH === module.moduleId).length;
      const failed = tests.filter((state) => state === 'failed' || state === 'pending').length + errors;
      const holds = failed === 0 && ['passed', 'skipped'].includes(module.state());
      return {
        file: module.moduleId,
        passed: tests.filter((state) => state === 'passed').length,
        // A file that does not even load has no test to fail.
        failed: holds ? 0 : Math.max(1, failed),
        seconds: module.diagnostic().duration / 1000,
        holds,
      };
    });
    const known = new Set(files.map(({ file }) => file));
    const homeless = escaped
      .filter(({ VITEST_TEST_PATH }) => !VITEST_TEST_PATH || !known.has(VITEST_TEST_PATH))
      .map(({ message }) => message ?? 'an error without words');
    const report: RunReport = { files, homeless };
    if (process.env.PARVIS_REPORT) writeFileSync(process.env.PARVIS_REPORT, JSON.stringify(report));
  }
}
