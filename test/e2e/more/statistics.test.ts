import { expect, it } from 'vitest';
import { storeOf } from '../../hold/store.ts';
import { report } from '../../support/citizens.ts';
import { running } from '../../support/outer.ts';

const product = running();
const store = storeOf(product.url, process.env.PARVIS_DATA ?? '');
const run = `Zephyrine${Date.now()}`;

/** Every list of figures that the product keeps, and what a line of it may say: counts, and codes that many people share. */
const figures = [
  { table: /-data-Requests/, pk: /^ACTIVITY#\d{4}-\d{2}$/, codes: ['cut', 'department', 'code'] },
  { table: /-data-Requests/, pk: /^RATINGS$/, codes: [] },
  { table: /-data-Contacts/, pk: /^CALLS#\d{4}-\d{2}-\d{2}$/, codes: ['topic', 'group', 'hour', 'day'] },
  { table: /-data-Appointments/, pk: /^FIGURES#\d{4}-\d{2}$/, codes: [] },
];
/** A reference, an address, a telephone number, the id of a person, a contact or an account. */
const identifiers = [/[A-Z]{2}-\d{4}-\d{6}/, /@/, /\+?\d{9,}/, /[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{24}/];

it('figures count, and hold nothing that leads back to anybody', async () => {
  const { body } = await product.submit('signalement', report(`Un trou ${run}`, `.${run}`));
  await product.quiet();
  expect(body.reference).toMatch(/^VC-/);
  let lines = 0;
  for (const { table, pk, codes } of figures) {
    for (const item of (await store.scan(table)).filter((one) => pk.test(one.pk))) {
      lines += 1;
      const { pk: _pk, sk, expiresAt: _expiresAt, ...rest } = item;
      for (const [name, value] of Object.entries(rest))
        if (!codes.includes(name)) expect(typeof value, `${item.pk} ${name}`).toBe('number');
      const said = JSON.stringify([sk, ...codes.map((name) => rest[name])]);
      for (const one of [...identifiers, new RegExp(run)]) expect(said, item.pk).not.toMatch(one);
    }
  }
  expect(lines).toBeGreaterThan(0);
});
