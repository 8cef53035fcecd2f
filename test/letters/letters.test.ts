import { PDFiumLibrary } from '@hyzyla/pdfium';
import { describe, expect, it } from 'vitest';
import { type Acknowledged, acknowledgement } from '../../functions/letters/acknowledgement.ts';
import { answerLetter } from '../../functions/letters/answer.ts';
import { letterPdf } from '../../functions/letters/letter-pdf.adapter.ts';
import { mailOf, oneLine } from '../../functions/letters/mail.ts';
import { dayInWords } from '../../functions/letters/messages/fr.ts';
import { receiptPdf } from '../../functions/letters/receipt-pdf.adapter.ts';
import { anAgent, authority } from '../support/request-world.ts';

const department = authority.departments.find(({ code }) => code === 'etat-civil') ?? null;
const given: Acknowledged = {
  kind: 'are',
  authority,
  department,
  reference: 'VC-2026-000123-W',
  subject: 'Acte de naissance',
  name: 'Jeanne Martin',
  receivedOn: '2026-04-02',
  receivedAt: '10:15',
  promisedOn: '2026-05-02',
  silence: { mode: 'svr', on: '2026-06-02' },
  trackingUrl: 'https://demarches.val-clair.example/suivi',
  trackingCode: null,
};
const reserve = 'Sous réserve que votre demande soit complète';

describe('an acknowledgement', () => {
  it('of an electronic send says when, who, and what silence will mean (CRPA R112-11-1)', () => {
    const { text } = acknowledgement(given);
    const { name = '', phone = '', email = '', postalAddress = '' } = department ?? {};
    for (const words of ['2 avril 2026 à 10:15', given.reference, name, phone, email, postalAddress, reserve])
      expect(text).toContain(words);
    expect(text).toContain('le 2 juin 2026, ce silence vaudra décision implicite de rejet');
    expect(text).toContain('dans un délai de deux mois');
    expect(text).toContain(authority.court.address);
  });

  it('of a letter says the day of receipt (CRPA R112-5)', () => {
    const { text } = acknowledgement({ ...given, kind: 'ar', receivedAt: '' });
    expect(text).toContain('Votre demande a été reçue le 2 avril 2026');
  });

  it('announces the attestation when silence accepts, and no remedy', () => {
    const { text } = acknowledgement({ ...given, silence: { mode: 'sva', on: '2026-06-02' } });
    expect(text).toMatch(/décision implicite d’acceptation\. Une attestation/);
    expect(text).not.toContain('recours');
  });

  it('says nothing of silence when silence decides nothing', () => {
    expect(acknowledgement({ ...given, silence: { mode: 'none', on: null } }).text).not.toContain('silence');
  });

  it('is a first receipt while no department is known (CRPA R112-11-2)', () => {
    const { text } = acknowledgement({ ...given, kind: 'aee', department: null });
    expect(text).toContain('2 avril 2026');
    expect(text).toContain(authority.contact.phone);
    expect(text).not.toContain('silence');
  });

  it.each<[string, Partial<Acknowledged>]>([
    ['receivedOn', { receivedOn: '' }],
    ['receivedAt', { receivedAt: ' ' }],
    ['phone', { department: department && { ...department, phone: '' } }],
    ['postalAddress', { department: department && { ...department, postalAddress: '' } }],
    ['department', { department: null }],
    ['implicitDecisionOn', { silence: { mode: 'svr', on: null } }],
    ['court.address', { authority: { ...authority, court: { name: 'TA', address: '' } } }],
  ])('refuses to leave without %s', (field, change) => {
    expect(() => acknowledgement({ ...given, ...change })).toThrow(`acknowledgement-incomplete:${field}`);
  });
});

