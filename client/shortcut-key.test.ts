import { expect, test } from "vitest";
import { commandKey, shortcutKey } from "./shortcut-key";

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
const press = (key: string, code: string, more: Partial<typeof NONE> = {}) =>
  shortcutKey({ ...NONE, key, code, ...more });

test.each([
  ["US", "j", "KeyJ", {}, "j"],
  // Dvorak: the letter counts, not its place.
  ["Dvorak", "j", "KeyC", {}, "j"],
  ["AZERTY", "a", "KeyQ", {}, "a"],
  ["Russian", "о", "KeyJ", {}, "j"],
  ["Russian, the fold key", "х", "BracketLeft", {}, "["],
  ["Greek", "ξ", "KeyJ", {}, "j"],
  ["Hebrew", "ח", "KeyJ", {}, "j"],
  ["German on Windows, AltGr and 8", "[", "Digit8", { altKey: true, ctrlKey: true }, "["],
  ["German on a Mac, Option and 5", "[", "Digit5", { altKey: true }, "["],
  ["German, Shift and ß", "?", "Minus", { shiftKey: true }, "?"],
  ["Russian, Shift and 7", "?", "Digit7", { shiftKey: true }, "?"],
  // Caps Lock: madelynnblue/goread#250, StackExchange/Stacks-Editor#90.
  ["US with Caps Lock", "J", "KeyJ", {}, "j"],
  ["Russian with Caps Lock", "О", "KeyJ", {}, "j"],
  ["US with Shift", "J", "KeyJ", { shiftKey: true }, "J"],
  // Digits above Shift, and digits of other scripts: iv-org/invidious#3875, zotero/zotero#1481, WICG/keyboard-map#31.
  ["AZERTY", "&", "Digit1", {}, "1"],
  ["AZERTY, Shift and &", "1", "Digit1", { shiftKey: true }, "1"],
  ["AZERTY on Windows, AltGr and (", "[", "Digit5", { altKey: true, ctrlKey: true }, "["],
  ["Czech", "ě", "Digit2", {}, "2"],
  ["Arabic", "٣", "Digit3", {}, "3"],
  ["Devanagari", "४", "Digit4", {}, "4"],
  ["Escape", "Escape", "Escape", {}, "Escape"],
])("%s: %s at %s", (_layout, key, code, held, meant) => {
  expect(press(key, code, held)).toBe(meant);
});

test("Safari says of the key that ends a composition only that it was an input method's", () => {
  expect(shortcutKey({ ...NONE, key: "j", code: "KeyJ", ...{ keyCode: 229 } })).toBeNull();
});

test.each([
  ["while composing", "j", "KeyJ", { isComposing: true }],
  ["the key that ends a composition", "Process", "KeyJ", {}],
  ["a dead key", "Dead", "BracketLeft", {}],
  ["a shortcut of the browser", "j", "KeyJ", { ctrlKey: true }],
  ["a shortcut of the system", "j", "KeyJ", { metaKey: true }],
  ["a menu", "j", "KeyJ", { altKey: true }],
  ["a browser's own sign", "[", "BracketLeft", { metaKey: true }],
  ["zooming", "/", "Slash", { ctrlKey: true }],
])("%s the key is not ours", (_when, key, code, held) => {
  expect(press(key, code, held)).toBeNull();
});

const withCtrl = { ...NONE, shiftKey: false, ctrlKey: true };

test("with Ctrl, or Cmd on a Mac, a letter is a command, on every layout", () => {
  const command = (more: object, isMac = false) =>
    commandKey({ key: "b", code: "KeyB", ...withCtrl, ...more }, isMac);
  expect(command({})).toBe("b");
  expect(command({ key: "и" })).toBe("b");
  expect(command({ key: "Enter", code: "Enter" })).toBe("Enter");
  expect(command({}, true)).toBeNull();
  expect(command({ ctrlKey: false, metaKey: true }, true)).toBe("b");
  for (const held of [{ ctrlKey: false }, { altKey: true }, { shiftKey: true }, { isComposing: true }])
    expect(command(held)).toBeNull();
});

test("a held key steps on, and does nothing else again: timc1/kbar#340, enso-org/enso#8538", () => {
  for (const key of ["a", "r", "h", "u", "b", "n", "[", "?", "1"]) {
    const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
    expect(shortcutKey({ ...NONE, key, code, repeat: false })).toBe(key);
    expect(shortcutKey({ ...NONE, key, code, repeat: true })).toBeNull();
  }
  for (const key of ["j", "k"])
    expect(shortcutKey({ ...NONE, key, code: `Key${key.toUpperCase()}`, repeat: true })).toBe(key);
});
