import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, a browser mostly, starts first: no worker is left alone with it at the end. */
const longest = ['web/backoffice/accessible', 'web/', 'documents/', 'infra/local/aws/textract', 'infra/'];
const rank = ({ moduleId }: TestSpecification): number => {
  const found = longest.findIndex((part) => moduleId.includes(`/test/${part}`));
  return found === -1 ? longest.length : found;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.toSorted((one, other) => rank(one) - rank(other));
  }
}

/**
 * Test files share the modules of their worker: loading the product again for each costs as much as testing it. Those
 * that change what all modules share (the environment, a client's prototype, a module's place) have a process apart.
 */
const changesAll =
  /mockClient\(|process\.env\.\w+ = |process\.chdir|vi\.(mock|stub|useFakeTimers)|assembled\.ts/;
const apart = globSync('**/*.test.ts', { cwd: import.meta.dirname, exclude: ['e2e/**', 'hold/cases-*/**'] })
  .filter((file) => changesAll.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
  .map((file) => `**/test/${file}`);

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    tags: [
      {
        name: 'more',
        description: 'Left to `npm run test:more`: one more case of a promise, or a lesser turn.',
      },
    ],
    globalSetup: join(import.meta.dirname, 'support/scratch.ts'),
    // Node runs TypeScript by itself: a module that goes through Vite costs a seventh more, and nothing here needs it.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          exclude: ['**/node_modules/**', '**/e2e/**', '**/hold/cases-*/**', ...apart],
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
