import type { AwsResponse } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { type Call, quoted, type Store, versionHeaders, xmlReply } from './call.ts';
import { verifiedChecksums } from './checksums.ts';
import { parseUploadForm } from './form.ts';
import { checkPolicy } from './post-policy.ts';
import { authorizePolicy, denied } from './signature.ts';
import { tagsFromXml } from './tagging.ts';
import { keptHeaders, store } from './write.ts';

/** A browser's upload by a presigned POST policy. */
export function postObject(to: Store, { request, bucket }: Call): AwsResponse {
  const { fields, file } = parseUploadForm(request.headers['content-type'] ?? '', request.body);
  const { policy, key: template } = fields;
  if (!template)
    throw new ServiceFault('InvalidArgument', "Bucket POST must contain a field named 'key'.", 400);
  if (!policy) throw denied('Access Denied');
  const key = template.replaceAll(/\$\{filename\}/g, () => file.filename);
  authorizePolicy(fields, policy);
  checkPolicy(policy, { ...fields, key, bucket: bucket.name }, file.content.length, to.ctx.clock.now());
  const version = store(
    to,
    bucket,
    {
      key,
      content: file.content,
      headers: keptHeaders({ headers: fields, query: new URLSearchParams() }),
      tags: fields.tagging ? tagsFromXml(fields.tagging) : {},
      checksums: verifiedChecksums(file.content, fields),
    },
    'PostObject',
  );
  const Location = `${to.ctx.origin}/_aws/s3/${bucket.name}/${encodeURIComponent(key)}`;
  const headers = { etag: quoted(version.etag), location: Location, ...versionHeaders(bucket, version) };
  const redirect = fields.success_action_redirect;
  if (redirect) {
    const to = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket: bucket.name, key, etag: quoted(version.etag) }))
      to.searchParams.set(name, value);
    return { status: 303, headers: { ...headers, location: to.href } };
  }
  if (fields.success_action_status === '201') {
    const answer = { Location, Bucket: bucket.name, Key: key, ETag: quoted(version.etag) };
    return { ...xmlReply('PostResponse', answer, headers), status: 201 };
  }
  return { status: fields.success_action_status === '200' ? 200 : 204, headers };
}
