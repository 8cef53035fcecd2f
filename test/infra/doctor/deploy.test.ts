import { describe, expect, it } from 'vitest';
import { deploy } from '../../../infra/doctor/deploy.ts';
import type { Finding } from '../../../infra/doctor/finding.ts';

const fine: Finding = { id: 'account', state: 'done', title: 'An account' };
const broken: Finding = { id: 'stack-broken', state: 'wrong', title: 'A stack that cannot be updated' };

const running = (findings: Finding[], status: number | null) => {
  const [ran, said]: [string[][], string[]] = [[], []];
  const go = (...more: string[]) =>
    deploy('val-clair', more, {
      consult: async () => findings,
      cdk: (args) => {
        ran.push([...args]);
        return status;
      },
      say: (text) => void said.push(text),
    });
  return { go, ran, said };
};

describe('a deployment', () => {
  it('deploys every stack of the authority, with what was asked besides', async () => {
    const { go, ran } = running([fine], 0);
    expect(await go('--require-approval', 'never')).toBe(0);
    expect(ran[0]?.join(' ')).toBe('cdk deploy --all -c collectivity=val-clair --require-approval never');
  });
  it('that an alarm takes back ends in error, says so, and where to look', async () => {
    const { go, said } = running([fine], 1);
    expect(await go()).toBe(1);
    expect(said.at(-1)).toMatch(/went back to the version of before.*subjects\.md#deployments/);
    expect(await running([fine], null).go()).toBe(1);
  });
  it('does not begin where a stack is broken', async () => {
    const { go, ran, said } = running([broken], 0);
    expect(await go()).toBe(1);
    expect([ran, said.join().includes(broken.title)]).toEqual([[], true]);
  });
  it.each([['--hotswap'], ['--no-rollback'], ['--rollback', 'false'], ['--rollback=false']])(
    'is never made past the alarms that watch it: %s %s',
    async (...more) => {
      const { go, ran } = running([fine], 0);
      expect(await go(...more)).toBe(1);
      expect(ran).toEqual([]);
    },
  );
});
