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

export default defineConfig({ test: { sequence: { sequencer: LongestFirst } } });
