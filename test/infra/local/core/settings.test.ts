import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claim } from '../../../../infra/local/pid.ts';
import { explained, readSettings } from '../../../../infra/local/settings.ts';
import { newFolder } from './assembly.ts';

describe('settings', () => {
  it('need nothing to be said', () =>
    expect(readSettings({})).toMatchObject({ port: 3000, smtpPort: 2525, collectivity: 'val-clair' }));

  it.each([
    [{ PORT: 'abc' }, 'PORT="abc"'],
    [{ SMTP_PORT: '70000' }, 'SMTP_PORT="70000"'],
    [{ COLLECTIVITY: '../etc' }, 'COLLECTIVITY="../etc"'],
  ])('that cannot be used are named: %o', (variables, named) =>
    expect(() => readSettings(variables)).toThrow(named),
  );

  it('explain a taken port by what to type next', () => {
    const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 3000 });
    expect(explained(taken, readSettings({}))).toContain('PORT=3001 npm start');
  });
});

describe('a data folder', () => {
  it('left by a killed runtime is taken over, even when its id now belongs to another program', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'pid'), '1\n');
    const held = claim(folder);
    expect(() => claim(folder)).not.toThrow();
    held.release();
  });
});
