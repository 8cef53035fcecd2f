import type { Agenda } from './agenda.ts';

/** What is wrong, where (path in the document), and the remedy; in the words of the configuration's own errors. */
export type AgendaProblem = { field: string; problem: string; remedy: string };

const twice = (part: 'places' | 'reasons' | 'desks', agenda: Agenda): AgendaProblem[] =>
  agenda[part].flatMap(({ code }, at) => {
    const isKnown = agenda[part].findIndex((other) => other.code === code) < at;
    return isKnown
      ? [
          {
            field: `${part}.${at}.code`,
            problem: `"${code}" is the code of another one`,
            remedy: 'give each its own code',
          },
        ]
      : [];
  });

/** What no schema sees: names that lead nowhere, what is written twice, what can never be booked. */
export const agendaProblems = (
  agenda: Agenda,
  departments: readonly string[],
  logins: readonly string[],
): AgendaProblem[] => {
  const places = agenda.places.map(({ code }) => code);
  const reasons = agenda.reasons.map(({ code }) => code);
  const unknown = (field: string, name: string, known: readonly string[]): AgendaProblem[] =>
    known.includes(name)
      ? []
      : [
          {
            field,
            problem: `"${name}" is not known`,
            remedy: `write one of ${known.slice(0, 12).join(', ') || 'the codes above'}`,
          },
        ];
  return [
    ...twice('places', agenda),
    ...twice('reasons', agenda),
    ...twice('desks', agenda),
    ...agenda.reasons.flatMap(({ code, department, isInternal }, at) => [
      ...unknown(`reasons.${at}.department`, department, departments),
      ...(isInternal || agenda.desks.some((desk) => desk.reasons.includes(code))
        ? []
        : [
            {
              field: `reasons.${at}.code`,
              problem: `no desk receives for "${code}"`,
              remedy: 'add it to the reasons of a desk, or take it out',
            },
          ]),
    ]),
    ...agenda.desks.flatMap((desk, at) => [
      ...unknown(`desks.${at}.place`, desk.place, places),
      ...desk.agents.flatMap((login, index) => unknown(`desks.${at}.agents.${index}`, login, logins)),
      ...desk.reasons.flatMap((reason, index) => unknown(`desks.${at}.reasons.${index}`, reason, reasons)),
    ]),
  ];
};
