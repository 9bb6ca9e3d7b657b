import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import listStyles from "@/components/ui/list.module.css";
import type { DraftProblem } from "@/domain/articles/drafts/draft";
import { problemSaid } from "./field-labels";
import { goToLine, textFieldOf } from "./text-field";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

/** What is to be corrected, each with the way to its line. @param place something in the form */
export const ProblemList = ({
  problems,
  place,
}: {
  problems: DraftProblem[];
  place: RefObject<HTMLElement | null>;
}) => (
  <ul className={listStyles.ruled}>
    {problems.map((problem) => (
      <li key={problemSaid(problem)}>
        {problemSaid(problem)} {problem.line !== null && <GoToLine line={problem.line} place={place} />}
      </li>
    ))}
  </ul>
);

function GoToLine({ line, place }: { line: number; place: RefObject<HTMLElement | null> }) {
  return (
    <Button
      type="button"
      look="quiet"
      onClick={() => {
        const field = textFieldOf(place.current);
        if (field) goToLine(field, line);
      }}
    >
      {say(t.goToLine, { line })}
    </Button>
  );
}
