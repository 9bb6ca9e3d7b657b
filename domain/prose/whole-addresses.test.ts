import { expect, test } from "vitest";
import { withWholeAddresses } from "./whole-addresses";

const whole = (html: string) => withWholeAddresses(html, "https://moot.example", "/articles/plain");

test("what leads on from a page is whole, and what is whole stays", () => {
  expect(
    whole('<a href="#note-1">1</a><img src="/figures/two.svg" alt=""><a class="mention" href="/members/bo">'),
  ).toBe(
    '<a href="https://moot.example/articles/plain#note-1">1</a><img src="https://moot.example/figures/two.svg" alt="">' +
      '<a class="mention" href="https://moot.example/members/bo">',
  );
  for (const same of [
    '<a href="https://example.com/#x">x</a>',
    '<a href="mailto:ada@example.org">x</a>',
    '<p>href="/about" and src=&quot;#x&quot;</p>',
    '<a href="//example.com/x">x</a>',
  ])
    expect(whole(same)).toBe(same);
});
