import { expect, it } from 'vitest';
import type { ContactDocument } from '../../functions/intake/contact.ts';
import { awkward } from '../support/awkward-mails.ts';
import { inbox } from '../support/inbox.ts';

const isWhole = ({ id }: ContactDocument) => id === 'mail';

it.each(awkward)('takes in: $title', async ({ mail, from, verdicts, expect: wanted }) => {
  const { receive, contacts, pages, announced } = inbox();
  await receive(Buffer.from(mail, 'latin1'), { from, verdicts });
  const [contact] = contacts();
  if (!contact?.mail) throw new Error('nothing was taken in');
  const files = contact.documents.filter((one) => !isWhole(one));

  expect([contact.state, contact.quarantineReason]).toEqual(
    wanted.quarantine ? ['quarantined', wanted.quarantine] : ['received', undefined],
  );
  expect(announced).toEqual(wanted.quarantine ? [] : ['contact-received']);
  expect(contact.mail.automatic).toBe(wanted.automatic ?? false);
  for (const words of wanted.text ?? []) expect(contact.text).toContain(words);
  for (const words of wanted.not ?? []) expect(contact.text).not.toContain(words);
  for (const words of wanted.html ?? []) expect(pages.get(contact.id)).toContain(words);
  if (wanted.subject) expect(contact.subject).toBe(wanted.subject);
  if (wanted.email) expect(contact.sender.email).toBe(wanted.email);
  if (wanted.files) expect(files.map(({ name }) => name)).toEqual(wanted.files);
  if (wanted.held) expect(files.map(({ held }) => held)).toEqual(wanted.held);
  if (wanted.count) expect(contact.documents).toHaveLength(wanted.count);
  if (wanted.report) expect(contact.mail.report).toEqual(wanted.report);
  expect(contact.mail.notes ?? []).toEqual(wanted.notes ?? []);
  expect(contact.documents.some(isWhole)).toBe(wanted.whole ?? false);
  expect(contact.evidence[0]?.key).toMatch(/^mail\//);
  expect(JSON.stringify(contact.sender)).not.toMatch(/\\[rn]|\u202E/);
});
