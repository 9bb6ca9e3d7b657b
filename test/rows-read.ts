import { transaction } from "@/platform/database";

/** Rows that `work` takes from tables, by the database's own count. */
export function rowsReadBy(work: () => Promise<unknown>): Promise<number> {
  return transaction(async (tx) => {
    const read = async () => {
      const [row] = await tx.$queryRaw<{ rows: number }[]>`
        SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS rows FROM pg_stat_xact_user_tables`;
      return row?.rows ?? 0;
    };
    const before = await read();
    await work();
    return (await read()) - before;
  });
}
