import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import { maySpeakFor, onAt } from './notice.ts';
import type { readNotices } from './public-api.ts';
import type { DeskDeps } from './read-desk.ts';

type Deps = Pick<DeskDeps, 'notices' | 'authority' | 'now'>;

export const listNotices =
  ({ notices, now }: Deps) =>
  async (): Promise<ReplyOf<typeof api.listNotices>> => {
    const instant = now();
    return { notices: onAt(await notices.all(), instant), now: instant };
  };

/** Switches the message of a subject. Refuses `forbidden` to who may not speak for it, and one of a department that is not there, on without words, or already over. */
export const setNotice =
  ({ notices, authority, now }: Deps) =>
  async (
    { body }: InputOf<typeof api.setNotice>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.setNotice>> => {
    const { topic, isOn, text, note } = body;
    const at = now();
    const until = body.until && new Date(body.until).toISOString();
    const { departments } = await authority();
    const wrong = (field: string, code: string) => new Refusal('invalid-input', [{ field, code }]);
    if (topic !== null && !departments.some(({ code }) => code === topic)) throw wrong('topic', 'unknown');
    if (!maySpeakFor(agent, topic)) throw new Refusal('forbidden');
    if (isOn && text === '') throw wrong('text', 'required');
    if (isOn && until && until <= at) throw wrong('until', 'in-the-past');
    await notices.save({ topic, note, until, text: isOn ? text : '', by: agent.login, at });
    return { notices: onAt(await notices.all(), at), now: at };
  };

/** What visitors of the portal read: the words, never the note to agents. */
export const publicNotices =
  ({ notices, authority, now }: Deps) =>
  async (): Promise<ReplyOf<typeof readNotices>> => {
    const { departments } = await authority();
    const nameOf = (topic: string | null) => departments.find(({ code }) => code === topic)?.name ?? null;
    return {
      notices: onAt(await notices.all(), now()).map(({ topic, text }) => ({
        topic,
        name: nameOf(topic),
        text,
      })),
    };
  };
