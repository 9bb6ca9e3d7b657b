/** A place in the stream of events, in the order in which it may be read. */
export type Cursor = { tx: bigint; id: bigint };

const SHAPE = /^(\d{1,19})\.(\d{1,19})$/;
const MOST = 9_223_372_036_854_775_807n;

/** Behind every event of a transaction. */
export const LAST_ID = MOST;

/** `tx.id`, as a stream's Last-Event-ID. */
export const writeCursor = ({ tx, id }: Cursor): string => `${tx}.${id}`;

/** Null for anything that is no position. */
export function readCursor(text: string): Cursor | null {
  const [, tx, id] = SHAPE.exec(text) ?? [];
  if (tx === undefined || id === undefined) return null;
  const position = { tx: BigInt(tx), id: BigInt(id) };
  return position.tx > MOST || position.id > MOST ? null : position;
}

export const isBehind = (one: Cursor, other: Cursor): boolean =>
  one.tx > other.tx || (one.tx === other.tx && one.id > other.id);

/** Everything a snapshot (`pg_current_snapshot()` as text) may not have seen lies behind this. */
export const cursorOf = (snapshot: string): Cursor => ({
  tx: BigInt(snapshot.split(":")[0] ?? "1") - 1n,
  id: LAST_ID,
});
