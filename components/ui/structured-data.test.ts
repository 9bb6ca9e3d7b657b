import { expect, test } from "vitest";
import { asScript } from "./structured-data";

test("no word in the facts can end the script they stand in", () => {
  const headline = "</script><script>alert(1)</script><!--";
  const script = asScript({ headline });
  expect(script).not.toContain("<");
  expect(JSON.parse(script)).toEqual({ "@context": "https://schema.org", headline });
});
