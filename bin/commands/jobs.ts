import { print, type Command } from "@/bin/command";
import { deadJobs, queueState, retryDead } from "@/platform/job-queue";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

const list: Command = {
  name: "jobs",
  usage: "",
  does: t.showJobs,
  run: async () => {
    const { waiting, dead } = await queueState("mail");
    print(say(t.mailsWaitAndDead, { waiting, dead }));
    for (const { id, queue, since, tries, problem } of await deadJobs())
      print([id, queue, since.toISOString(), String(tries), problem].join("\t"));
  },
};

const retry: Command = {
  name: "jobs retry",
  usage: "ID|all",
  does: t.retryJobs,
  run: async ([which]) => {
    const dead = (await deadJobs()).filter(({ id }) => which === "all" || id === which);
    if (dead.length === 0) throw new Error(t.noSuchDeadJob);
    print(say(t.jobsComeBack, { count: await retryDead(dead) }));
  },
};

/** The longer name first: the first that fits is obeyed. */
export const jobCommands: readonly Command[] = [retry, list];
