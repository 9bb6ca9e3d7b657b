import styles from "./members.module.css";
import { withNext, type Finishing } from "./sign-in-form";
import { Apart } from "@/components/ui/apart";
import { Button } from "@/components/ui/button";
import { DEMO_HANDLE, SAMPLE_CAST } from "@/domain/members/sample";
import { DEMO_PARTS, type DemoPart } from "@/domain/members/schema";
import * as t from "#messages/members";
import { say } from "@/messages/say";

/** One click signs in as one of the sample cast. Drawn only on one's own machine. */
export function TryTheSample({ next, finish }: { next: string } & Finishing) {
  return (
    <section className={styles.sample} aria-labelledby="sample">
      <h2 id="sample">{t.orLookAroundAsSomebodyMade}</h2>
      <p className={styles.aside}>{t.thisIsASampleSite}</p>
      <form className={styles.actions} method="post" action="/api/v1/session/demo">
        <input type="hidden" name="_return" value={withNext("/sign-in", next)} />
        {finish !== undefined && <input type="hidden" name="_finish" value={finish} />}
        <Apart>
          {DEMO_PARTS.map((part) => (
            <Button key={part} name="as" value={part}>
              {WHO[part]({ name: nameOf(DEMO_HANDLE[part]) })}
            </Button>
          ))}
        </Apart>
      </form>
    </section>
  );
}

const WHO: Record<DemoPart, (given: { name: string }) => string> = {
  reader: (given) => say(t.demoReader, given),
  moved: (given) => say(t.demoMoved, given),
  suspended: (given) => say(t.demoSuspended, given),
  "article-moderator": (given) => say(t.demoArticleModerator, given),
  moderator: (given) => say(t.demoModerator, given),
  editor: (given) => say(t.demoEditor, given),
  admin: (given) => say(t.demoAdmin, given),
};

/** The heading says that they are made up, so the buttons need not. */
const nameOf = (handle: string): string =>
  SAMPLE_CAST.find((part) => part.handle === handle)?.name.replace(" (sample)", "") ?? handle;
