import fc from "fast-check";
import { expect, test } from "vitest";
import { Readable } from "node:stream";
import type { IncomingMessage } from "node:http";
import { parseJson, readBody } from "./read-body";

test("valid JSON without repeated keys is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes('"__proto__"'));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test("a repeated key is refused wherever it hides, also behind escapes, quotes and colons", () => {
  for (const text of [
    '{"a":1,"a":2}',
    '{"a":{"b":1,"b":2}}',
    '[{"x":"\\":","x":1}]',
    '{"a":1,"\\u0061":2}',
    '{"":1,"":2}',
  ])
    expect(() => parseJson(text), text).toThrow("A field was sent twice.");
});

test("text that looks like keys inside a string is only text", () => {
  expect(parseJson('{"a":"\\"b\\":1,\\"b\\":2"}')).toEqual({ a: '"b":1,"b":2' });
});

test("__proto__ is refused as a key and harmless as a value", () => {
  expect(() => parseJson('{"__proto__":{"admin":true}}')).toThrow('cannot be called "__proto__"');
  expect(() => parseJson('{"\\u005f_proto__":1}')).toThrow('cannot be called "__proto__"');
  expect(parseJson('["__proto__"]')).toEqual(["__proto__"]);
});

test("what is no JSON gets one sentence", () => {
  for (const text of ["", "{", "{'a':1}", "undefined", '{"a":1}x'])
    expect(() => parseJson(text), text).toThrow("That is not valid JSON.");
});

const sent = (body: string | Buffer, type: string, more: Record<string, string> = {}) =>
  readBody(
    Object.assign(Readable.from([Buffer.from(body)]), {
      url: "/api/v1/things",
      headers: { "content-type": type, ...more },
    }) as unknown as IncomingMessage,
  );
const FORM = "application/x-www-form-urlencoded";

test("a form is read as browsers write it, whatever is in it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: "binary" })),
      async (fields) => {
        const told = Object.entries(fields).map(([name, value]) => [
          name.replaceAll("\0", ""),
          value.replaceAll("\0", ""),
        ]);
        fc.pre(
          new Set(told.map(([name]) => name)).size === told.length &&
            !told.some(([name]) => name === "__proto__"),
        );
        const { fields: read } = await sent(new URLSearchParams(fields).toString(), FORM);
        expect(read).toEqual(Object.fromEntries(told.filter(([, value]) => value !== "")));
      },
    ),
  );
  expect((await sent("a=100%+of+it&b=x=y&c&&d=%zz", FORM)).fields).toEqual({
    a: "100% of it",
    b: "x=y",
    d: "%zz",
  });
});

test("what is not in the encoding it says is refused, and never becomes other letters: faiscadev/fakecloud#2245", async () => {
  await expect(sent("body=caf%E9", FORM)).rejects.toThrow("The text is not valid UTF-8.");
  await expect(sent(Buffer.from("body=caf\u00e9", "latin1"), FORM)).rejects.toThrow(
    "The text is not valid UTF-8.",
  );
  await expect(sent("body=x", `${FORM}; charset=klingon`)).rejects.toThrow("klingon is not supported");
  expect((await sent("body=caf%E9", `${FORM};charset="ISO-8859-1"`)).fields).toEqual({ body: "café" });
  expect((await sent("body=caf%C3%A9", `${FORM}; charset=UTF-8`)).fields).toEqual({ body: "café" });
  await expect(sent("body=x", FORM, { "content-encoding": "gzip" })).rejects.toThrow(
    "Please send it uncompressed",
  );
});

test("a form in parts is a form: razonyang/hugo-theme-bootstrap#725", async () => {
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const type = "multipart/form-data; boundary=x";
  const read = await sent(
    `${part("body", "Ünïcode\r\nin lines")}${part("_key", "k")}${part("empty", "")}--x--\r\n`,
    type,
  );
  expect(read).toMatchObject({ form: true, fields: { body: "Ünïcode\r\nin lines", _key: "k" } });
  // The same form sent again has other boundaries, and is the same under its Idempotency-Key.
  const again = await sent(
    `${part("body", "Ünïcode\r\nin lines")}${part("_key", "k")}--x--\r\n`.replaceAll("--x", "--y"),
    "multipart/form-data; boundary=y",
  );
  expect(again.bytes).toEqual(read.bytes);
  await expect(sent(`${part("a", "1")}${part("a", "2")}--x--\r\n`, type)).rejects.toThrow(
    'The field "a" was sent twice.',
  );
  await expect(sent("nonsense", type)).rejects.toThrow("The form arrived incomplete.");
  const file = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nwords\r\n--x--\r\n';
  await expect(sent(file, type)).rejects.toThrow("Files cannot be sent here.");
  expect((await sent(file.replace("a.txt", "").replace("words", ""), type)).fields).toEqual({});
});
