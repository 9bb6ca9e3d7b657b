import type { ComponentProps } from "react";
import { Field } from "./field";
import { LocalTime } from "./local-time";

/** A moment in UTC, and below it what that is on one's own clock. */
export const MomentField = (field: Omit<ComponentProps<typeof Field>, "type"> & { name: string }) => (
  <>
    <Field type="datetime-local" {...field} />
    <LocalTime name={field.name} />
  </>
);
