import "server-only";

import { csvFile } from "@/domain/csv-cell";
import { seesTheDesk } from "@/domain/moderation/decisions/policy";
import { logPage, publicLogPage } from "@/domain/moderation/log/queries";
import { LogQuery } from "@/domain/moderation/log/schema";
import { asCsv } from "@/domain/moderation/transparency/dsa";
import { figuresAsCsv } from "@/domain/moderation/transparency/figures";
import { dsaStatements, transparencyReport } from "@/domain/moderation/transparency/queries";
import { momentsOf, Period, StatementsQuery } from "@/domain/moderation/transparency/schema";
import { LogPageSchema } from "@/domain/moderation/log/answers";
import { DsaStatementsSchema, TransparencyReportSchema } from "@/domain/moderation/transparency/answers";
import { ok } from "@/web/route/answer";
import { anyone } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";

/** What anybody may know of how the site is moderated: figures, statements and the log, as far as the site shows them. */
export function transparency(door: Door): void {
  door.get("/moderation/report", {
    who: anyone,
    output: { 200: TransparencyReportSchema },
    summary: "Transparency report: the decisions of a period in figures",
    query: Period,
    run: async ({ query, actor }) => ok(await transparencyReport(momentsOf(query, new Date()), actor)),
  });
  door.get("/moderation/report.csv", {
    who: anyone,
    output: { 200: { media: "text/csv" } },
    summary: "The same figures as CSV",
    query: Period,
    run: async ({ query, actor }) =>
      asFile("report.csv", figuresAsCsv(await transparencyReport(momentsOf(query, new Date()), actor))),
  });
  door.get("/moderation/statements", {
    who: anyone,
    output: { 200: DsaStatementsSchema },
    summary: "Every restriction of a period, in the format of the EU's DSA Transparency Database",
    query: StatementsQuery,
    run: async ({ query, actor }) =>
      ok(await dsaStatements({ ...momentsOf(query, new Date()), after: query.after }, actor)),
  });
  door.get("/moderation/statements.csv", {
    who: anyone,
    output: { 200: { media: "text/csv" } },
    summary: "The same as CSV",
    query: StatementsQuery,
    run: async ({ query, actor }) => {
      const { items, next } = await dsaStatements(
        { ...momentsOf(query, new Date()), after: query.after },
        actor,
      );
      return asFile("statements.csv", asCsv(items), next === null ? {} : { "x-next": next });
    },
  });
  door.get("/moderation/log", {
    who: anyone,
    output: { 200: LogPageSchema },
    summary: "The moderation log: with names for moderators, without for everyone else",
    query: LogQuery,
    run: async ({ query, actor }) =>
      ok(seesTheDesk(actor) ? await logPage(query, actor) : await publicLogPage(query)),
  });
}

const asFile = (name: string, csv: string, more: Record<string, string> = {}) =>
  new Response(csvFile(csv), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename=${name}`,
      ...more,
    },
  });
