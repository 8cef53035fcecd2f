import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { signatureField } from '../../functions/letters/letter.ts';
import { drawLetter } from '../../functions/letters/letter-pdf.adapter.ts';
import { receiptPdf } from '../../functions/letters/receipt-pdf.adapter.ts';
import { authority, letters } from '../support/drawn-letters.ts';
import { pdfUaFindings } from '../support/pdf-ua.ts';

const refusal = letters.refusal;
if (!refusal) throw new Error('no refusal');
type Tree = { role: string; alt?: string; children?: Tree[] };
const rolesOf = ({ role, children = [] }: Tree): string[] => [
  ...(role ? [role] : []),
  ...children.flatMap((child) => (child.role ? rolesOf(child) : [])),
];
const opened = (pdf: Uint8Array) => getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;

describe('whoever cannot see the paper hears the same letter', () => {
  it.each(Object.entries(letters))('%s keeps to PDF/UA-1', async (_name, given) => {
    const { pdf, pages } = await drawLetter(given);
    expect(await pdfUaFindings(pdf)).toEqual([]);
    expect((await opened(pdf)).numPages).toBe(pages);
  });

  it('the receipt of a form keeps to PDF/UA-1', async () => {
    const given = {
      ...{ authority, reference: 'VC-2026-000123-W', subject: 'Acte', receivedOn: '2026-04-02' },
      ...{ department: 'État civil', promisedOn: '2026-05-02', text: '', documents: ['a.pdf', 'b.pdf'] },
      answers: Array.from({ length: 40 }, (_, index) => ({
        ...{
          step: `Étape ${Math.floor(index / 8)}`,
          label: `Question ${index}`,
          value: 'Réponse\nsur deux lignes',
        },
      })),
    };
    expect(await pdfUaFindings(await receiptPdf(given))).toEqual([]);
    expect(
      await pdfUaFindings(await receiptPdf({ ...given, answers: [], text: 'Bonjour.', documents: [] })),
    ).toEqual([]);
    const desk = { trackingCode: 'K7QXC-9MPD4' };
    const code = {
      qr: 'PARVIS:REQ:v1:receipt:VC-2026-000123-W:0a1b2c3d:0123456789ab',
      short: '4827-1930-5562-K',
    };
    const trackingUrl = 'https://val-clair.example/suivi#VC-2026-000123-W:K7QXC-9MPD4';
    expect(await pdfUaFindings(await receiptPdf({ ...given, code, desk: { ...desk, trackingUrl } }))).toEqual(
      [],
    );
  });

  it('is announced in the order it is read, with words for its pictures', async () => {
    const doc = await opened((await drawLetter(refusal)).pdf);
    const tree = (await (await doc.getPage(1)).getStructTree()) as unknown as Tree;
    const roles = rolesOf(tree);
    expect(roles.slice(0, 4)).toEqual(['Root', 'Document', 'Figure', 'H1']);
    expect(roles.indexOf('H2')).toBeGreaterThan(roles.indexOf('H1'));
    expect(roles.join(' ')).toContain('L LI Lbl LBody P LI Lbl LBody P');
    expect(roles).toContain('Link');
    const alts = JSON.stringify(tree)
      .match(/"alt":"[^"]+"/g)
      ?.join(' ');
    expect(alts).toContain('Logo : Val-Clair Communauté');
    expect(alts).toContain('VC-2026-000123-W');
  });

  it('says its title and its language, whatever signs the subject holds', async () => {
    const doc = await opened((await drawLetter(refusal)).pdf);
    const { info, metadata } = await doc.getMetadata();
    const title = 'VC-2026-000123-W - Dérogation de secteur scolaire & cantine <maternelle>';
    expect((info as { Title: string; Language: string }).Title).toBe(title);
    expect((info as { Language: string }).Language).toBe('fr-FR');
    expect(metadata?.get('dc:title')).toBe(title);
  });

  it('writes the names of all Europe as they are written, and marks what it cannot draw', async () => {
    const given = letters['names of Europe'];
    if (!given) throw new Error('no letter');
    const doc = await opened((await drawLetter(given)).pdf);
    const { items } = await (await doc.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(text).toContain('Łukasz Ğürel-Nguyễn Ольга Παπαδόπουλος');
    expect(text).toContain(
      'Dzień dobry Łucja, Đorđe, İnci, Ștefan, Þóra, Ольга, Ελένη, l’œuvre : 12 € — « fin »',
    );
    expect(text).toContain('?????');
  });

  it('holds one empty signature field where the seal will stand', async () => {
    const { pdf, seal } = await drawLetter(refusal);
    const doc = await PDFDocument.load(pdf);
    const [field] = doc.getForm().getFields();
    expect(field?.getName()).toBe(signatureField);
    const rectangle = field?.acroField.getWidgets()[0]?.getRectangle();
    for (const key of ['x', 'y', 'width', 'height'] as const)
      expect(rectangle?.[key]).toBeCloseTo(seal?.[key] ?? 0, 1);
    expect((await drawLetter(letters.plain ?? refusal)).seal).toBeNull();
  });
});

describe('the check itself finds what is wrong', () => {
  const broken = async (find: RegExp, put: string) => {
    const { pdf } = await drawLetter(refusal);
    const doc = await PDFDocument.load(pdf);
    const text = Buffer.from(await doc.save({ useObjectStreams: false })).toString('latin1');
    return pdfUaFindings(
      Buffer.from(
        text.replace(find, (found) => put.padEnd(found.length)),
        'latin1',
      ),
    );
  };
  it.each<[string, RegExp, string]>([
    ['no language', /\/Lang \(fr-FR\)/, ''],
    ['title not displayed', /\/DisplayDocTitle true/, '/DisplayDocTitle null'],
    ['not declared', /<pdfuaid:part>1/, '<pdfuaid:part>9'],
    ['figure without words', /\/Alt \([^)]*\)|\/Alt <[0-9A-F]*>/, ''],
    ['says no Unicode', /\/ToUnicode \d+ 0 R/, ''],
    ['is not embedded', /\/FontFile2 \d+ 0 R/, ''],
    ['not marked', /\/Marked true/, '/Marked null'],
  ])('%s', async (what, find, put) => {
    const findings = await broken(find, put);
    expect(findings.map((one) => one.what).join('\n')).toContain(what);
  });
});
