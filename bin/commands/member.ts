import { parseArgs } from "node:util";
import { z } from "zod";
import { print, type Command } from "@/bin/command";
import { promptPassword } from "@/bin/prompt-password";
import { addMember, setRole } from "@/domain/members/commands";
import { OPERATOR } from "@/domain/members/policy";
import { appoint, dismiss } from "@/domain/moderation/moderators/commands";
import { membersAfter } from "@/domain/members/queries";
import { Email, Handle, Name, NewPassword, NewRole } from "@/domain/members/schema";

/** Members read at once for the list. */
const PAGE = 500;

const add: Command = {
  name: "member add",
  usage: "EMAIL --handle HANDLE [--name NAME] [--role reader|editor|moderator|admin] [--password PASSWORD]",
  does: "make an account; without --password it is asked for, or read from the first line of the input",
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
      email: given(Email, positionals[0], "EMAIL"),
      handle: given(Handle, values.handle, "--handle"),
      name: values.name === undefined ? undefined : given(Name, values.name, "--name"),
      role: given(NewRole.shape.role, values.role, "--role"),
      password: given(NewPassword, values.password ?? (await promptPassword("Password: ")), "the password"),
    };
    await addMember(newcomer);
    print(`${newcomer.handle} can sign in as ${newcomer.role}.`);
  },
};

const role: Command = {
  name: "member role",
  usage: "HANDLE reader|editor|moderator|admin",
  does: "give a member a role; the last admin stays one",
  run: async ([handle, wish]) => {
    const wanted = {
      handle: given(Handle, handle, "HANDLE"),
      role: given(NewRole.shape.role, wish, "the role"),
    };
    await setRole(wanted, OPERATOR);
    print(`${wanted.handle} is ${wanted.role} now.`);
  },
};

const list: Command = {
  name: "member list",
  usage: "",
  does: "every member by handle: handle, role, name, address, parted by tabs",
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
  does: "make a member moderator of one article, beside the moderators of the site",
  run: async (args) => {
    const post = postIn(args);
    await appoint(post, OPERATOR);
    print(`${post.handle} moderates ${post.slug} now.`);
  },
};

const dismissing: Command = {
  name: "member dismiss",
  usage: "HANDLE SLUG",
  does: "end that; what they decided stands",
  run: async (args) => {
    const post = postIn(args);
    await dismiss(post, OPERATOR);
    print(`${post.handle} does not moderate ${post.slug} any more.`);
  },
};

const postIn = ([handle, slug]: string[]) => ({
  handle: given(Handle, handle, "HANDLE"),
  slug: given(z.string(), slug, "SLUG"),
});

export const memberCommands: readonly Command[] = [add, role, list, appointing, dismissing];

/** @throws Error that names which word was wrong, and why */
function given<Schema extends z.ZodType>(
  schema: Schema,
  value: string | undefined,
  name: string,
): z.output<Schema> {
  if (value === undefined) throw new Error(`${name} is missing. Try: moot help`);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`${name} is not right: ${parsed.error.issues[0]?.message ?? ""}`);
  return parsed.data;
}
