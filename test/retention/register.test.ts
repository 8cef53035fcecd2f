import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../functions/payments/csv.ts';
import { inWords, register } from '../../functions/retention/messages/register-fr.ts';
import { processingOf, registerOf } from '../../functions/retention/processing.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';

const { authority, procedures } = loadCollectivity('val-clair');
const lines = registerOf(authority, procedures);
const words = lines.map((one) => inWords(one, (code) => code));

describe('the register of processing', () => {
  it('names every procedure, with what article 30 of the RGPD asks', () => {
    for (const { id } of procedures) expect(lines.map((one) => one.id)).toContain(id);
    for (const line of words)
      for (const [name, text] of Object.entries(line))
        expect(text, `${line.id}.${name}`).toMatch(/\p{L}{2}/u);
  });
  it('has a French word for every code', () => {
    for (const line of words) expect(Object.values(line).join(' ')).not.toContain('undefined');
  });
  it('follows what a procedure asks', () => {
    const school = procedures.find(({ id }) => id === 'inscription-scolaire');
    if (!school) throw new Error('no school');
    expect(processingOf(school).data).toEqual(expect.arrayContaining(['identity', 'documents']));
    expect(processingOf({ ...school, steps: [], documents: [] }).data).toEqual([]);
  });
  it('speaks of online payment only where there is one', () => {
    const without = registerOf({ ...authority, payfip: undefined }, procedures);
    expect(lines.some(({ id }) => id === 'payments')).toBe(true);
    expect(without.some(({ id }) => id === 'payments')).toBe(false);
  });
  it('says how long what was set aside is kept, as the authority chose', () => {
    const longer = registerOf({ ...authority, setAside: { months: 6 } }, []);
    const line = longer.find(({ id }) => id === 'set-aside');
    expect(line && inWords(line, (code) => code).retention).toMatch(/^6 mois après la mise à l’écart/);
  });
  it('opens in a spreadsheet without becoming a formula', () => {
    const csv = writeCsv([[...register.headings], ['=cmd()']]);
    expect(csv).toContain("'=cmd()");
  });
});
