import { parseArgs } from "node:util";
import { z } from "zod";
import { print, type Command } from "@/bin/command";
import { parseOption } from "@/bin/parse-option";
import { endInvitation, invitationsFor, makeInvitation } from "@/domain/members/joining/invitations";
import { NewInvitation } from "@/domain/members/joining/schema";
import { OPERATOR } from "@/domain/members/policy";
import * as t from "#messages/joining";
import { say } from "@/messages/say";

const invite: Command = {
  name: "member invite",
  usage: "[--uses NUMBER] [--days NUMBER] [--for WORDS]",
  does: t.makeAnInvitation,
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        uses: { type: "string", default: "1" },
        days: { type: "string", default: "7" },
        for: { type: "string", default: "" },
      },
    });
    const { uses, days, note } = NewInvitation.shape;
    const invitation = {
      uses: parseOption(uses, values.uses, "--uses"),
      days: parseOption(days, values.days, "--days"),
      note: parseOption(note, values.for, "--for"),
    };
    const { id, link } = await makeInvitation(invitation, OPERATOR);
    print(say(t.invitationMade, { ...invitation, id, link }));
  },
};

const invitations: Command = {
  name: "member invitations",
  usage: "",
  does: t.listInvitations,
  run: async () => {
    for (const { id, link, note, uses, used, expiresAt } of await invitationsFor(OPERATOR))
      print([id, `${used}/${uses}`, expiresAt, link ?? "", note].join("\t"));
  },
};

const uninvite: Command = {
  name: "member uninvite",
  usage: "ID",
  does: t.endAnInvitation,
  run: async ([id]) => {
    await endInvitation(parseOption(z.uuid(), id, "ID"), OPERATOR);
    print(t.invitationEnded);
  },
};

export const invitationCommands: readonly Command[] = [invite, invitations, uninvite];
