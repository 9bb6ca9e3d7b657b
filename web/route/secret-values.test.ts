import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { serialize } from "./serialize-response";

const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/);
const accepts = fc.constantFrom("br, gzip, deflate", "gzip", "identity", undefined, "br");

/** An answer as the viewer of an article gets it: what everybody is told, and in the middle of it the member's own. */
const answer = (
  choice: string | null,
  switched: boolean,
  guess: number | null,
  words: readonly string[],
) => ({
  comments: words.map((text) => ({ text, mine: false })),
  poll: {
    options: words.map((label) => ({ key: label, label })),
    mine: {
      voted: true,
      choice,
      results: { shown: true, votes: words.length },
      guess,
      can: { vote: true, tellSwitch: switched, tellCloser: !switched },
    },
  },
});

const sizeOf = (compress: (text: string) => Buffer) => (text: string) => compress(text).length;

const lengthOf = async (body: unknown, asked: string | undefined) => {
  const { bytes, headers } = await serialize({ status: 200, body }, asked);
  return { bytes: bytes ?? Buffer.alloc(0), headers };
};

test("an answer has one length on the wire, whatever its member chose, guessed and changed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(key, { minLength: 2, maxLength: 6 }),
      fc.array(fc.oneof(key, fc.string({ unit: "grapheme", maxLength: 300 })), { maxLength: 60 }),
      accepts,
      async (keys, words, asked) => {
        const lengths = new Set<number>();
        for (const choice of keys)
          for (const [switched, guess] of [
            [true, null],
            [false, 0.5],
            [true, 0.07],
          ] as const) {
            const body = answer(choice, switched, guess, [...keys, ...words]);
            const { bytes, headers } = await lengthOf(body, asked);
            lengths.add(bytes.length);
            expect(headers["content-length"]).toBe(String(bytes.length));
            const plain = headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
            expect(JSON.parse(plain.toString())).toEqual(body);
          }
        expect(lengths.size).toBe(1);
      },
    ),
    { numRuns: 150 },
  );
});

test("without that, both the keys and the compression tell", () => {
  const words = Array.from({ length: 60 }, (_, nth) => `complementary words ${nth * 7919}`);
  const texts = ["approach", "complementary", "unsure", "a"].map((choice) =>
    JSON.stringify(answer(choice, false, null, words)),
  );
  for (const size of [(text: string) => text.length, sizeOf(gzipSync), sizeOf(brotliCompressSync)])
    expect(new Set(texts.map(size)).size).toBeGreaterThan(1);
});

test("a text that looks like a choice is left as it is, and what holds none goes by brotli", async () => {
  const body = { text: '"choice":"approach"', more: "x".repeat(2_000) };
  const { headers } = await lengthOf(body, "br, gzip");
  expect(headers["content-encoding"]).toBe("br");
  const { headers: personal } = await lengthOf({ choice: "a", more: "x".repeat(2_000) }, "br, gzip");
  expect(personal["content-encoding"]).toBe("gzip");
});
