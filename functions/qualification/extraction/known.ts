import type { Contact } from '../../intake/contact.ts';
import type { Authority } from '../../settings/authority.ts';
import { emailsIn, phonesIn } from './contacts.ts';
import type { Known } from './found-in.ts';

type Place = Pick<Authority, 'prefix' | 'communes' | 'contact' | 'departments' | 'mail'>;

/** What helps to read a contact: its channel and sender, the day it came, and what belongs to the authority itself. */
export const knownOf = (
  { channel, sender }: Pick<Contact, 'channel' | 'sender'>,
  { prefix, communes, contact, departments, mail }: Place,
  today: string,
): Known => {
  const written = [contact, ...departments].map(({ phone, email }) => `${phone} ; ${email}`).join('\n');
  const inbound = [mail.from, ...mail.inbound].join('\n');
  const own = [...phonesIn(written), ...emailsIn(written), ...emailsIn(inbound)].map(({ value }) => value);
  return { channel, sender, today, prefix, towns: communes.map(({ name }) => name), own };
};
