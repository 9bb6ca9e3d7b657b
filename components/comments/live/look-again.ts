import { now, shortlyAfter } from "@/client/clock";
import { showClosedState } from "./closed-state";
import type { DiscussionContext } from "./discussion-context";
import { applyViewerState } from "./viewer-state";

/** What time alone changes is asked for again when it has: the discussion's close, a suspension's end, the half hour of an edit. */
export function lookAgainInTime(context: DiscussionContext): () => void {
  let waitingFor: string | null = null;
  let callOff = (): void => undefined;
  const wait = () => {
    const next = nextChange(context);
    if (next === waitingFor) return;
    callOff();
    waitingFor = next;
    callOff = shortlyAfter(next, () => void lookWhetherClosed(context));
  };
  context.reader.watchClock = wait;
  wait();
  return () => {
    context.reader.watchClock = () => undefined;
    callOff();
  };
}

function nextChange({ thread, reader }: DiscussionContext): string | null {
  const edits = Array.from(reader.mine.values(), ({ until }) => until);
  const moments = [thread.closesAt, reader.viewer?.discussion.until ?? null, ...edits];
  const ahead = moments.filter((one) => one !== null).filter((one) => Date.parse(one) > now().getTime());
  return ahead.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}

/** Whether one may write here, and what one may do with one's own, is the door's to say. */
export async function lookWhetherClosed(context: DiscussionContext): Promise<void> {
  await applyViewerState(context);
  const changed = showClosedState(context);
  if (changed !== null) context.toast({ text: changed });
}
