import { senderName } from '../sms/sender.ts';
import type { Alert } from './alert.ts';
import { digestLetter, digestText, type World } from './compose.ts';
import type { DigestTable, Kept } from './digest-table.adapter.ts';
import { type SendDeps, worldOf } from './send.ts';

type Deps = Omit<SendDeps, 'digests'> & { digests: Pick<DigestTable, 'page' | 'drop'> };
const pageSize = 100;

/** One message for all that was too much for one week, each Monday; whoever left meanwhile is told nothing. */
export const sendDigests = (deps: Deps) => async (): Promise<void> => {
  const world = await worldOf(deps);
  const read = remembering(deps);
  let last: Kept | undefined;
  let waiting: Kept[] = [];
  for (;;) {
    const page = await deps.digests.page(pageSize, last);
    for (const kept of page) {
      if (waiting[0] && waiting[0].subscriber !== kept.subscriber) {
        await tell(deps, world, read, waiting);
        waiting = [];
      }
      waiting.push(kept);
    }
    last = page.at(-1);
    if (page.length < pageSize) break;
  }
  if (waiting.length > 0) await tell(deps, world, read, waiting);
};

const remembering = ({ alerts }: Deps) => {
  const known = new Map<string, Promise<Alert>>();
  return (id: string): Promise<Alert> => {
    const found = known.get(id) ?? alerts.read(id);
    known.set(id, found);
    return found;
  };
};

const tell = async (
  deps: Deps,
  world: World,
  read: (id: string) => Promise<Alert>,
  waiting: readonly Kept[],
): Promise<void> => {
  const [first] = waiting;
  const one = first ? await deps.subscribers.read(first.subscriber) : null;
  if (one?.choice && !(await deps.isSpared(one))) {
    const { themes } = one.choice;
    const all = await Promise.all(waiting.map(({ alert }) => read(alert)));
    const wanted = all.filter(({ theme }) => themes.includes(theme));
    // Named by what it holds: called again after a crash, it is the same message.
    const name = `digest-${waiting.map(({ alert }) => alert).join('-')}`.slice(0, 900);
    const lease = wanted.length > 0 ? await deps.told.claim(one.id, name) : null;
    if (lease) {
      if (one.channel === 'sms')
        await deps.text({
          to: one.address,
          text: digestText(world, one, wanted),
          sender: senderName(world.authority),
        });
      else await deps.mail(digestLetter(world, one, wanted), { alert: 'digest', subscriber: one.id });
      await deps.told.done(one.id, name, lease);
    }
  }
  for (const kept of waiting) await deps.digests.drop(kept);
};
