import { seededRandom, type Random } from "@/domain/polls/statistics/random";
import {
  CROWD_AGAIN_SECONDS,
  ESTABLISHED_SECONDS,
  JITTER_SECONDS,
  mayMoveCounts,
  type Current,
  type Published,
  type Times,
} from "@/domain/polls/statistics/publish";

/**
 * A poll of two answers, played against one person with many accounts.
 *
 * The attacker is stronger than any we expect. They know at what second each other member votes, changes or withdraws, and whose
 * account counts as established; only not what was chosen. Their own accounts are all old. Each of these changes its vote as soon as
 * it would be part of a crowd again, so that every step holds as few others as can be. They keep every count that was ever
 * published and solve all of them together. A ballot is *determined* when only one choice is left that fits them all.
 */
export type Scene = {
  voters: number;
  accounts: number;
  seconds: number;
  /** Share of the voters who choose the first answer. */
  split: number;
  /** Share of the voters who later change their vote, and of those who come with a new account. */
  switching?: number;
  newcomers?: number;
  rule?: Rule;
};

/** What decides when counts move: ours, or one to compare it with. `again`: when a member makes up a crowd again, seconds. */
export type Rule = {
  may: (published: Published | null, current: Current, times: Times, now: Date) => boolean;
  again: number;
  jitter: number;
};

export const OURS: Rule = { may: mayMoveCounts, again: CROWD_AGAIN_SECONDS, jitter: JITTER_SECONDS };

/** Any five changes, whoever's, and ten seconds. */
export const ANY_FIVE: Rule = {
  may: (published, { crowd, total }, _, now) =>
    crowd >= 5 && total >= 5 && (published === null || now.getTime() - published.asOf.getTime() >= 10_000),
  again: 0,
  jitter: 0,
};

export type Outcome = { ballots: number; determined: number; steps: number; leftOut: number };

/** Plays it `rounds` times, the same for the same seed. */
export function play(scene: Scene, rounds: number, seed: number): Outcome {
  const sum: Outcome = { ballots: 0, determined: 0, steps: 0, leftOut: 0 };
  for (let round = 0; round < rounds; round++) {
    const outcome = playOnce(scene, seededRandom(seed + round));
    for (const key of ["ballots", "determined", "steps", "leftOut"] as const) sum[key] += outcome[key];
  }
  return sum;
}

/** `first`: the first choice, which is what the attacker is after; `flips` when it changes. */
type Member = {
  first: 0 | 1;
  joined: number;
  mine: boolean;
  choice: 0 | 1 | null;
  shown: 0 | 1 | null;
  counted: number;
};
type Deed = { at: number; member: Member };
/** Some first choices, each times its factor, add up to `sum`. */
type Equation = { terms: Map<Member, number>; sum: number };

const LONG_AGO = -1e12;

function playOnce(scene: Scene, random: Random): Outcome {
  const rule = scene.rule ?? OURS;
  const times: Times = {
    opensAt: new Date(0),
    closesAt: new Date(scene.seconds * 1_000),
    hiddenUntilClose: false,
  };
  const { voters, deeds } = drawDeeds(scene, random);
  const mine = Array.from({ length: scene.accounts }, () => aMember(random, LONG_AGO, true));
  const equations: Equation[] = [];
  const moved = new Set<Member>();
  let published: Published | null = null;
  let total = 0;
  let due: number | null = null;
  let steps = 0;

  const vote = (member: Member, choice: 0 | 1) => {
    if (member.choice === null) total++;
    member.choice = choice;
    if (member.choice === member.shown) moved.delete(member);
    else moved.add(member);
  };
  const sweep = (at: number) => {
    for (const account of mine)
      if (at < scene.seconds && !moved.has(account) && at >= account.counted + rule.again)
        vote(account, account.choice === 0 ? 1 : 0);
    const crowd = [...moved].filter(
      ({ joined, counted }) => at >= joined + ESTABLISHED_SECONDS && at >= counted + rule.again,
    );
    const now = new Date(at * 1_000);
    if (!rule.may(published, { crowd: crowd.length, total }, times, now)) {
      due = null;
      return;
    }
    due ??= at >= scene.seconds ? at : at + random() * rule.jitter;
    if (at < due) return;
    equations.push(equationOf(moved));
    for (const member of crowd) member.counted = at;
    for (const member of moved) member.shown = member.choice;
    moved.clear();
    published = { asOf: now, total };
    due = null;
    steps++;
  };

  let nth = 0;
  for (const at of moments(scene, deeds)) {
    for (let deed = deeds[nth]; deed && deed.at <= at; deed = deeds[++nth])
      vote(deed.member, deed.member.choice === null ? deed.member.first : deed.member.choice === 0 ? 1 : 0);
    sweep(at);
  }
  const leftOut = [...moved].filter((member) => !member.mine).length;
  return { ballots: voters, determined: solved(equations).size, steps, leftOut };
}

