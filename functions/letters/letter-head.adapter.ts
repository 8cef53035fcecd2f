import { addressLines } from './address-lines.ts';
import {
  addressPitch,
  addressPlace,
  addressSize,
  codePlace,
  folds,
  logoPlace,
  senderPlace,
  shortPlace,
  textTop,
} from './envelope.ts';
import type { LetterGiven } from './letter.ts';
import { dayInWords } from './messages/fr.ts';
import { paper } from './messages/paper-fr.ts';
import { grey, ink, write } from './pdf-blocks.adapter.ts';
import { figure, ownCodePicture } from './shapes.adapter.ts';
import { svgShapes } from './svg-shapes.ts';
import { artifact, mm, type Opened } from './tagged-pdf.adapter.ts';

const shortStyle = { ...shortPlace, size: 7.5, align: 'right', colour: grey, after: 0 } as const;

/** The first page above its text: letterhead, sender, address in the window, code, day and subject, fold marks. */
export const drawHead = (opened: Opened, given: LetterGiven): void => {
  const { doc } = opened;
  letterhead(opened, given);
  sender(opened, given);
  recipient(opened, given.recipient);
  if (given.qr)
    figure(opened, ownCodePicture(given.qr), { box: codePlace, alt: paper.codeAlt(given.reference) });
  if (given.short) write(opened, paper.short(given.short), shortStyle);
  artifact(doc, 'Layout', () => {
    doc.lineWidth(0.5).strokeColor('#8a8a8a');
    for (const fold of folds) doc.moveTo(mm(4), mm(fold)).lineTo(mm(8), mm(fold)).stroke();
  });
  const place = paper.placeAndDay(given.authority.shortName, dayInWords(given.day));
  write(opened, place, { y: textTop, align: 'right', after: 3 });
  write(opened, paper.subject(given.subject), { bold: true, after: 4.5 });
};

const letterhead = (opened: Opened, { authority, logo }: LetterGiven): void => {
  const picture = logo ? svgShapes(logo) : null;
  if (picture) figure(opened, picture, { box: logoPlace, alt: paper.logoAlt(authority.name) });
  const x = picture ? logoPlace.x + logoPlace.width + 5 : logoPlace.x;
  write(opened, authority.name, { tag: 'H1', bold: true, size: 15, x, y: 13.5, width: 165 - x, after: 0.3 });
  write(opened, authority.contact.postalAddress, { size: 8.5, colour: grey, x, width: 165 - x, after: 0 });
};

/** Who writes, where and how to reach them (CRPA L111-2). */
const sender = (opened: Opened, { department, author, authority, reference }: LetterGiven): void => {
  const { x, y, width } = senderPlace;
  const style = { size: 9, x, width };
  const { phone, email, postalAddress } = department ?? authority.contact;
  if (department) write(opened, department.name, { ...style, y, bold: true, after: 0.8 });
  const reach = [...(department ? [postalAddress] : []), paper.phone(phone), email].join('\n');
  write(opened, reach, { ...style, ...(department ? {} : { y }), after: 2.4 });
  if (author) {
    const who = `${author.givenName} ${author.familyName}\n${author.title}`;
    write(opened, paper.followedBy, { ...style, colour: grey, after: 0 });
    write(opened, who, { ...style, after: 2.4 });
  }
  write(opened, paper.reference, { ...style, colour: grey, after: 0 });
  write(opened, reference, { ...style, bold: true, after: 0 });
};

/** One line at a time, at its own height: six lines fit whatever the font. */
const recipient = ({ doc, root, drawable }: Opened, given: readonly string[]): void => {
  const [first = '', ...rest] = given;
  const { lines } = /^\d/.test(first)
    ? addressLines(null, given.join('\n'))
    : addressLines(first || null, rest.join('\n'));
  const shown = (lines.length > 0 ? lines : [paper.unknownRecipient]).map(drawable);
  doc.font('regular').fontSize(addressSize.points).fillColor(ink);
  const widest = Math.max(...shown.map((line) => doc.widthOfString(line)));
  const ratio = Math.min(1, mm(addressPlace.width) / widest);
  const size = Math.max(addressSize.least, Math.floor(addressSize.points * ratio * 10) / 10);
  const drawLines = () => {
    doc.fontSize(size);
    shown.forEach((line, index) => {
      const y = mm(addressPlace.y + index * addressPitch);
      doc.text(line, mm(addressPlace.x), y, { lineBreak: false, baseline: 'hanging' });
    });
  };
  root.add(doc.struct('P', {}, [drawLines]));
};
