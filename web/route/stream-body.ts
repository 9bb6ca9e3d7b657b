import "server-only";

/** A text that is made while it is sent, as a body: never held whole, and no faster than its reader takes it. */
export function streamBody(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(reader) {
      const piece = await pieces.next();
      if (piece.done) reader.close();
      else reader.enqueue(encoder.encode(piece.value));
    },
    cancel: async () => {
      await pieces.return?.();
    },
  });
}
