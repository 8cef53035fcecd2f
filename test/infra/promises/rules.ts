import { describe, expect, it } from 'vitest';
import { broken, rules } from '../../../infra/rules/index.ts';
import { allOf, isOurs, type Stack, type Template } from '../../../infra/rules/template.ts';
import type { Assembled } from '../../support/assembled.ts';

/** Asked of the templates that templates.test.ts assembles: making them again would take ten seconds. */
export const rulePromises = (templates: () => Assembled) =>
  describe('what AWS asks for, so that nothing is lost, is in every template', () => {
    const stacks = (): Stack[] =>
      [...templates().stacks].map(([name, template]) => ({ name, template: template as Template }));

    it('breaks no rule of the house', () => {
      expect(broken(stacks())).toEqual([]);
    });

    /** One resource spoilt, and whether the rule of these words says so; the others are not asked, to be quick. */
    const says = (words: string, type: string, spoil: (props: Record<string, unknown>) => void): boolean => {
      const all = allOf(stacks());
      const one = all.of(type).filter(isOurs).at(-1);
      const rule = rules.find((each) => each.says.includes(words));
      if (!one || !rule) return false;
      Object.assign(one, { props: structuredClone(one.props) });
      spoil(one.props);
      return rule.broken(all).length > 0;
    };

    it.each<[string, string, (props: Record<string, unknown>) => void]>([
      [
        'fourteen days',
        'AWS::SQS::Queue',
        (props) => {
          props.MessageRetentionPeriod = 60;
        },
      ],
      [
        'fill them for that rule',
        'AWS::Events::Rule',
        (props) => {
          for (const one of props.Targets as object[]) Object.assign(one, { DeadLetterConfig: undefined });
        },
      ],
      [
        'tries again for a day',
        'AWS::Scheduler::Schedule',
        (props) => {
          props.Target = { RetryPolicy: {} };
        },
      ],
      [
        'tries twice more',
        'AWS::Lambda::EventInvokeConfig',
        (props) => {
          props.MaximumRetryAttempts = 0;
        },
      ],
      [
        'end to its patience',
        'AWS::StepFunctions::StateMachine',
        (props) => {
          props.DefinitionString = String(props.DefinitionString).replaceAll('TimeoutSeconds', 'Comment');
        },
      ],
      [
        'full jitter',
        'AWS::StepFunctions::StateMachine',
        (props) => {
          props.DefinitionString = String(props.DefinitionString).replaceAll('"FULL"', '"NONE"');
        },
      ],
      [
        'scanned',
        'AWS::SES::ReceiptRule',
        (props) => {
          Object.assign(props.Rule as object, { ScanEnabled: false });
        },
      ],
      [
        'bounced or complained',
        'AWS::SES::ConfigurationSet',
        (props) => {
          props.SuppressionOptions = {};
        },
      ],
      [
        'throttles by itself',
        'AWS::ApiGatewayV2::Stage',
        (props) => {
          props.DefaultRouteSettings = {};
        },
      ],
      [
        'behind a firewall',
        'AWS::CloudFront::Distribution',
        (props) => {
          Object.assign(props.DistributionConfig as object, { WebACLId: undefined });
        },
      ],
      [
        'deployed gradually',
        'AWS::CodeDeploy::DeploymentGroup',
        (props) => {
          props.AlarmConfiguration = {};
        },
      ],
      [
        'deployed gradually',
        'AWS::CodeDeploy::DeploymentGroup',
        (props) => {
          Object.assign(props.AlarmConfiguration as object, { Alarms: [{ Name: { Ref: 'Silent' } }] });
        },
      ],
      [
        'deployed gradually',
        'AWS::CodeDeploy::DeploymentGroup',
        (props) => {
          Object.assign(props.AutoRollbackConfiguration as object, { Enabled: false });
        },
      ],
      [
        'outlives the sockets',
        'AWS::Lambda::Function',
        (props) => {
          props.Timeout = 2;
        },
      ],
    ])('says “%s” of a spoilt %s', (words, type, spoil) => {
      expect(says(words, type, spoil)).toBe(true);
    });

    it('says what refers to nothing', () => {
      const Properties = { Role: { 'Fn::GetAtt': ['Nowhere', 'Arn'] }, Timeout: 10 };
      const template = { Resources: { One: { Type: 'AWS::Lambda::Function', Properties } } };
      expect(broken([{ name: 'x', template }])).toContain('x: Nowhere: nothing refers to what is not there');
    });

    it('says each rule in words, once', () => {
      expect(new Set(rules.map(({ says }) => says)).size).toBe(rules.length);
    });
  });
