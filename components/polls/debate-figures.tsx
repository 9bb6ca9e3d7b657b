import type { Debate } from "@/domain/polls/debate/debate";
import type { PollView } from "@/domain/polls/poll";
import { BestCases } from "./best-cases";
import { BothSides } from "./both-sides";
import { Movement } from "./movement";
import { GuessGap } from "./guess-gap";
import { OpinionChart } from "./opinion-chart";
import { ReasonsGiven } from "./reasons-given";

type Props = { slug: string; poll: PollView; debate: Debate };

/** What the argument changed: every part says how it is made, and what it cannot tell. */
export function DebateFigures({ slug, poll, debate }: Props) {
  return (
    <>
      <BestCases poll={poll} debate={debate} />
      <BothSides slug={slug} poll={poll} debate={debate} />
      <Movement poll={poll} debate={debate} />
      <OpinionChart poll={poll} debate={debate} />
      <ReasonsGiven debate={debate} />
      <GuessGap poll={poll} debate={debate} />
    </>
  );
}
