import type { Contact } from './appointment.ts';
import type { Sign } from './link.ts';

/**
 * What one person may have at once is counted in seats, by address and by number: each appointment to come sits on one of
 * each. A seat says until when it is taken, so that what has passed leaves it free.
 */
export type Seats = Readonly<Record<string, string>>;
export type Seat = { key: string; seat: number };

const emailOf = (typed: string): string => {
  const [name = '', host = ''] = typed.trim().toLowerCase().split('@');
  return `${name.split('+')[0]}@${host}`;
};
const digitsOf = (typed: string): string => typed.replace(/\D/g, '').replace(/^(0033|33)?0?/, '');

/** Neither address nor number is kept as a key: what is kept of them tells nobody who it is. */
export const personKeys = ({ email, phone }: Pick<Contact, 'email' | 'phone'>, sign: Sign): string[] => [
  ...(email ? [sign(`person-email:${emailOf(email)}`).slice(0, 32)] : []),
  ...(phone ? [sign(`person-phone:${digitsOf(phone)}`).slice(0, 32)] : []),
];

export const seatName = (seat: number): string => `s${seat}`;
export const seatMark = (until: string, id: string): string => `${until}#${id}`;
/** The first seat nobody sits on; null when all are taken. */
export const freeSeat = (taken: Seats, most: number, now: string): number | null => {
  for (let seat = 0; seat < most; seat += 1) {
    const mark = taken[seatName(seat)];
    if (mark === undefined || mark < now) return seat;
  }
  return null;
};
