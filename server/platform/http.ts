// Headers that every answer carries, the check against forged requests, and who is at the other end.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { gunzipSync } from 'node:zlib';

/** The one foreign origin that pages may load map images from, if any. */
type ForeignOrigin = () => string | null;

/** A strict CSP without inline scripts, and the other headers of a page that nobody may frame. */
export function pageHeaders(publicUrl: URL, foreignOrigin: ForeignOrigin): MiddlewareHandler {
  const foreign = () => foreignOrigin() ?? '';
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:', 'blob:', foreign],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", foreign],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { geolocation: ['self'], camera: ['self'], microphone: [], payment: [] },
    referrerPolicy: 'same-origin',
    strictTransportSecurity:
      publicUrl.protocol === 'https:' ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
  });
}

/** Refuses what another site's page sends in this one's name. */
export function sameOriginOnly(publicUrl: URL): MiddlewareHandler {
  return csrf({
    origin: (origin, context) =>
      origin === publicUrl.origin || origin === new URL(context.req.url).origin,
  });
}

const loopback = /^(::1|(::ffff:)?127\.)/;

/**
 * The address of the one who asks. Only a reverse proxy on this machine is believed when it names
 * another; it appends the address it saw, so the last one counts.
 */
export function addressOf(context: Context): string {
  const remote = getConnInfo(context).remote.address ?? 'unknown';
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return forwarded && loopback.test(remote) ? forwarded : remote;
}

/** Answers with a body that is kept gzipped; the rare client that cannot read it gets it unpacked. */
export function sendGzipped(context: Context, contentType: string, gzipped: Uint8Array) {
  context.header('content-type', contentType);
  context.header('vary', 'accept-encoding');
  if (!context.req.header('accept-encoding')?.includes('gzip'))
    return context.body(new Uint8Array(gunzipSync(gzipped)), 200);
  context.header('content-encoding', 'gzip');
  return context.body(new Uint8Array(gzipped), 200);
}
