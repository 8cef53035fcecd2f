import type { Day } from '../deadlines/day.ts';
import type { Authority } from '../settings/authority.ts';
import type { Notice } from './agent-api.ts';
import type { News } from './call-news.ts';
import { type Answer, type Asked, newsOfStep } from './flow.ts';
import { voice } from './messages/voice-fr.ts';
import { onAt, saidTo } from './notice.ts';
import { isOpen, openingOf, opensAt } from './opening.ts';

export type FlowDeps = {
  authority(): Promise<Authority>;
  notices(): Promise<Notice[]>;
  /** What the caller is told of a request: the state and the promised day, or why not. */
  status(asked: Asked): Promise<string>;
  /** Notes what the step says of the call. It may fail or be slow: the caller is answered all the same. */
  note(contactId: string, news: News): Promise<void>;
  now(): string;
  dayIn(zone: string, instant: string): Day;
};

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/**
 * Answers one step of the flow. `greet`: whether it is open and what is said first; `choose`: the message of a subject;
 * `status`: where a request stands; `call-back`: asked for; `connect`: an agent takes the call.
 */
export const answerFlow =
  (deps: FlowDeps) =>
  async (asked: Asked): Promise<Answer> => {
    const now = deps.now();
    const authority = await deps.authority();
    const opening = openingOf(authority);
    const today = deps.dayIn(authority.timeZone, now);
    const open = isOpen(now, today, opening);
    const noted = deps.note(asked.contactId, newsOfStep(asked, now, open));
    const answer = async (): Promise<Answer> => {
      switch (asked.step) {
        case 'greet': {
          const notice = saidTo(onAt(await deps.notices(), now), null);
          const reopens = open ? null : opensAt(now, today, opening);
          const closed = open ? '' : voice.closed(reopens && voice.at(authority.timeZone, reopens));
          const said = [authority.telephony?.welcome, closed, notice].filter(Boolean).join(' ');
          return { open: yes(open), said };
        }
        case 'choose': {
          const mine = onAt(await deps.notices(), now).filter(({ topic }) => topic === asked.topic);
          const said = mine.map(({ text }) => text).join(' ');
          return { hasNotice: yes(said !== ''), said };
        }
        case 'status':
          return { said: await deps.status(asked) };
        case 'call-back':
          return { said: asked.number ? voice.calledBack : voice.cannotCallBack };
        case 'connect':
          return { said: '' };
      }
    };
    const [said] = await Promise.all([answer(), noted]);
    return said;
  };
