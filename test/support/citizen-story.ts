import { randomUUID } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { generalRequest, schoolEnrolment, someone } from './citizens.ts';
import { type Outer, until } from './outer.ts';

const paper = (...lines: string[]): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument();
    const pieces: Buffer[] = [];
    pdf.on('data', (piece) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    for (const line of lines) pdf.text(line);
    pdf.end();
  });

/** An invented person whose space has something of everything: what a page looks like in use. */
export async function citizenStory(world: Outer, login = 'jeanne.aubry') {
  const { cookie } = await world.signIn(login);
  const call = async (method: string, path: string, body?: unknown) => {
    const reply = await world.json(`/api/${path}`, {
      method,
      headers: {
        ...{ cookie, 'x-parvis-csrf': '1', 'content-type': 'application/json' },
        'idempotency-key': randomUUID(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const lodge = async (procedure: string, answers: object, uploads: object[] = []): Promise<string> =>
    (await call('POST', 'public/forms', { procedure, revision: 1, answers, uploads })).reference;

  const about = { gender: null, address: null, otherAddress: null, otherParent: null };
  const members = [
    { relation: 'child', givenName: 'Nino', familyName: 'Aubry', birth: '2023-02-14', ...about },
    { relation: 'child', givenName: 'Lou', familyName: 'Aubry', birth: '2018-09-30', ...about },
  ];
  for (const member of members)
    await call('POST', 'citizen/household/members', { id: randomUUID(), ...member });

  const today = new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' });
  const who = ['Madame Jeanne Aubry', '12 rue des Lilas', '99100 Val-Clair'];
  const papers = {
    'facture-energie.pdf': await paper(
      'Energie du Clain',
      ...who,
      `Facture de gaz du ${today}`,
      'Abonnement, 42,10 euros',
    ),
    'livret-de-famille.pdf': await paper('Livret de famille', 'Mairie de Val-Clair', 'Enfant : Nino Aubry'),
    'avis-impot-2026.pdf': await paper("Avis d'impôt 2026", ...who, 'Revenu fiscal de référence : 18 420'),
  };
  const contentType = 'application/pdf';
  for (const [name, file] of Object.entries(papers)) {
    const place = await call('POST', 'citizen/safe/uploads', { name, contentType, size: file.length });
    const form = new FormData();
    for (const [field, value] of Object.entries(place.fields)) form.append(field, value as string);
    form.append('file', new Blob([new Uint8Array(file)], { type: contentType }), name);
    await fetch(place.url, { method: 'POST', body: form });
    await call('POST', 'citizen/safe', { uploadId: place.uploadId, name, type: null });
  }

  const joined = await Promise.all(
    (['domicile', 'family'] as const).map(async (field, at) => {
      const [name = '', file = Buffer.alloc(0)] = Object.entries(papers)[at] ?? [];
      return { field, name, uploadId: await world.upload(file, name, contentType) };
    }),
  );
  const school = await lodge('inscription-scolaire', schoolEnrolment(), joined);
  const street = await lodge(
    'demande-generale',
    generalRequest('Un banc à réparer place du Marché', 'Le banc devant la halle a perdu deux lattes.'),
  );
  const { givenName, familyName, email, address } = someone();
  await lodge('carte-decheterie', {
    ...{ who: 'person', commune: '99101', why: 'lost', givenName, familyName, email, address },
    vehicles: [{ vehiclePlate: 'AB-123-CD', trailer: false }],
    statement: { givenName, familyName, signedOn: new Date().toISOString().slice(0, 10) },
  });
  await world.quiet(180_000);

  /** Done by an agent on what the request is now. */
  const act = async (agent: string, reference: string, what: string, body: object) => {
    const session = await world.signIn(agent);
    const place = `/api/agent/requests/${reference}`;
    await until(what, async () => {
      const { version, department } = (await session.get(place)).body;
      if (!department) return false;
      return (await session.post(`${place}/${what}`, { version, ...body })).status < 300;
    });
  };
  const documents = [{ code: null, label: 'Carnet de vaccination', requiredBy: 'code de la santé publique' }];
  await act('lea.fontaine', school, 'documents-requests', { documents, days: 20, stopsClock: true });

  const reason = 'inscription-scolaire';
  const { days } = await call('GET', `public/appointments/slots?reason=${reason}&place=val-clair`);
  const from = days[0]?.slots[0]?.from;
  if (from)
    await call('POST', 'public/appointments', {
      reason,
      place: 'val-clair',
      from,
      contact: { givenName, familyName, email },
    });
  await reportSome(world);
  await world.quiet(180_000);
  return { cookie, call, school, street };
}

/** What is broken in the streets around the square, as anybody would report it. */
async function reportSome(world: Outer): Promise<void> {
  const { centre } = (await world.json('/api/public/reports/setting')).body;
  const seen = [
    ['pothole', 0.0011, 0.0009],
    ['light', -0.0007, 0.0018],
    ['water', 0.0004, -0.0016],
    ['tree', -0.0013, -0.0006],
    ['waste', 0.0017, 0.0004],
    ['light', 0.0002, 0.0007],
  ] as const;
  const { categories } = (await world.json('/api/public/reports/setting')).body as {
    categories: { code: string; needsPhoto: boolean }[];
  };
  const free = categories.filter(({ needsPhoto }) => !needsPhoto).map(({ code }) => code);
  for (const [at, [, north, east]] of seen.entries()) {
    const point = { latitude: centre.latitude + north, longitude: centre.longitude + east };
    const report = {
      category: free[at % free.length],
      commune: '99101',
      point,
      place: 'Près de la place du Marché',
    };
    await world.post('/api/public/reports', report, { 'idempotency-key': randomUUID() });
  }
}
