import type { Contact as Message } from '../intake/contact.ts';
import type { Answer, Slot } from '../procedures/field.ts';
import { isSlot } from '../procedures/normalise.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Appointment, Contact } from './appointment.ts';
import { type BookDeps, type Booked, book } from './book.ts';
import { told } from './cancel.ts';
import type { Hold } from './hold.ts';

export type FromFormDeps = BookDeps & {
  contact(id: string): Promise<Message>;
  appointmentId(key: string): string;
};
/** Reason of an appointment that a form asked for and that was gone when it came: the person chooses again by its link. */
const gone = 'slot-gone';

const personOf = ({ sender }: Message): Contact => {
  const { name, email, phone } = sender;
  const [givenName = '', ...rest] = (name ?? '').trim().split(/\s+/);
  return {
    ...{ givenName: rest.length > 0 ? givenName : '', familyName: rest.join(' ') || givenName },
    ...{ email: email ?? null, phone: phone ?? null, wantsTexts: false },
  };
};

/** Booked before its form was lodged, which waited for a second signature: it is of that request now. */
const joinRequest = async ({ appointments }: BookDeps, id: string, reference: string | null) => {
  const known = await appointments.read(id);
  if (!known || known.reference || !reference) return;
  await appointments.transact([appointments.save({ ...known, reference, revision: known.revision + 1 })]);
};

/** Kept as an appointment that the authority cannot hold: its message offers the closest others. */
const asGone = async (deps: BookDeps, hold: Hold, base: Omit<Appointment, 'freeAt' | 'end'>) => {
  const now = deps.now();
  const end = hold.start + Math.round((Date.parse(hold.to) - Date.parse(hold.from)) / 60_000);
  const appointment: Appointment = { ...base, end, freeAt: end, state: 'cancelled', closing: gone };
  await deps.appointments.transact([
    deps.appointments.add(appointment),
    told(deps, appointment, 'withdrawn', now),
  ]);
};

/**
 * Slots that a form holds become appointments of its request, once each, whatever is said again. What lapsed while the
 * form was filled and went to somebody else is not lost in silence: the person is told, and chooses another.
 */
export const bookFromForm =
  (deps: FromFormDeps) =>
  async ({ contactId, account }: { contactId: string; account?: string | undefined }): Promise<void> => {
    const message = await deps.contact(contactId);
    const slots = Object.values(message.form?.answers ?? {}).filter((answer): answer is Slot =>
      isSlot(answer as Answer),
    );
    for (const { slot } of slots) {
      const hold = await deps.appointments.held(slot);
      if (!hold) continue;
      if (hold.appointment) {
        await joinRequest(deps, hold.appointment, message.form?.reference ?? null);
        continue;
      }
      const { reason, place, from, to, desk, day, start } = hold;
      const wanted = {
        ...{ id: deps.appointmentId(`form-${contactId}-${slot}`), reason, place, from, hold },
        ...{
          contact: personOf(message),
          language: message.form?.language,
          account: account ?? null,
          note: '',
          by: message.form?.by ?? 'citizen',
        },
        reference: message.form?.reference ?? null,
      };
      const booked: Booked | null = await book(deps)(wanted).catch((error) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      if (booked?.outcome === 'booked') {
        await deps.appointments.hold({ ...hold, appointment: wanted.id });
        continue;
      }
      const { hold: _hold, by, ...kept } = wanted;
      const at = deps.now();
      await asGone(deps, hold, {
        ...{ ...kept, to, desk, day, start, state: 'cancelled', revision: 1, seats: [] },
        ...{ bookedAt: at, bookedBy: by },
      });
    }
  };
