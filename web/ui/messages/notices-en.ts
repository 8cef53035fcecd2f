import type { notices as French } from './notices-fr.ts';

export const notices: typeof French = {
  label: 'Message of the day',
  about: (name: string) => `${name}: `,
};
