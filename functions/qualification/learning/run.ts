import type { Classifier, Lexicon } from '../routing/learn.ts';
import type { Case } from './case.ts';
import { strangeWords } from './strange.ts';
import { type Lesson, type Lessons, type Message, type Row, teach } from './teach.ts';
import { type InUse, type Run, shipped, type Version, versionOf } from './version.ts';

/** What is read at most, the most recent first: a night's work has an end. */
export const mostLessons = 4000;
const pageSize = 200;

type Example = Case & { decided: NonNullable<Case['decided']> };
type Page = { examples: Example[]; next: Record<string, unknown> | undefined };
export type RunDeps = {
  examples(after: Record<string, unknown> | undefined, limit: number): Promise<Page>;
  texts(contactIds: readonly string[]): Promise<Map<string, Message>>;
  /** An example whose text is gone is forgotten. */
  forget(contactId: string): Promise<void>;
  forgottenAt(): Promise<string | null>;
  corpus(): Promise<{ corpus: Row[]; lexicon: Lexicon }>;
  inUse(): Promise<InUse | null>;
  find(version: string): Promise<Version | null>;
  serving(): Promise<{ classifier: Classifier; version: string }>;
  answer(): Promise<Lessons['answer']>;
  write(version: string, classifier: Classifier): Promise<void>;
  keep(version: Version): Promise<unknown>;
  noteRun(run: Run): Promise<unknown>;
  /** Milliseconds, of any clock. */
  elapsed(): number;
};

/** One night: reads what agents decided, learns and judges. `{version}` is written and not yet in use; null, nothing better. */
export const run =
  (deps: RunDeps) =>
  async ({ at }: { at: string }): Promise<{ version: string | null }> => {
    const started = deps.elapsed();
    const lessons = await readLessons(deps);
    const { classifier: present, version: presentVersion } = await deps.serving();
    const before = presentVersion === shipped ? null : await deps.find(presentVersion);
    const readUntil = before?.readUntil ?? null;
    const forgottenAt = await deps.forgottenAt();
    const { corpus, lexicon } = await deps.corpus();
    const { verdict, trial, next, ...taught } = teach({
      ...{ corpus, lexicon },
      ...{ lessons, present, readUntil, answer: await deps.answer() },
      freshAfter: freshAfter(readUntil, await deps.inUse()),
      mustForget: before !== null && forgottenAt !== null && forgottenAt > before.madeAt,
    });
    const words = strangeWords(corpus, lessons, at);
    await deps.noteRun({ at, verdict, lessons: lessons.length, trial, words });
    if (!next) return { version: null };
    const version = versionOf(at);
    await deps.write(version, next);
    const took = Math.round(deps.elapsed() - started);
    await deps.keep({
      version,
      madeAt: at,
      lessons: lessons.length,
      trial,
      took,
      readUntil: taught.readUntil,
    });
    return { version };
  };

/** Who chose a version is not overruled by what they knew: only by what was decided since. */
const freshAfter = (readUntil: string | null, inUse: InUse | null): string | null => {
  const chosen = inUse?.by.startsWith('agent:') ? inUse.since : null;
  return chosen && chosen > (readUntil ?? '') ? chosen : readUntil;
};

async function readLessons({ examples, texts, forget }: RunDeps): Promise<Lesson[]> {
  const lessons: Lesson[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await examples(after, pageSize);
    const found = await texts(page.examples.map(({ contactId }) => contactId));
    for (const { contactId, decided, proposed } of page.examples) {
      const message = found.get(contactId);
      if (!message) await forget(contactId);
      else
        lessons.push({
          ...message,
          ...{ contactId, at: decided.at, department: decided.department },
          proposed: proposed?.department ?? null,
        });
    }
    after = page.next;
  } while (after && lessons.length < mostLessons);
  return lessons;
}
