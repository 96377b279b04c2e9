// A slow line between the browser and the server, shared by all connections, workers' included:
// every byte passes here and is counted. TCP only; knows nothing of HTTP.
import { connect, createServer, type Socket } from 'node:net';

/** Half of the latency is added each way, so that no answer comes sooner than that. */
export type LineSpeed = { downBitsPerS: number; upBitsPerS: number; latencyMs: number };

export type SlowLink = { port: number; downBytes(): number; stop(): void };

/** A packet's worth: connections take turns at the line with pieces of this size. */
const pieceBytes = 1460;

function cut(chunk: Buffer): Buffer[] {
  const count = Math.ceil(chunk.length / pieceBytes);
  return Array.from({ length: count }, (_, index) =>
    chunk.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
}

/** One direction of the line; `null` in a queue is the end of its connection. */
function createLane(bitsPerS: number, delayMs: number) {
  const queues = new Map<Socket, (Buffer | null)[]>();
  let bytes = 0;
  let isBusy = false;
  let freeAt = 0;

  function deliver(piece: Buffer | null, to: Socket): void {
    if (!to.writable) return;
    if (piece) to.write(piece);
    else to.end();
  }

  function sendNext(): void {
    const [next] = queues;
    isBusy = next !== undefined;
    if (!next) return;
    const [to, pieces] = next;
    const piece = pieces.shift() ?? null;
    queues.delete(to);
    if (pieces.length > 0) queues.set(to, pieces);
    const length = piece?.length ?? 0;
    bytes += length;
    freeAt += (length * 8000) / bitsPerS;
    setTimeout(deliver, delayMs, piece, to);
    setTimeout(sendNext, freeAt - performance.now());
  }

  return {
    bytes: () => bytes,
    send(chunk: Buffer | null, to: Socket): void {
      const pieces = queues.get(to) ?? [];
      queues.set(to, [...pieces, ...(chunk ? cut(chunk) : [null])]);
      if (isBusy) return;
      freeAt = performance.now();
      sendNext();
    },
  };
}

/** Listens on a port of this machine and passes everything on to `target`, slowly. */
export async function startSlowLink(target: URL, speed: LineSpeed): Promise<SlowLink> {
  const down = createLane(speed.downBitsPerS, speed.latencyMs / 2);
  const up = createLane(speed.upBitsPerS, speed.latencyMs / 2);
  const sockets = new Set<Socket>();

  function pass(from: Socket, to: Socket, lane: ReturnType<typeof createLane>): void {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => lane.send(chunk, to));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      lane.send(null, to);
    });
  }

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    pass(client, upstream, up);
    pass(upstream, client, down);
    // The handshake: the first question of a connection leaves one round trip late.
    client.pause();
    setTimeout(() => client.resume(), speed.latencyMs);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    port,
    downBytes: down.bytes,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
