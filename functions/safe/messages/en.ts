/** Said below the mails that warn of papers. */
export const warningMail = (url: string): string =>
  [
    'Papers in your safe have expired, will soon expire, or will soon be needed. They are listed above with their dates.',
    `Your safe, on a page in English: ${url}`,
    'You asked for these reminders. You can stop them at any time from your safe.',
  ].join('\n\n');
