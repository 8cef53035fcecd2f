import { describe, expect, it } from 'vitest';
import sample from '../../functions/procedures/sample-procedure.json' with { type: 'json' };
import { running, until } from '../support/outer.ts';

const product = running();
/** A name of its own: the product keeps what earlier runs published. */
const id = `aide-vacances-${Date.now().toString(36)}`;
const children = (ecole: boolean | undefined) => [
  { prenom: 'Lina', naissance: '2018-05-04', ecole, etablissement: 'Jules Ferry' },
  { prenom: 'Tom', naissance: `${new Date().getFullYear()}-01-01`, etablissement: 'jamais demandé' },
];
const answers = {
  sejour: 'colonie',
  depart: '2100-02-10',
  commune: '99103',
  enfants: children(true),
  quotient: '640',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  givenName: 'Anna',
  familyName: 'Petit',
  email: `anna.${id}@courriel.example`,
  address: { lines: '4 rue du Moulin', postalCode: '99103', city: 'Courzay' },
  honneur: { givenName: 'Anna', familyName: 'Petit', signedOn: '2026-11-22' },
};

describe('a procedure somebody invents is imported and used the same minute', () => {
  it('is refused while it is broken, with the place and the remedy', async () => {
    const admin = await product.signIn('admin');
    const broken = structuredClone(sample) as { steps: { when?: unknown }[] } & typeof sample;
    broken.steps[3] = { ...sample.steps[3], when: { field: 'sejuor', is: 'colonie' } } as never;
    const { status, body } = await admin.post('/api/agent/procedures', { ...broken, id });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'invalid-input',
      fields: [
        {
          field: 'steps.3.when',
          code: 'unknown-question',
          place: 'Étape « L’inscription à la colonie », condition',
          remedy: 'Vouliez-vous dire « sejour » ?',
        },
      ],
    });
    expect((await product.json(`/api/public/procedures/${id}`)).status).toBe(404);
    const clerk = await product.signIn('hugo.lasserre');
    expect((await clerk.post('/api/agent/procedures', { ...sample, id })).status).toBe(403);
  });

  it('is published, asks what its conditions say row by row, and goes to the department of the commune', async () => {
    const admin = await product.signIn('admin');
    const imported = await admin.post('/api/agent/procedures', { ...sample, id, open: [] });
    expect(imported.body).toMatchObject({ id, revision: 1 });
    const wrong = await product.submit(id, { ...answers, enfants: children(undefined) });
    expect(wrong.body).toMatchObject({
      code: 'invalid-answers',
      fields: [{ field: 'enfants.0.ecole', code: 'missing' }],
    });
    const rich = await product.submit(id, { ...answers, quotient: '1500' });
    expect(rich.body).toMatchObject({
      code: 'not-eligible',
      fields: [{ message: expect.stringContaining('1 200') }],
    });
    const { status, body } = await product.submit(id, answers);
    expect(status).toBe(201);
    const request = await until('its department', async () => {
      const [found] = (await product.records(`?reference=${body.reference}`)).requests;
      return found?.department ? found : undefined;
    });
    expect(request.department).toBe('education');
    const agent = await product.signIn('lea.fontaine');
    const seen = await agent.get(`/api/agent/requests/${body.reference}`);
    const said = JSON.stringify(seen.body.answers ?? seen.body);
    expect(said).toContain('Lina');
    expect(said).not.toContain('jamais demandé');
  });
});
