import { z } from "zod";

const Id = z.uuid().nullable();

/** One thing that happened in a discussion, by ids only. */
export const HeardSchema = z
  .strictObject({ kind: z.string(), id: Id, parentId: Id, rootId: Id })
  .meta({ id: "Event" });
export type Heard = z.output<typeof HeardSchema>;

/** What happened since a place in the order of events; `position` is where to ask from next. After `reset` the page is to be read anew. */
export const MissedSchema = z
  .strictObject({ position: z.string(), reset: z.boolean(), events: z.array(HeardSchema) })
  .meta({ id: "Events" });
export type Missed = z.output<typeof MissedSchema>;
