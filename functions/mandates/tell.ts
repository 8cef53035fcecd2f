import { offerSecret } from './code.ts';
import type { MandateChange } from './mandate-table.adapter.ts';
import { toHelper as english } from './messages/en.ts';
import * as words from './messages/fr.ts';
import { type Context, mailOf, type TellDeps, wordsFor } from './notice.ts';
import { tellPerson } from './tell-person.ts';

const tellHelper = async (context: Context): Promise<void> => {
  const { deps, mandate, sign, change } = context;
  const { email, account } = mandate.helper;
  const to = email ?? (account ? ((await deps.account(account))?.email ?? null) : null);
  if (!to || mandate.helper.kind === 'agent' || (await deps.isSuppressed(to))) return;
  // Whoever declined, or never answered, is not told of what did not begin.
  if (change === 'over' && !mandate.activeSince) return;
  const { open, space } = words.mandateMail;
  const url = `${deps.publicUrl}/mon-espace/mandats`;
  const link =
    change === 'offered'
      ? { url: `${url}#${offerSecret(mandate.id, sign)}`, label: open }
      : { url, label: space };
  const given = wordsFor(context);
  const inShort = (page: string) => english[change](mandate, { ...given, url: page });
  await deps.mail(mailOf(context, to, words.toHelper[change](mandate, given), link, inShort));
};

/** What changed is told to both, each once. An offer is told to the helper alone: nothing has begun. */
export const tellMandate =
  (deps: TellDeps) =>
  async ({
    mandateId: id,
    change,
    version,
  }: {
    mandateId: string;
    change: MandateChange;
    version: number;
  }) => {
    const mandate = await deps.mandates.read(id);
    if (!mandate || (change !== 'over' && mandate.over)) return;
    const context = { deps, mandate, change, authority: await deps.authority(), sign: await deps.sign() };
    const told = [
      ...(change === 'offered' ? [] : [['person', tellPerson] as const]),
      ['helper', tellHelper] as const,
    ];
    for (const [whom, tell] of told) {
      const name = `${change}-${version}-${whom}`;
      const lease = await deps.told.claim(id, name);
      if (!lease) continue;
      await tell(context);
      await deps.told.done(id, name, lease);
    }
  };