describe('what people read', () => {
  it('names the agent, the title and the address (CRPA L111-2)', () => {
    if (!department) throw new Error('no department');
    const signed = { agent: anAgent(), department, authority };
    const { text } = answerLetter({ subject: 'Acte', text: 'Voici.', outcome: 'granted' }, signed);
    expect(text).toContain(`Paul Girard\nGestionnaire\n${department.name}\n${department.postalAddress}`);
    expect(text).not.toContain('recours');
  });

  it('writes dates as people say them', () => {
    expect([dayInWords('2026-04-01'), dayInWords('2026-08-15')]).toEqual(['1er avril 2026', '15 août 2026']);
  });

  it('reads a list as a list in a mail as on paper', () => {
    const text = 'Il manque :\n- un acte\n- <b>une photo</b>\n\n## Ensuite\n\n1. Un\n2. Deux';
    const { html } = mailOf({
      authority,
      reference: '',
      subject: 'Pièces',
      text,
      trackingUrl: given.trackingUrl,
    });
    expect(html).toMatch(
      /<p[^>]*>Il manque :<\/p><ul[^>]*><li>un acte<\/li><li>&lt;b&gt;une photo&lt;\/b&gt;<\/li><\/ul>/,
    );
    expect(html).toMatch(/<h2[^>]*>Ensuite<\/h2><ol[^>]*><li>Un<\/li><li>Deux<\/li><\/ol>/);
  });

  it('shows what a citizen wrote as text, in mail as in headers', () => {
    const subject = 'Bonjour\r\nBcc: x@evil.example \u202Egpj.exe';
    const text = '<script>alert(1)</script>\n<img src=x onerror=y>';
    const mail = mailOf({
      authority,
      reference: 'VC-2026-000123-W',
      subject,
      text,
      trackingUrl: given.trackingUrl,
    });
    expect(mail.subject).toBe('Bonjour Bcc: x@evil.example  gpj.exe');
    expect(mail.html).not.toMatch(/<script|<img/);
    expect(mail.html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(mail.html).toContain(`<a href="${given.trackingUrl}">`);
    expect(oneLine('a'.repeat(500))).toHaveLength(200);
  });
});

describe('paper', () => {
  const read = async (bytes: Uint8Array) => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(Buffer.from(bytes));
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    library.destroy();
    return pages;
  };
  const structure = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  const letter = {
    authority,
    reference: 'VC-2026-000123-W',
    subject: 'Acte de naissance',
    day: '2026-04-01',
  };

  it('has its address in the window, its reference, its pages numbered, and is readable aloud', async () => {
    const bytes = await letterPdf({
      ...letter,
      text: Array.from({ length: 40 }, (_, index) => `Paragraphe ${index} de la réponse. `.repeat(4)).join(
        '\n\n',
      ),
      recipient: ['Jeanne Martin', '3 rue Haute', '99100 VAL CLAIR'],
      enclosures: ['acte.pdf'],
    });
    const pages = await read(bytes);
    expect(pages.length).toBeGreaterThan(1);
    for (const words of [
      'Jeanne Martin',
      '99100 VAL CLAIR',
      'VC-2026-000123-W',
      '1er avril 2026',
      `Page 1 sur ${pages.length}`,
    ])
      expect(pages[0]).toContain(words);
    expect(pages.at(-1)).toContain('acte.pdf');
    expect(structure(bytes)).toMatch(/\/Lang \(fr-FR\)/);
    expect(structure(bytes)).toMatch(/\/Marked true/);
  });

  it('says so when nobody knows where to send it', async () => {
    const [page] = await read(
      await letterPdf({ ...letter, text: 'Bonjour.', recipient: [], enclosures: [] }),
    );
    expect(page).toContain('Destinataire à compléter');
  });

  it('gives the citizen a receipt of what was answered and what happens next', async () => {
    const [page] = await read(
      await receiptPdf({
        ...{
          authority,
          reference: 'VC-2026-000123-W',
          subject: 'Acte de naissance',
          receivedOn: '2026-04-02',
        },
        ...{ department: 'État civil', promisedOn: '2026-05-02', text: '', documents: ['piece.pdf'] },
        answers: [{ step: 'Vous', label: 'Nom', value: 'Martin' }],
      }),
    );
    for (const words of [
      'VC-2026-000123-W',
      '2 avril 2026',
      'Nom',
      'Martin',
      'piece.pdf',
      'État civil',
      '2 mai 2026',
    ])
      expect(page).toContain(words);
  });
});
