import { checkProcedure } from '../../functions/procedures/checks/check.ts';
import type { Known } from '../../functions/procedures/checks/finding.ts';
import { everyKind } from './procedures.ts';

/** An authority of two departments, one head of service and one signatory. */
export const known: Known = {
  departments: ['voirie', 'mobilite'],
  communes: ['45001', '45002'],
  letters: [
    { id: 'accord', outcome: 'granted' },
    { id: 'refus', outcome: 'refused' },
  ],
  agents: [
    { login: 'marc.delmas', roles: ['head'], departments: ['voirie', 'mobilite'] },
    { login: 'bernard.tissot', roles: ['signatory'], departments: ['voirie'] },
  ],
  today: '2026-11-22',
};

type Draft = ReturnType<typeof copy>;
// biome-ignore lint/suspicious/noExplicitAny: a document under test may hold anything
const copy = (): any => JSON.parse(JSON.stringify(everyKind));

/** What is found once the document of every kind of question was changed in one way. */
export const problemsAfter = (change: (document: Draft) => void, around: Partial<Known> = {}) => {
  const document = copy();
  change(document);
  return checkProcedure(document, { ...known, ...around }).problems;
};
/** The same in short: `path: code`, errors only. */
export const errorsAfter = (change: (document: Draft) => void, around: Partial<Known> = {}): string[] =>
  problemsAfter(change, around)
    .filter(({ level }) => level === 'error')
    .map(({ path, code }) => `${path}: ${code}`);
