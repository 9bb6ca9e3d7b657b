import { setTimeout as pause } from "node:timers/promises";
import { print, type Command } from "@/bin/command";
import { fillSome, refillSearch } from "@/domain/search/fill";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** Progress is told after so many slices. */
const TOLD_EVERY = 100;
/** A row that another holds is free again within this. Milliseconds. */
const NEXT_TRY = 50;

export const reindex: Command = {
  name: "reindex",
  usage: "",
  does: t.makeTheIndexAnew,
  run: async () => {
    await refillSearch();
    for (let slices = 1; ; slices++) {
      const came = await fillSome();
      if (came === "done") break;
      if (came === "held") await pause(NEXT_TRY);
      if (slices % TOLD_EVERY === 0) print(say(t.slicesDone, { slices }));
    }
    print(t.theIndexIsMade);
  },
};