const aMember = (random: Random, joined: number, mine: boolean, split = 0.5): Member => ({
  first: random() < split ? 1 : 0,
  joined,
  mine,
  choice: null,
  shown: null,
  counted: LONG_AGO,
});

/** Many come when a poll is new, and ever fewer later; nobody in its last hundredth. */
function drawDeeds(
  { voters, seconds, split, switching = 0.15, newcomers = 0.2 }: Scene,
  random: Random,
): { voters: number; deeds: Deed[] } {
  const deeds: Deed[] = [];
  for (let nth = 0; nth < voters; nth++) {
    const at = Math.min(0.99, random() < 0.5 ? random() : random() ** 3) * seconds;
    const member = aMember(random, random() < newcomers ? at : LONG_AGO, false, split);
    deeds.push({ at, member });
    if (random() < switching) deeds.push({ at: at + random() * (0.99 * seconds - at), member });
  }
  return { voters, deeds: deeds.sort((one, other) => one.at - other.at) };
}

/** The site looks every few seconds; here: after each deed, at every so long besides, and for a day after the close. */
function moments({ seconds }: Scene, deeds: readonly Deed[]): number[] {
  const every = Math.max(60, seconds / 2_000);
  const regular = Array.from({ length: Math.ceil(seconds / every) }, (_, nth) => nth * every);
  const after = Array.from({ length: 26 }, (_, hour) => seconds + hour * 3_600);
  return [...regular, ...deeds.map(({ at }) => at), ...after].sort((one, other) => one - other);
}

/** What a step tells of the first answer, less what the attacker knows: their own, and who was counted before. */
function equationOf(moved: ReadonlySet<Member>): Equation {
  const terms = new Map<Member, number>();
  let sum = 0;
  for (const member of moved) if (!member.mine) sum += (member.choice ?? 0) - (member.shown ?? 0);
  for (const member of moved) {
    if (member.mine) continue;
    // Whoever stands where they began adds their first choice; whoever changed, one less it.
    const [now, before] = [signOf(member, member.choice), signOf(member, member.shown)];
    sum -= (now < 0 ? 1 : 0) - (before < 0 ? 1 : 0);
    if (now - before !== 0) terms.set(member, now - before);
  }
  return { terms, sum };
}

const signOf = ({ first }: Member, choice: 0 | 1 | null): number =>
  choice === null ? 0 : choice === first ? 1 : -1;

/** By bounds and by parity, from equation to equation, until nothing more follows. */
function solved(equations: readonly Equation[]): Map<Member, number> {
  const known = new Map<Member, number>();
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const { terms, sum } of equations) {
      const open = [...terms].filter(([member]) => !known.has(member));
      const rest = [...terms].reduce(
        (left, [member, factor]) => left - factor * (known.get(member) ?? 0),
        sum,
      );
      const least = open.reduce((all, [, factor]) => all + Math.min(factor, 0), 0);
      const most = open.reduce((all, [, factor]) => all + Math.max(factor, 0), 0);
      const odd = open.filter(([, factor]) => factor % 2 !== 0);
      if (odd.length === 1 && odd[0]) known.set(odd[0][0], Math.abs(rest) % 2);
      for (const [member, factor] of open) {
        const fits = (value: 0 | 1) =>
          rest - factor * value >= least - Math.min(factor, 0) &&
          rest - factor * value <= most - Math.max(factor, 0);
        if (!fits(0)) known.set(member, 1);
        else if (!fits(1)) known.set(member, 0);
      }
    }
  }
  return known;
}
