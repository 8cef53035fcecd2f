import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; until: number };

/** Keeps what the provider issues in memory: sign-ins under way are lost at a restart, and begun again. */
export function memoryAdapter() {
  const kept = new Map<string, Kept>();

  return class Memory implements Adapter {
    readonly #model: string;
    constructor(model: string) {
      this.#model = model;
    }
    #key = (id: string) => `${this.#model}:${id}`;
    #first(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
      const prefix = `${this.#model}:`;
      for (const [key, { payload }] of kept) if (key.startsWith(prefix) && fits(payload)) return payload;
      return undefined;
    }
    async upsert(id: string, payload: AdapterPayload, seconds: number) {
      const now = Date.now();
      for (const [key, { until }] of kept) if (until < now) kept.delete(key);
      kept.set(this.#key(id), { payload, until: seconds ? now + seconds * 1000 : Number.POSITIVE_INFINITY });
    }
    async find(id: string) {
      return kept.get(this.#key(id))?.payload;
    }
    async findByUid(uid: string) {
      return this.#first((payload) => payload.uid === uid);
    }
    async findByUserCode(userCode: string) {
      return this.#first((payload) => payload.userCode === userCode);
    }
    async consume(id: string) {
      const found = kept.get(this.#key(id));
      if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
    }
    async destroy(id: string) {
      kept.delete(this.#key(id));
    }
    async revokeByGrantId(grantId: string) {
      // Of this kind alone: a sign-in under way bears the grant of the person who leaves, and goes on as another's.
      const prefix = `${this.#model}:`;
      for (const [key, { payload }] of kept)
        if (key.startsWith(prefix) && payload.grantId === grantId) kept.delete(key);
    }
  };
}
