import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../functions/settings/operations.ts';
import { assembleTwo, type Found } from '../support/assembled.ts';
import { alarmPromises } from './promises/alarms.ts';
import { deadLetterPromises } from './promises/dead-letters.ts';
import { edgePromises } from './promises/edge.ts';
import { rulePromises } from './promises/rules.ts';
import { runbookPromises } from './promises/runbook.ts';

let assembled: Awaited<ReturnType<typeof assembleTwo>>;
beforeAll(async () => {
  assembled = await assembleTwo();
}, 180_000);
afterAll(() => assembled.remove(), 60_000);

const text = (value: unknown) => JSON.stringify(value);
const named = ({ stack, id }: Found) => `${stack}/${id}`;
/** Without what CDK brings of its own to copy pages and carry values between regions while deploying. */
const ours = (found: Found[]) => found.filter(({ id }) => !id.startsWith('Custom'));

describe('two authorities live side by side', () => {
  it('gives each its kept data, its app, its work, its edge and what CloudFront wants in another region', () => {
    const parts = (slug: string) =>
      ['data', 'app', 'work', 'channels', 'citizen', 'town', 'trust', 'edge', 'firewall'].map(
        (part) => `parvis-${slug}-${part}`,
      );
    // The telephone is optional: only one of the two has it.
    expect([...assembled.stacks.keys()].sort()).toEqual(
      [...parts('pays-des-etangs'), ...parts('val-clair'), 'parvis-val-clair-telephony'].sort(),
    );
  });

  it('lets none of them name anything of the other', () => {
    for (const [name, template] of assembled.stacks)
      expect(text(template)).not.toContain(
        name.includes('val-clair') ? 'pays-des-etangs' : 'parvis-val-clair',
      );
  });

  it('takes the address of the site and of the identity providers as parameters', () => {
    const parameters = assembled.stacks.get('parvis-val-clair-app')?.Parameters ?? {};
    expect(parameters.PublicUrl?.Default).toBe('https://demarches.val-clair.example');
    expect(Object.keys(parameters)).toEqual(
      expect.arrayContaining(['PublicUrl', 'AgentIssuer', 'CitizenIssuer']),
    );
  });
});

describe('an authority chooses who reads its letters', () => {
  const mayUseTextract = (stack: string) =>
    assembled
      .of('AWS::IAM::Policy')
      .filter((policy) => policy.stack === stack && text(policy.props).includes('textract:'))
      .map(({ id }) => id);

  it('lets three functions call Textract, or none where it reads by itself', () => {
    expect(mayUseTextract('parvis-val-clair-channels')).toHaveLength(3);
    const [own] = [...assembled.stacks.keys()].filter((name) => name === 'parvis-pays-des-etangs-channels');
    expect(mayUseTextract(own ?? '')).toEqual([]);
    const topics = assembled
      .of('AWS::SNS::Topic')
      .filter(({ stack, id }) => stack === own && /PagesRead/.test(id));
    expect(topics).toEqual([]);
  });

  it('gives its own reader a processor of its own and time for thirty pages', () => {
    const readers = assembled.of('AWS::Lambda::Function').filter(({ id }) => /ReadersOurselves/.test(id));
    expect(readers).toHaveLength(2);
    for (const { props } of readers) expect(props).toMatchObject({ MemorySize: 1769, Timeout: 900 });
  });
});

describe('an auditor finds nothing that was not thought about', () => {
  it('passes every rule of cdk-nag, or says why not', () => {
    expect(assembled.findings).toEqual([]);
  });

  it('grants no action by a star', () => {
    const starred = assembled
      .of('AWS::IAM::Policy')
      .filter(({ id }) => !id.startsWith('Custom'))
      .flatMap((policy) => {
        const { Statement } = policy.props.PolicyDocument as { Statement: { Action: string | string[] }[] };
        return Statement.flatMap(({ Action }) => Action).map((action) => `${named(policy)} ${action}`);
      })
      .filter((one) => one.endsWith('*'));
    expect(starred).toEqual([]);
  });

  it('uses no managed policy for functions of the product', () => {
    const managed = assembled
      .of('AWS::IAM::Role')
      .filter(({ props, id }) => props.ManagedPolicyArns && !id.startsWith('Custom'));
    expect(managed.map(named)).toEqual([]);
  });
});

