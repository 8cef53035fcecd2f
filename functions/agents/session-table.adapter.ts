import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { epochSeconds, newSecret, now } from '../shared/clock.adapter.ts';
import type { Sessions } from '../shared/http.adapter.ts';
import type { Agent } from './agent.ts';
import type { Citizen } from './caller.ts';
import { hasLeft } from './presence.ts';
import {
  type ActingMark,
  type Audience,
  type Authentication,
  absoluteLimit,
  actingKey,
  cookieNames,
  cookieValue,
  isAlive,
  isToNote,
  type Session,
  type SignIn,
} from './session.ts';

const signInLasts = 600;
/** A copy of the table opens no session: only hashes of the names are kept. */
export const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex');
export type SessionTable = ReturnType<typeof sessionTable>;

/** The one file that knows the sessions table: sessions and sign-ins under way, each under the hash of its secret. */
export const sessionTable = (
  db: DynamoDBDocumentClient,
  TableName: string,
  agentOf: (login: string) => Promise<Agent | null>,
) => {
  const keyOf = (kind: 'SESSION' | 'SIGN-IN', secret: string) => ({
    pk: `${kind}#${hashed(secret)}`,
    sk: kind,
  });

  /** False when the session was ended meanwhile. */
  const noteSeen = async (Key: Record<string, string>, at: string): Promise<boolean> => {
    try {
      await db.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET #session.seenAt = :at',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#session': 'session' },
          ExpressionAttributeValues: { ':at': at },
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  const read = async (cookies: readonly string[], audience: Audience): Promise<Session | null> => {
    const secret = cookieValue(cookies, cookieNames[audience]);
    if (!secret) return null;
    const Key = keyOf('SESSION', secret);
    const { Item } = await db.send(new GetCommand({ TableName, Key }));
    const session = Item?.session as Session | undefined;
    const at = now();
    if (session?.audience !== audience || !isAlive(session, at)) return null;
    return !isToNote(session, at) || (await noteSeen(Key, at)) ? session : null;
  };

  /** Whoever acts for somebody does so only as long as the mandate stands, and within what it names now. */
  const within = async (citizen: Citizen): Promise<Citizen> => {
    const { actingFor } = citizen;
    if (!actingFor) return citizen;
    const Key = actingKey(actingFor.mandate);
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const mark = Item?.acting as ActingMark | undefined;
    const isGood = mark !== undefined && mark.helper === citizen.account && mark.until > now();
    return {
      ...citizen,
      actingFor: isGood ? { ...actingFor, scope: mark.scope } : { ...actingFor, scope: [], isOver: true },
    };
  };
  /** An agent who helps somebody at the desk does so while they are signed in as an agent, in the same browser. */
  const isAtDesk = async (cookies: readonly string[], { account }: Citizen): Promise<boolean> =>
    `agent:${(await read(cookies, 'agents'))?.login}` === account;
  const citizenSession = async (cookies: readonly string[]): Promise<Session | null> => {
    const session = await read(cookies, 'citizens');
    if (!session?.citizen) return session;
    const { citizen } = session;
    if (citizen.by === 'desk' && !(await isAtDesk(cookies, citizen))) return null;
    return { ...session, citizen: await within(citizen) };
  };

  const sessions: Sessions = {
    async agent(cookies) {
      const session = await read(cookies, 'agents');
      const agent = session?.login ? await agentOf(session.login) : null;
      return agent && !hasLeft(agent, now().slice(0, 10)) ? agent : null;
    },
    async citizen(cookies) {
      return (await citizenSession(cookies))?.citizen ?? null;
    },
  };

  return {
    sessions,
    /** The session behind these cookies, whole; null for nobody. */
    citizenSession,

    /** How whoever stands behind these cookies was authenticated; nothing for nobody. */
    async authenticationOf(cookies: readonly string[]): Promise<Authentication | undefined> {
      return (await read(cookies, 'agents'))?.authentication;
    },

    /** Opens a session and answers the secret its cookie holds. */
    async begin(session: Omit<Session, 'startedAt' | 'seenAt'>): Promise<string> {
      const secret = newSecret();
      const at = now();
      const expiresAt = epochSeconds() + absoluteLimit(session.audience) / 1000;
      const Item = {
        ...keyOf('SESSION', secret),
        session: { ...session, startedAt: at, seenAt: at },
        expiresAt,
      };
      await db.send(new PutCommand({ TableName, Item }));
      return secret;
    },
    /** Ended on the server: the cookie opens nothing any more, wherever it was copied. */
    async end(cookies: readonly string[], audience: Audience): Promise<void> {
      const secret = cookieValue(cookies, cookieNames[audience]);
      if (secret) await db.send(new DeleteCommand({ TableName, Key: keyOf('SESSION', secret) }));
    },

    /** Ends the session of this id (the hash that `begin`'s secret has), wherever it is open. */
    async endById(id: string): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: { pk: `SESSION#${id}`, sk: 'SESSION' } }));
    },
    async byId(id: string): Promise<Session | null> {
      const { Item } = await db.send(
        new GetCommand({ TableName, Key: { pk: `SESSION#${id}`, sk: 'SESSION' }, ConsistentRead: true }),
      );
      const session = (Item?.session as Session | undefined) ?? null;
      return session && isAlive(session, now()) ? session : null;
    },
    /** Who somebody signed in is from now on: their name changed, or they act for somebody else. Nothing for a session that is over. */
    async changeCitizen(id: string, citizen: Citizen): Promise<void> {
      try {
        await db.send(
          new UpdateCommand({
            TableName,
            Key: { pk: `SESSION#${id}`, sk: 'SESSION' },
            UpdateExpression: 'SET #session.citizen = :citizen',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#session': 'session' },
            ExpressionAttributeValues: { ':citizen': citizen },
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },

    async keepSignIn(state: string, signIn: SignIn): Promise<void> {
      const Item = { ...keyOf('SIGN-IN', state), signIn, expiresAt: epochSeconds() + signInLasts };
      await db.send(new PutCommand({ TableName, Item }));
    },
    /** Gives a sign-in once: a second answer with the same state finds nothing. Expiry is lazy, so it is checked. */
    async takeSignIn(state: string): Promise<SignIn | null> {
      const { Attributes } = await db.send(
        new DeleteCommand({ TableName, Key: keyOf('SIGN-IN', state), ReturnValues: 'ALL_OLD' }),
      );
      return Attributes && Number(Attributes.expiresAt) > epochSeconds()
        ? (Attributes.signIn as SignIn)
        : null;
    },
  };
};
