import "server-only";

import { z } from "zod";
import { database } from "@/platform/database";

/** A refused plain form, as the page draws it again: what others call a flash. */
export type FormFlash = { fields: Record<string, string>; problem: string; problems: Record<string, string> };

const Id = z.uuid();
const Words = z.record(z.string(), z.string());

/** Fields that are never kept. */
const SECRET_FIELD = /password|^_/;

export async function saveFormFlash(form: FormFlash): Promise<string> {
  const fields = Object.fromEntries(Object.entries(form.fields).filter(([name]) => !SECRET_FIELD.test(name)));
  const row = await database().keptForm.create({ data: { ...form, fields }, select: { id: true } });
  return row.id;
}

/** What was typed, and what was wrong with it; null when there is nothing kept under this id. */
export async function readFormFlash(id: string | string[] | undefined): Promise<FormFlash | null> {
  const wanted = Id.safeParse(id);
  if (!wanted.success) return null;
  const row = await database().keptForm.findUnique({ where: { id: wanted.data } });
  return (
    row && { fields: Words.parse(row.fields), problem: row.problem, problems: Words.parse(row.problems) }
  );
}
