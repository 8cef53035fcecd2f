import type { tracked as French } from './track-instruction-fr.ts';

export const tracked: typeof French = {
  awaitedTitle: 'Documents are asked of you',
  awaitedUntil: (day: string) => `Send them before ${day}. You can send them in several goes.`,
  overdue: (day: string) =>
    `They were due by ${day}. You can still send them as long as the request is not decided.`,
  clock: {
    restarts: 'The legal time to answer will start when the last document has arrived.',
    suspended: 'The legal time to answer is suspended: it goes on when the last document arrives.',
  },
  received: 'Received',
  receivedOn: (day: string, isVerified: boolean) =>
    `Received on ${day}${isVerified ? '' : ', being checked'}.`,
  receivedTitle: 'The documents you sent',
  awaited: 'To send',
  which: 'What you are sending',
  validity: (months: number) => `Less than ${months} months old.`,
  begin: 'Send my documents',
  goOn: (left: number) => (left > 1 ? `Go on: ${left} documents to send` : 'Send the last document'),
  pieceUntil: (day: string) => `To be sent before ${day}.`,
  file: 'Your document',
  sendOne: 'Send this document',
  later: 'Later',
  oneSent: (left: number) =>
    left > 1 ? `Document received. ${left} more to send.` : 'Document received. One more to send.',
  sending: 'Sending…',
  sent: 'Your documents have arrived.',
  nothing: 'Add at least one document.',
  byPost: 'You can also post them or bring them to the front desk, with the number of the request.',

  implicit: {
    granted: (day: string) =>
      `If you have no answer by ${day}, your request is granted. You can ask the department for a certificate.`,
    refused: (day: string) =>
      `If you have no answer by ${day}, your request counts as refused. You can ask the department for the reasons, and challenge it.`,
  },
  transferred: (name: string, day: string) =>
    `Your request was passed on to the public body in charge on ${day}: ${name}.`,
  suspended: (day: string) => `Work on your request has been suspended since ${day}.`,
  work: 'What is done with your request',

  withdraw: 'Withdraw my request',
  withdrawText: 'The department will stop working on your request. You can make another one later.',
  withdrawReason: 'Why do you withdraw it?',
  withdrawGo: 'Yes, withdraw it',
  withdrawn: 'Your request is withdrawn.',
  keep: 'Keep my request',
};
