import type { Authority } from '../settings/authority.ts';
import type { LetterRecord } from './letter.ts';
import { evidenceWords } from './messages/fr.ts';

export type SealFacts = {
  at: string;
  sha256: string;
  /** Base64 of the certificate in DER; null when nothing was signed in the file. */
  certificate: string | null;
  certificateSha256: string | null;
  isSelfSigned: boolean;
  timestamped: boolean;
};

/**
 * What is shown to a judge: who approved what, when, how they were authenticated, under which order, and over which exact
 * bytes. Plain JSON with its own explanation, kept beside the PDF; its hash is in the journal, which is chained.
 */
export const evidenceOf = (
  letter: LetterRecord,
  authority: Pick<Authority, 'name'>,
  seal: SealFacts,
): string =>
  JSON.stringify(
    {
      about: evidenceWords.about,
      level: evidenceWords.levels[letter.mode],
      authority: authority.name,
      reference: letter.reference,
      letter: letter.id,
      outcome: letter.outcome,
      mode: letter.mode,
      approvedFile: { sha256: letter.pdf.sha256, bytes: letter.pdf.size, pages: letter.pdf.pages },
      sealedFile: { sha256: seal.sha256, startsWithApprovedFile: true },
      signature: seal.certificate && {
        format: 'PAdES baseline B (ETSI EN 319 142-1)',
        level: seal.timestamped ? 'B-T' : 'B-B',
        algorithm: 'RSASSA-PKCS1-v1_5 SHA-256',
        at: seal.at,
        certificate: seal.certificate,
        certificateSha256: seal.certificateSha256,
        selfSigned: seal.isSelfSigned,
      },
      writer: { ...letter.submittedBy, at: letter.submittedAt },
      steps: letter.circuit.map(({ number, round, kind, title, approval }) => ({
        ...{ number, round, kind, title },
        by: approval && {
          ...{ login: approval.login, name: approval.name, quality: approval.quality },
          ...{ at: approval.at, sha256: approval.sha256, authentication: approval.authentication },
          ...{ onBehalfOf: approval.onBehalfOf, delegation: approval.delegation },
        },
      })),
      verification: letter.verification,
    },
    null,
    2,
  );
