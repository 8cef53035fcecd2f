/** Said below the mails to those who follow a report. */
type Said = { category: string; commune: string; on: string; url: string };
const what = ({ category, commune, on }: Said): string => `“${category}” in ${commune}, reported on ${on}`;
const leave = ({ url }: Said): string => `To see it, or to stop following it: ${url}`;

export const mails = {
  welcome: (said: Said) =>
    `You follow a report: ${what(said)}. We will write to you when somebody takes care of it, then when it is done. There is no need to report it again.\n\n${leave(said)}`,
  taken: (said: Said) =>
    `Somebody is taking care of the report that you follow: ${what(said)}. We will write to you when it is done.\n\n${leave(said)}`,
  resolved: (said: Said, isAnswered: boolean) =>
    [
      `The report that you follow is dealt with: ${what(said)}.`,
      ...(isAnswered ? ['What the department answers is above, in French.'] : []),
      'If the problem is still there, report it again: it takes a few seconds.',
      leave(said),
    ].join('\n\n'),
};
