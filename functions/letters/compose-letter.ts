import type { Agent } from '../agents/agent.ts';
import type { Whole } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import { addressLines } from './address-lines.ts';
import type { LetterFacts, LetterGiven, LetterOutcome, PrintedCode } from './letter.ts';
import { legalMentions } from './mentions.ts';
import type { LetterKind } from './template.ts';

export type Composed = {
  whole: Pick<Whole, 'request' | 'content' | 'sender'>;
  authority: Authority;
  kind: LetterKind;
  mode: 'personal' | 'seal' | 'unsigned';
  /** Null when the letter decides nothing. */
  outcome: LetterOutcome | null;
  /** Null: the request's own subject. */
  subject: string | null;
  /** The agent's words, without mentions nor signature. */
  text: string;
  /** Agent in charge; the signatory when the circuit names one, and the line of the delegation. */
  author: Agent;
  signatory: Pick<Agent, 'givenName' | 'familyName' | 'title'> | null;
  capacity: string | null;
  day: string;
  enclosures: readonly string[];
  procedure: { title: string; algorithm: boolean } | null;
  /** Of the template, when a text sets others than the ordinary ones. */
  remedies?: string | null;
  /** Notified through the authority's own teleservice (CRPA L212-2). */
  mayBeUnsigned: boolean;
  code?: PrintedCode | null;
  verification?: { url: string } | null;
  logo?: string | null;
};

/** A letter to draw and what its checker needs to know, from what is known of the request and what the agent wrote. */
export const composeLetter = (given: Composed): { letter: LetterGiven; facts: LetterFacts } => {
  const { whole, authority, kind, mode, outcome, author, procedure } = given;
  const { request, content, sender } = whole;
  const algorithm = procedure?.algorithm ?? false;
  const procedureTitle = procedure?.title ?? content.procedureTitle;
  const isSigned = kind === 'decision' && outcome !== null;
  return {
    letter: {
      authority,
      reference: request.reference,
      subject: given.subject ?? content.subject,
      text: given.text,
      recipient: addressLines(sender.name, sender.address).lines,
      day: given.day,
      enclosures: given.enclosures,
      department: authority.departments.find(({ code }) => code === request.department) ?? null,
      author,
      signature: isSigned ? { mode, signatory: given.signatory ?? author, capacity: given.capacity } : null,
      mentions: legalMentions({
        ...{ kind, outcome, algorithm, procedureTitle, authority, remedies: given.remedies },
      }),
      qr: given.code?.qr ?? null,
      short: given.code?.short ?? null,
      verification: given.verification ?? null,
      logo: given.logo ?? null,
    },
    facts: {
      ...{ kind, outcome, algorithm, court: authority.court },
      ...{ citizenName: sender.name, mayBeUnsigned: given.mayBeUnsigned },
    },
  };
};

/** The same words for a mail or the portal, where nothing is drawn: text, mentions, then who signs. */
export const letterWords = ({ text, mentions = [], signature, author, department }: LetterGiven): string => {
  const signatory = signature?.signatory ?? author;
  const name = signatory && `${signatory.givenName} ${signatory.familyName}\n${signatory.title}`;
  const who = [
    signature?.capacity && `${signature.capacity},`,
    name,
    department && `${department.name}\n${department.postalAddress}\n${department.phone}`,
  ];
  return [
    text.trim(),
    who.filter(Boolean).join('\n'),
    ...mentions.map(({ title, text: words }) => `${title}\n${words}`),
  ]
    .filter(Boolean)
    .join('\n\n');
};
