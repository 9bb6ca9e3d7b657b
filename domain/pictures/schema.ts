import { z } from "zod";
import { optionalText, writtenText } from "@/domain/prose/schema";
import { readReference, type LeadPicture } from "./picture";
import * as t from "#messages/pictures";
import { say } from "@/messages/say";

/** A description is a few sentences, a caption and a credit a few lines. Code points. */
export const ALT_MOST = 500;
export const CAPTION_MOST = 600;
export const CREDIT_MOST = 160;

const alt = writtenText(ALT_MOST, {
  blank: t.describeThePicture,
  tooLong: say(t.aDescriptionHasAtMost, { limit: ALT_MOST }),
}).prefault("");
const caption = optionalText(CAPTION_MOST, say(t.aCaptionHasAtMost, { limit: CAPTION_MOST })).default("");
const credit = optionalText(CREDIT_MOST, say(t.aCreditHasAtMost, { limit: CREDIT_MOST })).default("");

/** What is said of a picture that is added. */
export const PictureWordsSchema = { alt, caption, credit };

/** The picture on top, as the head of a file has it; `src` is `/pictures/HASH#1600x900`. */
export const AskedPicture = z
  .strictObject({ src: z.string(), alt, caption, credit })
  .transform(({ src, ...words }, context): LeadPicture => {
    const picture = readReference(src);
    if (picture) return { ...picture, ...words };
    context.addIssue({ code: "custom", path: ["src"], message: t.thatIsNoPictureOfThisSite });
    return z.NEVER;
  });
