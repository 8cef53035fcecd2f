/** Said below the mails around a form that two people sign. */
type Words = { first: string; title: string; until: string; url: string };

export const cosignMails = {
  ask: ({ first, title, until, url }: Words) =>
    [
      `${first} has prepared the form “${title}” and says that you have to sign it too.`,
      `Read the answers, then sign or refuse, until ${until} included: ${url}`,
      'To sign, you will receive a code at this address. Give it to nobody. Nothing is sent until you have signed.',
      'Do you not know this person? Do nothing: the request erases itself.',
    ].join('\n\n'),
  remind: ({ first, title, until, url }: Words) =>
    `The form “${title}”, prepared by ${first}, waits for your signature until ${until} included.\n\nTo read it, then sign or refuse: ${url}`,
  code: (code: string, { title }: Words) =>
    `Your code to sign “${title}”: ${code}\n\nIt works for 10 minutes. Give it to nobody, not even to our agents.`,
  waiting: (second: string, { title, until, url }: Words) =>
    `You have signed the form “${title}”. We have written to ${second}, who has until ${until} included to sign it. It is not sent yet.\n\nTo see where it stands, or to take it back: ${url}`,
  lodged: (reference: string, { title, url }: Words) =>
    `The second person has signed. Your request “${title}” is sent. Its number is ${reference}.\n\nIts tracking code is on your page: ${url}`,
  refused: ({ url }: Words) =>
    `The second person has refused to sign. Nothing is sent.\n\nYou can read why, and take up your answers again: ${url}`,
  expired: ({ until, url }: Words) =>
    `The second person did not sign until ${until} included. Nothing is sent.\n\nYour answers are kept for 30 days: ${url}`,
};
