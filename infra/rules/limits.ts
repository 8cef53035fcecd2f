import { type All, isOurs, place, type Rule, text, unless } from './template.ts';

type Policy = { Statement?: { Action?: unknown; Resource?: unknown }[] };
const size = (value: unknown): number => text(value).length;

/** Every name that a template refers to, with the places: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Condition`. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Sub': template, ...rest } = value as Record<string, unknown>;
  const named = typeof template === 'string' ? template : Array.isArray(template) ? String(template[0]) : '';
  const given = Array.isArray(template) ? Object.keys((template[1] ?? {}) as object) : [];
  const substituted = [...named.matchAll(/\$\{([^!}][^}]*)\}/g)].map(
    (found) => (found[1] ?? '').split('.')[0] ?? '',
  );
  return [
    ...(typeof Ref === 'string' ? [Ref] : []),
    ...(attribute ? [String(Array.isArray(attribute) ? attribute[0] : attribute).split('.')[0] ?? ''] : []),
    ...substituted.filter((one) => !given.includes(one)),
    ...Object.values(rest).flatMap(references),
    ...(Array.isArray(template) ? references(template[1]) : []),
  ];
}

const limit = (says: string, most: number, count: (stack: All['stacks'][number]) => number): Rule => ({
  says: `${says}: at most ${most}`,
  broken: ({ stacks }) =>
    stacks.filter((stack) => count(stack) > most).map((stack) => `${stack.name} has ${count(stack)}`),
});

/** What CloudFormation and the services refuse only while deploying: known before. */
export const limitRules: readonly Rule[] = [
  limit('resources of a stack', 500, ({ template }) => Object.keys(template.Resources ?? {}).length),
  limit('parameters of a stack', 200, ({ template }) => Object.keys(template.Parameters ?? {}).length),
  limit('outputs of a stack', 200, ({ template }) => Object.keys(template.Outputs ?? {}).length),
  limit('bytes of a template', 1_000_000, ({ template }) => size(template)),
  {
    says: 'nothing refers to what is not there',
    broken: ({ stacks }) =>
      stacks.flatMap(({ name, template }) => {
        const { Resources = {}, Parameters = {}, Conditions = {} } = template;
        const known = new Set([...Object.keys(Resources), ...Object.keys(Parameters)]);
        const missing = references({ Resources, Outputs: template.Outputs, Conditions }).filter(
          (one) => !one.startsWith('AWS::') && !known.has(one),
        );
        const depends = Object.values(Resources).flatMap(({ DependsOn = [] }) => [DependsOn].flat());
        return [...missing, ...depends.filter((one) => !(one in Resources))].map((one) => `${name}: ${one}`);
      }),
  },
  {
    says: 'a value that one stack takes from another is one that it gives',
    broken: ({ stacks }) => {
      const given = new Set(
        stacks.flatMap(({ template }) =>
          Object.values(template.Outputs ?? {}).map(({ Export }) => text(Export?.Name)),
        ),
      );
      return stacks.flatMap(({ name, template }) =>
        [...text(template).matchAll(/"Fn::ImportValue":("[^"]+")/g)].flatMap((found) =>
          given.has(found[1] ?? '') ? [] : [`${name}: ${found[1]}`],
        ),
      );
    },
  },
  {
    says: 'variables of a function fit into 4 KB',
    broken: (all) =>
      unless(({ props }) => size(props.Environment) < 4096 * 2)(all.of('AWS::Lambda::Function'), all),
  },
  {
    says: 'policies of a role fit into 10 KB',
    broken: (all) =>
      all.of('AWS::IAM::Role').flatMap((role) => {
        const own = all
          .of('AWS::IAM::Policy')
          .filter(({ stack, props }) => stack === role.stack && text(props.Roles).includes(`"${role.id}"`));
        // References are longer in the template than the ARNs they become.
        const bytes = own.reduce((sum, { props }) => sum + size(props.PolicyDocument), 0);
        return bytes > 20_480 ? [`${place(role)} ${bytes}`] : [];
      }),
  },
  {
    says: 'no grant is of every action, nor of every resource where one can be named',
    broken: (all) =>
      all
        .of('AWS::IAM::Policy')
        .filter(isOurs)
        .flatMap((policy) => {
          const { Statement = [] } = policy.props.PolicyDocument as Policy;
          const stars = Statement.filter(({ Action }) =>
            [Action].flat().some((one) => one === '*' || /:\*$/.test(String(one))),
          );
          return stars.length > 0 ? [place(policy)] : [];
        }),
  },
  {
    says: 'descriptions are as long as AWS takes them',
    broken: (all) => [
      ...unless(({ props }) => String(props.AlarmDescription ?? '').length <= 1024)(
        all.of('AWS::CloudWatch::Alarm'),
        all,
      ),
      ...unless(({ props }) => String(props.Description ?? '').length <= 256)(
        all.of('AWS::Lambda::Function'),
        all,
      ),
      ...unless(({ props }) => String(props.Description ?? '').length <= 512)(
        all.of('AWS::Events::Rule', 'AWS::Scheduler::Schedule'),
        all,
      ),
    ],
  },
  {
    says: 'what is kept of people goes with no stack',
    broken: ({ stacks }) =>
      stacks.flatMap(({ name, template }) =>
        Object.entries(template.Resources ?? {}).flatMap(([id, one]) => {
          const keeps = [
            'AWS::DynamoDB::GlobalTable',
            'AWS::S3::Bucket',
            'AWS::KMS::Key',
            'AWS::SecretsManager::Secret',
          ];
          const policy = one as { DeletionPolicy?: string; UpdateReplacePolicy?: string };
          const isKept = policy.DeletionPolicy === 'Retain' && policy.UpdateReplacePolicy === 'Retain';
          // What CloudFront says to the API is nobody's: another takes its place.
          const isOfPeople = keeps.includes(one.Type) && !/EdgeKeysKey\d+[0-9A-F]{8}$/.test(id);
          return isOfPeople && !isKept ? [`${name}/${id}`] : [];
        }),
      ),
  },
];
