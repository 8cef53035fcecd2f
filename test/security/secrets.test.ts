import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(join(root, file)) && statSync(join(root, file)).size < 2_000_000)
  .filter((file) => /\.(ts|tsx|js|json|md|asl|yml|yaml|css|html|svg|npmrc|txt)$|^[.\w]+$/.test(file));

/** What a secret looks like, wherever it stands. */
const shapes: Record<string, RegExp> = {
  'a private key': /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}/,
  'a key of AWS': /\b(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b/,
  'a token of GitHub': /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b|_authToken=/,
  'a token of Slack': /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  'a signed token': /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/,
  'a password in an address': /\b[a-z]+:\/\/[^\s/:@'"`{$]+:[^\s/:@'"`{$]{6,}@(?!127\.|localhost)/,
  'a secret written out':
    /\b(?:client_?secret|password|passphrase|api_?key)['"]?\s*[:=]\s*['"][A-Za-z0-9+/_-]{20,}['"]/i,
};

describe('secrets are in their store and nowhere else', () => {
  it('no file of the tree holds one', () => {
    const found = tracked
      .filter((file) => file !== 'package-lock.json' && !file.startsWith('test/security/'))
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return Object.entries(shapes).flatMap(([what, shape]) =>
          shape.test(text) ? [`${file}: ${what}`] : [],
        );
      });
    expect(found).toEqual([]);
  });

  /** CloudFront says it in clear, and it opens nothing: whoever has it only passes beside the firewall (THREATS.md). */
  const saidInClear = 'infra/constructs/edge-keys.ts';

  it('functions are told the name of a secret, never the secret, but for what CloudFront says to them', () => {
    const code = tracked.filter(
      (file) => /^(functions|infra)\/.*\.ts$/.test(file) && !file.startsWith('infra/local/'),
    );
    expect(code).toContain(saidInClear);
    const wrong = code.filter((file) =>
      /unsafeUnwrap|SecretValue\.unsafePlainText|secretValueFromJson|resolve:secretsmanager/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(wrong.filter((file) => file !== saidInClear)).toEqual([]);
  });
});
