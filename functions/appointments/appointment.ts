/** A meeting with an agent: booked by anybody, moved and cancelled through the link of its mail. */
export const appointmentStates = ['booked', 'cancelled', 'honoured', 'missed'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

export type Appointment = {
  id: string;
  /** Code of a reason, which says how long it takes, what to bring and where. */
  reason: string;
  place: string;
  /** Start and end, UTC. */
  from: string;
  to: string;
  state: AppointmentState;
  /** Request it belongs to. */
  reference: string | null;
  account: string | null;
};
