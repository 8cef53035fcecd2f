import { readFileSync } from 'node:fs';
import { WrittenCase } from '../functions/deadlines/case-schema.ts';
import { legalDeadlines } from '../functions/deadlines/legal.ts';
import { requestKinds } from '../functions/deadlines/legal-case.ts';

/** A file of cases that cannot be read; the message says where and what to do. */
class CaseError extends Error {}

const kinds: readonly string[] = requestKinds;
const solve = (written: unknown, place: string) => {
  const { data, error } = WrittenCase.safeParse(written);
  if (error)
    throw new CaseError(
      error.issues.map(({ path, message }) => `${[place, ...path].join('.')}: ${message}`).join('\n'),
    );
  const deadlines = legalDeadlines(data).filter(({ kind }) => kinds.includes(kind));
  return { deadlines };
};

/**
 * The five deadlines of each case of a file: one case gives one object, an array gives an array in the same order.
 * Throws `CaseError`.
 */
export function solveFile(file: string): unknown {
  if (!file) throw new CaseError('Name the file: npm run --silent deadlines -- case.json');
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new CaseError(
        `${file}: ${(error as Error).message}. Give a JSON file that holds one case or an array of cases`,
      );
    }
  };
  const content = read();
  return Array.isArray(content)
    ? content.map((one, index) => solve(one, `case ${index + 1}`))
    : solve(content, 'case');
}

if (import.meta.main)
  try {
    console.log(JSON.stringify(solveFile(process.argv[2] ?? ''), null, 1));
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
