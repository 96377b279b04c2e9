// Whether this browser can draw the map at all.

/** True when a WebGL 2 context can be had. */
export function hasWebgl2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
