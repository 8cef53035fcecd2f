import { expect, it } from 'vitest';
import { contactLine } from '../../functions/citizens/lines.ts';
import { contactView } from '../../functions/qualification/contact-view.ts';

const nir = '2 85 05 78 006 084 91';
const subject = `Re: [VC-2026-000001-P] mon NIR ${nir}`;
const text = `Bonjour,\nmon numéro de sécurité sociale est ${nir}.\nOdile`;
const sender = { name: 'Odile', email: null, phone: null, address: null };
const header = { id: 'c1', channel: 'mail', receivedAt: '', sender, subject, state: 'joined', documents: [] };

it('shows no number of the national register on the page of a contact, place for place', async () => {
  const given = { urlOf: async () => '', next: null, now: '', suggested: [], mail: null };
  const alike = { past: [], wave: null };
  const contact = { ...header, text, version: 1 } as never;
  const shown = await contactView(contact, { ...given, mail: { text } as never, alike });
  expect(shown.subject + shown.text + shown.mail?.text).not.toMatch(/85 05|006 084/);
  expect(shown.text).toHaveLength(text.length);
  expect(shown.text.indexOf('Odile')).toBe(text.indexOf('Odile'));
});

it('shows none in the contacts of a person', () => {
  const agent = { login: 'lea', roles: ['quality'], departments: [] } as never;
  const line = contactLine(agent, { by: 'auto', personId: 'p1' } as never, header as never, undefined);
  expect(line?.subject).toContain('VC-2026-000001-P');
  expect(line?.subject).not.toMatch(/85 05|006 084/);
});

it('shows the marks that would turn words round instead of letting them', async () => {
  const turned = { ...header, subject: 'Réf. \u202e54321', text: 'payez \u2066cent\u2069 euros', version: 1 };
  const given = { urlOf: async () => '', next: null, now: '', suggested: [], mail: null };
  const shown = await contactView(turned as never, { ...given, alike: { past: [], wave: null } });
  expect([shown.subject, shown.text]).toEqual(['Réf. \ufffd54321', 'payez \ufffdcent\ufffd euros']);
});
