import { describe, expect, it } from 'vitest';
import sample from '../../../functions/procedures/sample-procedure.json' with { type: 'json' };
import { running, until } from '../../support/outer.ts';

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

  it('is published, asks row by row, and goes to the department of the commune', {
    timeout: 60_000,
  }, async () => {
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
      const [found] = (await product.records({ reference: body.reference })).requests;
      return found?.department ? found : undefined;
    });
    expect(request.department).toBe('education');
    const agent = await product.signIn('lea.fontaine');
    const seen = await agent.get(`/api/agent/requests/${body.reference}`);
    const said = JSON.stringify(seen.body.answers ?? seen.body);
    expect(said).toContain('Lina');
    expect(said).not.toContain('jamais demandé');
  });

  it('is worked on to a signed letter: check, decision, two visas, signature', {
    timeout: 90_000,
  }, async () => {
    const admin = await product.signIn('admin');
    const workflow = sample.workflow.map(({ when, ...step }) =>
      step.id === 'visa-qualite' ? step : { ...step, ...(when && { when }) },
    );
    const own = `${id}-signe`;
    const imported = await admin.post('/api/agent/procedures', { ...sample, id: own, open: [], workflow });
    expect(imported.status).toBe(201);
    const { reference } = (await product.submit(own, { ...answers, commune: '99101' })).body;
    const writer = await product.signIn('ines.caron');
    const at = (kind: string) =>
      until(`the step ${kind}`, async () => {
        const { body } = await writer.get(`/api/agent/requests/${reference}`);
        const current = body.instruction?.workflow.find(
          (step: { state: string }) => step.state === 'current',
        );
        return current?.kind === kind ? (body.version as number) : undefined;
      });
    const path = `/api/agent/requests/${reference}`;
    const points = ['quotient', 'age'];
    await writer.post(`${path}/checks`, { version: await at('check'), step: 'verification', points });
    await writer.post(`${path}/decision`, { version: await at('decision'), outcome: 'granted' });
    const version = await at('letter');
    const { templates } = (await writer.get(`${path}/letter-templates`)).body;
    const { text } = templates.find((one: { id: string }) => one.id === 'accord');
    const letter = {
      ...{ version, template: 'accord', outcome: 'granted', subject: 'Aide aux vacances' },
      text: text.replace(/\[[^\]]*\]/g, 'une aide de 150 euros par enfant'),
    };
    expect((await writer.post(`${path}/letters`, letter)).status).toBe(201);
    for (const login of ['agnes.roche', 'agnes.roche', 'bernard.tissot']) {
      const approver = await product.signIn(login);
      const seen = await until(`the book of ${login}`, async () =>
        (await approver.get('/api/agent/signature-book')).body.items.find(
          (one: { reference: string }) => one.reference === reference,
        ),
      );
      const { letterId, step, sha256 } = seen;
      const { body } = await approver.post('/api/agent/signature-book/approve', {
        letters: [{ reference, letterId, step, sha256 }],
      });
      expect(body.results).toMatchObject([{ approved: true }]);
    }
    const types = await until('the end', async () => {
      const [found] = (await product.records({ reference })).requests;
      return found?.state === 'closed' ? found.journal.map(({ type }) => type) : undefined;
    });
    expect(types.filter((type) => type === 'letter-approved')).toHaveLength(3);
    expect(types).toContain('letter-sealed');
  });
});
