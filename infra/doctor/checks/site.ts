import { type Check, stackOf, type World } from '../check.ts';
import type { Finding } from '../finding.ts';

export const certificate: Check = {
  finds: ['certificate'],
  title: 'The site has its certificate',
  async look({ slug, authority, cloud }) {
    const status = await cloud.certificate(authority.domain);
    const state =
      status === 'ISSUED'
        ? 'done'
        : status === null
          ? 'later'
          : status === 'PENDING_VALIDATION'
            ? 'todo'
            : 'wrong';
    return [
      {
        id: 'certificate',
        state,
        title: `${this.title}: ${authority.domain}`,
        why: {
          done: undefined,
          later: 'the stack firewall asks for it, and waits until its record is in the DNS',
          todo: 'the deployment waits for its record in the DNS',
          wrong: `it is ${status}`,
        }[state],
        steps:
          state === 'done'
            ? undefined
            : [
                `While "npm run deploy -- ${slug}" stands at ${stackOf({ slug }, 'firewall')}: aws acm list-certificates --region us-east-1, then aws acm describe-certificate --region us-east-1 --certificate-arn <arn> --query "Certificate.DomainValidationOptions[0].ResourceRecord"   # add the CNAME it names to the DNS`,
              ],
      },
    ];
  },
};

export const address: Check = {
  finds: ['site-address'],
  title: 'The name of the site leads to it',
  async look({ slug, authority, cloud, names }) {
    const [edge, known] = await Promise.all([
      cloud.stack(stackOf({ slug }, 'edge')),
      names.cname(authority.domain),
    ]);
    const isThere = known.some((name) => name.endsWith('.cloudfront.net'));
    return [
      {
        id: 'site-address',
        state: isThere ? 'done' : edge ? 'todo' : 'later',
        title: `${this.title}: ${authority.domain}`,
        why: isThere ? undefined : 'nobody finds the portal by its name',
        steps: isThere
          ? undefined
          : [
              `aws cloudfront list-distributions --query "DistributionList.Items[?Aliases.Items[0]=='${authority.domain}'].DomainName" --output text   # then DNS: ${authority.domain} CNAME <what it says>`,
            ],
      },
    ];
  },
};

/** Client secrets are issued by the providers and typed in once; what the template made up opens nothing. */
export const signIn: Check = {
  finds: ['secret-agents', 'secret-citizens', 'provider'],
  title: 'Agents and citizens can sign in',
  async look(world) {
    const { slug, authority, cloud } = world;
    const data = stackOf({ slug }, 'data');
    const isThere = await cloud.stack(data);
    const resources = isThere ? await cloud.resources(data) : [];
    const secrets = await Promise.all(
      (
        [
          ['secret-agents', 'AgentClient', 'agents', 'ProConnect'],
          ['secret-citizens', 'CitizenClient', 'citizens', 'FranceConnect'],
        ] as const
      ).map(async ([id, logical, who, provider]): Promise<Finding> => {
        const name = resources.find(
          (one) => one.type === 'AWS::SecretsManager::Secret' && one.id.startsWith(logical),
        )?.name;
        const secret = name ? await cloud.secret(name) : null;
        // What is typed in later is a later version.
        const isTyped = secret !== null && secret.written - secret.made > 60;
        return {
          id,
          state: isTyped ? 'done' : name ? 'todo' : 'later',
          title: `The secret of ${provider} is entered`,
          why: isTyped ? undefined : `${who} cannot sign in until it is`,
          steps: isTyped
            ? undefined
            : [
                `Ask ${provider} for a client (return address https://${authority.domain}/api/session/${who}/callback), then:`,
                `aws secretsmanager put-secret-value --region ${cloud.region} --secret-id ${name ?? `<the resource ${logical}… of ${data}>`} --secret-string '<client secret>'`,
              ],
        };
      }),
    );
    return [...secrets, ...(await providers(world))];
  },
};

const providers = ({ authority, answers }: World): Promise<Finding[]> =>
  Promise.all(
    (['agents', 'citizens'] as const).map(async (who): Promise<Finding> => {
      const { issuer } = authority.signIn[who];
      const is = await answers(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
      return {
        id: 'provider',
        state: is ? 'done' : 'wrong',
        title: `The identity provider of the ${who} answers`,
        why: is ? undefined : `${issuer} gives no configuration: nobody of them can sign in`,
        steps: is
          ? undefined
          : [`Check "signIn.${who}.issuer" of authority.json, then the provider's page of incidents.`],
      };
    }),
  );
