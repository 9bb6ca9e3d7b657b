import fc from "fast-check";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { CommentList } from "@/components/comments/comment-list";
import type { LaidOut } from "@/components/comments/layout";
import type { ThreadContext } from "@/components/comments/thread-context";
import { renderStatic, type Keep } from "./render-static";
import type { CommentView } from "@/domain/comments/comment";
import { wholeReact } from "@/test/whole-react";
import { fromStore } from "@/domain/prose/safe-html";

const renderToStaticMarkup = wholeReact();

/** The order of attributes says nothing, and React has its own for buttons. */
const inOrder = (html: string): string =>
  html.replace(/<(\w+)((?: [\w-]+="[^"]*")+)/g, (_, tag: string, attributes: string) =>
    [`<${tag}`, ...(attributes.match(/ [\w-]+="[^"]*"/g) ?? []).sort()].join(""),
  );

const same = (node: ReactNode) => {
  expect(inOrder(renderStatic(node))).toBe(inOrder(renderToStaticMarkup(node)));
};

test("text, numbers, lists, nothing and fragments are what React makes of them", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean())), (words) => {
      same(<>{words}</>);
      same(
        <p
          title={words.join(" ")}
          data-words={words.length}
          aria-hidden={words.length > 2}
          hidden={words.length > 3}
        >
          {words.map((word, nth) => (
            <b key={nth}>{word}</b>
          ))}
          <br />
          <input type="hidden" name="word" value={words.join("'")} />
        </p>,
      );
    }),
  );
});

const text = fc.string({ unit: "grapheme", maxLength: 30 });
const view = (below: number): fc.Arbitrary<CommentView> =>
  fc.record({
    id: fc.uuid({ version: 7 }),
    articleSlug: fc.constant("one"),
    parentId: fc.option(fc.uuid({ version: 7 })),
    depth: fc.nat(9),
    author: fc.option(
      fc.record({
        handle: fc.constant("bo"),
        name: text,
        role: fc.constantFrom("reader" as const, "editor" as const, "moderator" as const, "admin" as const),
      }),
    ),
    html: fc.constantFrom(fromStore(""), fromStore("<p>One &amp; <em>two</em></p>\n")),
    state: fc.constantFrom("visible" as const, "held" as const, "rejected" as const, "withdrawn" as const),
    absence: fc.option(
      fc.record({
        by: fc.constantFrom("author" as const, "moderator" as const),
        reason: fc.option(fc.constant("insult")),
        at: fc.constant("2026-11-20T02:31:02.323Z"),
      }),
    ),
    stance: fc.option(fc.record({ option: fc.constantFrom("a", "b"), label: text, outdated: fc.boolean() })),
    postedAt: fc.constant("2026-11-20T02:31:02.323Z"),
    editedAt: fc.option(fc.constant("2026-11-20T02:41:02.323Z")),
    revision: fc.constant(1),
    replyCount: fc.nat(20),
    passage: fc.constant(null),
    threadCount: fc.nat(40),
    reactions: fc.option(fc.record({ respect: fc.nat(30), unconvinced: fc.nat(30) })),
    valuedByBothSides: fc.boolean(),
    changedMinds: fc.nat(3),
    locked: fc.boolean(),
    pinned: fc.boolean(),
    answers: fc.option(
      fc.record({ id: fc.uuid(), handle: fc.option(text), name: fc.option(text), excerpt: text }),
    ),
    replies: fc.record({
      items: below > 0 ? fc.array(view(below - 1), { maxLength: 3 }) : fc.constant([]),
      next: fc.option(fc.constant("opaque")),
    }),
  });

const placed = (comment: CommentView, level: number): LaidOut => ({
  comment,
  level,
  namesParent: comment.answers !== null && comment.locked,
  below: comment.replies.items.map((one) => placed(one, level + 1)),
});
const thread: ThreadContext = {
  slug: "one",
  sort: "best",
  answers: { a: { label: "A", tone: "a" }, b: { label: "B", tone: "none" } },
  revision: 1,
  closed: false,
  bestCases: [],
  closesAt: null,
};

test("whatever a thread holds, it is what React makes of it", () => {
  fc.assert(
    fc.property(fc.array(view(3), { maxLength: 3 }), fc.boolean(), (comments, closed) => {
      const list = comments.map((comment) => placed(comment, 0));
      same(<CommentList placed={list} thread={{ ...thread, closed }} />);
    }),
  );
});

test("a thread is drawn as it is, whatever was drawn and kept before it", () => {
  const markup = new Map<string, string>();
  const kept: Keep = (key, draw) => {
    markup.set(key, markup.get(key) ?? draw());
    return markup.get(key) ?? "";
  };
  // Of few ids, so that the same comment comes again with something else about it.
  const ids = fc.constantFrom("01a20796-9930-7543-9cd3-bfbfdc04bc5b", "01a1f62e-d588-79fc-a17d-26ffe6c98c51");
  const context = fc.record({
    slug: fc.constantFrom("one", "two"),
    closed: fc.boolean(),
    bestCases: fc.array(ids, { maxLength: 1 }),
    answers: fc.constantFrom(thread.answers, { a: { label: "A", tone: "b" as const } }),
  });
  fc.assert(
    fc.property(view(1), ids, fc.nat(4), fc.boolean(), context, (comment, id, level, namesParent, about) => {
      const list = (
        <CommentList
          placed={[{ ...placed({ ...comment, id }, level), namesParent }]}
          thread={{ ...thread, ...about }}
        />
      );
      expect(renderStatic(list, kept)).toBe(renderStatic(list));
      expect(renderStatic(list, kept)).toBe(renderStatic(list));
    }),
  );
});

describe("what has no place in it is an error", () => {
  test.each([
    ["a handler", <b key="1" onClick={() => undefined} />],
    ["a style of its own", <b key="2" style={{ color: "red" }} />],
    ["a promise", Promise.resolve("later")],
    ["a switch that HTML does not know", <b key="3" draggable />],
  ] as [string, ReactNode][])("%s", (_, node) => {
    expect(() => renderStatic(node)).toThrow();
  });
});
