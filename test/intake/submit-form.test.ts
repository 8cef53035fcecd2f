import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import sample from '../../events/http-api-submit.json' with { type: 'json' };
import type { Contact } from '../../functions/intake/contact.ts';
import { senderOf, subjectOf } from '../../functions/intake/form-contact.ts';
import { submitForm } from '../../functions/intake/public-api.ts';
import { type SubmitDeps, submitFormWith } from '../../functions/intake/submit-form.ts';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { trackingCode } from '../../functions/requests/tracking-code.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

const folder = new URL('../../infra/collectivities/val-clair/', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const procedure = Procedure().parse(json('procedures/demande-generale.json'));
const authority = json('authority.json');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const contacts = new Map<string, Contact>();
const keys = new Map<string, { contactId: string; hash: string }>();
const kept: string[] = [];
let contentType = 'application/pdf';
let numbers = 0;
let offer: Partial<Procedure> = {};
const deps: SubmitDeps = {
  authority: async () => authority,
  procedure: async (id) => (id === procedure.id ? procedure : null),
  offered: async (id) => (id === procedure.id ? { ...procedure, ...offer } : null),
  readKey: async (id) => keys.get(id),
  contact: async (id) => contacts.get(id) as Contact,
  claimUpload: async (id, name, to) => {
    if (id === 'gone') throw new Refusal('upload-missing');
    return {
      key: to,
      versionId: 'v',
      name,
      contentType,
      size: 10,
      scan: id === 'slow' ? 'pending' : 'clean',
    };
  },
  keepEvidence: async (key) => {
    kept.push(key);
    return { bucket: 'evidence', key, versionId: 'v' };
  },
  addContact: async (contact, key, events) => {
    expect(kept).toContain(`forms/${contact.id}/submission.json`);
    expect(events).toEqual([
      { type: 'contact-received', detail: { contactId: contact.id, channel: 'form' } },
    ]);
    if (keys.has(key.id)) return { added: false };
    keys.set(key.id, { contactId: contact.id, hash: key.hash });
    contacts.set(contact.id, contact);
    return { added: true };
  },
  nextReference: async (prefix, year) => `${prefix}-${year}-00000${++numbers}-X`,
  trackingCodeOf: (id, key) => trackingCode(createHash('sha512').update(`${id}${key}`).digest()),
  hashTrackingCode: hash,
  hash,
  newId: () => `contact-${numbers}-${kept.length}`,
  now: () => '2026-12-31T23:30:00.000Z',
  dayIn: () => '2027-01-01',
};
const submit = submitFormWith(deps);
const body = JSON.parse(sample.body);
const input = (changes = {}, key = 'a-key-of-sixteen-or-more') =>
  ({ headers: { 'idempotency-key': key }, body: submitForm.body.parse({ ...body, ...changes }) }) as never;

beforeEach(() => {
  contacts.clear();
  keys.clear();
  kept.length = 0;
  numbers = 0;
  offer = {};
  contentType = 'application/pdf';
});

describe('a form is taken in once, with a reference and a code that only its sender holds', () => {
  it('answers the same reference and code however often the browser sends it', async () => {
    const first = await submit(input(), '');
    expect(await submit(input(), '')).toEqual(first);
    expect(first).toMatchObject({ reference: 'VC-2027-000001-X', commitmentDays: 15 });
    expect(first.trackingCode).toMatch(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/);
    expect(contacts.size).toBe(1);
    expect(JSON.stringify([...contacts.values(), ...keys])).not.toContain(first.trackingCode);
  });

  it('gives both of two simultaneous sends the answer of the one that won', async () => {
    const [one, two] = await Promise.all([submit(input(), ''), submit(input(), '')]);
    expect(one).toEqual(two);
    expect(contacts.size).toBe(1);
  });

  it('refuses the same key for another form, and leaves other people their keys', async () => {
    await submit(input(), '');
    const other = { answers: { ...body.answers, subject: 'Autre chose' } };
    await expect(submit(input(other), '')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    await submit(input(other), 'sub-of-somebody');
    expect(contacts.size).toBe(2);
  });

  it('says which answers are missing and keeps nothing', async () => {
    const wrong = { answers: { ...body.answers, message: '', email: 'pas une adresse' } };
    const refused = submit(input(wrong), '');
    await expect(refused).rejects.toMatchObject({ code: 'invalid-answers' });
    await refused.catch((error) => {
      expect(error.fields.map(({ field }: { field: string }) => field)).toEqual(['message', 'email']);
    });
    expect([contacts.size, kept.length]).toEqual([0, 0]);
  });

  it('says when it opens again, or why it is not for this person, and keeps nothing', async () => {
    offer = { open: [{ from: '03-01', to: '05-31' }] };
    await expect(submit(input(), '')).rejects.toMatchObject({
      code: 'procedure-closed',
      fields: [{ params: { opensOn: '2027-03-01' } }],
    });
    const because = 'Les demandes de voirie se font par téléphone.';
    offer = { ineligible: [{ when: { field: 'subject', filled: true }, because }] };
    await expect(submit(input(), '')).rejects.toMatchObject({
      code: 'not-eligible',
      fields: [{ message: because }],
    });
    expect([contacts.size, kept.length]).toEqual([0, 0]);
  });

  it('makes the sender, the subject and a readable text of the answers', async () => {
    await submit(input(), '');
    const [contact] = contacts.values();
    expect(contact).toMatchObject({
      channel: 'form',
      subject: 'Nid-de-poule devant la boulangerie',
      sender: {
        name: 'Lucette Morvandiau',
        email: 'lucette.morvandiau@courriel.example',
        address: '12 rue des Tilleuls\n99100 Val-Clair',
      },
    });
    expect(contact?.text).toContain('Expliquez-nous\nUn nid-de-poule profond');
    expect(contact?.text).not.toContain('Morvandiau');
  });
});

describe('what is joined to a form is kept, and given to nobody before it was checked', () => {
  const upload = (uploadId: string) => ({ field: 'attachments', uploadId, name: 'photo.pdf' });
  it('claims each file under its contact and holds back what is not scanned yet', async () => {
    await submit(input({ uploads: [upload('one'), upload('slow')] }), '');
    const [contact] = contacts.values();
    expect(contact?.documents.map(({ id, held }) => [id, held])).toEqual([
      ['one', undefined],
      ['slow', 'pending'],
    ]);
    expect(contact?.evidence.map(({ key }) => key.split('/').at(-1))).toEqual([
      'submission.json',
      'one',
      'slow',
    ]);
  });

  it('refuses a file that never arrived or whose type the question does not take', async () => {
    await expect(submit(input({ uploads: [upload('gone')] }), '')).rejects.toMatchObject({
      code: 'upload-missing',
    });
    contentType = 'application/zip';
    await expect(submit(input({ uploads: [upload('one')] }), '')).rejects.toMatchObject({
      code: 'unsupported-type',
    });
  });

  it('ignores a file for a question that was not asked', async () => {
    await submit(input({ uploads: [{ ...upload('one'), field: 'subject' }] }), '');
    expect([...contacts.values()][0]?.documents).toEqual([]);
  });
});

describe('a procedure says where the words of a request come from', () => {
  it.each([
    [{ subject: 'Objet fixe' }, 'Objet fixe'],
    [{ subjectField: 'subject' }, 'Nid-de-poule devant la boulangerie'],
    [{ subjectField: 'absent' }, procedure.title],
  ])('with %j', (changes, subject) => {
    const { subject: _, subjectField: __, ...bare } = procedure;
    expect(subjectOf({ ...bare, ...changes }, body.answers)).toBe(subject);
  });
  it('leaves unknown what is not asked', () => {
    expect(senderOf({ ...procedure, identity: {} }, body.answers)).toEqual({
      name: null,
      email: null,
      phone: null,
      address: null,
    });
  });
});
