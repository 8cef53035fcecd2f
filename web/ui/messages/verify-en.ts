import { day } from './dates.ts';
import type { verify as French } from './verify-fr.ts';

export const verify: typeof French = {
  title: 'Check a signed letter',
  description: 'Check that a letter signed by the authority is genuine and was not changed.',
  intro: 'A signed letter carries a code and a square to scan. Check here that it really comes from us.',
  byCode: 'With the code of the letter',
  code: 'Verification code',
  codeHint: 'It is printed near the signature, for example MDKJT-59MV7-AQARF-MJZQA.',
  codeMissing: 'Write the code printed on the letter.',
  codeWrong: 'This code is not complete: it has twenty letters and digits.',
  check: 'Check the code',
  byFile: 'With the PDF file',
  file: 'PDF file you received',
  fileHint: 'The file stays on your device: only its fingerprint is compared.',
  fileDrop: 'Drop the PDF here, or choose it.',
  checking: 'Checking…',
  results: {
    genuine: ['Genuine letter', 'This file is exactly the one that the authority signed.'],
    altered: [
      'Changed letter',
      'This file was changed after it was signed. Do not trust it, and contact us.',
    ],
    foreign: [
      'Letter unknown to us',
      'This file carries a signature, but not one of the authority. Do not trust it, and contact us.',
    ],
    unknown: [
      'Letter unknown to us',
      'We do not find this file, and it carries no signature that we can read. A photo or a printed copy cannot be checked this way: use the code.',
    ],
    code: ['This code is ours', 'Compare these details with the letter in your hands.'],
    codeUnknown: [
      'Unknown code',
      'No signed letter carries this code. Check each sign. If it is right, do not trust the letter, and contact us.',
    ],
  },
  facts: {
    reference: 'Reference',
    authority: 'Issued by',
    on: 'Signed on',
    quality: 'Title of the signatory',
    mode: 'Kind',
    sha256: 'Fingerprint of the file (SHA-256)',
    certificate: 'Fingerprint of the certificate (SHA-256)',
  },
  modes: {
    personal: 'Electronic signature of the signatory',
    seal: 'Electronic seal of the authority, which is not the signature of the signatory',
    unsigned: 'Decision notified online, which needs no signature',
  },
  day,
  privacy: 'This page shows neither the name of the recipient nor the content of the letter.',
};
