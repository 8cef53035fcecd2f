import { type Check, stackOf } from '../check.ts';
import type { Finding } from '../finding.ts';

const watched = ['app', 'work', 'channels', 'citizen', 'town', 'trust'];

export const listeners: Check = {
  finds: ['alarm-mail'],
  title: 'Somebody receives the alarms',
  async look({ slug, authority, cloud }) {
    const { alarmEmail } = authority.aws;
    const found = await Promise.all(
      watched.map(async (part) => {
        const name = stackOf({ slug }, part);
        if (!(await cloud.stack(name))) return null;
        const topic = (await cloud.resources(name)).find(
          ({ type, id }) => type === 'AWS::SNS::Topic' && id.startsWith('AlarmsTopic'),
        );
        return topic ? { part, ...(await cloud.subscribers(topic.name)) } : null;
      }),
    );
    const there = found.filter((one) => one !== null);
    const deaf = there.filter(({ confirmed }) => confirmed === 0).map(({ part }) => part);
    return [
      {
        id: 'alarm-mail',
        state: there.length === 0 ? 'later' : deaf.length > 0 ? 'todo' : 'done',
        title: `${this.title}: ${alarmEmail}`,
        why:
          there.length === 0
            ? 'after the deployment'
            : deaf.length > 0
              ? `not confirmed for ${deaf.join(', ')}`
              : undefined,
        steps:
          there.length > 0 && deaf.length === 0
            ? undefined
            : [
                `In the mailbox ${alarmEmail}: open "AWS Notification - Subscription Confirmation" (one for each stack) and confirm.`,
              ],
      },
    ];
  },
};

export const ringing: Check = {
  finds: ['alarms'],
  title: 'No alarm rings',
  async look({ slug, cloud }) {
    const alarms = await cloud.ringing(`parvis-${slug}-`);
    return [
      {
        id: 'alarms',
        state: alarms.length > 0 ? 'wrong' : 'done',
        title: this.title,
        why: alarms.length > 0 ? alarms.join(', ') : undefined,
        steps:
          alarms.length > 0
            ? ['Each says what people suffer and where its steps stand: infra/runbook/alarms.md.']
            : undefined,
      },
    ];
  },
};

export const deadLetters: Check = {
  finds: ['dead-letters'],
  title: 'Nothing lies among the dead letters',
  async look({ slug, authority, cloud }) {
    const queues = await Promise.all(
      watched.map(async (part) => {
        const name = stackOf({ slug }, part);
        if (!(await cloud.stack(name))) return [];
        return (await cloud.resources(name)).filter(
          ({ type, id }) => type === 'AWS::SQS::Queue' && /(DeadLetters|Lost|Untold)[0-9A-F]{8}$/.test(id),
        );
      }),
    );
    const counted = await Promise.all(
      queues.flat().map(async ({ id, name }) => ({ id, waiting: await cloud.waiting(name) })),
    );
    const full = counted.filter(({ waiting }) => waiting > 0);
    const found: Finding = {
      id: 'dead-letters',
      state: counted.length === 0 ? 'later' : full.length > 0 ? 'wrong' : 'done',
      title: this.title,
      why:
        counted.length === 0
          ? 'after the deployment'
          : full.length > 0
            ? full.map(({ id, waiting }) => `${id.replace(/[0-9A-F]{8}$/, '')}: ${waiting}`).join(', ')
            : `${counted.length} queues`,
      steps:
        full.length > 0
          ? [
              `https://${authority.domain}/agents/echecs as an administrator; steps: infra/runbook/alarms.md#dead-letters`,
            ]
          : undefined,
    };
    return [found];
  },
};
