import { dayInWords } from '../letters/messages/fr.ts';
import type { Append } from '../requests/append.ts';
import type { Whole } from '../requests/items.ts';
import { overdue, reminder } from './messages/fr.ts';
import type { Act } from './plan.ts';
import { automatic, leaving, officeOf, trackingOf, type WriteDeps } from './write.ts';

type Deps = WriteDeps & { append: Append };
type Remind = Extract<Act, { kind: 'remind' }>;
type Overdue = Extract<Act, { kind: 'overdue' }>;

const missing = ({ request, asks }: Whole): string[] => {
  const { awaited } = request;
  const ask = asks.find(({ askId }) => askId === awaited?.askId);
  return (ask?.documents ?? [])
    .filter(({ code }) => !awaited?.provided.includes(code))
    .map(({ label }) => label);
};

/** A reminder of what is still missing, once for its number. */
export const remind =
  (deps: Deps) =>
  async (whole: Whole, { askId, number, daysLeft }: Remind): Promise<unknown> => {
    const { request, content } = whole;
    const { reference } = request;
    const until = dayInWords(request.awaited?.until ?? '');
    const office = officeOf(await deps.authority(), request.department);
    const cause = `remind-${askId}-${number}`;
    const message = await automatic(deps, whole, cause, {
      subject: reminder.subject(content.subject),
      paragraphs: [
        reminder.ahead(daysLeft, until),
        reminder.missing(missing(whole)),
        reminder.send(trackingOf(deps, reference)),
        reminder.help(office.phone),
      ],
    });
    return deps.append(reference, { key: cause }, (current) => {
      const { awaited } = current?.request ?? {};
      if (awaited?.askId !== askId || awaited.isOverdue) return { commands: [] };
      return {
        commands: [{ command: 'reminder-queued', about: 'documents', number, messageId: message.id }],
        ...leaving(message, reference),
      };
    });
  };

/** The time granted is over: the request goes back to the department, and the citizen is told. */
export const endAsking =
  (deps: Deps) =>
  async (whole: Whole, { askId, until }: Overdue): Promise<unknown> => {
    const { request, content } = whole;
    const { reference, awaited } = request;
    const cause = `overdue-${askId}`;
    const message = await automatic(deps, whole, cause, {
      subject: overdue.subject(content.subject),
      paragraphs: [
        overdue.text(dayInWords(until)),
        reminder.missing(missing(whole)),
        ...(awaited?.stopsClock ? [overdue.clock] : []),
      ],
    });
    return deps.append(reference, { key: cause }, (current) => {
      if (current?.request.awaited?.askId !== askId) return { commands: [] };
      return {
        commands: [{ command: 'documents-overdue', askId, on: until }],
        ...leaving(message, reference),
      };
    });
  };
