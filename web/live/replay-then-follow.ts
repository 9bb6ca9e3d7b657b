import "server-only";

import { isBehind, type Cursor } from "@/domain/events/cursor";
import type { Happened } from "@/domain/events/queries";

/**
 * Joins what a stream missed to what happens while it is open: whoever follows first and replays then loses nothing, and is told some things by
 * both. The reading that serves all followers may lag behind the replay, so what the replay has said already is passed over however late it comes.
 */
export class ReplayThenFollow {
  private early: Happened[] = [];
  private said: Cursor | null = null;

  constructor(private readonly tell: (happened: readonly Happened[]) => void) {}

  /** What has just happened, in order; waits until the replay is done. */
  readonly hear = (happened: readonly Happened[]): void => {
    if (this.said) this.tellNew(happened, this.said);
    else this.early.push(...happened);
  };

  /** Everything up to there has been said. */
  replayed(said: Cursor): void {
    this.said = said;
    const { early } = this;
    this.early = [];
    this.tellNew(early, said);
  }

  /** The same list where all of it is new, as it almost always is: its bytes are made once for everybody who listens. */
  private tellNew(happened: readonly Happened[], said: Cursor): void {
    const [oldest] = happened;
    if (!oldest) return;
    this.tell(isBehind(oldest, said) ? happened : happened.filter((one) => isBehind(one, said)));
  }
}
