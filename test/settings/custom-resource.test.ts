import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customResource } from '../../functions/settings/custom-resource.adapter.ts';

type Answer = Record<string, string>;
let server: Server;
let answers: Answer[];
let url: string;
beforeEach(async () => {
  answers = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      answers.push({ method: request.method ?? '', ...JSON.parse(body) });
      response.end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`;
});
afterEach(() => server.close());

const event = (RequestType: 'Create' | 'Update' | 'Delete') => ({
  RequestType,
  ResponseURL: url,
  StackId: 'arn:aws:cloudformation:eu-west-3:123456789012:stack/parvis-val-clair-app/1',
  RequestId: 'request-1',
  LogicalResourceId: 'SettingsSown',
  ResourceType: 'Custom::Sown',
  ResourceProperties: { ServiceToken: 'arn:aws:lambda:x', Bucket: 'assets', Key: 'seed.json' },
});

describe('a deployment never hangs for an answer', () => {
  it('says that the seed was sown', async () => {
    const seen: unknown[] = [];
    await customResource(
      (properties) => properties,
      async (properties) => void seen.push(properties),
    )(event('Create'));
    expect(seen).toEqual([{ ServiceToken: 'arn:aws:lambda:x', Bucket: 'assets', Key: 'seed.json' }]);
    expect(answers).toMatchObject([
      { method: 'PUT', Status: 'SUCCESS', RequestId: 'request-1', PhysicalResourceId: 'SettingsSown' },
    ]);
  });

  it('says that it failed, without telling what was in the seed', async () => {
    await customResource(
      (properties) => properties,
      async () => {
        throw new TypeError('Jeanne Aubry is no agent');
      },
    )(event('Update'));
    expect(answers).toMatchObject([{ Status: 'FAILED', Reason: expect.stringContaining('TypeError') }]);
    expect(JSON.stringify(answers)).not.toContain('Jeanne');
  });

  it('deletes nothing when its stack is deleted', async () => {
    let written = false;
    await customResource(
      () => null,
      async () => {
        written = true;
      },
    )(event('Delete'));
    expect(written).toBe(false);
    expect(answers).toMatchObject([{ Status: 'SUCCESS' }]);
  });
});
