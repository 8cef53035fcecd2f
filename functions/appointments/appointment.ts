import type { Day } from '../deadlines/day.ts';
import type { OtherLanguage } from '../procedures/translation.ts';

/** A meeting with an agent: booked by anybody, moved and cancelled through the link of its mail. */
export const appointmentStates = ['booked', 'cancelled', 'honoured', 'missed'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** Whom to write to. At least one of the two ways is there; texts only go to whoever wants them. */
export type Contact = {
  givenName: string;
  familyName: string;
  email: string | null;
  /** As typed; read by delivery/phone.ts when a text leaves. */
  phone: string | null;
  wantsTexts: boolean;
};

export type Appointment = {
  id: string;
  /** Code of a reason, which says how long it takes, what to bring and where. */
  reason: string;
  place: string;
  /** Code of the desk, the unit of capacity. */
  desk: string;
  /** Calendar day of the authority, and minutes since its midnight as its clocks show them. */
  day: Day;
  start: number;
  /** First minute after it, and after the pause that follows it. */
  end: number;
  freeAt: number;
  /** Start and end, UTC. */
  from: string;
  to: string;
  state: AppointmentState;
  /** Request it belongs to. */
  reference: string | null;
  account: string | null;
  contact: Contact;
  /** In which it was booked, when that is not French: what is told of it is told in it. */
  language?: OtherLanguage | undefined;
  /** For the agents, written by the person or by an agent: what it is about. */
  note: string;
  /** One more at each change: SEQUENCE of the calendar file, condition of each write. */
  revision: number;
  bookedAt: string;
  /** `citizen`, `agent:<login>` or `mandate:<id>`. */
  bookedBy: string;
  /** mandate:<id>, when somebody moved or gave it up for the person last. */
  changedBy?: string | undefined;
  /** When the person came, and the ticket they were called by. */
  arrivedAt?: string;
  ticket?: string;
  /** Why the authority cannot keep it: the person is asked to choose another time. */
  closing?: string;
  /** Places it takes among those one person may have at once (seats.ts). */
  seats: { key: string; seat: number }[];
};

export const isLive = ({ state }: Pick<Appointment, 'state'>): boolean => state === 'booked';

/** What happened to an appointment that the person is told of. */
export const changes = [
  'booked',
  'moved',
  'cancelled',
  /** The authority cannot keep it. */
  'withdrawn',
  'reminder-2',
  'reminder-1',
] as const;
export type Change = (typeof changes)[number];
