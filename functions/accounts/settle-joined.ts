import type { SessionTable } from '../agents/session-table.adapter.ts';
import type { AccessTable } from './access-table.adapter.ts';
import { endSessions } from './security.ts';

export type SettleDeps = {
  table: Pick<SessionTable, 'byId' | 'endById'>;
  access: Pick<AccessTable, 'sessions' | 'forgetSession' | 'passkeys' | 'savePasskey' | 'removePasskey'>;
};

/** What an account had when it became part of another: nothing stays open under a name that is gone, its passkeys go along. */
export const settleJoined =
  ({ table, access }: SettleDeps) =>
  async (from: string, into: string): Promise<void> => {
    await endSessions({ table, access }, from, () => true);
    for (const passkey of await access.passkeys(from)) {
      await access.removePasskey(passkey);
      await access.savePasskey({ ...passkey, account: into });
    }
  };
