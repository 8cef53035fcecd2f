import sample from '../../events/ses-receipt.json' with { type: 'json' };
import { derivedId } from '../../functions/documents/derived-id.adapter.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { readMail } from '../../functions/intake/mail-message.adapter.ts';
import type { Receipt } from '../../functions/intake/mail-verdict.ts';
import { type MailDeps, receiveMail } from '../../functions/intake/receive-mail.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';

const { authority } = loadCollectivity('val-clair');

export type Verdicts = Partial<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', string>>;
/** `from`: the address of the envelope. */
export type Sending = { verdicts?: Verdicts; from?: string };

/** Receives mails into memory by the product's own rules: contacts, files, HTML, and what is announced. */
export function inbox() {
  const contacts = new Map<string, Contact>();
  const ids = new Map<string, { contactId: string; isShared: boolean }>();
  const files = new Map<string, Uint8Array>();
  const pages = new Map<string, string>();
  const announced: string[] = [];
  const receive = async (content: Buffer, { verdicts = {}, from = 'lea@exemple.fr' }: Sending = {}) => {
    const deps: MailDeps = {
      authority: async () => authority,
      readRaw: async () => content,
      readMail,
      sniff,
      keepEvidence: async (key, bytes) => {
        files.set(key, bytes);
        return { bucket: 'evidence', key, versionId: 'v' };
      },
      keepHtml: async (id, html) => {
        pages.set(id, html);
        return { bucket: 'documents', key: `mails/${id}.html` };
      },
      addContact: async (contact, key, events) => {
        if (contacts.has(key.id)) return { added: false };
        contacts.set(key.id, contact);
        announced.push(...events.map(({ type }) => type));
        return { added: true };
      },
      claimMessageId: async (key, contactId) => {
        const first = ids.get(key);
        if (!first) ids.set(key, { contactId, isShared: false });
        if (!first || first.contactId === contactId) return null;
        first.isShared = true;
        return first.contactId;
      },
      isShared: async (key) => ids.get(key)?.isShared ?? false,
      flagShared: async (id) => {
        const contact = contacts.get(`mail#${id}`);
        if (contact?.mail) contact.mail.sharesMessageId = true;
      },
      derivedId,
    };
    const status = (name: keyof Verdicts) => ({ status: verdicts[name] ?? 'PASS' });
    const receipt: Receipt = {
      recipients: ['contact@val-clair.example'],
      spamVerdict: status('spam'),
      virusVerdict: status('virus'),
      spfVerdict: status('spf'),
      dkimVerdict: status('dkim'),
      dmarcVerdict: status('dmarc'),
    };
    const mail = { messageId: sample.mail.messageId, timestamp: sample.mail.timestamp, source: from };
    await receiveMail(deps)({ mail, receipt });
  };
  return { receive, announced, files, pages, contacts: () => [...contacts.values()] };
}
