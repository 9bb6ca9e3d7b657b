import { Button } from "@/components/ui/button";
import type { FollowingState } from "@/domain/following/following";
import styles from "./following.module.css";
import * as t from "#messages/following";

type Props = {
  /** The route of what is followed: below `/api/v1`. */
  path: string;
  state: FollowingState | null;
  /** Where one is afterwards; the page it is about, unless something else is said. */
  back?: string;
  /** Said of a button where several of its kind stand on a page. */
  about?: string;
};

/** What one can say of a discussion or a branch: a button for each but what is said already. */
export function FollowingForm({ path, state, back, about }: Props) {
  return (
    <div className={styles.choices}>
      {state !== "followed" && (
        <Choice path={path} state="followed" back={back} about={about} label={t.follow} />
      )}
      {state !== "muted" && <Choice path={path} state="muted" back={back} about={about} label={t.mute} />}
      {state !== null && (
        <Choice
          path={path}
          state={null}
          back={back}
          about={about}
          label={state === "followed" ? t.stopFollowing : t.stopMuting}
        />
      )}
    </div>
  );
}

type ChoiceProps = Props & { label: string };

/** One button. */
function Choice({ path, state, back, about, label }: ChoiceProps) {
  return (
    <form method="post" action={`/api/v1${path}`}>
      <input type="hidden" name="_method" value={state === null ? "delete" : "put"} />
      {back !== undefined && <input type="hidden" name="_return" value={back} />}
      {state !== null && <input type="hidden" name="state" value={state} />}
      <Button aria-label={about === undefined ? undefined : `${label}: ${about}`}>{label}</Button>
    </form>
  );
}
