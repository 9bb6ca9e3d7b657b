import { nameSkeleton } from "./name-skeleton";

/** Reserved: names that sound like staff, and segments of URLs where a handle could stand. */
const RESERVED = [
  ..."moot admin administrator mod moderator moderation editor editorial staff team official operator root system support help".split(
    " ",
  ),
  ..."security abuse postmaster webmaster hostmaster info contact press legal privacy news".split(" "),
  ..."me you everyone anonymous anon nobody deleted erased unknown null undefined none".split(" "),
  ..."api account sign-in sign-up sign-out login logout register settings inbox members articles comments about new".split(
    " ",
  ),
];
const RESERVED_SKELETONS = new Set(RESERVED.map(nameSkeleton));

/** Words that make no name another one. */
const FILLERS = new Set(["the", "a", "an", "of", "at", "for", "and", "our", "your"]);

/** Whether a handle or a name would be taken for the site itself: reserved, looks like something reserved, or is made of such words alone, as "The Moot editors". */
export const isReserved = (name: string): boolean =>
  RESERVED_SKELETONS.has(nameSkeleton(name)) || isMadeOfReserved(wordsOf(name));

const isMadeOfReserved = (words: string[]): boolean => words.length > 0 && words.every(isReservedWord);

const wordsOf = (name: string): string[] =>
  name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== "" && !FILLERS.has(word.toLowerCase()));

const isReservedWord = (word: string): boolean =>
  RESERVED_SKELETONS.has(nameSkeleton(word)) || RESERVED_SKELETONS.has(nameSkeleton(word.replace(/s$/i, "")));