describe('nothing that was handed over gets lost on the way', () => {
  it('gives dead letters to every target of a rule', () => {
    const targets = assembled
      .of('AWS::Events::Rule')
      .flatMap((rule) =>
        (rule.props.Targets as { DeadLetterConfig?: unknown }[]).map((target) => ({ rule, target })),
      );
    expect(targets.filter(({ target }) => !target.DeadLetterConfig).map(({ rule }) => named(rule))).toEqual(
      [],
    );
  });

  it('gives a failure destination and an end of patience to every function that events invoke', () => {
    const configs = assembled.of('AWS::Lambda::EventInvokeConfig');
    for (const { props } of configs) {
      expect(text(props.DestinationConfig)).toContain('OnFailure');
      expect(props.MaximumRetryAttempts).toBe(2);
    }
    const targeted = text([
      assembled.of('AWS::Events::Rule').map(({ props }) => props.Targets),
      assembled.of('AWS::SES::ReceiptRule').map(({ props }) => props),
    ]);
    const withoutEnd = ours(assembled.of('AWS::Lambda::Function')).filter(
      ({ id, stack }) =>
        targeted.includes(`"${id}"`) &&
        !configs.some(
          (config) => config.stack === stack && text(config.props.FunctionName).includes(`"${id}"`),
        ),
    );
    expect(withoutEnd.map(named)).toEqual([]);
  });

  it('never lets a poisoned record hold up a stream for a day', () => {
    const streams = assembled
      .of('AWS::Lambda::EventSourceMapping')
      .filter(({ props }) => props.StartingPosition === 'TRIM_HORIZON');
    expect(streams.length).toBeGreaterThan(28);
    for (const { props } of streams) {
      expect(props.BisectBatchOnFunctionError).toBe(true);
      expect(props.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(props.MaximumRecordAgeInSeconds).toBeLessThan(86_400);
      expect(text(props.DestinationConfig)).toContain('OnFailure');
    }
  });

  it('hides a message six times as long as its reader may take', () => {
    const queues = assembled.of('AWS::SQS::Queue');
    const functions = assembled.of('AWS::Lambda::Function');
    for (const mapping of assembled
      .of('AWS::Lambda::EventSourceMapping')
      .filter(({ props }) => !props.StartingPosition)) {
      const queue = queues.find(
        ({ id, stack }) => stack === mapping.stack && text(mapping.props.EventSourceArn).includes(`"${id}"`),
      );
      const reader = functions.find(
        ({ id, stack }) => stack === mapping.stack && text(mapping.props.FunctionName).includes(`"${id}"`),
      );
      expect(Number(queue?.props.VisibilityTimeout)).toBeGreaterThanOrEqual(
        6 * Number(reader?.props.Timeout),
      );
      expect(mapping.props.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });
});

describe('what citizens entrust is kept, and readable by nobody else', () => {
  it('encrypts every table, restores it to any second, and keeps it when its stack goes', () => {
    const tables = assembled.of('AWS::DynamoDB::GlobalTable');
    expect(tables).toHaveLength(44);
    for (const { props, DeletionPolicy } of tables) {
      expect(text(props.SSESpecification)).toContain('KMS');
      const replicas = text(props.Replicas);
      expect(replicas).toContain('"PointInTimeRecoveryEnabled":true');
      expect(replicas).toContain('"DeletionProtectionEnabled":true');
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  it('encrypts and versions every bucket, closes it to the public, and keeps it when its stack goes', () => {
    for (const { props, DeletionPolicy } of assembled.of('AWS::S3::Bucket')) {
      expect(text(props.BucketEncryption)).toContain('SSEAlgorithm');
      expect(text(props.VersioningConfiguration)).toContain('Enabled');
      expect(text(props.PublicAccessBlockConfiguration)).not.toContain('false');
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  it('refuses any other origin, frame or inline code in the pages', () => {
    const [headers] = assembled.of('AWS::CloudFront::ResponseHeadersPolicy');
    const said = text(headers?.props);
    expect(said).toContain("default-src 'self'");
    expect(said).toContain("frame-ancestors 'none'");
    expect(said).not.toContain('unsafe-inline');
    expect(said).toContain('"AccessControlMaxAgeSec":31536000');
  });
});

describe('what is described and named is also there and allowed', () => {
  it('routes every operation of the description to a function', () => {
    const routes = assembled
      .of('AWS::ApiGatewayV2::Route')
      .filter(({ stack }) => isOurs(stack))
      .map(({ props }) => props.RouteKey);
    expect(operations.map(([, { method, path }]) => `${method} ${path}`).sort()).toEqual(routes.sort());
  });

  it('lets every function touch the tables it is told the names of', () => {
    const functions = ours(assembled.of('AWS::Lambda::Function')).filter(({ stack }) => isOurs(stack));
    // What does not fit into one policy of a role CDK writes into a second one.
    const policies = [...assembled.of('AWS::IAM::Policy'), ...assembled.of('AWS::IAM::ManagedPolicy')].filter(
      ({ stack }) => isOurs(stack),
    );
    const missing = functions.flatMap((fn) => {
      const { Variables = {} } = (fn.props.Environment ?? {}) as { Variables?: Record<string, unknown> };
      const role = (fn.props.Role as { 'Fn::GetAtt': string[] })['Fn::GetAtt'][0];
      const allowed = text(policies.filter(({ props }) => text(props.Roles).includes(`"${role}"`)));
      return Object.entries(Variables)
        .filter(([name]) => /_TABLE$/.test(name))
        .filter(([, value]) => !allowed.includes(exported(value)))
        .map(([name]) => `${fn.id} ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

runbookPromises(() => assembled);
alarmPromises(() => assembled);
edgePromises(() => assembled);
rulePromises(() => assembled);
deadLetterPromises(() => assembled);

const isOurs = (stack: string) =>
  ['app', 'work', 'channels', 'citizen', 'town', 'trust'].some(
    (part) => stack === `parvis-val-clair-${part}`,
  );
/** The resource behind a name that another stack exports: `…ExportsOutputRefRequests1234ABCD5678` → `Requests1234ABCD`. */
const exported = (value: unknown): string =>
  /Output(?:Ref|FnGetAtt)(\w+?)[0-9A-F]{8}"/.exec(text(value))?.[1] ?? '?';
