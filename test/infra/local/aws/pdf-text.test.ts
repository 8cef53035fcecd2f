import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { drawLetter } from '../../../../functions/letters/letter-pdf.adapter.ts';
import { pdfText } from '../../../../infra/local/aws/ses/pdf-text.ts';
import { letters } from '../../../support/drawn-letters.ts';

const expected = [
  'Val-Clair Communauté',
  '99160 VILLEBRUNE SUR CLAIRETTE CEDEX 1',
  'En droit : article L. 212-8 du code de l’éducation.',
  '• voir https://demarches.val-clair.example/aide.',
  'Marc AUBRY',
  'Voies et délais de recours',
];

it('reads a letter in the outbox as its recipient does, whole or bound with others', async () => {
  const { pdf } = await drawLetter(letters.refusal as never);
  const lines = pdfText(Buffer.from(pdf)).split('\n');
  for (const line of expected) expect(lines).toContain(line);
  const bound = await PDFDocument.create();
  for (const page of await bound.copyPages(await PDFDocument.load(pdf), [0, 1])) bound.addPage(page);
  for (const useObjectStreams of [true, false]) {
    const again = pdfText(Buffer.from(await bound.save({ useObjectStreams }))).split('\n');
    for (const line of expected) expect(again).toContain(line);
  }
});

it('says nothing of what it cannot read', () => {
  expect(pdfText(Buffer.from('%PDF-1.4\n1 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj'))).toBe('');
  expect(pdfText(Buffer.from('no pdf'))).toBe('');
});
