import type { Contact } from '../intake/contact.ts';
import type { Commune, NormalAddress } from './extraction/normal-address.ts';
import { normalise } from './routing/features.ts';
import type { Beside } from './routing/signals.ts';

type Known = { address: NormalAddress | null; communes: readonly Commune[]; history: readonly string[] };
/** What is read of a file to say whom it is for; the first page says it. */
const longestRead = 4000;

/**
 * What is known of a contact beside its words. The commune is the only one of the authority's that the text names, else the
 * one of the sender's address. Pages of a scan are the message itself, those of any other file are not.
 */
export const besideOf = (
  { channel, subject, text, documents, mail }: Contact,
  { address, communes, history }: Known,
): Beside => {
  const plain = ` ${normalise(`${subject}\n${text}`)} `;
  const named = communes.filter(({ name }) => plain.includes(` ${normalise(name)} `));
  const lives = communes.find(({ code }) => code === address?.inseeCode);
  const other = named.filter((one) => one !== lives);
  const about = other.length === 1 ? other[0] : lives;
  return {
    recipients: mail?.recipients ?? [],
    attachments:
      channel === 'scan'
        ? []
        : documents
            .filter(({ id, held }) => id !== 'mail' && !held)
            .map(({ name, pages }) => ({
              name,
              text: pages
                .map((page) => page.text)
                .join('\n')
                .slice(0, longestRead),
            })),
    history,
    commune: about ? { code: about.code, name: about.name } : null,
  };
};
