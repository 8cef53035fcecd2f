import { isForOneOnly } from '../instruction/group-words.ts';
import type { Snapshot, Whole } from '../requests/items.ts';
import type { FollowerTable } from './follower-table.adapter.ts';
import { type Report, stateOf } from './report.ts';
import type { ReportTable } from './report-table.adapter.ts';
import type { News } from './tell-follower.ts';

export type NewsDeps = {
  reports: Pick<ReportTable, 'read' | 'change'>;
  followers: Pick<FollowerTable, 'of'>;
  snapshot(reference: string): Promise<Snapshot>;
  load(reference: string): Promise<Whole>;
  tell(report: Report, follower: { id: string; email: string }, news: News): Promise<void>;
  now(): string;
};
/** A report that is over stays on the map for a year, then goes with everything it held. */
const keptSeconds = 366 * 86_400;

/** What was answered, as somebody else may read it: null when its words tell of the person it was written to. */
export const answerForAll = (whole: Whole): string | null => {
  const { request, messages } = whole;
  const answer = messages.find(({ id }) => id === request.answer?.messageId);
  if (!answer || request.letter?.state === 'sealed') return null;
  const nobody = { request: { ...request, receivedOn: '' } };
  return isForOneOnly(answer.text, whole, nobody) ? null : answer.text;
};

/**
 * Something happened to a request: its report, if it has one, is shown as it stands, and its followers learn of it. Asked
 * again, it changes and tells nothing twice.
 */
export const news =
  (deps: NewsDeps) =>
  async (reference: string): Promise<void> => {
    if (!(await deps.reports.read(reference))) return;
    const { request } = await deps.snapshot(reference);
    const state = stateOf(request);
    const isOver = state === 'resolved' || state === 'ended';
    const until = isOver ? Math.floor(Date.parse(deps.now()) / 1000) + keptSeconds : undefined;
    const changed = await deps.reports.change(reference, () => ({ state }), until);
    const report = changed?.after;
    if (!report || report.followers < 1) return;
    // Grouped under another, its followers hear of the answer when that one is given.
    const isAnswered = request.answer !== null && isOver;
    if (state !== 'taken' && !isAnswered) return;
    const said: News = isAnswered
      ? { kind: 'resolved', answer: answerForAll(await deps.load(reference)) }
      : { kind: 'taken', department: request.department };
    // Who came after it was taken in hand knows it already from the page.
    for await (const follower of deps.followers.of(reference)) await deps.tell(report, follower, said);
  };
