import { day } from './dates.ts';
import type { sharing as French } from './sharing-fr.ts';

export const sharing: typeof French = {
  with: (name: string, since: string) => `Kept together with ${name} since ${day(since)}`,
  withText:
    'The identity and the details (school, meals…) are the same for both of you. Your addresses, documents and requests are not shared.',
  end: 'Stop sharing',
  ended: 'Sharing has ended. You keep your copy.',
  ending: {
    title: 'Stop sharing?',
    text: 'Each keeps a copy of the details. What one corrects will no longer be seen by the other. The other parent is told.',
    yes: 'Stop sharing',
    no: 'Go on sharing',
  },
  invite: 'Invite the other parent',
  invitation: {
    title: 'Invitation for the other parent',
    text: (until: string) =>
      `Send this link to the other parent in any way you like. It works until ${day(until)}, once only. It says nothing of the child: the other parent will have to give the date of birth.`,
    link: 'Invitation link',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    done: 'I have copied the link',
  },
  received: {
    title: 'A parent invites you',
    text: (from: string) =>
      `${from} proposes to keep the details of your child together. You will see the identity and what concerns daily life (school, meals…), and nothing else. Each of you can end it at any time.`,
    own: 'This invitation is yours: it is for the other parent to open it.',
    birth: 'Date of birth of the child',
    birthHint: 'To prove that you are a parent. For example 4 5 2019',
    accept: 'Accept',
    later: 'Later',
    accepted: 'Done: the child is in your household.',
    gone: 'This invitation no longer works. Ask the other parent for another one.',
    wrong: 'This date is not that of the child, or the invitation no longer works.',
    tooMany: 'Too many tries. Try again tomorrow, or ask for another invitation.',
    missing: 'Write the date of birth of the child.',
  },
};
