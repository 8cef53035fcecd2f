import { createHash, randomBytes } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { certificate, toBeSigned } from './certificate.ts';
import { signedAttributes, signedData } from './cms.ts';
import type { Der } from './der.ts';

const digestOf = (content: Uint8Array): Uint8Array => createHash('sha256').update(content).digest();

/** The authority's key, which never leaves KMS: signs the digest of what it is given (RSA, PKCS#1 v1.5, SHA-256). */
export const sealKey = (kms: KMSClient, KeyId: string) => {
  const sign = async (content: Uint8Array): Promise<Uint8Array> => {
    const { Signature } = await kms.send(
      new SignCommand({
        KeyId,
        Message: digestOf(content),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
      }),
    );
    if (!Signature) throw new Error('kms-signed-nothing');
    return Signature;
  };

  return {
    publicKey: async (): Promise<Uint8Array> => {
      const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
      if (!PublicKey) throw new Error('kms-no-public-key');
      return PublicKey;
    },

    /**
     * A certificate by which the key vouches for itself, for an authority that was given none.
     * @param years calendar years from the first of January of the year of `at`
     */
    async selfSigned(authority: string, name: string, at: string, years: number): Promise<Der> {
      const year = Number(at.slice(0, 4));
      const publicKey = await this.publicKey();
      const tbs = toBeSigned({
        ...{ name, publicKey, organisation: authority },
        keyId: createHash('sha1').update(publicKey).digest(),
        serial: randomBytes(16).map((octet, place) => (place === 0 ? (octet & 0x7f) | 0x01 : octet)),
        from: `${year - 1}-01-01T00:00:00Z`,
        to: `${year + years}-12-31T23:59:59Z`,
      });
      return certificate(tbs, await sign(tbs));
    },

    /** The signature of the ranges of a PDF, as it goes into its hole. `stamp` gives the timestamp of a value, or null. */
    async seal(
      ranges: Uint8Array,
      certificates: readonly Uint8Array[],
      stamp: (value: Uint8Array) => Promise<Uint8Array | null>,
    ): Promise<Der> {
      const attributes = signedAttributes(digestOf(ranges), digestOf(certificates[0] ?? new Uint8Array()));
      const value = await sign(attributes);
      return signedData({ certificates, attributes, value, timestamp: await stamp(value) });
    },
  };
};
