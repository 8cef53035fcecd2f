import type { Contact } from '../../intake/contact.ts';
import type { Snapshot } from '../../requests/items.ts';
import { Refusal } from '../../shared/refusal.ts';
import { fingerprintOf } from './fingerprint.ts';
import { nameWave } from './name-wave.ts';
import { ownWords } from './own-words.ts';
import type { Entry, SimilarTable } from './similar-table.adapter.ts';
import { hoursBefore, notice, type Recent, usual, type Wave, withoutMember } from './wave.ts';
import type { WaveTable } from './wave-table.adapter.ts';

export type NoteDeps = {
  contact(id: string): Promise<Contact>;
  snapshot(reference: string): Promise<Snapshot>;
  index: Pick<SimilarTable, 'add' | 'fingerprint'>;
  waves: Pick<WaveTable, 'waves' | 'recent' | 'keep' | 'save' | 'placeOf' | 'waveOf' | 'members' | 'leave'>;
  key(): Promise<number>;
  pause(ms: number): Promise<unknown>;
};

/** What is compared with: more in two days is a flood, whose newest letters are enough to see it. */
const compared = 120;
/** Three items each, in one transaction of a hundred: the rest is taken in by the next that comes. */
const mostJoined = 30;
const namedFrom = 12;
const attempts = 40;
/** Of a wave, as many as tell whether somebody writes twice in it. */
const mostWriters = 500;

/** A contact is in the index from its arrival on. What a machine wrote, or is set aside, is like nothing. */
export const noteContact =
  ({ contact, index, key }: NoteDeps) =>
  async (contactId: string): Promise<Entry | null> => {
    const read = await contact(contactId);
    if (read.state === 'quarantined' || read.state === 'refused' || read.mail?.automatic) return null;
    const entry = { ...fingerprintOf(read, await key()), contactId, at: read.receivedAt };
    await index.add(entry);
    return entry;
  };

/**
 * A request of a department may belong to a wave, or make one; of another than before, it leaves what it belonged to.
 * Refuses `conflict` when others were quicker each time it tried.
 */
export const noteRequest =
  (deps: NoteDeps) =>
  async (reference: string): Promise<void> => {
    const { request } = await deps.snapshot(reference);
    const { department, contactIds } = request;
    const [contactId] = contactIds;
    await insisting(deps, reference, () => leftBehind(deps, reference, department));
    if (!department || !contactId) return;
    const entry = (await deps.index.fingerprint(contactId)) ?? (await noteContact(deps)(contactId));
    if (!entry) return;
    await insisting(deps, entry.exact, () => noted(deps, department, { ...entry, reference, wave: null }));
  };

const insisting = async (
  { pause }: Pick<NoteDeps, 'pause'>,
  own: string,
  ask: () => Promise<void>,
): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'conflict' || tries >= attempts) throw error;
      // Many come at once, each at its own pace.
      await pause(tries * (5 + (Number.parseInt(own.slice(-2), 36) % 20 || 7)));
    }
  }
};

/** A request that another department has now is no longer counted, nor joined with others, where it was. */
const leftBehind = async (
  { waves: table }: Pick<NoteDeps, 'waves'>,
  reference: string,
  department: string | null,
): Promise<void> => {
  const place = await table.placeOf(reference);
  if (!place || place.department === department) return;
  const of = await table.waveOf(reference);
  if (!of) return table.leave({ ...place, reference }, null);
  const held = await table.waves(place.department);
  const { members } = await table.members(of.wave, { limit: mostWriters });
  const own = members.find((member) => member.reference === reference);
  const others = members.filter((member) => member !== own);
  const waves = held.waves.flatMap((wave) =>
    wave.id === of.wave ? (withoutMember(wave, own?.who ?? '', others) ?? []) : [wave],
  );
  return table.leave({ ...place, reference }, { wave: of.wave, held, waves });
};

const noted = async (
  { waves: table, contact }: NoteDeps,
  department: string,
  asked: Recent,
): Promise<void> => {
  // Kept before it looks: of many that come at one moment, the last to look sees them all.
  await table.keep(department, asked);
  const held = await table.waves(department);
  const recent = await table.recent(department, hoursBefore(asked.at, usual.hours), compared);
  const one = recent.find(({ reference }) => reference === asked.reference) ?? asked;
  const noticed = notice(department, one, recent, held.waves);
  const known = new Map([...recent, one].map((request) => [request.reference, request]));
  const joined = noticed.joined.slice(0, mostJoined).flatMap(({ reference, wave }) => {
    const request = known.get(reference);
    return request ? [{ ...request, wave }] : [];
  });
  const before = new Map(held.waves.map(({ id, people }) => [id, people]));
  const waves = await Promise.all(
    noticed.waves.map((wave) =>
      isToName(wave, before.get(wave.id) ?? 0) ? named(wave, [...joined, ...recent], contact) : wave,
    ),
  );
  if (joined.length > 0) await table.save({ department, held, waves, one, joined });
};

/** At its beginning, and each time it has doubled: more letters say better what it is. */
const isToName = (wave: Wave, before: number): boolean =>
  wave.people !== before && Math.floor(Math.log2(wave.people)) > Math.floor(Math.log2(Math.max(1, before)));

const named = async (
  wave: Wave,
  requests: readonly Recent[],
  contact: NoteDeps['contact'],
): Promise<Wave> => {
  const own = requests.filter((request) => request.wave === wave.id);
  const every = Math.max(1, Math.floor(own.length / namedFrom));
  const some = own.filter((_, at) => at % every === 0).slice(0, namedFrom);
  const letters = await Promise.all(some.map(({ contactId }) => contact(contactId).catch(() => null)));
  const texts = letters.flatMap((letter) =>
    letter
      ? [
          {
            // Of a form, the same for all.
            subject: letter.form ? '' : letter.proposal?.subject || letter.subject,
            text: ownWords(letter),
            without: [letter.sender.name, letter.proposal?.sender.name].flatMap((name) => name ?? []),
          },
        ]
      : [],
  );
  const words = nameWave(texts);
  return words.length > 0 ? { ...wave, words } : wave;
};
