import type { Classifier, Lexicon } from '../routing/learn.ts';
import type { Case } from './case.ts';
import { strangeWords } from './strange.ts';
import { type Lesson, type Lessons, type Message, type Row, teach } from './teach.ts';
import { type InUse, isWithdrawn, modelKey, type Run, shipped, type Version, versionOf } from './version.ts';

/** What is read at most, the most recent first: a night's work has an end. */
export const mostLessons = 4000;
const pageSize = 200;
/** Versions that are looked at for one to go back to. */
const mostVersions = 20;
/** Longer than a night with all that is tried again. */
const longest = 3_600_000;

type Example = Case & { decided: NonNullable<Case['decided']> };
type Page = { examples: Example[]; next: Record<string, unknown> | undefined };
export type RunDeps = {
  examples(after: Record<string, unknown> | undefined, limit: number): Promise<Page>;
  texts(contactIds: readonly string[]): Promise<Map<string, Message>>;
  /** An example whose text is gone is forgotten: what is learnt from that instant on has not read it. */
  forget(contactId: string, at: string): Promise<void>;
  forgottenAt(): Promise<string | null>;
  corpus(): Promise<{ corpus: Row[]; lexicon: Lexicon }>;
  inUse(): Promise<InUse | null>;
  find(version: string): Promise<Version | null>;
  list(limit: number): Promise<Version[]>;
  /** The model of a choice; the shipped one where it cannot be had. */
  serving(inUse: InUse | null): Promise<{ classifier: Classifier; version: string }>;
  answer(): Promise<Lessons['answer']>;
  write(version: string, classifier: Classifier): Promise<void>;
  keep(version: Version): Promise<unknown>;
  noteRun(run: Run): Promise<unknown>;
  /** False while another night is under way. */
  begin(at: string, until: string): Promise<boolean>;
  end(at: string): Promise<unknown>;
  /** Milliseconds, of any clock. */
  elapsed(): number;
};
/** Which version shall serve, in place of the choice of that instant; `null`, nothing better than what serves. */
export type Ended = { version: string | null; since: string | null };
type Night = { at: string; isConfirmed?: boolean };

/** One night: reads what agents decided, learns and judges. A version is written and not yet in use. */
export const run =
  (deps: RunDeps) =>
  async (night: Night): Promise<Ended> => {
    const { at } = night;
    const until = new Date(Date.parse(at) + longest).toISOString();
    if (!(await deps.begin(at, until))) return { version: null, since: null };
    const ended = await learnt(deps, night);
    await deps.end(at);
    return ended;
  };

const learnt = async (deps: RunDeps, { at, isConfirmed = false }: Night): Promise<Ended> => {
  const started = deps.elapsed();
  const inUse = await deps.inUse();
  const since = inUse?.since ?? null;
  const lessons = await readLessons(deps, at);
  const { present, before, mustForget } = await judgedBeside(deps, inUse);
  const readUntil = past(before?.readUntil ?? null, at);
  const { corpus, lexicon } = await deps.corpus();
  const { verdict, trial, next, ...taught } = teach({
    ...{ corpus, lexicon, lessons, present, readUntil, mustForget, isConfirmed },
    shipped: (await deps.serving(null)).classifier,
    confirmed: before?.confirmed ?? [],
    answer: await deps.answer(),
    freshAfter: freshAfter(readUntil, inUse, at),
  });
  const words = strangeWords(corpus, lessons, at);
  await deps.noteRun({ at, verdict, lessons: lessons.length, trial, words });
  // What has read somebody who was erased does not go on serving for want of something better.
  if (!next) return { version: mustForget ? (before?.version ?? shipped) : null, since };
  const version = versionOf(at);
  await deps.write(version, next);
  const took = Math.round(deps.elapsed() - started);
  const figures = { lessons: lessons.length, trial, took, readUntil: taught.readUntil };
  const { confirmed } = taught;
  await deps.keep({ version, madeAt: at, confirmed, ...figures });
  return { version, since };
};

/** The model in use; where that has read somebody who was erased, the newest that has not. */
const judgedBeside = async (deps: RunDeps, inUse: InUse | null) => {
  const { classifier, version } = await deps.serving(inUse);
  const before = version === shipped ? null : await deps.find(version);
  const forgottenAt = await deps.forgottenAt();
  if (!before || !isWithdrawn(before, forgottenAt)) return { present: classifier, before, mustForget: false };
  const clean = (await deps.list(mostVersions)).find((one) => !isWithdrawn(one, forgottenAt));
  const instead = clean ? { version: clean.version, key: modelKey(clean.version), since: '', by: '' } : null;
  const other = await deps.serving(instead);
  const isThere = clean !== undefined && other.version === clean.version;
  return { present: other.classifier, before: isThere ? clean : null, mustForget: true };
};

/** An instant that a clock set ahead has left is none. */
const past = (instant: string | null, at: string): string | null =>
  instant !== null && instant <= at ? instant : null;

/** Who chose a version is not overruled by what they knew: only by what was decided since. */
const freshAfter = (readUntil: string | null, inUse: InUse | null, at: string): string | null => {
  const chosen = inUse?.by.startsWith('agent:') ? past(inUse.since, at) : null;
  return chosen && chosen > (readUntil ?? '') ? chosen : readUntil;
};

async function readLessons({ examples, texts, forget }: RunDeps, now: string): Promise<Lesson[]> {
  const lessons: Lesson[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await examples(after, pageSize);
    const found = await texts(page.examples.map(({ contactId }) => contactId));
    for (const { contactId, decided, proposed } of page.examples) {
      const message = found.get(contactId);
      if (!message) await forget(contactId, now);
      // A scan nobody could read, a mail of attachments alone: it says nothing, and nobody was erased.
      else if (`${message.subject}${message.text}`.trim() !== '')
        lessons.push({
          ...message,
          ...{ contactId, by: decided.by, department: decided.department },
          at: past(decided.at, now) ?? now,
          proposed: proposed?.department ?? null,
        });
    }
    after = page.next;
  } while (after && lessons.length < mostLessons);
  return lessons;
}
