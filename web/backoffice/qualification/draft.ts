import type { AgentContact } from '../../../functions/qualification/agent-api.ts';

/** What the agent is about to accept; empty strings stand for what is not known. */
export type Draft = {
  department: string;
  procedure: string;
  urgency: 'normal' | 'high';
  subject: string;
  name: string;
  email: string;
  phone: string;
  address: string;
};
export type DraftProblem = { field: 'department' | 'subject' | 'email'; code: 'missing' | 'wrong' };

/** The proposal, as it came: accepting is sending it back unchanged. */
export function proposedDraft(contact: AgentContact): Draft {
  const { proposal } = contact;
  const sender = proposal?.sender ?? contact.sender;
  return {
    department: proposal?.department ?? '',
    procedure: proposal?.procedure ?? '',
    urgency: proposal?.urgency ?? 'normal',
    subject: proposal?.subject || contact.subject,
    name: sender.name ?? '',
    email: sender.email ?? '',
    phone: sender.phone ?? '',
    address: sender.address ?? '',
  };
}

export function draftProblems(draft: Draft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (!draft.department) problems.push({ field: 'department', code: 'missing' });
  if (!draft.subject.trim()) problems.push({ field: 'subject', code: 'missing' });
  if (draft.email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim()))
    problems.push({ field: 'email', code: 'wrong' });
  return problems;
}

const orNull = (text: string) => text.trim() || null;

/** No department's: it is set aside, or handed on by the department that comes next. */
const nobodys = 'indesirable';
/** What is opened to be handed on (CRPA L114-2): some department has to, and it is never that of unwanted mail. */
export const toHandOn = (draft: Draft, { proposal }: AgentContact): Draft => {
  const next = proposal?.others.find(({ department }) => department !== nobodys);
  return draft.department === nobodys && next ? { ...draft, department: next.department } : draft;
};

/** The body of the acceptance. */
export const acceptance = (draft: Draft, version: number, second?: string) => ({
  version,
  department: draft.department,
  procedure: draft.procedure || null,
  urgency: draft.urgency,
  subject: draft.subject.trim().slice(0, 200),
  sender: {
    name: orNull(draft.name),
    email: orNull(draft.email),
    phone: orNull(draft.phone),
    address: orNull(draft.address),
  },
  ...(second && second !== draft.department ? { second: { department: second } } : {}),
});

const oneLine = new Set(['subject', 'name', 'email', 'phone']);
/** A passage of the read text as a value of the form: on one line, unless it is an address. */
export const asValue = (field: string, passage: string): string =>
  oneLine.has(field)
    ? passage.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
    : passage
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n');

/** How sure the classifier is, in words; its confidence is calibrated, so the same bounds hold for every department. */
export const sureness = (confidence: number): 'high' | 'medium' | 'low' =>
  confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';
