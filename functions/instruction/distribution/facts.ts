import type { Procedure } from '../../procedures/procedure.ts';
import type { Whole } from '../../requests/items.ts';
import type { Authority } from '../../settings/authority.ts';
import { type Complexity, complexityOf } from './complexity.ts';
import { languageOf, plainWords } from './language.ts';

/** What rules may ask of a request. */
export type Facts = {
  department: string | null;
  procedure: string | null;
  /** INSEE code. */
  commune: string | null;
  /** Two letters; `null`: French, or not clear. */
  language: string | null;
  channel: string;
  urgency: 'normal' | 'high';
  complexity: number;
  /** Subject, text and answers, plain. */
  words: string;
};
type Read = Pick<Whole, 'request' | 'content' | 'sender' | 'documents' | 'events'>;
type Course = Pick<Procedure, 'workflow' | 'silence' | 'id'> | null;

/** The one commune whose name or postal code stands in an address; `null` when none does, or several. */
export const communeIn = (text: string, communes: Authority['communes']): string | null => {
  const words = ` ${plainWords(text)} `;
  const named = communes.filter(({ name }) => words.includes(` ${plainWords(name)} `));
  const found =
    named.length > 0 ? named : communes.filter(({ postalCode }) => words.includes(` ${postalCode} `));
  return found.length === 1 ? (found[0]?.code ?? null) : null;
};

/** How heavy a request is, 0 to 10, by what is known of it now. */
export const weigh = ({ request, content, documents, events }: Read, procedure: Course): Complexity =>
  complexityOf({
    workflow: procedure?.workflow ?? [],
    opinions: (procedure?.workflow ?? []).reduce(
      (sum, step) => sum + (step.kind === 'opinion' ? step.from.length : 0),
      0,
    ),
    documents: documents.length,
    silence: procedure?.silence.mode ?? 'none',
    urgency: request.urgency,
    refusals: events.filter(({ type }) => type === 'letter-returned' || type === 'request-reopened').length,
    length: content.text.length,
  });

/** What rules read of a request: its commune, its language and its weight are found in its words. */
export const factsOf = (whole: Read, procedure: Course, { communes }: Pick<Authority, 'communes'>): Facts => {
  const { request, content, sender } = whole;
  const answers = content.answers.map(({ value }) => value).join('\n');
  // What it is about says more than where the person lives.
  const about = communeIn(answers, communes) ?? communeIn(sender.address ?? '', communes);
  return {
    department: request.department,
    procedure: request.procedure,
    commune: about ?? communeIn(content.text, communes),
    language: languageOf(`${content.subject}\n${content.text}\n${answers}`),
    channel: request.channel,
    urgency: request.urgency,
    complexity: weigh(whole, procedure).score,
    words: plainWords(`${content.subject} ${content.text} ${answers}`),
  };
};
