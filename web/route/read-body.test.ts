import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "./read-body";

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
