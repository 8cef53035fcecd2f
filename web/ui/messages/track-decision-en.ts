import type { decision as French } from './track-decision-fr.ts';

export const decision: typeof French = {
  refusedTitle: 'Understanding this refusal',
  contestTitle: 'Challenging the answer',
  why: 'Why',
  refusedOn: (day: string) => `The department refused your request on ${day}.`,
  bySilence: (day: string) => `You had no answer before ${day}. In law, this silence means no.`,
  text: 'The text that was applied:',
  inLetter: 'The reasons are in the decision, which you find further down in the messages.',
  can: 'What you can do',
  askReasons: 'Ask for the reasons: write to the department, which has a month to answer.',
  gracious: (authority: string) =>
    `Ask ${authority} to look at its decision again (recours gracieux), from this page or by post.`,
  hierarchical: 'Write to the superior of the person who decided (recours hiérarchique).',
  court: (name: string, address: string) =>
    `Apply to the court (${name}, ${address}), by post or online (recours contentieux):`,
  mediator: 'Ask for mediation, which is free:',
  defender:
    'Ask the Defender of Rights (Défenseur des droits) for help, which is free. It does not extend the time limit of the court:',
  until: 'Until when',
  before: (day: string) =>
    `You have until ${day} included. If you ask us to look again before that date, the two months start anew when we answer.`,
  over: (day: string) =>
    `The time limit ended on ${day}. You can still write to us, but a challenge may be refused because it is late.`,
  interrupted:
    'Your challenge stopped the time limit of the court: two months will start anew when it is answered, or when silence means no.',
  noDelay: 'No time limit can be held against you today. Even so, do not wait long.',
  kinds: { gracious: 'To the same department', hierarchical: 'To the superior' },
  kindHints: {
    gracious: 'The department that decided looks at your file again (recours gracieux).',
    hierarchical: 'The superior of the person who decided looks at your file again (recours hiérarchique).',
  },
  lodged: (kind: string, day: string) => `Challenge sent on ${day}. ${kind}.`,
  open: (reference: string) => `See request ${reference}`,
  contest: 'Challenge this decision',
  effect:
    'Your challenge becomes a new request, linked to this one. With no answer within two months it counts as refused: you then have two months to apply to the court.',
  late: (day: string) =>
    `The time limit ended on ${day}. The department may refuse to look at a late challenge.`,
  which: 'Who should look at the decision again?',
  reasons: 'Why do you challenge it?',
  reasonsHint: 'Say what is not right, and what you ask for. One sentence may be enough.',
  reasonsMissing: 'Why do you challenge it? Write a few words',
  files: 'Documents that prove you right',
  send: 'Send my challenge',
  sending: 'Sending…',
  cancel: 'Do not challenge',
  done: 'Your challenge is sent',
  doneText: (reference: string, day: string) =>
    `Its number is ${reference}. If we have not answered by ${day}, it will count as refused.`,
  code: (code: string) => `Its tracking code: ${code}. Write it down.`,
  openAppeal: 'Track my challenge',
  back: 'Back to the request',
};
