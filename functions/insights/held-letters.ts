import type { TaskRecord } from '../signatures/letter.ts';

type Item = Record<string, unknown> & { sk: string };

/** Approvals that letters wait for, once each, whoever may give them. */
export const approvalsIn = (items: readonly Item[]) => {
  const tasks = items.filter(({ sk }) => sk.startsWith('RECORD#TASK#')).map(({ task }) => task as TaskRecord);
  const waiting = tasks.filter(({ done }) => done === null);
  const found = new Map(waiting.map((task) => [`${task.letterId}-${task.step}`, task]));
  return [...found].map(([id, { kind, reference, department, due }]) => ({
    id,
    kind: kind === 'signature' ? ('sign' as const) : ('visa' as const),
    requestReference: reference,
    department,
    due,
  }));
};
