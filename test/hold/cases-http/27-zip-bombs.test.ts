import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { docxWith, zipBombs } from '../../support/zips.ts';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';
import { docxType, submit } from './files.ts';

holdCase(
  27,
  'a document that unpacks to more than it should is refused; one as offices make them is taken',
  { timeout: 180_000 },
  async (world) => {
    for (const [what, make] of Object.entries(zipBombs)) {
      const uploadId = await world.upload(make(), 'lettre.docx', docxType);
      const { status, body } = await submit(world, [{ uploadId, name: 'lettre.docx' }]);
      expect([status, body.code], what).toEqual([415, 'unsupported-type']);
    }
    const uploadId = await world.upload(docxWith(), 'lettre.docx', docxType);
    const good = await submit(world, [{ uploadId, name: 'lettre.docx' }]);
    expect(good.status, JSON.stringify(good.body)).toBe(201);

    // By mail nobody is there to be told: it is kept, held, and given to nobody.
    const from = `bombe.${world.run}@courriel.example`;
    const bomb = zipBombs['more than it says']?.().toString('base64').replace(/.{76}/g, '$&\n') ?? '';
    const message = streetMail({
      ...{ subject: `${world.run} bombe`, from, headers: ['Content-Type: multipart/mixed; boundary=b'] },
      text: `--b\n\nLe lampadaire de la rue est eteint, la chaussee est dans le noir.\n--b\nContent-Type: ${docxType}\nContent-Disposition: attachment; filename=lettre.docx\nContent-Transfer-Encoding: base64\n\n${bomb}\n--b--`,
    });
    expect(await world.mail(message, from)).toMatch(/^250/);
    await world.quiet();
    const contact = (await world.contacts()).find(({ subject }) => subject === `${world.run} bombe`);
    expect(contact).toBeDefined();
    const agent = await world.signIn('admin');
    const path = contact?.requestReference
      ? `requests/${contact.requestReference}`
      : `contacts/${contact?.id}`;
    const { documents } = (await agent.get(`/api/agent/${path}`)).body as {
      documents: { name: string; url: string }[];
    };
    expect(documents.filter(({ name, url }) => name.endsWith('.docx') && url)).toEqual([]);
    for (const written of ['/tmp/parvis-evil', '/etc/cron.d/evil']) expect(existsSync(written)).toBe(false);
    return { inputs: 2 };
  },
);
