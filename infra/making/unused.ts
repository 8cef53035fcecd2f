import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * What the AWS clients carry and no function of ours may run. Credentials come from the environment and from nowhere
 * else: the clients' own chain would also look into files, other processes and the network. Nothing streams events, and
 * endpoints are known, not discovered. Together they are a fifth of each bundle, shared in pieces that every start has to
 * link.
 */
export const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve, onLoad }) {
    const namespace = 'leave-out-unused';
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path, resolveDir }) => ({
      path,
      namespace,
      pluginData: {
        resolveDir,
        contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      },
    }));
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? {
            path,
            namespace,
            pluginData: {
              contents: "throw new Error('event streams are not bundled: infra/making/unused.ts');",
            },
          }
        : undefined,
    );
    onResolve({ filter: /^@aws-sdk\/endpoint-cache$/ }, ({ path }) => ({
      path,
      namespace,
      sideEffects: false,
      pluginData: { contents: 'export class EndpointCache { getEndpoint() {} }' },
    }));
    // Of its own description a client only says its version.
    onLoad({ filter: /\/@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onLoad({ filter: /.*/, namespace }, ({ pluginData }) => pluginData);
  },
};
