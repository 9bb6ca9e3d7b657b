import { parseArgs } from "node:util";
import { z } from "zod";
import { print, type Command } from "@/bin/command";
import { parseOption } from "@/bin/parse-option";
import { promptPassword } from "@/bin/prompt-password";
import {
  accountByHandle,
  endSessionsOf,
  recoverMember,
  removeKeys,
  setEmail,
  setPassword,
} from "@/domain/members/by-operator";
import { eraseByOperator } from "@/domain/members/erase-by-operator";
import { Email, Handle, NewPassword, TEXTS } from "@/domain/members/schema";
import { securitySentence } from "@/domain/members/security-event";
import { env } from "@/platform/env";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

const show: Command = {
  name: "member show",
  usage: "HANDLE",
  does: t.showAnAccount,
  run: async ([word]) => {
    const account = await accountByHandle(parseOption(Handle, word, "HANDLE"));
    const { handle, name, email, role, joinedAt, sessions, passkeys, app, codes, events } = account;
    print(say(t.accountInALine, { handle, name, email, role, joined: joinedAt.toISOString() }));
    print(say(t.keysInALine, { passkeys: passkeys.join(", ") || t.none, app: app ? "on" : "off", codes }));
    print(say(t.signedInBrowsers, { count: sessions.length }));
    for (const { browser, createdAt, seenAt } of sessions)
      print(`  ${[browser, createdAt.toISOString(), seenAt.toISOString()].join("\t")}`);
    for (const { at, kind, browser } of events)
      print(`${at}  ${securitySentence(kind)}  ${browser}`.trimEnd());
  },
};

const password: Command = {
  name: "member password",
  usage: "HANDLE",
  does: t.setAPassword,
  run: async ([word]) => {
    const handle = parseOption(Handle, word, "HANDLE");
    await setPassword({
      handle,
      password: parseOption(NewPassword, await promptPassword(t.password), t.thePassword),
    });
    print(say(t.hasANewPassword, { handle }));
  },
};

const email: Command = {
  name: "member email",
  usage: "HANDLE EMAIL",
  does: t.setAnAddress,
  run: async ([word, address]) => {
    const wanted = {
      handle: parseOption(Handle, word, "HANDLE"),
      email: parseOption(Email, address, "EMAIL"),
    };
    await setEmail(wanted);
    print(say(t.hasAnotherAddress, wanted));
  },
};

const sessions: Command = {
  name: "member sessions",
  usage: "HANDLE",
  does: t.signOutAMember,
  run: async ([word]) => {
    const handle = parseOption(Handle, word, "HANDLE");
    const count = await endSessionsOf(handle);
    print(say(t.wasSignedOut, { handle, count }));
  },
};

const erase: Command = {
  name: "member erase",
  usage: "HANDLE [--texts stay|go] [--now]",
  does: t.eraseAMember,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { texts: { type: "string", default: "stay" }, now: { type: "boolean", default: false } },
    });
    const handle = parseOption(Handle, positionals[0], "HANDLE");
    const texts = parseOption(z.enum(TEXTS, t.textsStayOrGo), values.texts, "--texts");
    const due = await eraseByOperator({ handle, textsGo: texts === "go", now: values.now }, env.migrationUrl);
    print(due ? say(t.isBeingErased, { handle, when: due.toISOString() }) : say(t.isErased, { handle }));
  },
};

const keys: Command = {
  name: "member keys",
  usage: "HANDLE --remove",
  does: t.removeAMembersKeys,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { remove: { type: "boolean", default: false } },
    });
    const handle = parseOption(Handle, positionals[0], "HANDLE");
    if (!values.remove) throw new Error(say(t.isNotRight, { name: "--remove", reason: t.sayRemove }));
    await removeKeys(handle);
    print(say(t.hasNoKeysNow, { handle }));
  },
};

const recover: Command = {
  name: "member recover",
  usage: "HANDLE [--email EMAIL]",
  does: t.recoverAMember,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { email: { type: "string" } },
    });
    const handle = parseOption(Handle, positionals[0], "HANDLE");
    await recoverMember({
      handle,
      email: values.email === undefined ? undefined : parseOption(Email, values.email, "--email"),
      password: parseOption(NewPassword, await promptPassword(t.password), t.thePassword),
    });
    print(say(t.isRecovered, { handle }));
  },
};

/** What helps whoever cannot get in any more, or wants to be gone. */
export const accountCommands: readonly Command[] = [show, password, email, sessions, keys, recover, erase];
