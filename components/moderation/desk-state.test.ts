import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeskItem, StandingDecision } from "@/domain/moderation/queue/queue";
import {
  deskOf,
  deskReducer,
  itemOf,
  neighbour,
  nextOpen,
  openItems,
  undoable,
  type DeskEvent,
  type DeskState,
} from "./desk-state";

const item = (id: string): DeskItem => ({
  id,
  queue: "new",
  since: "2026-01-01T00:00:00Z",
  claim: null,
  comment: {
    id: `comment-${id}`,
    articleSlug: "a",
    articleTitle: "A",
    html: "" as DeskItem["comment"] extends { html: infer H } | null ? H : never,
    source: "",
    state: "visible",
    revision: 1,
    postedAt: "2026-01-01T00:00:00Z",
    editedAt: null,
    locked: false,
    depth: 0,
    replyCount: 0,
    passage: null,
    parent: null,
    history: [],
  },
  author: null,
  reports: [],
  findings: [],
  last: null,
  appeal: null,
  can: { decide: true, sanction: false, answer: false, meet: false },
});

const decisionOf = (id: string) => ({
  id,
  action: "reject" as const,
  at: "2026-01-01T00:00:00Z",
  ground: "noise",
  before: null,
  after: null,
  undoes: null,
  bulk: null,
  revision: 1,
  moderator: { handle: "ada", name: "Ada", role: "moderator" as const },
});

const standing = (id: string, more: Partial<StandingDecision> = {}): StandingDecision => ({
  id,
  state: "visible",
  revision: 1,
  last: null,
  claim: null,
  ...more,
});

const outcome = { sentence: "Ada removed this: Noise.", undo: "d1" };
const desk = deskOf(["a", "b", "c"].map(item));
const after = (...events: DeskEvent[]): DeskState => events.reduce(deskReducer, desk);

