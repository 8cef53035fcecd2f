import type { Agent } from '../agents/agent.ts';
import type { Answers } from '../procedures/field.ts';
import type { Whole } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import type { LetterValues } from './letter-fields.ts';
import { clockEffect, silenceWords } from './messages/documents-fr.ts';
import { dayInWords } from './messages/fr.ts';

export type KnownOf = {
  whole: Pick<Whole, 'request' | 'content' | 'sender'>;
  authority: Authority;
  /** Agent in charge, who writes. */
  author: Pick<Agent, 'givenName' | 'familyName' | 'title'> | null;
  /** Calendar day, authority's time zone. */
  today: string;
  trackingUrl: string;
  /** What the form asked, in words by name of field, and as it was answered. */
  shown?: Record<string, string>;
  answers?: Answers;
  procedure?: {
    id: string;
    title: string;
    silence: { mode: 'sva' | 'svr' | 'none' };
    algorithm: boolean;
  } | null;
  silenceOn?: string | null;
  outcome?: 'granted' | 'refused' | 'answered';
  /** Names of the documents that are awaited. */
  documents?: readonly string[];
};

/** Everything a template may be filled with for one request; what is not known is left out. */
export const templateValues = (known: KnownOf): LetterValues => {
  const { whole, authority, author, procedure, silenceOn } = known;
  const { request, content, sender } = whole;
  const department = authority.departments.find(({ code }) => code === request.department);
  const { awaited } = request;
  const mode = procedure?.silence.mode ?? null;
  return {
    fields: {
      name: sender.name ?? '',
      reference: request.reference,
      subject: content.subject,
      procedure: procedure?.title ?? content.procedureTitle ?? '',
      receivedOn: dayInWords(request.receivedOn),
      day: dayInWords(known.today),
      department: department?.name,
      departmentPhone: department?.phone,
      departmentEmail: department?.email,
      departmentAddress: department?.postalAddress,
      departmentHours: department?.hours,
      authority: authority.name,
      authorityPhone: authority.contact.phone,
      authorityEmail: authority.contact.email,
      authorityAddress: authority.contact.postalAddress,
      court: authority.court.name,
      courtAddress: authority.court.address,
      agent: author ? `${author.givenName} ${author.familyName}` : '',
      agentTitle: author?.title,
      documents: (known.documents ?? []).map((label) => `- ${label}`).join('\n'),
      documentsUntil: awaited ? dayInWords(awaited.until) : '',
      documentsEffect: awaited
        ? clockEffect(awaited.stopsClock && mode ? mode : 'none', dayInWords(awaited.until))
        : '',
      silenceEffect: mode && mode !== 'none' ? silenceWords[mode] : '',
      silenceOn: silenceOn ? dayInWords(silenceOn) : '',
      transferredTo: request.transferredTo ?? '',
      trackingUrl: known.trackingUrl,
    },
    facts: {
      outcome: known.outcome ?? request.answer?.outcome ?? '',
      channel: request.channel,
      silence: mode ?? '',
      procedureId: request.procedure ?? '',
      departmentCode: request.department ?? '',
      algorithm: procedure?.algorithm ?? false,
    },
    answers: known.answers,
    shown: known.shown,
  };
};
