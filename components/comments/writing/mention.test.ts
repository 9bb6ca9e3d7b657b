import { expect, test } from "vitest";
import { begunMention, offeredFor, takeMention } from "./mention";

const NAMES = { bo: "Bo", boris: "Борис Годунов", zoe: "Zoë Smith", zhang: "张伟", khaled: "خالد" };

const offered = (text: string) => {
  const begun = begunMention({ text, from: text.length, to: text.length });
  return begun === undefined ? null : offeredFor(NAMES, begun.typed);
};
const taken = (text: string, handle: string) => {
  const edit = takeMention({ text, from: text.length, to: text.length }, handle);
  return edit && text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
};

test.each([
  ["@b", ["bo", "boris"]],
  // outline/outline#11951, mattermost/mattermost#34302: the wide sign of Chinese and Japanese keyboards.
  ["谢谢＠bor", ["boris"]],
  // diaspora/diaspora#6242, frappe/frappe#25534, vanilla/vanilla#6783, mattermost/mattermost#20285: a name is typed in its own script, or without the accents one has no keys for.
  ["@Бор", ["boris"]],
  ["@год", ["boris"]],
  ["@zoe", ["zoe"]],
  ["@Smi", ["zoe"]],
  ["@张", ["zhang"]],
  ["@خا", ["khaled"]],
  ["@nobody", []],
  ["name@b", null],
  ["no sign", null],
])("%j offers %j", (text, handles) => expect(offered(text)).toEqual(handles));

test.each([
  ["hello @b", "bo", "hello @bo "],
  // What stands before is nobody's to take: an address, an earlier name.
  ["mail a@b.example, then ＠b", "bo", "mail a@b.example, then @bo "],
  ["＠", "bo", "@bo "],
  ["ask @Бор", "boris", "ask @boris "],
  ["@bo and @张", "zhang", "@bo and @zhang "],
])("%j is completed with %s", (text, handle, whole) => expect(taken(text, handle)).toBe(whole));
