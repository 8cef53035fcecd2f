import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { addDays } from '../deadlines/day.ts';
import { authorOf, messageLetter } from '../letters/answer.ts';
import { documentsFromTemplate } from '../letters/documents-letter.ts';
import { dayInWords, greeting } from '../letters/messages/fr.ts';
import type { LetterTemplate } from '../letters/template.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { by } from '../requests/agent-act.ts';
import type { Snapshot } from '../requests/items.ts';
import type { AskRecord, MessageRecord } from '../requests/records.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { askDocuments as operation } from './agent-api.ts';
import { type DeedDeps, doDeed, type Place } from './do-deed.ts';
import { lineOf, documents as words } from './messages/fr.ts';
import { askable } from './view.ts';
import { leaving, officeOf, trackingOf } from './write.ts';

type Body = InputOf<typeof operation>['body'];
type Listed = AskRecord['documents'];

const wrong = (index: number, field: string, code: string) =>
  new Refusal('invalid-input', [{ field: `documents.${index}.${field}`, code }]);

/** What is asked for, from the procedure or in the agent's words; refused when it stops the clock without a text (L114-5). */
export const listed = ({ documents, stopsClock }: Body, procedure: Procedure | null): Listed => {
  const all = documents.map(({ code, label, requiredBy }, index) => {
    const known = procedure?.documents.find((one) => one.code === code);
    if (code !== null && !known) throw wrong(index, 'code', 'unknown');
    if (known) return askable(known);
    if (!label) throw wrong(index, 'label', 'required');
    const free = { code: `other-${index + 1}`, label, hint: null, requiredBy: requiredBy || null };
    return { ...free, accepts: [], validMonths: null };
  });
  const unfounded = all.findIndex(({ requiredBy }) => !requiredBy);
  if (stopsClock && unfounded >= 0) throw wrong(unfounded, 'requiredBy', 'required');
  const twice = all.findIndex(({ code }, index) => all.some((one, at) => at < index && one.code === code));
  if (twice >= 0) throw wrong(twice, 'code', 'twice');
  return all;
};

type Letter = { asked: Listed; until: string; agent: Agent; templates: readonly LetterTemplate[] };
type Writing = { place: Place; body: Body } & Letter;

/** Lists what is missing, until when, and what it does to the clock (R112-11-4, L114-5): as the procedure's template says it. */
const wordsOf = (
  deps: DeedDeps,
  { request, card }: Snapshot,
  { place, body, asked, until, agent, templates }: Writing,
): { subject: string; text: string } => {
  const { authority, procedure, today } = place;
  const trackingUrl = trackingOf(deps, request.reference);
  const { stopsClock } = body;
  const own = body.text ? [body.text.trim()] : [];
  const written = documentsFromTemplate(templates, procedure?.letters.documents, {
    ...{ request, subject: card.subject, authority, agent, procedure, today, until, stopsClock, trackingUrl },
    documents: asked.map((one) => lineOf(one).slice(2)),
  });
  if (written) {
    const [greeted = '', ...rest] = written.text.split('\n\n');
    return { subject: written.subject, text: [greeted, ...own, ...rest].join('\n\n') };
  }
  const text = [
    greeting(null),
    ...own,
    words.list(asked),
    words.until(dayInWords(until), trackingUrl),
    words.effect[stopsClock ? (procedure?.silence.mode ?? 'svr') : 'none'],
    words.without,
  ];
  return { subject: words.subject(card.subject), text: text.join('\n\n') };
};

/** Signed by the agent; on paper, with its slip. */
const letterOf = (deps: DeedDeps, current: Snapshot, writing: Writing): MessageRecord => {
  const { place, asked, until, agent } = writing;
  const { id, authority } = place;
  const office = officeOf(authority, current.request.department);
  const { subject, text } = wordsOf(deps, current, writing);
  return {
    ...messageLetter(subject, text, { agent, department: office, authority }),
    ...({ id, from: 'authority', kind: 'message', attachments: [], delivery: 'queued' } as const),
    subject,
    ...{ at: deps.now(), author: authorOf(agent), salt: deps.newSalt() },
    slip: { askId: id, documents: asked.map(({ label }) => label), until },
  };
};

/** Asks the citizen for documents: the request waits for them, and the clock of the law with it when texts demand them. */
export const askDocuments =
  (deps: DeedDeps) =>
  async (
    input: InputOf<typeof operation>,
    caller: AgentCaller,
  ): Promise<{ version: number; askId: string }> => {
    const { body } = input;
    const templates = (await deps.templates?.()) ?? [];
    const done = await doDeed(deps, input, caller, 'askDocuments', (current, place) => {
      const { id, procedure, today } = place;
      const asked = listed(body, procedure);
      const until = addDays(today, body.days ?? procedure?.documentsDelay.days ?? 30);
      const writing = { place, body, asked, until, agent: caller.agent, templates };
      const message = letterOf(deps, current, writing);
      const { records, announce } = leaving(message, current.request.reference);
      return {
        commands: [
          {
            command: 'documents-requested',
            askId: id,
            documents: asked.map(({ code }) => code),
            ...{ on: today, until, stopsClock: body.stopsClock, messageId: id, by: by(caller) },
          },
        ],
        records: [
          ...records,
          { sk: `RECORD#ASK#${id}`, ask: { askId: id, text: body.text ?? '', documents: asked } },
        ],
        announce,
      };
    });
    return { version: done.version, askId: done.id };
  };
