import { describe, expect, test } from 'vitest';
import { searchWords } from '../../functions/documents/batches/search-words.ts';
import { mailView } from '../../functions/intake/mail-view.ts';
import { viewedPage } from '../../functions/intake/page-api.ts';
import { aContact } from '../support/request-world.ts';

/** A number with its right key, of nobody. */
const nir = '1 85 05 78 006 084 91';
const whole = nir.replaceAll(' ', '');
const text = `Bonjour, mon numero de securite sociale est le ${nir}. Merci.`;
const mail = {
  ...{ messageId: null, inReplyTo: null, references: [], recipients: [], automatic: false },
  ...{ verdicts: { dmarc: 'PASS' }, html: { bucket: 'documents', key: 'mails/x.html' } },
};

describe('a number of the national register that somebody wrote', () => {
  test('is not shown in a mail, nor in its page', async () => {
    const contact = aContact('c', { text, mail: mail as never });
    const view = await mailView(contact, async () => `<p class="a">Mon numero : ${nir}</p>`);
    expect(JSON.stringify(view)).not.toContain('78 006');
    expect(view?.html).toMatch(/^<p class="a">Mon numero : [• ]+<\/p>$/);
  });

  test('is not in the text beside a scanned page', async () => {
    const page = { page: 1, image: '', width: 1, height: 1, text, confidence: 1, source: 'ocr' as const };
    const { text: shown } = await viewedPage(page, async () => '');
    expect(shown).toHaveLength(text.length);
    expect(shown).not.toContain('006');
  });

  test('finds no letter', () => {
    const words = searchWords(
      'lettre.pdf',
      `Numero de securite sociale : ${whole}. Dossier de Madame Martin`,
    );
    expect(words.join(' ')).not.toMatch(/1850578/);
    expect(words).toContain('martin');
  });
});
