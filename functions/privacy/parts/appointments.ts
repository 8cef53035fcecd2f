import type { Appointment } from '../../appointments/appointment.ts';
import { personKeys } from '../../appointments/seats.ts';
import type { Waiter } from '../../appointments/waiter.ts';
import type { Part, ReadDeps } from '../part.ts';
import type { Item } from '../store.ts';
import { keyOf } from '../store.ts';
import type { Whoever } from '../whoever.ts';

type Found = { appointments: Item[]; waiters: Item[] };

/** By their account, else by their address or number, of which only a keyed digest is kept. */
const found = async ({ store, signs }: ReadDeps, who: Whoever): Promise<Found> => {
  const sign = await signs.appointment();
  const keys = [
    ...who.emails.flatMap((email) => personKeys({ email, phone: null }, sign)),
    ...who.phones.flatMap((phone) => personKeys({ email: null, phone }, sign)),
  ];
  const lists = [...(who.accountId ? [`ACCOUNT#${who.accountId}`] : []), ...keys.map((key) => `SEAT#${key}`)];
  const [appointments, waiters] = await Promise.all([
    Promise.all(lists.map((list) => store.listed('appointments', list))),
    Promise.all(keys.map((key) => store.listed('appointments', `WAITS#${key}`))),
  ]);
  return { appointments: appointments.flat(), waiters: waiters.flat() };
};

/** Appointments, and places in waiting lists. */
export const appointments: Part = {
  code: 'appointments',
  async held(deps, who) {
    const { appointments: booked, waiters } = await found(deps, who);
    return [...booked.map(({ appointment }) => appointment), ...waiters.map(({ waiter }) => waiter)];
  },
  async erase(deps, who) {
    const { store, now } = deps;
    const { appointments: booked, waiters } = await found(deps, who);
    for (const item of booked) {
      const { id, state, to } = item.appointment as Appointment;
      if (state === 'booked' && to > now()) await deps.cancelAppointment(id);
      await store.remove('appointments', await store.items('appointments', `APPOINTMENT#${id}`));
    }
    const lines = waiters.map((item) => {
      const { reason, place, joinedAt, id } = item.waiter as Waiter;
      return { pk: `WAITING#${reason}#${place}`, sk: `${joinedAt}#${id}` };
    });
    await store.remove('appointments', [...lines, ...waiters.map(keyOf)]);
  },
};
