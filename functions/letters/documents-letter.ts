import type { Agent } from '../agents/agent.ts';
import type { Request } from '../requests/request.ts';
import type { Authority } from '../settings/authority.ts';
import { fillTemplate } from './fill-template.ts';
import { blocksOf } from './fill-templates.ts';
import { dayInWords } from './messages/fr.ts';
import type { LetterTemplate } from './template.ts';
import { templateValues } from './template-values.ts';

/** What is known when documents are asked for, before the journal says so. */
export type DocumentsAsked = {
  request: Request;
  subject: string;
  authority: Authority;
  agent: Agent;
  procedure: {
    id: string;
    title: string;
    silence: { mode: 'sva' | 'svr' | 'none' };
    algorithm: boolean;
  } | null;
  today: string;
  until: string;
  stopsClock: boolean;
  /** One line each, as it is shown. */
  documents: readonly string[];
  trackingUrl: string;
};

/**
 * The request for documents in the words of the procedure's own template; null when it has none, or when the template needs
 * what is not known or leaves out what the law wants said (list, last day, effect on the clock: R112-11-4): then it is
 * written in ordinary words. A name is never known here: the message greets without it.
 */
export const documentsFromTemplate = (
  templates: readonly LetterTemplate[],
  id: string | undefined,
  asked: DocumentsAsked,
): { subject: string; text: string } | null => {
  const template = templates.find((one) => one.id === id && one.kind === 'documents-request');
  if (!template) return null;
  const { request, subject, authority, agent, procedure, today, until, stopsClock } = asked;
  const awaited = { askId: '', documents: [], provided: [], on: today, until, stopsClock, isOverdue: false };
  const values = templateValues({
    whole: {
      request: { ...request, awaited },
      content: { subject, text: '', answers: [], procedureTitle: procedure?.title ?? null, salt: '' },
      sender: { name: null, email: null, phone: null, address: null },
    },
    ...{
      authority,
      author: agent,
      today,
      procedure,
      trackingUrl: asked.trackingUrl,
      documents: asked.documents,
    },
  });
  const greeted = { ...template, body: template.body.replaceAll(/ ?\{\{\s*name\s*\}\}/g, '') };
  const { subject: line, text, missing } = fillTemplate(greeted, values, blocksOf(templates));
  const needed = [...asked.documents, dayInWords(until), ...(stopsClock ? ['L. 114-5'] : [])];
  const isWhole = missing.length === 0 && needed.every((words) => text.includes(words));
  return isWhole ? { subject: line ?? subject, text } : null;
};
