import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { KIND_NAMES } from "@/domain/inbox/kind-names";
import { isKind, stopPath, type Stop, type StopPlace } from "@/domain/inbox/mails/stop";
import * as t from "#messages/notices";
import { say } from "@/messages/say";

type Props = { place: StopPlace; token: string; stop: Stop | undefined; said: string | undefined };

/** One button for each thing that ends: first what the link was for, then the others. */
export function StopForms({ place, token, stop, said }: Props) {
  const done = said === "stopped" || said === "before" ? stop : undefined;
  const wishes: Stop[] = [
    ...(stop ? [stop] : []),
    ...(place.article && stop !== "discussion" ? (["discussion"] as const) : []),
    ...(stop === "all" ? [] : (["all"] as const)),
  ];
  return (
    <>
      {said === undefined && <p>{t.pressToStop}</p>}
      {wishes
        .filter((wish) => wish !== done && (wish !== "discussion" || place.article))
        .map((wish, nth) => (
          <Form key={wish} action="/api/v1/unsubscribe" token={token} stop={wish}>
            <Button look={nth === 0 && said === undefined ? "primary" : "plain"}>
              {deedOf(wish, place)}
            </Button>
          </Form>
        ))}
    </>
  );
}

/** What happened, and what takes it back. */
export function StopSaid({ place, token, stop, said }: Props) {
  if (!stop || (stop === "discussion" && !place.article)) return null;
  const sentence = sentenceOf(stop, place, said);
  if (sentence === null) return null;
  return (
    <Notice>
      {sentence}
      {said !== "undone" && (
        <Form action="/api/v1/unsubscribe/undo" token={token} stop={stop}>
          <Button>{t.undo}</Button>
        </Form>
      )}
    </Notice>
  );
}

function Form({
  action,
  token,
  stop,
  children,
}: {
  action: string;
  token: string;
  stop: Stop;
  children: React.ReactNode;
}) {
  return (
    <form className={styles.actions} method="post" action={action}>
      <input type="hidden" name="_back" value={stopPath(token, { stop })} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="stop" value={stop} />
      {children}
    </form>
  );
}

const kindOf = (stop: Stop): string => {
  if (isKind(stop)) return KIND_NAMES[stop];
  return stop === "digest" ? t.digests : t.anything;
};

const deedOf = (stop: Stop, { article }: StopPlace): string =>
  stop === "discussion"
    ? say(t.muteTitle, { title: article?.title ?? "" })
    : say(t.endMailsAbout, { kind: kindOf(stop) });

function sentenceOf(stop: Stop, { handle, article }: StopPlace, said: string | undefined): string | null {
  const words = { handle, kind: kindOf(stop), title: article?.title ?? "" };
  const ofDiscussion = stop === "discussion";
  switch (said) {
    case "stopped":
      return ofDiscussion ? say(t.discussionIsMuted, words) : say(t.stoppedKind, words);
    case "before":
      return ofDiscussion ? say(t.discussionWasMuted, words) : say(t.wasStopped, words);
    case "undone":
      return ofDiscussion ? say(t.discussionIsBack, words) : say(t.undoneKind, words);
    default:
      return null;
  }
}
