import { trackingUrlOf } from '../letters/mail.ts';
import { reachOf } from './channel.ts';
import { portalNotice, sms } from './messages/fr.ts';
import { type Named, type Outcome, type Sent, type StoreDeps, sendBy } from './send.ts';

export type SmsDeps = StoreDeps & {
  /** @param to E.164 */
  send(to: string, text: string, sender: string): Promise<Sent>;
  publicUrl: string;
};

/** A sender's name holds eleven letters or digits, no accent. */
const senderName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 11) || 'Parvis';

/** Sends word of a message by text message: a reference and where to read, nothing of what it says. */
export const sendSms = (deps: SmsDeps): ((named: Named) => Promise<Outcome>) =>
  sendBy(deps, {
    channel: 'sms',
    transmit: async ({ reference, message, person, authority, availableOn }) => {
      const url = trackingUrlOf(deps.publicUrl, reference, message.trackingCode);
      const { shortName } = authority;
      const [year, month, day] = (availableOn ?? '').split('-');
      const text = availableOn
        ? portalNotice.sms(shortName, reference, `${day}/${month}/${year}`, url)
        : sms(shortName, reference, url);
      return deps.send(reachOf(person).phone ?? '', text, senderName(shortName));
    },
  });
