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

/** Whether a handle or a name would be taken for the site itself: reserved, or looks like something reserved. */
export const isReserved = (name: string): boolean => RESERVED_SKELETONS.has(nameSkeleton(name));