describe("the list", () => {
  test("grows at its end, and what is on it already stays as it is", () => {
    const known = after({ type: "undone", id: "c", last: decisionOf("d1"), state: "held" });
    const more = deskReducer(known, { type: "appended", items: [item("c"), item("d")] });
    expect(more.items.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    expect(itemOf(more, "c")?.comment?.state).toBe("held");
  });

  test("is walked from its first item, and no further back than that", () => {
    expect(neighbour(desk, 1)?.id).toBe("a");
    expect(neighbour(desk, -1)?.id).toBe("a");
    const second = after({ type: "focused", id: "b" });
    expect(neighbour(second, 1)?.id).toBe("c");
    expect(neighbour(second, -1)?.id).toBe("a");
    expect(neighbour(after({ type: "focused", id: "c" }), 1)).toBeUndefined();
  });

  test("asks for the focus when it moves, not when somebody else put it there", () => {
    expect(after({ type: "focused", id: "b" })).toMatchObject({ current: "b", moves: 0 });
    expect(after({ type: "moved", id: "b" }, { type: "moved", id: "b" })).toMatchObject({
      current: "b",
      moves: 2,
    });
  });

  test("goes on from a decided item to the next open one, and then from the top", () => {
    const done = after({ type: "decided", id: "c", outcome });
    expect(nextOpen(done, "b")?.id).toBe("a");
    expect(nextOpen(done, "a")?.id).toBe("b");
    expect(openItems(done).map(({ id }) => id)).toEqual(["a", "b"]);
    const all = ["a", "b"].reduce((state, id) => deskReducer(state, { type: "decided", id, outcome }), done);
    expect(nextOpen(all, "a")).toBeUndefined();
  });
});

describe("a decision", () => {
  test("is on its way, and then a line in its place", () => {
    const sent = after({ type: "reasons-opened", id: "a", action: "reject" }, { type: "sent", id: "a" });
    expect([...sent.busy]).toEqual(["a"]);
    const done = deskReducer(sent, { type: "decided", id: "a", outcome });
    expect(done).toMatchObject({ outcomes: { a: outcome }, problems: {}, reasons: null });
    expect(done.busy.size).toBe(0);
    expect(done.items).toBe(desk.items);
  });

  test("that is refused says why, and the next one that is taken forgets it", () => {
    const refused = after(
      { type: "sent", id: "a" },
      { type: "refused", id: "a", problem: "Somebody was first." },
    );
    expect(refused).toMatchObject({ problems: { a: "Somebody was first." }, outcomes: {} });
    expect(refused.busy.size).toBe(0);
    expect(deskReducer(refused, { type: "decided", id: "a", outcome }).problems).toEqual({});
  });

  test("that was undone leaves the item open, as it is now", () => {
    const open = after(
      { type: "decided", id: "a", outcome },
      { type: "undone", id: "a", last: decisionOf("d2"), state: "held" },
    );
    expect(open.outcomes).toEqual({});
    expect(itemOf(open, "a")).toMatchObject({ last: { id: "d2" }, comment: { state: "held" } });
    expect(itemOf(open, "b")).toBe(itemOf(desk, "b"));
  });

  test("without a house rule opens the rules, and says that one is needed", () => {
    const asked = after({ type: "reasons-opened", id: "a", action: "hold", problem: "Choose one." });
    expect(asked).toMatchObject({ reasons: { id: "a", action: "hold" }, problems: { a: "Choose one." } });
  });
});

describe("the house rules of an item", () => {
  const open = after({ type: "reasons-opened", id: "a", action: "hold" });

  test("opened by hand they reject; opened by a key they do what the key said", () => {
    expect(after({ type: "reasons-toggled", id: "a", open: true }).reasons).toEqual({
      id: "a",
      action: "reject",
    });
    expect(deskReducer(open, { type: "reasons-toggled", id: "a", open: true }).reasons).toEqual(open.reasons);
  });

  test("close for their own item only", () => {
    expect(deskReducer(open, { type: "reasons-toggled", id: "b", open: false }).reasons).toEqual(
      open.reasons,
    );
    expect(deskReducer(open, { type: "reasons-toggled", id: "a", open: false }).reasons).toBeNull();
    expect(deskReducer(open, { type: "reasons-closed" }).reasons).toBeNull();
  });
});

describe("what other moderators do", () => {
  const claim = { by: "Max", mine: false, until: "2026-01-01T00:02:00Z" };

  test("shows whom an item is looked at by, until they look away", () => {
    const claimed = after({ type: "standing-heard", standing: standing("a", { claim }), outcome: null });
    expect(itemOf(claimed, "a")?.claim).toEqual(claim);
    const released = deskReducer(claimed, { type: "standing-heard", standing: standing("a"), outcome: null });
    expect(itemOf(released, "a")?.claim).toBeNull();
  });

  test("draws nothing anew where nothing changed", () => {
    expect(after({ type: "standing-heard", standing: standing("a"), outcome: null })).toBe(desk);
    expect(after({ type: "standing-heard", standing: standing("x", { claim }), outcome: null })).toBe(desk);
  });

  test("appears as a line where they decided, unless this screen knows of it or decides just now", () => {
    const last = decisionOf("d1");
    const heard: DeskEvent = { type: "standing-heard", standing: standing("a", { last }), outcome };
    expect(after(heard).outcomes).toEqual({ a: outcome });
    const known = after({ type: "undone", id: "a", last, state: "visible" });
    expect(deskReducer(known, heard)).toBe(known);
    const busy = after({ type: "sent", id: "a" });
    expect(deskReducer(busy, heard)).toBe(busy);
  });
});

test("comments are selected and let go, and one dialog is open at a time", () => {
  const picked = after(
    { type: "picked", comment: "comment-a", on: true },
    { type: "picked", comment: "comment-b", on: true },
    { type: "picked", comment: "comment-a", on: false },
  );
  expect([...picked.picked]).toEqual(["comment-b"]);
  expect(after({ type: "dialog-opened", dialog: { kind: "help" } }).dialog).toEqual({ kind: "help" });
  expect(
    after({ type: "dialog-opened", dialog: { kind: "help" } }, { type: "dialog-closed" }).dialog,
  ).toBeNull();
});

test("whatever happens, items stay where they are and no state is changed in place", () => {
  const id = fc.constantFrom("a", "b", "c", "x");
  const event: fc.Arbitrary<DeskEvent> = fc.oneof(
    fc.record({ type: fc.constantFrom("focused" as const, "moved" as const, "sent" as const), id }),
    fc.record({ type: fc.constant("refused" as const), id, problem: fc.constant("No.") }),
    fc.record({ type: fc.constant("decided" as const), id, outcome: fc.constant(outcome) }),
    fc.record({
      type: fc.constant("undone" as const),
      id,
      last: fc.constant(decisionOf("d3")),
      state: fc.constant("held" as const),
    }),
    fc.record({ type: fc.constant("reasons-toggled" as const), id, open: fc.boolean() }),
    id.map((one): DeskEvent => ({
      type: "standing-heard",
      standing: standing(one, { last: decisionOf("d4") }),
      outcome,
    })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      let state = desk;
      for (const one of events) {
        const before = structuredClone(state);
        const next = deskReducer(state, one);
        expect(state).toEqual(before);
        expect(next.items.map((each) => each.id)).toEqual(["a", "b", "c"]);
        state = next;
      }
    }),
  );
});

describe("taking back", () => {
  const byMe = (id: string): DeskEvent => ({
    type: "decided",
    id,
    outcome: { sentence: "You removed this.", undo: `made-${id}` },
  });
  const wouldUndo = (state: DeskState) => undoable(state)?.decision;

  test("is about what one just did, wherever one has gone since", () => {
    expect(wouldUndo(desk)).toBeUndefined();
    const moved = after(byMe("a"), { type: "moved", id: "b" });
    expect(wouldUndo(moved)).toBe("made-a");
    expect(wouldUndo(deskReducer(moved, byMe("b")))).toBe("made-b");
  });

  test("goes one step further back each time", () => {
    const both = after(byMe("a"), byMe("b"), { type: "moved", id: "c" });
    const once = deskReducer(both, { type: "undone", id: "b", last: decisionOf("d2"), state: "visible" });
    expect(wouldUndo(deskReducer(once, { type: "moved", id: "c" }))).toBe("made-a");
  });

  test("is about the decision one stands on first, also where another made it", () => {
    const heard = after(
      byMe("a"),
      { type: "standing-heard", standing: standing("c", { last: decisionOf("d9") }), outcome },
      { type: "moved", id: "c" },
    );
    expect(wouldUndo(heard)).toBe(outcome.undo);
    expect(wouldUndo(deskReducer(heard, { type: "moved", id: "b" }))).toBe("made-a");
  });
});
