import type { Agent } from '../agents/agent.ts';
import { filledFor, tellingProblems } from '../instruction/group-words.ts';
import { answerLetter, authorOf, messageLetter } from '../letters/answer.ts';
import { answerProblems } from '../letters/check-answer.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Upload } from './follow.ts';
import type { Snapshot, Whole } from './items.ts';
import type { MessageRecord, StoredFile } from './records.ts';
import type { WorkDeps } from './work.ts';

type Writing = {
  kind: 'message' | 'answer';
  outcome?: 'granted' | 'refused' | 'answered';
  procedure?: Pick<Procedure, 'title' | 'algorithm'> | null;
  /** The request with those grouped under it, who are answered in the same words. */
  lead?: Whole;
};
/** The message as it will leave: signed by the agent, with what the law wants said. Refuses `letter-not-ready`. */
export const compose = async (
  deps: Pick<WorkDeps, 'claim' | 'now' | 'newSalt'>,
  { request, card }: Snapshot,
  authority: Authority,
  given: Writing & { id: string; text: string; uploads: Upload[]; agent: Agent },
): Promise<MessageRecord> => {
  const department = authority.departments.find(({ code }) => code === request.department);
  if (!department) throw new Refusal('not-allowed-in-state');
  const { id, kind, outcome, agent, procedure, uploads, lead } = given;
  const isForAll = lead !== undefined && lead.members.length > 0;
  const text = isForAll ? filledFor(given.text, lead) : given.text;
  const signed = { agent, department, authority };
  const about = { algorithm: procedure?.algorithm ?? false, procedureTitle: procedure?.title ?? null };
  const decides = kind === 'answer' && outcome && { subject: card.subject, text, outcome, ...about };
  const open = [given.text, ...uploads.map(({ name }) => name)].join('\n');
  const problems = [
    ...(decides ? answerProblems(decides, signed) : []),
    ...(isForAll ? tellingProblems(open, lead) : []),
  ];
  if (problems.length > 0) throw new Refusal('letter-not-ready', problems);
  const written = decides ? answerLetter(decides, signed) : messageLetter(card.subject, text, signed);
  const attachments: StoredFile[] = [];
  for (const [index, upload] of uploads.entries())
    attachments.push(await deps.claim(upload, { reference: request.reference, messageId: id, index }));
  return {
    ...written,
    ...(isForAll && decides ? { forAll: answerLetter({ ...decides, text: given.text }, signed).text } : {}),
    ...{ id, kind, attachments },
    from: 'authority',
    at: deps.now(),
    author: authorOf(agent),
    delivery: 'queued',
    salt: deps.newSalt(),
  };
};
