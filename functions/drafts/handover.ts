/** Something of a form that goes on with another device: the form itself, or the photo of one question. */
export type HandoverFile = { uploadId: string; name: string; size: number };
export type Handover = {
  kind: 'form' | 'photo';
  procedure: string;
  title: string;
  endsAt: string;
  /** The one device that opened it; the code opens it for no other. */
  taker: string | null;
  /** Of a form: what was answered, as the page that began it keeps it. */
  draft: Record<string, unknown> | null;
  /** Of a photo: the question it answers. */
  field: { label: string; max: number; accept: ('pdf' | 'image' | 'office')[] } | null;
  files: HandoverFile[];
};
export const lastsMinutes = 15;
/** What one network address may begin or try in a quarter of an hour: a town hall has one for all its desks. */
export const mostTries = 60;

export const isOver = ({ endsAt }: Pick<Handover, 'endsAt'>, now: string): boolean => endsAt <= now;
/** Whether this device may go on with it. */
export const mayTake = ({ taker }: Pick<Handover, 'taker'>, device: string): boolean =>
  taker === null || taker === device;
