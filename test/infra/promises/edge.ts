import { describe, expect, it } from 'vitest';
import type { Assembled, Found } from '../../support/assembled.ts';

const text = (value: unknown) => JSON.stringify(value);
type Origin = {
  OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[];
  S3OriginConfig?: object;
};

/** Asked of the templates that templates.test.ts assembles. */
export const edgePromises = (templates: () => Assembled) =>
  describe('nobody passes beside CloudFront and its firewall', () => {
    const sentOf = (distribution: Found): unknown[] =>
      (distribution.props.DistributionConfig as { Origins: Origin[] }).Origins.filter(
        ({ S3OriginConfig }) => !S3OriginConfig,
      ).map(
        ({ OriginCustomHeaders = [] }) =>
          OriginCustomHeaders.find(({ HeaderName }) => HeaderName === 'x-parvis-edge')?.HeaderValue,
      );
    const secretOf = (value: unknown): string | undefined =>
      /\{\{resolve:secretsmanager:.*EdgeKeysKey1[0-9A-F]{8}/.exec(text(value) ?? '')?.[0];

    it('has CloudFront say a secret of the store to the API, by reference and never by value', () => {
      const sent = templates().of('AWS::CloudFront::Distribution').flatMap(sentOf);
      expect(sent).toHaveLength(2);
      expect(sent.filter((value) => !secretOf(value))).toEqual([]);
    });

    it('gives every function that has a route the same secret to ask for', () => {
      const functions = new Map(
        templates()
          .of('AWS::Lambda::Function')
          .map((one) => [`${one.stack}/${one.id}`, one.props.Environment]),
      );
      const aliases = new Map(
        templates()
          .of('AWS::Lambda::Alias')
          .map(({ stack, id, props }) => [`${stack}/${id}`, (props.FunctionName as { Ref: string }).Ref]),
      );
      const behind = templates()
        .of('AWS::ApiGatewayV2::Integration')
        .map(({ stack, props }) => {
          const { Ref = '' } = props.IntegrationUri as { Ref?: string };
          return `${stack}/${aliases.get(`${stack}/${Ref}`)}`;
        });
      expect(behind.length).toBeGreaterThan(100);
      const keys = (name: string) =>
        (functions.get(name) as { Variables?: { EDGE_KEYS?: unknown } } | undefined)?.Variables?.EDGE_KEYS;
      expect(behind.filter((name) => !secretOf(keys(name)))).toEqual([]);
    });
  });
