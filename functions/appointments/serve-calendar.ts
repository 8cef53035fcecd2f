import type { Caller } from '../agents/caller.ts';
import type { Download } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { agendaIn } from './agenda-language.ts';
import { calendarFile } from './calendar.ts';
import { entryOf } from './entry-of.ts';
import { pageOf } from './link.ts';
import { opened, type PublicDeps } from './serve-public.ts';
import { wordsIn } from './words.ts';

/** The file of an appointment for somebody's own calendar; the link it holds is the one they came by. */
export const readCalendar =
  (deps: PublicDeps & { publicUrl: string }) =>
  async (
    { headers }: { headers: { 'x-appointment-secret': string } },
    caller?: Caller,
  ): Promise<Download> => {
    const secret = headers['x-appointment-secret'];
    const appointment = await deps.appointments.read(await opened(deps, secret, false, caller));
    if (!appointment) throw new Refusal('not-found');
    const [agenda, authority] = await Promise.all([deps.agenda(), deps.authority()]);
    const method = appointment.state === 'cancelled' ? 'CANCEL' : 'PUBLISH';
    const { language } = appointment;
    const link = pageOf(deps.publicUrl, secret, language);
    const read = agendaIn(agenda, language ?? 'fr');
    const text = calendarFile(entryOf(authority, read, appointment, { method, link, stamp: deps.now() }));
    return { bytes: new TextEncoder().encode(text), name: wordsIn(language).calendar.file };
  };
