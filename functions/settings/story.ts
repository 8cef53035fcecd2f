import { promisedOn } from '../deadlines/rules.ts';
import { acknowledgement } from '../letters/acknowledgement.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Change } from '../requests/append.ts';
import type { Hash } from '../requests/journal.ts';
import { opening } from '../requests/open.ts';
import { rulesOf } from '../requests/rules.ts';
import type { Authority } from './authority.ts';
import { before, contactOf, type Told } from './demonstration.ts';
import type { Seed } from './seed.ts';
import { type Act, answerActs, departmentOf, messageAct, noteAct, saltOf, sent } from './story-acts.ts';

export type Scene = {
  authority: Authority;
  agents: Seed['agents'];
  procedure: Procedure | null;
  now: string;
  dayIn(zone: string, instant: string): string;
  publicUrl: string;
  hash: Hash;
};

/** What happened to an invented request since it came, act after act, each at its instant. */
export const storyOf = (told: Told, reference: string, scene: Scene): Act[] => {
  const acts = [
    ...beginning(told, reference, scene),
    ...told.notes.map((note, index) => noteAct(told, note, `${told.key}-note-${index}`, scene)),
    ...told.messages.map((message, index) =>
      messageAct(told, message, `${told.key}-message-${index}`, scene),
    ),
    ...answerActs(told, scene),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const last = acts.at(-1);
  // The machine of an open request takes it up where the story leaves it, so it hears of it last. No machine may take up
  // one that is over, but whoever asked it is known from it.
  if (last)
    last.change.announce =
      told.state === 'closed'
        ? [{ type: 'contact-recorded', detail: { contactId: told.key, channel: told.channel } }]
        : [{ type: 'request-opened', detail: { reference } }];
  return acts;
};

const beginning = (told: Told, reference: string, scene: Scene): Act[] => {
  const { authority, procedure, now, hash } = scene;
  const at = before(now, told.daysAgo);
  const receivedOn = scene.dayIn(authority.timeZone, at);
  const rules = rulesOf(procedure, authority);
  const opened = opening(contactOf(told, reference, now), {
    ...{ reference, receivedOn, rules, hash, answers: [], salt: saltOf(told) },
    openedBy: told.channel === 'form' ? 'citizen' : 'auto',
    procedureTitle: procedure?.title ?? null,
  });
  const kind = told.channel === 'scan' ? 'ar' : 'are';
  const receipt = `${told.key}-receipt`;
  const acknowledgedAt = before(now, told.daysAgo, 0.02);
  const written = acknowledgement({
    ...{ kind, authority, reference, receivedOn },
    department: departmentOf(told, authority),
    subject: told.subject,
    name: told.sender.name,
    receivedAt: '09:12',
    promisedOn: promisedOn(receivedOn, rules),
    silence: { mode: 'none', on: null },
    trackingUrl: `${scene.publicUrl}/suivi`,
    trackingCode: null,
  });
  const agent = told.agent ?? null;
  const assigned: Change = {
    commands: [{ command: 'request-assigned', department: told.department, agent, by: 'auto', reason: null }],
  };
  const started: Change = { commands: [{ command: 'work-started', by: `agent:${agent}` }] };
  return [
    { key: 'open', at, change: { ...opened, announce: [] } },
    {
      key: `acknowledge-${kind}`,
      at: acknowledgedAt,
      change: sent(told, receipt, [{ command: 'acknowledgement-queued', kind, messageId: receipt }], {
        ...written,
        kind: 'acknowledgement',
        at: acknowledgedAt,
      }),
    },
    { key: 'demo-assign', at: before(now, told.daysAgo, 2), change: assigned },
    ...(told.state === 'assigned'
      ? []
      : [{ key: 'demo-start', at: before(now, told.daysAgo, 5), change: started }]),
  ];
};
