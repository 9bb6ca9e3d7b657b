import { z } from "zod";

export const UndoneSchema = z
  .strictObject({
    bulk: z.uuid(),
    restored: z.int(),
    left: z.int(),
  })
  .meta({ id: "CheckUndone" });
