import { answerLetter, authorOf, messageLetter, type Signed } from '../letters/answer.ts';
import type { Change } from '../requests/append.ts';
import { messageItem } from '../requests/items.ts';
import { contentHash } from '../requests/journal.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Authority, Department } from './authority.ts';
import { before, type Told } from './demonstration.ts';
import type { Scene } from './story.ts';

/** One change of an invented request, at its instant; `key` makes a second deployment harmless. */
export type Act = { key: string; at: string; change: Change };
export const saltOf = (told: Told): string => `${told.key}-salt`;

export const departmentOf = (told: Told, { departments }: Pick<Authority, 'departments'>): Department => {
  const department = departments.find(({ code }) => code === told.department);
  if (!department) throw new Error(`the demonstration names an unknown department: ${told.department}`);
  return department;
};
const signedBy = (told: Told, login: string | undefined, { authority, agents }: Scene): Signed => {
  const agent = agents.find((one) => one.login === login);
  if (!agent) throw new Error(`the demonstration names an unknown agent: ${login}`);
  return { agent, department: departmentOf(told, authority), authority };
};

/** A message of the authority that left by mail. */
export const sent = (
  told: Told,
  id: string,
  commands: Change['commands'],
  message: Partial<MessageRecord> & { at: string },
): Change => ({
  commands: [...commands, { command: 'message-sent', messageId: id, channel: 'email', providerId: null }],
  records: [recordOf(told, { id, ...message })],
});
const recordOf = (told: Told, message: Partial<MessageRecord> & { id: string; at: string }) =>
  messageItem({
    ...{ from: 'authority', kind: 'message', author: null, subject: told.subject, text: '' },
    ...{ attachments: [], delivery: 'sent', salt: saltOf(told) },
    ...message,
  });

export const noteAct = (told: Told, note: Told['notes'][number], id: string, scene: Scene): Act => {
  const at = before(scene.now, note.daysAgo);
  const salt = saltOf(told);
  const author = authorOf(signedBy(told, note.by, scene).agent);
  const digest = contentHash(salt, note.text, scene.hash);
  return {
    ...{ key: id, at },
    change: {
      commands: [{ command: 'note-added', noteId: id, contentHash: digest, by: `agent:${note.by}` }],
      records: [{ sk: `RECORD#NOTE#${id}`, note: { id, at, author, text: note.text, salt } }],
    },
  };
};

export const messageAct = (told: Told, message: Told['messages'][number], id: string, scene: Scene): Act => {
  const { from, text } = message;
  const at = before(scene.now, message.daysAgo);
  const digest = contentHash(saltOf(told), text, scene.hash);
  if (from === 'citizen') {
    const commands: Change['commands'] = [
      { command: 'citizen-message-received', messageId: id, contentHash: digest, attachments: 0 },
    ];
    const record = recordOf(told, { id, at, from: 'citizen', text, delivery: null });
    return { key: id, at, change: { commands, records: [record] } };
  }
  const mine = signedBy(told, from.replace('agent:', ''), scene);
  const commands: Change['commands'] = [
    { command: 'citizen-message-queued', messageId: id, contentHash: digest, by: from, awaitsReply: true },
  ];
  const written = messageLetter(told.subject, text, mine);
  return { key: id, at, change: sent(told, id, commands, { ...written, at, author: authorOf(mine.agent) }) };
};

/** The answer, if there is one, and the end of the request. */
export const answerActs = (told: Told, scene: Scene): Act[] => {
  if (!told.answer) return [];
  const { outcome, daysAgo, text } = told.answer;
  const id = `${told.key}-answer`;
  const at = before(scene.now, daysAgo);
  const mine = signedBy(told, told.agent, scene);
  const contentDigest = contentHash(saltOf(told), text, scene.hash);
  const commands: Change['commands'] = [
    {
      command: 'answer-decided',
      messageId: id,
      outcome,
      contentHash: contentDigest,
      by: `agent:${told.agent}`,
    },
  ];
  const written = answerLetter({ subject: told.subject, text, outcome }, mine);
  const author = authorOf(mine.agent);
  return [
    { key: id, at, change: sent(told, id, commands, { ...written, kind: 'answer', at, author }) },
    {
      key: 'close-auto',
      at: before(scene.now, daysAgo, 1),
      change: { commands: [{ command: 'request-closed', by: 'auto' }] },
    },
  ];
};
