import { isReserved } from '../agents/rights.ts';
import { destinationOf } from '../intake/contact.ts';
import { type ContactHeader, isSetAside } from '../intake/contact-items.ts';
import type { Snapshot } from '../requests/items.ts';
import { isEnded, isSettled } from '../requests/request.ts';
import type { HeldReason, Slip } from './slip.ts';

/** What is on a slip, as it is now; null when it is not there. */
export type Look = {
  snapshot(reference: string): Promise<Snapshot | null>;
  contact(id: string): Promise<(ContactHeader & { erasedAt?: string }) | null>;
};
type Asked = Pick<Slip, 'of' | 'cutoff' | 'keep' | 'procedure' | 'department'>;

/** Since when it is set aside: by somebody, else as it arrived. */
export const asideSince = ({ setAside, receivedAt }: ContactHeader): string => setAside?.at ?? receivedAt;
/** What was set aside is nobody's, but for letters to the cabinet: its own people alone decide on these. */
export const departmentOfAside = (contact: ContactHeader): string | null => {
  const department = destinationOf(contact);
  return isReserved(department) ? department : null;
};

/** Why something on a slip stays after all, as it is now; null when it may go. */
export const staysBecause = async (
  reference: string,
  slip: Asked,
  look: Look,
): Promise<HeldReason | null> => {
  if (slip.keep.some((one) => one.reference === reference)) return 'kept';
  return slip.of === 'contacts'
    ? contactStays(slip, await look.contact(reference))
    : requestStays(reference, slip, look);
};

const contactStays = (
  { cutoff, department }: Asked,
  contact: Awaited<ReturnType<Look['contact']>>,
): HeldReason | null => {
  if (!contact) return 'gone';
  if (contact.erasedAt) return 'erased';
  if (!isSetAside(contact.state)) return 'reopened';
  if (departmentOfAside(contact) !== department) return 'elsewhere';
  return asideSince(contact) >= cutoff ? 'too-young' : null;
};

const requestStays = async (
  reference: string,
  { cutoff, procedure, department }: Asked,
  { snapshot }: Look,
): Promise<HeldReason | null> => {
  const request = (await snapshot(reference))?.request;
  if (!request) return 'gone';
  if (request.erasedAt) return 'erased';
  if (!isEnded(request.state) || !request.closedAt) return 'reopened';
  if (request.procedure !== procedure || request.department !== department) return 'elsewhere';
  if (request.closedAt >= cutoff) return 'too-young';
  const appeals = await Promise.all(request.appeals.map((appeal) => snapshot(appeal.reference)));
  return appeals.some((appeal) => appeal && !isSettled(appeal.request.state)) ? 'appeal' : null;
};
