/** Words around the message of the day on the portal. */
export const notices = {
  label: 'Message du jour',
  about: (name: string) => `${name} : `,
};
