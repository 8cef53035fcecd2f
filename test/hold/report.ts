import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** One part of a case: `01 …`, whether it held, and where it stands. */
export type Told = { name: string; file: string; holds: boolean; seconds: number; why: string[] };

/** Writes to `HOLD_REPORT` how each case fared; a file that does not load counts as one part that failed. */
export default class HoldReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const told = modules.flatMap((module): Told[] => {
      const file = module.moduleId;
      const tests = [...module.children.allTests()].filter((test) => test.result().state !== 'skipped');
      const cases = tests.map((test): Told => {
        const { state, errors: causes = [] } = test.result();
        return {
          ...{ name: test.name, file, holds: state === 'passed' },
          seconds: (test.diagnostic()?.duration ?? 0) / 1000,
          why: causes.map(({ message }) => message),
        };
      });
      const broken = module.errors().map(({ message }) => message);
      if (broken.length > 0) cases.push({ name: file, file, holds: false, seconds: 0, why: broken });
      return cases;
    });
    const homeless = errors.map((error) => (error as Error).message ?? String(error));
    if (process.env.HOLD_REPORT) writeFileSync(process.env.HOLD_REPORT, JSON.stringify({ told, homeless }));
  }
}
