import { randomUUID } from "node:crypto";
import { print, type Command } from "@/bin/command";
import { parseOption } from "@/bin/parse-option";
import { noteBounce, sendTestMail } from "@/domain/mail/send";
import { Email } from "@/domain/members/schema";
import { env } from "@/platform/env";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

const test: Command = {
  name: "mail test",
  usage: "ADDRESS",
  does: t.sendATestMail,
  run: async ([address]) => {
    const to = parseOption(Email, address, "ADDRESS");
    if (env.mail !== "smtp") throw new Error(t.noMailServerIsSet);
    try {
      await sendTestMail(to, randomUUID());
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : "";
      throw new Error(say(t.testMailWasNotTaken, { reason }), { cause: problem });
    }
    print(say(t.testMailWasTaken, { to }));
  },
};

const bounced: Command = {
  name: "mail bounced",
  usage: "ADDRESS",
  does: t.noteABounce,
  run: async ([address]) => {
    const email = parseOption(Email, address, "ADDRESS");
    if (!(await noteBounce(email))) throw new Error(say(t.nobodyHasThatAddress, { email }));
    print(say(t.bounceIsNoted, { email }));
  },
};

export const mailCommands: readonly Command[] = [test, bounced];
