import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asvs } from './asvs.ts';

const root = join(import.meta.dirname, '../..');
it('each requirement of the checklist is held by tests that are there', () => {
  const missing = asvs.flatMap(([item, , ...tests]) =>
    tests.length === 0
      ? [`${item} has no test`]
      : tests.flatMap((named) => {
          const [file = '', title = ''] = named.split('#');
          const path = join(root, file);
          return existsSync(path) && readFileSync(path, 'utf8').includes(title) ? [] : [`${item}: ${named}`];
        }),
  );
  expect(missing).toEqual([]);
});

it('names in the threat model only tests and cases that exist', () => {
  const threats = readFileSync(join(root, 'test/hold/THREATS.md'), 'utf8');
  const paths = [...threats.matchAll(/`(test\/[\w/.-]+)`/g)].map((found) => found[1] ?? '');
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
