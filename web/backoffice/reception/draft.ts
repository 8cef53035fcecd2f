import type { Draft as FormDraft } from '../../portal/form/draft.ts';
import type { SummaryProblem } from '../../ui/error-summary.tsx';
import { what as t } from '../../ui/messages/backoffice-reception-fr.ts';
import type { RecordBody } from './reception-api.ts';

export type Outcome = '' | 'informed' | 'request' | 'call-back' | 'redirected';
/** Who was chosen, as the screen shows them. */
export type Chosen = { personId: string; name: string; phone: string | null; email: string | null };

/** Everything typed about one contact: kept on the device until it is recorded, under the key it is recorded with. */
export type DeskDraft = {
  key: string;
  /** Null until something was typed. */
  startedAt: string | null;
  channel: 'counter' | 'phone';
  direction: 'inbound' | 'outbound';
  number: string;
  person: Chosen | null;
  /** `department:<code>` or `procedure:<id>`. */
  topic: string;
  outcome: Outcome;
  note: string;
  articles: string[];
  about: { reference: string; subject: string } | null;
  way: 'free' | 'form';
  free: { subject: string; text: string; department: string; isUrgent: boolean };
  form: {
    draft: FormDraft;
    body: Extract<NonNullable<RecordBody['request']>, { kind: 'form' }> | null;
  } | null;
  callId: string | null;
};

export const emptyDraft = (channel: DeskDraft['channel'] = 'counter'): DeskDraft => ({
  ...{ key: crypto.randomUUID(), startedAt: null, channel, direction: 'inbound', number: '' },
  ...{ person: null, topic: '', outcome: '', note: '', articles: [], about: null, way: 'free' },
  free: { subject: '', text: '', department: '', isUrgent: false },
  ...{ form: null, callId: null },
});

export const codeOf = (topic: string): string => topic.slice(topic.indexOf(':') + 1);
export const procedureOf = ({ topic }: Pick<DeskDraft, 'topic'>): string | null =>
  topic.startsWith('procedure:') ? codeOf(topic) : null;
export const departmentOf = ({ topic }: Pick<DeskDraft, 'topic'>): string | null =>
  topic.startsWith('department:') ? codeOf(topic) : null;

/** The form of the topic is what is asked, unless the agent chose to say it in a few words. */
export const isByForm = (draft: DeskDraft): boolean =>
  draft.outcome === 'request' && draft.way === 'form' && procedureOf(draft) !== null;

/** A French number, or one with its country. */
const isNumber = (typed: string): boolean => {
  const digits = typed
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  return /^0[1-9]\d{8}$/.test(digits) || /^\+[1-9]\d{7,14}$/.test(digits);
};

/** What is missing, in the order of the screen. */
export const problemsOf = (draft: DeskDraft): SummaryProblem[] => {
  const { topic, outcome, number, person, free, form } = draft;
  const asks = outcome === 'request';
  const list: [string, boolean, string][] = [
    ['who', asks && !person, t.need.person],
    ['topic', topic === '', t.need.topic],
    ['outcome', outcome === '', t.need.outcome],
    ['number', outcome === 'call-back' && !number.trim() && !person?.phone, t.need.number],
    ['number', number.trim() !== '' && !isNumber(number), t.need.wrongNumber],
    ['subject', asks && !isByForm(draft) && free.subject.trim().length < 3, t.need.subject],
    ['text', asks && !isByForm(draft) && !free.text.trim(), t.need.text],
    ['ask-form', isByForm(draft) && !form?.body, t.need.form],
  ];
  return list.filter(([, isMissing]) => isMissing).map(([field, , message]) => ({ field, message }));
};

const requestOf = (draft: DeskDraft): RecordBody['request'] => {
  if (draft.outcome !== 'request') return null;
  if (isByForm(draft)) return draft.form?.body ?? null;
  const { subject, text, department, isUrgent } = draft.free;
  const urgency = isUrgent ? 'high' : 'normal';
  return { kind: 'free', ...{ subject, text, urgency }, department: department || null };
};

/** What is sent. @param now the service's present, by which the contact's length is known */
export const bodyOf = (draft: DeskDraft, ticket: string | null, now: string): RecordBody => {
  const { channel, direction, number, person, topic, outcome, note, articles, callId, about, startedAt } =
    draft;
  const seconds = startedAt ? Math.round((Date.parse(now) - Date.parse(startedAt)) / 1000) : 0;
  const request = requestOf(draft);
  return {
    ...{ channel, direction, articles, callId, ticket, note, request },
    number: number.trim() || null,
    seconds: Math.min(86_400, Math.max(0, seconds)),
    personId: person?.personId ?? null,
    topic: codeOf(topic) || null,
    outcome: outcome || 'informed',
    about: request ? null : (about?.reference ?? null),
  };
};
