import type { Agent } from '../agents/agent.ts';
import type { Authority, Department } from '../settings/authority.ts';
import type { LetterKind } from './template.ts';

export type Author = Pick<Agent, 'givenName' | 'familyName' | 'title'>;
export type LetterOutcome = 'granted' | 'refused' | 'answered';
/** A paragraph of law after the signature: remedies, the algorithm's notice, the attestation of an acceptance. */
export type Mention = {
  code: 'remedies' | 'algorithm' | 'attestation' | 'reasons';
  title: string;
  text: string;
};

/** How a letter ends. `capacity`: the line of a delegation, for instance "Pour le maire et par delegation"; null for none. */
export type SignatureBlock = {
  mode: 'personal' | 'seal' | 'unsigned';
  signatory: Author;
  capacity: string | null;
};

/** The same thing to draw (qr.ts) and to type or say (short-code.ts). */
export type PrintedCode = { qr: string; short: string };
/** Detachable slip under a cut line, sent back with the documents that are awaited. */
export type ReturnSlip = {
  documents: readonly string[];
  /** One for each of several documents, in their order: each goes on top of its own. */
  parts?: readonly PrintedCode[];
  /** Name and address of the person, by which the sheet proves whose it is when it comes back. */
  from?: readonly string[];
  /** Last day to send them; null for none. */
  until: string | null;
  /** Where to send it, one line each. */
  address: readonly string[];
  /** Text of its own code (qr.ts). */
  qr: string;
  short?: string;
};

/** Everything a paper letter shows. Nothing in it is worked out by the drawing. */
export type LetterGiven = {
  authority: Pick<Authority, 'name' | 'shortName' | 'contact' | 'demonstration'>;
  reference: string;
  subject: string;
  /** Paragraphs, lists and headings as said in template.ts; without mentions nor signature when those are given apart. */
  text: string;
  /** Lines of name and address (address-lines.ts); empty when nobody knows them. */
  recipient: readonly string[];
  /** Calendar day that the letter bears. */
  day: string;
  enclosures: readonly string[];
  /** Department that writes and agent in charge, in the margin of the head (CRPA L111-2). */
  department?: Department | null;
  author?: Author | null;
  signature?: SignatureBlock | null;
  mentions?: readonly Mention[];
  slip?: ReturnSlip | null;
  /** Text of the code that recognises the letter when it comes back (qr.ts), and what is typed in its place. */
  qr?: string | null;
  short?: string | null;
  /** Address where anybody verifies the sealed letter; drawn beside the signature with its own code. */
  verification?: { url: string } | null;
  /** The authority's logo, as SVG. */
  logo?: string | null;
};

/** Where the empty signature field stands, in points from the bottom left corner of its page (from 0). */
export type SealPlace = { page: number; x: number; y: number; width: number; height: number };
export type DrawnLetter = { pdf: Uint8Array; pages: number; seal: SealPlace | null };
/** Name of the empty, tagged signature field (`/FT /Sig`) that the seal fills in: the letter stays PDF/UA once sealed. */
export const signatureField = 'Signature';

/** What the checker needs to know beside the letter itself. */
export type LetterFacts = {
  kind: LetterKind;
  /** Null when the letter decides nothing. */
  outcome: LetterOutcome | null;
  /** The procedure says that a model took part in the decision (CRPA L311-3-1). */
  algorithm: boolean;
  court: Authority['court'];
  /** Name as the person gave it (nom de famille unless nom d'usage was asked for, L111-3); null when unknown. */
  citizenName: string | null;
  /** L212-2 applies: notified through the authority's own conforming teleservice, or one of its other cases. */
  mayBeUnsigned: boolean;
};
