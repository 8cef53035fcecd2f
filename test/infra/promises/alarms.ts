import { describe, expect, it } from 'vitest';
import type { Assembled, Found } from '../../support/assembled.ts';

const text = (value: unknown) => JSON.stringify(value);
const named = ({ stack, id }: Found) => `${stack}/${id}`;
/** Without what CDK brings of its own to copy pages and carry values between regions while deploying. */
const ours = (found: Found[]) => found.filter(({ id }) => !id.startsWith('Custom'));

/** Asked of the templates that templates.test.ts assembles. */
export const alarmPromises = (templates: () => Assembled) =>
  describe('somebody is told, in words about people, when something fails', () => {
    const alarms = () => templates().of('AWS::CloudWatch::Alarm');
    const rings = (resource: Found) =>
      alarms().some(
        ({ stack, props }) =>
          stack === resource.stack &&
          text(props.Dimensions ?? []).includes(`"${resource.id}"`) &&
          String(props.AlarmDescription).length > 20 &&
          (props.AlarmActions as unknown[]).length > 0,
      );

    it('gives every machine an alarm that says what it means for a person', () => {
      const silent = templates()
        .of('AWS::StepFunctions::StateMachine')
        .filter((one) => !rings(one));
      expect(silent.map(named)).toEqual([]);
    });

    /** Of a function's failures: the ids of what rings for them beside it, in its own stack. */
    const elsewhere = ({ stack, id }: Found): Found[] => {
      const ofItsStack = (type: string) =>
        templates()
          .of(type)
          .filter((one) => one.stack === stack);
      const queues = ofItsStack('AWS::SQS::Queue');
      const near = (type: string, key: string) =>
        ofItsStack(type).filter(({ props }) => text(props[key]).includes(`"${id}"`));
      const put = near('AWS::Lambda::EventInvokeConfig', 'FunctionName').map(({ props }) => text(props));
      const read = near('AWS::Lambda::EventSourceMapping', 'FunctionName').flatMap(({ props }) =>
        queues
          .filter((queue) => text(props.EventSourceArn).includes(`"${queue.id}"`))
          .map((queue) => text(queue.props.RedrivePolicy)),
      );
      return queues.filter((queue) => [...put, ...read].some((said) => said.includes(`"${queue.id}"`)));
    };
    /** Behind the API a failure is a 5xx of the API. */
    const isCalledByTheApi = ({ stack, id }: Found): boolean => {
      const aliases = templates()
        .of('AWS::Lambda::Alias')
        .filter((one) => one.stack === stack && text(one.props.FunctionName).includes(`"${id}"`));
      return templates()
        .of('AWS::ApiGatewayV2::Integration')
        .some(
          (one) => one.stack === stack && aliases.some((alias) => text(one.props).includes(`"${alias.id}"`)),
        );
    };

    it('wakes somebody when a function fails: by itself, by the API in front of it, or by its dead letters', () => {
      expect(
        templates()
          .of('AWS::ApiGatewayV2::Api')
          .filter((one) => !rings(one)),
      ).toEqual([]);
      const silent = ours(templates().of('AWS::Lambda::Function')).filter(
        (one) => !rings(one) && !isCalledByTheApi(one) && !elsewhere(one).some(rings),
      );
      expect(silent.map(named)).toEqual([]);
    });

    it('wakes somebody once: what is tried again rings when it was put aside, not at each try', () => {
      const twice = ours(templates().of('AWS::Lambda::Function')).filter(
        (one) => rings(one) && (isCalledByTheApi(one) || elsewhere(one).some(rings)),
      );
      expect(twice.map(named)).toEqual([]);
      // Each is paid for every month by every authority.
      expect(alarms().filter(({ stack }) => /val-clair-(?!telephony)/.test(stack)).length).toBeLessThan(185);
    });

    it('takes a new version back when people meet its errors', () => {
      const groups = templates().of('AWS::CodeDeploy::DeploymentGroup');
      expect(groups.length).toBeGreaterThan(100);
      for (const { props } of groups) {
        expect(text(props.AlarmConfiguration)).toMatch(/ServerErrors/);
        expect(text(props.AlarmConfiguration)).toMatch(/Faults/);
      }
    });

    it('rings for everything that waits among the dead letters', () => {
      const dead = templates()
        .of('AWS::SQS::Queue')
        .filter(({ props }) => !props.RedrivePolicy);
      expect(dead.length).toBeGreaterThan(0);
      expect(dead.filter((one) => !rings(one)).map(named)).toEqual([]);
      expect(dead.filter(({ props }) => props.MessageRetentionPeriod !== 14 * 86_400).map(named)).toEqual([]);
    });

    it('keeps the logs of every function and machine for a stated time', () => {
      const groups = templates().of('AWS::Logs::LogGroup');
      expect(groups.filter(({ props }) => !props.RetentionInDays).map(named)).toEqual([]);
      expect(
        ours(templates().of('AWS::Lambda::Function'))
          .filter(({ props }) => !props.LoggingConfig)
          .map(named),
      ).toEqual([]);
    });
  });
