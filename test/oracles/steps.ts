import fc from "fast-check";

/** Who is in the scene: the two whose votes are exchanged between the worlds, two others, and the attacker's own accounts. */
export const PEOPLE = ["one", "other", "third", "fourth", "own1", "own2", "own3", "own4", "own5"] as const;
export type Person = (typeof PEOPLE)[number];
export const OWN = PEOPLE.filter((person) => person.startsWith("own"));

export const OPTIONS = ["approach", "complementary", "unsure"] as const;
type Option = (typeof OPTIONS)[number];

/** What the site's role can ask of the database, allowed or not. What names a person may name anybody. */
export type Ask =
  | { ask: "vote"; as: Person; option: Option }
  | { ask: "all vote"; option: Option }
  | { ask: "withdraw"; as: Person }
  | { ask: "react"; as: Person; kind: "respect" | "unconvinced" }
  | { ask: "all react"; kind: "respect" | "unconvinced" }
  | { ask: "write a reaction"; of: Person; kind: "respect" | "unconvinced" }
  | { ask: "remove a reaction"; of: Person }
  | { ask: "erase"; whom: Person }
  | { ask: "remove"; whom: Person }
  | { ask: "give away an account"; whom: Person }
  | { ask: "write a stance"; of: Person; option: Option }
  | { ask: "write a comment"; of: Person; option: Option }
  | { ask: "give away a comment"; to: Person }
  | { ask: "show own stance"; as: Person }
  | { ask: "make up a session"; of: Person }
  | { ask: "publish counts" }
  | { ask: "publish sides" }
  | { ask: "publish the debate" }
  | { ask: "check" }
  | { ask: "who is held"; of: Person }
  | { ask: "remove a comment" }
  | { ask: "remove the poll" }
  | { ask: "say that an option takes no side"; option: Option }
  | { ask: "forget whoever has no address"; whom: Person }
  | { ask: "ask for an erasure"; of: Person }
  | { ask: "erase who is due" }
  | { ask: "detach"; detached: boolean }
  | { ask: "close"; closed: boolean };

/** What the two do with their votes, one after the other. Afterwards the counts are the same in both worlds again. */
export type Deed =
  | { deed: "exchange" }
  | { deed: "vote alike"; option: Option }
  | { deed: "vote as at first" };

/** A deed whose first half falls into a transaction of the role's: before it asks and after its snapshot, or still under way. */
export type Meanwhile = Deed & { half: "done since" | "under way" };

/** A transaction of the role's; or what happens besides: the publisher comes round, the two vote, or one of them reacts. */
export type Step =
  | { do: "transaction"; asks: Ask[]; commit: boolean; meanwhile: Meanwhile | null }
  | { do: "the publisher comes round" }
  | { do: "the two vote"; deed: Deed }
  | { do: "one reacts"; who: "one" | "other"; kind: "respect" | "unconvinced" }
  | { do: "a week goes by" };

const theTwo = fc.constantFrom("one" as const, "other" as const);
/** Mostly one of the two whom it is about. */
const person = fc.oneof(
  { weight: 3, arbitrary: theTwo },
  { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
);
const own = fc.constantFrom(...OWN);
const option = fc.constantFrom(...OPTIONS);
const kind = fc.constantFrom("respect" as const, "unconvinced" as const);
const is = <const Word extends Ask["ask"]>(word: Word) => fc.constant(word);

const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({ ask: is("vote"), as: own, option }),
  { weight: 3, arbitrary: fc.record({ ask: is("all vote"), option }) },
  fc.record({ ask: is("withdraw"), as: own }),
  fc.record({ ask: is("react"), as: own, kind }),
  { weight: 3, arbitrary: fc.record({ ask: is("all react"), kind }) },
  { weight: 2, arbitrary: fc.record({ ask: is("write a reaction"), of: person, kind }) },
  fc.record({ ask: is("remove a reaction"), of: person }),
  { weight: 2, arbitrary: fc.record({ ask: is("erase"), whom: person }) },
  fc.record({ ask: is("remove"), whom: person }),
  fc.record({ ask: is("give away an account"), whom: person }),
  { weight: 2, arbitrary: fc.record({ ask: is("write a stance"), of: person, option }) },
  fc.record({ ask: is("write a comment"), of: person, option }),
  fc.record({ ask: is("give away a comment"), to: person }),
  fc.record({ ask: is("show own stance"), as: own }),
  fc.record({ ask: is("make up a session"), of: person }),
  fc.record({ ask: is("publish counts") }),
  fc.record({ ask: is("publish sides") }),
  fc.record({ ask: is("publish the debate") }),
  fc.record({ ask: is("check") }),
  fc.record({ ask: is("who is held"), of: person }),
  fc.record({ ask: is("remove a comment") }),
  fc.record({ ask: is("remove the poll") }),
  fc.record({ ask: is("say that an option takes no side"), option }),
  fc.record({ ask: is("forget whoever has no address"), whom: person }),
  fc.record({ ask: is("ask for an erasure"), of: person }),
  fc.record({ ask: is("erase who is due") }),
  fc.record({ ask: is("detach"), detached: fc.boolean() }),
  fc.record({ ask: is("close"), closed: fc.boolean() }),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ deed: fc.constant("exchange" as const) }),
  fc.record({ deed: fc.constant("vote alike" as const), option }),
  fc.record({ deed: fc.constant("vote as at first" as const) }),
);
const meanwhile: fc.Arbitrary<Meanwhile> = fc
  .tuple(deed, fc.constantFrom("done since" as const, "under way" as const))
  .map(([what, half]) => ({ ...what, half }));

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("transaction" as const),
        asks: fc.array(ask, { minLength: 1, maxLength: 8 }),
        commit: fc.boolean(),
        meanwhile: fc.option(meanwhile),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ do: "the publisher comes round" as const }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("the two vote" as const), deed }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("one reacts" as const), who: theTwo, kind }) },
    { weight: 1, arbitrary: fc.constant({ do: "a week goes by" as const }) },
  ),
  { minLength: 2, maxLength: 6 },
);
