import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Authority } from '../../functions/settings/authority.ts';
import { collectivitiesFolder, loadCollectivity } from './load.ts';

const model = 'val-clair';
/** Every place somebody has to fill in holds this word: it is easy to look for. */
const unknown = 'à compléter';

/** Writes the folder of a new authority from the model's: valid as it is, with whatever only the authority knows to fill in. */
export function writeFolder(slug: string, prefix: string, root: string): string {
  const folder = join(root, slug);
  const { authority, procedures, letters } = loadCollectivity(model);
  const general = procedures.find(({ department }) => department === '')?.id;
  mkdirSync(join(folder, 'theme'), { recursive: true });
  const write = (file: string, content: unknown) =>
    writeFileSync(
      join(folder, file),
      typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    );
  write('authority.json', newAuthority(slug, prefix, authority));
  write('people.json', firstPeople(slug, authority));
  write('theme/theme.json', { brand: '#274c77', accent: '#d98e04', surface: '#f6f5f1', motif: 'plain' });
  write('theme/logo.svg', logo(prefix));
  write('README.md', readme(slug));
  mkdirSync(join(folder, 'articles'));
  mkdirSync(join(folder, 'letters'));
  for (const letter of letters.filter(({ departments }) => departments.length === 0))
    write(`letters/${letter.id}.json`, letter);
  mkdirSync(join(folder, 'procedures'));
  const form = readFileSync(join(collectivitiesFolder, model, `procedures/${general}.json`), 'utf8');
  write(`procedures/${general}.json`, form);
  return folder;
}

const host = (slug: string) => `${slug}.example`;
const named = (slug: string) =>
  slug.replace(/(^|-)([a-z])/g, (_, hyphen: string, letter: string) => `${hyphen}${letter.toUpperCase()}`);

function newAuthority(slug: string, prefix: string, { departments }: Authority): Authority {
  const contact = {
    phone: unknown,
    email: `contact@${host(slug)}`,
    postalAddress: unknown,
    hours: unknown,
  };
  return {
    slug,
    name: named(slug),
    shortName: named(slug).slice(0, 30),
    prefix,
    demonstration: true,
    timeZone: 'Europe/Paris',
    holidays: 'metropole',
    domain: `demarches.${host(slug)}`,
    reading: { reader: 'textract', pagesPerDay: 20_000 },
    setAside: { months: 12 },
    mail: { from: `ne-pas-repondre@demarches.${host(slug)}`, inbound: [contact.email] },
    contact,
    court: { name: unknown, address: unknown },
    communes: [{ code: '00000', name: named(slug), postalCode: '00000' }],
    departments: departments.map(({ code, name }) => ({ code, name, ...contact })),
    bodies: [],
    routingThreshold: 0.8,
    signIn: {
      agents: { issuer: `https://identite.${host(slug)}`, clientId: 'parvis' },
      citizens: { issuer: `https://identite.${host(slug)}`, clientId: 'parvis' },
    },
    accessibility: {
      state: 'non',
      declaredOn: '2026-01-01',
      contact: contact.email,
      nonConformities: [],
      derogations: [],
    },
    aws: { region: 'eu-west-3', alarmEmail: `informatique@${host(slug)}` },
  };
}

const firstPeople = (slug: string, { departments }: Authority) => ({
  agents: [
    {
      login: 'premier.agent',
      email: `premier.agent@${host(slug)}`,
      givenName: 'Premier',
      familyName: 'Agent',
      title: 'Administratrice',
      roles: ['administrator', 'qualification', 'reception', 'scanning', 'instructor'],
      departments: departments.map(({ code }) => code),
    },
  ],
  citizens: [],
});

const logo = (prefix: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="${prefix}">
  <circle cx="32" cy="32" r="30" fill="#274c77"/>
  <path d="M14 46V30l18-14 18 14v16h-12V34H26v12Z" fill="#ffffff"/>
</svg>
`;

const readme = (slug: string) => `# ${named(slug)}
Everything the product knows of this authority. \`npm run synth\` checks it and names file, field and remedy of what is wrong.

| what | where | to do first |
|---|---|---|
| names, addresses, court, communes, departments | \`authority.json\` | replace every "${unknown}", the communes and the \`.example\` addresses; \`"demonstration": false\` when it is real |
| sign-in | \`authority.json\`, \`signIn\` | addresses and client ids of the two identity providers; the secrets go to Secrets Manager after deployment |
| agents of the first day | \`people.json\` | at least one administrator and one qualification agent |
| procedures | \`procedures/<id>.json\` | the general form stays (\`"department": ""\`); its JSON Schema is at \`/api/schemas/procedure.json\` |
| letters an agent starts from | \`letters/<id>.json\` | reread them: they are yours from now on |
| knowledge base | \`articles/<id>.json\` | write the ten questions people ask most |
| colours and logo | \`theme/\` | a brand colour on which white is readable (contrast 4.5) |
`;
