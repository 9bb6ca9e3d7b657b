import { parseArgs } from "node:util";
import { z } from "zod";
import { print, type Command } from "@/bin/command";
import { accountCommands } from "./account";
import { invitationCommands } from "./invitations";
import { parseOption } from "@/bin/parse-option";
import { promptPassword } from "@/bin/prompt-password";
import { offerFirstAdmin } from "@/domain/members/first-admin";
import { setRole } from "@/domain/members/roles";
import { addMember } from "@/domain/members/sign-up";
import { OPERATOR } from "@/domain/members/policy";
import { appoint, dismiss } from "@/domain/moderation/moderators/commands";
import { membersAfter } from "@/domain/members/queries";
import { Email, Handle, Name, NewPassword, NewRole } from "@/domain/members/schema";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** Members read at once for the list. */
const PAGE = 500;

const add: Command = {
  name: "member add",
  usage: "EMAIL --handle HANDLE [--name NAME] [--role reader|editor|moderator|admin] [--password PASSWORD]",
  does: t.makeAnAccount,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        handle: { type: "string" },
        name: { type: "string" },
        role: { type: "string", default: "reader" },
        password: { type: "string" },
      },
    });
    const newcomer = {
      email: parseOption(Email, positionals[0], "EMAIL"),
      handle: parseOption(Handle, values.handle, "--handle"),
      name: values.name === undefined ? undefined : parseOption(Name, values.name, "--name"),
      role: parseOption(NewRole.shape.role, values.role, "--role"),
      password: parseOption(
        NewPassword,
        values.password ?? (await promptPassword(t.password)),
        t.thePassword,
      ),
    };
    await addMember(newcomer);
    print(say(t.canSignInAs, { handle: newcomer.handle, role: newcomer.role }));
  },
};

const role: Command = {
  name: "member role",
  usage: "HANDLE reader|editor|moderator|admin",
  does: t.giveAMemberARole,
  run: async ([handle, wish]) => {
    const wanted = {
      handle: parseOption(Handle, handle, "HANDLE"),
      role: parseOption(NewRole.shape.role, wish, t.theRole),
    };
    await setRole(wanted, OPERATOR);
    print(say(t.isNow, { handle: wanted.handle, role: wanted.role }));
  },
};

const list: Command = {
  name: "member list",
  usage: "",
  does: t.everyMemberByHandle,
  run: async () => {
    for (
      let page = await membersAfter("", PAGE);
      page.length > 0;
      page = await membersAfter(page.at(-1)?.handle ?? "", PAGE)
    )
      for (const { handle, role, name, email } of page) print([handle, role, name, email ?? ""].join("\t"));
  },
};

const appointing: Command = {
  name: "member appoint",
  usage: "HANDLE SLUG",
  does: t.makeAMemberModeratorOfOne,
  run: async (args) => {
    const post = postIn(args);
    await appoint(post, OPERATOR);
    print(say(t.moderatesNow, { handle: post.handle, slug: post.slug }));
  },
};

const dismissing: Command = {
  name: "member dismiss",
  usage: "HANDLE SLUG",
  does: t.endThat,
  run: async (args) => {
    const post = postIn(args);
    await dismiss(post, OPERATOR);
    print(say(t.doesNotModerateAnyMore, { handle: post.handle, slug: post.slug }));
  },
};

const postIn = ([handle, slug]: string[]) => ({
  handle: parseOption(Handle, handle, "HANDLE"),
  slug: parseOption(z.string(), slug, "SLUG"),
});

export const firstAdmin: Command = {
  name: "member first-admin",
  usage: "",
  does: t.printAFirstAdminLink,
  run: async () => {
    const address = await offerFirstAdmin();
    print(address === null ? t.thereIsAnAdmin : say(t.firstAdminLink, { address }));
  },
};

export const memberCommands: readonly Command[] = [
  add,
  firstAdmin,
  role,
  list,
  ...accountCommands,
  ...invitationCommands,
  appointing,
  dismissing,
];
