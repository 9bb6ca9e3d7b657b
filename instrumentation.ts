import type { Instrumentation } from "next";

/** Next's own hook: what a page or a route of Next's failed on. It has said so in the log before. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  const { notePageFailure } = await import("@/web/pages/page-failure");
  notePageFailure(error);
};
