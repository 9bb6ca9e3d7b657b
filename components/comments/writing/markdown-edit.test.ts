import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressIn, linked, toggleMark, togglePrefix, type Edit, type Selected } from "./markdown-edit";

/** A text with its selection between brackets, as one sees it: "one [two]"; a caret is "[]". */
function seen(marked: string): Selected {
  const from = marked.indexOf("[");
  const to = marked.indexOf("]") - 1;
  return { text: marked.replace(/[[\]]/g, ""), from, to };
}

const done = ({ text }: Selected, { from, to, insert, selectFrom, selectTo }: Edit): Selected => ({
  text: text.slice(0, from) + insert + text.slice(to),
  from: selectFrom,
  to: selectTo,
});

const shown = ({ text, from, to }: Selected): string =>
  `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;

const run = (marked: string, edit: (selected: Selected) => Edit): string =>
  shown(done(seen(marked), edit(seen(marked))));

describe("bold and italic", () => {
  test.each([
    ["one [two]", "**", "one **[two]**"],
    ["one **[two]**", "**", "one [two]"],
    ["one [**two**]", "**", "one [two]"],
    ["one []", "*", "one *[]*"],
    ["one[ two ]three", "*", "one *[two]* three"],
    ["**[two]**", "*", "***[two]***"],
  ])("%s with %s is %s", (before, mark, after) => {
    expect(run(before, (selected) => toggleMark(selected, mark))).toBe(after);
  });

  test("twice is not at all, whatever is selected", () => {
    const words = fc.stringMatching(/^[a-z .]{0,12}$/);
    fc.assert(
      fc.property(words, words, words, fc.constantFrom("**", "*", "`"), (before, inner, after, mark) => {
        const text = before + inner + after;
        const selected = { text, from: before.length, to: before.length + inner.length };
        const once = done(selected, toggleMark(selected, mark));
        expect(done(once, toggleMark(once, mark)).text).toBe(text);
      }),
    );
  });
});

describe("a link", () => {
  test("waits for its address, or for its words", () => {
    expect(run("see [this] one", (selected) => linked(selected))).toBe("see [this]([]) one");
    expect(run("see []", (selected) => linked(selected))).toBe("see [[]]()");
  });

  test("takes an address that was pasted, and only one", () => {
    expect(addressIn(" https://example.org/a \n")).toBe("https://example.org/a");
    expect(addressIn("https://example.org/a_(b)")).toBe("https://example.org/a_%28b%29");
    for (const text of ["see https://example.org", "javascript:alert(1)", "example.org", "https://", ""])
      expect(addressIn(text), text).toBeNull();
  });
});

describe("a quotation and a list", () => {
  test("begin every line that is touched, and end where all have begun so", () => {
    const quote = (selected: Selected) => togglePrefix(selected, "> ");
    expect(run("one\nt[wo\nth]ree", quote)).toBe("one\n[> two\n> three]");
    expect(run("> o[ne\n> tw]o", quote)).toBe("[one\ntwo]");
    expect(run("> o[ne\ntw]o", quote)).toBe("[> > one\n> two]");
    expect(run("[]", quote)).toBe("> []");
  });
});

// typst/webapp-issues#337: across an empty line or two items a mark marks nothing.
describe("several lines", () => {
  test.each([
    ["[one\n\ntwo]", "**", "[**one**\n\n**two**]"],
    ["[- one\n- two]", "*", "[- *one*\n- *two*]"],
    ["[> 1. one \n> 2. two]", "**", "[> 1. **one** \n> 2. **two**]"],
    // code52/downmarkerwpf#303, StackExchange/Stacks-Editor#394, Tencent/cherry-markdown#847
    ["[if x:\n    y()]", "`", "[```\nif x:\n    y()\n```]"],
    ["so [a\nb] on", "`", "so \n[```\na\nb\n```]\n on"],
    ["the [a`b] sign", "`", "the [`` a`b ``] sign"],
  ])("%j with %s is %j, and back", (before, mark, after) => {
    expect(run(before, (selected) => toggleMark(selected, mark))).toBe(after);
    const back = run(after, (selected) => toggleMark(selected, mark));
    expect(back.replace(/^so \n(.*)\n on$/s, "so $1 on")).toBe(before);
  });

  test("are one link without the empty line that would end it", () =>
    expect(run("[one\n\ntwo]", (selected) => linked(selected, "https://a.example"))).toBe(
      "[one\ntwo](https://a.example)[]",
    ));
});
