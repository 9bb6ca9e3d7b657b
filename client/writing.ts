import { callApi, type Result } from "./api";
import type { Draft, DraftReading } from "@/domain/articles/drafts/draft";

/** Keeps a draft: all fields of its form, with the version they began from. */
export const saveDraft = (id: string, fields: Record<string, string>): Promise<Result<Draft>> =>
  callApi<Draft>("PUT", `/drafts/${id}`, fields);

/** How the text of a draft is read as it was saved last. */
export const readDraft = (id: string): Promise<Result<DraftReading>> =>
  callApi<DraftReading>("GET", `/drafts/${id}/reading`);

type Uploaded = { markdown: string };

/** Sends a picture. The same one again is the same picture. */
export function uploadPicture(file: File): Promise<Result<Uploaded>> {
  const form = new FormData();
  form.set("file", file, file.name);
  return callApi<Uploaded>("POST", "/pictures", form);
}
