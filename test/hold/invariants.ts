import type { Outer, Records } from '../support/outer.ts';
import { brokenChains } from './chain.ts';
import type { Store } from './store.ts';

/** What stood before a case, so that only what it did is judged. */
export type Before = {
  records: Records;
  logs: Record<string, number>;
  histories: Map<string, number>;
  dead: Record<string, number>;
};

/** What a case says of itself. */
export type Account = {
  /** How many things it had accepted (repeats of one count once); left out where it does not know. */
  inputs?: number;
  /** Dead letters that it expects to have left, all queues together. */
  deadLetters?: number;
};

export const before = async (world: Outer, store: Store): Promise<Before> => ({
  records: await world.records(),
  logs: store.logSizes(),
  histories: store.historyLengths(),
  dead: await store.queued(),
});

const ended = ['joined', 'opened', 'waiting', 'quarantined', 'refused'];

/**
 * I1. Whatever was accepted is one contact, and each contact one request, one piece of one, one entry of the quarantine or
 * one task of a person. Never zero, never two.
 */
export const accountedFor = (was: Records, is: Records, { inputs }: Account): string[] => {
  const known = new Set(was.contacts.map(({ id }) => id));
  const fresh = is.contacts.filter(({ id }) => !known.has(id));
  const wrong: string[] = [];
  if (inputs !== undefined && fresh.length !== inputs)
    wrong.push(`I1: ${inputs} things were accepted, ${fresh.length} contacts are there`);
  const references = new Set(is.requests.map(({ reference }) => reference));
  for (const { id, state, requestReference } of fresh) {
    const set = is.quarantine.filter((entry) => entry.id === id).length;
    const tasks = is.tasks.filter(({ contact }) => contact === id).length;
    if (!ended.includes(state)) wrong.push(`I1: contact ${id} is still ${state}`);
    if (['opened', 'joined'].includes(state) && !references.has(requestReference ?? ''))
      wrong.push(`I1: contact ${id} is ${state}, of no request`);
    if (state === 'quarantined' && set !== 1)
      wrong.push(`I1: contact ${id} has ${set} entries of the quarantine`);
    if (state !== 'quarantined' && set > 0) wrong.push(`I1: contact ${id} is ${state} and in the quarantine`);
    if (state === 'waiting' && !requestReference && tasks !== 1)
      wrong.push(`I1: contact ${id} waits in ${tasks} tasks`);
  }
  const before = new Set(was.requests.map(({ reference }) => reference));
  for (const { reference, openedBy } of is.requests.filter((one) => !before.has(one.reference))) {
    const opening = is.contacts.filter(
      (one) => one.requestReference === reference && one.state !== 'joined',
    ).length;
    if (opening > 1) wrong.push(`I1: ${reference} was opened by ${opening} contacts`);
    if (opening === 0 && !openedBy.startsWith('agent:')) wrong.push(`I1: ${reference} came from nothing`);
  }
  return wrong;
};

/** Of any person, whoever they are: an address, a telephone number, a number of social security, an account. */
const kinds: Record<string, RegExp> = {
  'a mail address': /[a-z0-9._%+-]+@(?!val-clair\.example|.*\.val-clair\.example)[a-z0-9-]+\.[a-z]{2,}/i,
  'a telephone number': /(?:\+33[ .]?|(?<![\d.-])0)[1-9](?:[ .]\d{2}){4}(?![\d.])/,
  'a number of social security': /(?<!\d)[12][ .]\d{2}[ .]\d{2}[ .]\d{2}[ .]\d{3}[ .]\d{3}(?!\d)/,
  'an account': /\bFR\d{2}[ ]?\d{4}[ ]?\d{4}[ ]?\d{4}\b/,
};

/** I3. Neither logs nor histories of machines tell of anybody; the finding says where and what kind, not whom. */
export const personalWords = (store: Store, was: Before, canaries: readonly string[]): string[] => {
  const folded = canaries.filter((word) => word.length > 3).map((word) => word.toLowerCase());
  const found = (where: string, text: string): string[] => {
    const low = text.toLowerCase();
    return [
      ...Object.entries(kinds)
        .filter(([, pattern]) => pattern.test(text))
        .map(([kind]) => `I3: ${where} holds ${kind}`),
      ...folded.filter((word) => low.includes(word)).map((word) => `I3: ${where} holds "${word}"`),
    ];
  };
  const lines = store.logged(was.logs).flatMap(({ file, line }) => found(file, line));
  const steps = store
    .history(was.histories)
    .flatMap(({ execution, text }) => found(`history of ${execution.split(':').slice(-2).join('/')}`, text));
  return [...new Set([...lines, ...steps])];
};

/** The four of them, once all is quiet; what does not hold, in words. */
export const broken = async (
  world: Outer,
  store: Store,
  was: Before,
  account: Account,
  canaries: readonly string[],
): Promise<string[]> => {
  await world.quiet(120_000);
  const [is, lines, queued] = await Promise.all([world.records(), store.scan(/Requests/), store.queued()]);
  const dead = (counts: Record<string, number>) => Object.values(counts).reduce((sum, held) => sum + held, 0);
  const left = dead(queued) - dead(was.dead);
  return [
    ...accountedFor(was.records, is, account),
    ...brokenChains(lines).map(({ reference, at, why }) => `I2: ${reference}, line ${at}: ${why}`),
    ...personalWords(store, was, canaries),
    ...(left === (account.deadLetters ?? 0)
      ? []
      : [`I4: ${left} messages are left in queues: ${JSON.stringify(queued)}`]),
  ];
};
