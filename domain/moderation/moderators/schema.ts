import { z } from "zod";
import { Handle } from "@/domain/members/schema";

export const NewModerator = z.strictObject({ handle: Handle });
