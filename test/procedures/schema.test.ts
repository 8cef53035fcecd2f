import { describe, expect, it } from 'vitest';
import { checkProcedure } from '../../functions/procedures/checks/check.ts';
import { validate } from '../../functions/procedures/form-problems.ts';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { departmentFor } from '../../functions/procedures/routing.ts';
import sample from '../../functions/procedures/sample-procedure.json' with { type: 'json' };
import { clean } from '../../functions/procedures/visible-form.ts';
import { jsonSchema } from '../../functions/settings/open-api.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';

const authority = loadCollectivity('val-clair');
const around = {
  departments: authority.authority.departments.map(({ code }) => code),
  communes: authority.authority.communes.map(({ code }) => code),
  letters: authority.letters,
  agents: authority.people.agents,
  today: '2026-11-22',
};
const schema = jsonSchema(Procedure(), 'input');
const answers = {
  sejour: 'colonie',
  depart: '2027-02-10',
  commune: '99103',
  enfants: [
    { prenom: 'Lina', naissance: '2018-05-04', ecole: true, etablissement: 'Jules Ferry' },
    { prenom: 'Tom', naissance: '2025-01-02' },
  ],
  quotient: '640',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  givenName: 'Anna',
  familyName: 'Petit',
  address: { lines: '4 rue du Moulin', postalCode: '99103', city: 'Courzay' },
  honneur: { givenName: 'Anna', familyName: 'Petit', signedOn: '2026-11-22' },
};

describe('a stranger writes a procedure from its schema alone', () => {
  it('names every part that the sample uses, and every kind of question and step', () => {
    const properties = schema.properties as Record<string, unknown>;
    expect(Object.keys(sample).filter((key) => !(key in properties))).toEqual([]);
    const text = JSON.stringify(schema);
    for (const kind of ['repeat', 'sworn-statement', 'iban', 'visa', 'signature', 'opinion', 'Condition'])
      expect(text).toContain(`"${kind}"`);
    expect(schema.required).not.toContain('revision');
  });

  it('says of everything that may be written what it is for', () => {
    const silent = Object.entries((schema.properties ?? {}) as Record<string, { description?: string }>)
      .filter(([, property]) => !property.description)
      .map(([name]) => name);
    expect(silent).toEqual(['theme', 'audience', 'documents', 'documentsDelay']);
  });
});

describe('the sample shows what a procedure can do', () => {
  const { procedure, problems } = checkProcedure(sample, around);

  it('can be published as it is, without any advice', () => {
    expect(problems).toEqual([]);
  });

  it('takes a form with two children, and sends it to the department of the commune', () => {
    const whole = procedure as Procedure;
    expect(validate(whole, answers, around.today)).toEqual([]);
    expect(departmentFor(whole, clean(whole, answers, around.today), around.today)).toBe('education');
    const young = { ...answers, enfants: [{ prenom: 'Lina', naissance: '2018-05-04' }] };
    expect(validate(whole, young, around.today).map(({ field }) => field)).toEqual(['enfants.0.ecole']);
  });
});
