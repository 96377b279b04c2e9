// The checksum under which a photo is told to the server.

/** SHA-256 of the bytes, lower-case hex. Needs https, or this very machine, as the browser rules. */
export async function sha256Of(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
