import type { noScript as French } from './no-script-fr.ts';

export const noScript: typeof French = {
  text: 'This page needs JavaScript: your browser does not run it, or has not received it.',
  otherwise: 'You can also do this at the desk, by post or by telephone:',
  link: 'how to reach us',
};
