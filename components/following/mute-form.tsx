import { Button } from "@/components/ui/button";
import styles from "./following.module.css";
import * as t from "#messages/following";

type Props = { handle: string; muted: boolean; back?: string; about?: string };

/** Mutes a member, or ends that. */
export function MuteForm({ handle, muted, back, about }: Props) {
  const label = muted ? t.stopMuting : t.mute;
  return (
    <form method="post" action={`/api/v1/members/${handle}/mute`} className={styles.choices}>
      <input type="hidden" name="_method" value={muted ? "delete" : "put"} />
      {back !== undefined && <input type="hidden" name="_return" value={back} />}
      <Button aria-label={about === undefined ? undefined : `${label}: ${about}`}>{label}</Button>
    </form>
  );
}
