import { csvFile } from "@/domain/csv-cell";
import { recordOf } from "@/domain/polls/record/queries";
import { recordCsv } from "@/domain/polls/record/record";
import * as t from "#messages/pages";

type Context = { params: Promise<{ slug: string }> };

/** The figures of the record for spreadsheets. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const found = await recordOf(slug);
  if (!found) return new Response(`${t.thereIsNoDebateHere}\n`, { status: 404 });
  return new Response(csvFile(recordCsv(found.record, found.version)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="record-${slug}.csv"`,
    },
  });
}
