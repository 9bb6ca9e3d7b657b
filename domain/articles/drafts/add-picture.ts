import "server-only";

import { mayWrite } from "@/domain/articles/policy";
import type { Member } from "@/domain/members/member";
import { addPicture } from "@/domain/pictures/commands";
import { figureMarkdown, pictureReference, type Picture } from "@/domain/pictures/picture";
import { authorize } from "@/platform/refusal";
import { saveDraft } from "./commands";
import type { Draft, DraftFields } from "./draft";
import type { DraftWithPicture } from "./schema";
import * as t from "#messages/articles";

/**
 * Takes a picture in and keeps what stands in the form with it: a figure at the end of the text, or the picture on top.
 * @throws what `addPicture` and `saveDraft` do
 */
export async function addPictureToDraft(
  id: string,
  { version, fields, words, place }: DraftWithPicture,
  file: Uint8Array | null,
  by: Member,
): Promise<Draft> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  const picture = await addPicture(file, by);
  const added =
    place === "top"
      ? onTop(fields, picture, words)
      : { ...fields, body: inText(fields.body, picture, words) };
  return saveDraft(id, { version, fields: added }, by);
}

type Words = DraftWithPicture["words"];

const inText = (body: string | undefined, picture: Picture, words: Words): string =>
  [...(body === undefined ? [] : [body.trimEnd()]), figureMarkdown(picture, words)].join("\n\n");

/** What is empty is not kept, as in the form. */
function onTop(fields: DraftFields, picture: Picture, { alt, caption, credit }: Words): DraftFields {
  const { pictureCaption: _caption, pictureCredit: _credit, ...others } = fields;
  return {
    ...others,
    picture: pictureReference(picture),
    pictureAlt: alt,
    ...(caption !== "" && { pictureCaption: caption }),
    ...(credit !== "" && { pictureCredit: credit }),
  };
}
