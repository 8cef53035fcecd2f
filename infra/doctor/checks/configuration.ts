import type { Authority } from '../../../functions/settings/authority.ts';
import type { Finding } from '../finding.ts';

/** What a folder that is valid still has to be filled in before real people meet it. */
export function configuration(slug: string, authority: Authority): Finding[] {
  const file = `infra/collectivities/${slug}/authority.json`;
  const names = [authority.domain, authority.mail.from, ...authority.mail.inbound, authority.contact.email];
  const invented = names.filter((name) => /\.(example|test|invalid)$/.test(name));
  const account = authority.aws.account;
  return [
    {
      id: 'invented-names',
      state: invented.length > 0 ? 'todo' : 'done',
      title: 'Names of the internet are the authority’s own',
      why:
        invented.length > 0 ? `nobody can be written to at ${[...new Set(invented)].join(', ')}` : undefined,
      steps:
        invented.length > 0 ? [`${file}: "domain", "mail.from", "mail.inbound", "contact.email"`] : undefined,
    },
    {
      id: 'demonstration',
      state: authority.demonstration ? 'todo' : 'done',
      title: 'It is no demonstration',
      why: authority.demonstration
        ? 'every page says that the authority is invented, and it starts with invented requests'
        : undefined,
      steps: authority.demonstration
        ? [`${file}: "demonstration": false; people.json: the agents of the authority`]
        : undefined,
    },
    {
      id: 'named-account',
      state: account ? 'done' : 'todo',
      title: 'The account is named',
      why: account ? account : 'a deployment goes to whatever account the credentials are of',
      steps: account ? undefined : [`${file}: "aws": {"account": "<twelve digits>"}`],
    },
  ];
}
