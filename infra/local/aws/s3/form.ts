import { ServiceFault } from '../wire/fault.ts';

export type UploadForm = {
  /** Fields before the file, names in lower case, in order. */
  readonly fields: Record<string, string>;
  readonly file: { readonly filename: string; readonly contentType?: string; readonly content: Buffer };
};

/** Parses the multipart/form-data of a browser's upload; what follows the file is ignored, as S3 does. */
export function parseUploadForm(contentType: string, body: Buffer): UploadForm {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2]?.trim();
  if (!mark) throw malformed();
  const fields: Record<string, string> = {};
  const separator = Buffer.from(`\r\n--${mark}`);
  // The first boundary has no line break before it.
  let at = body.indexOf(separator.subarray(2));
  if (at < 0) throw malformed();
  at += separator.length - 2;
  while (body.toString('latin1', at, at + 2) === '\r\n') {
    const headEnd = body.indexOf('\r\n\r\n', at);
    const end = body.indexOf(separator, headEnd);
    if (headEnd < 0 || end < 0) throw malformed();
    const head = body.toString('utf8', at + 2, headEnd);
    const content = body.subarray(headEnd + 4, end);
    const name = (/\bname="([^"]*)"/i.exec(head)?.[1] ?? '').toLowerCase();
    if (name === 'file') {
      const filename = (/\bfilename="([^"]*)"/i.exec(head)?.[1] ?? '').split(/[\\/]/).at(-1) ?? '';
      return {
        fields,
        file: { filename, contentType: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim(), content },
      };
    }
    fields[name] = content.toString('utf8');
    at = end + separator.length;
  }
  throw new ServiceFault('InvalidArgument', 'POST requires exactly one file upload per request.', 400, {
    ArgumentName: 'file',
    ArgumentValue: 0,
  });
}

const malformed = () =>
  new ServiceFault(
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  );
