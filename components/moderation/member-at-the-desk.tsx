import { Button } from "@/components/ui/button";
import { Choice, TextArea } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import type { MemberCard as Card } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { SANCTION_KINDS, type SanctionKind, type SanctionView } from "@/domain/moderation/sanctions/sanction";
import { MemberCard, SANCTION_WORDS } from "./member-card";
import { SanctionForm } from "./sanction-form";
import folds from "@/components/ui/fold.module.css";
import lists from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";

type Props = { author: Card; rules: HouseRule[]; may: boolean; kept?: Record<string, string> };

const OFFERS: Record<SanctionKind, string> = {
  warning: "Warn",
  watch: "See comments before they appear",
  suspension: "Suspend",
  ban: "Ban",
};

/** Everything a moderator can know and do about one member. */
export function MemberAtTheDesk({ author, rules, may, kept = {} }: Props) {
  const here = `/moderation/members/${author.handle}`;
  return (
    <>
      <MemberCard author={author} />
      <p>
        <a href={`/members/${author.handle}`}>Public page</a>,{" "}
        <a href={`/moderation/log?member=${author.handle}`}>decisions about them</a>,{" "}
        <a href={`/moderation/bulk?member=${author.handle}`}>decide about their comments together</a>
      </p>

      {author.sanctions.length > 0 && (
        <section className={sections.section}>
          <h2>What happened so far</h2>
          <ul className={lists.ruled}>
            {author.sanctions.map((sanction) => (
              <Sanction key={sanction.id} sanction={sanction} back={here} may={may} />
            ))}
          </ul>
        </section>
      )}

      <section className={sections.section}>
        <h2>Tell the other moderators</h2>
        <form method="post" action={`/api/v1/members/${author.handle}/notes`}>
          <input type="hidden" name="_return" value={here} />
          <TextArea
            label="A note; the member never sees it"
            name="words"
            rows={2}
            required
            maxLength={2_000}
            defaultValue={kept._for === "message" ? undefined : kept.words}
          />
          <Button>Keep the note</Button>
        </form>
      </section>

      {may && (
        <section className={sections.section}>
          <h2>Do something</h2>
          <details className={folds.fold} open={kept._for === "message"}>
            <summary>Write to them</summary>
            <form method="post" action={`/api/v1/members/${author.handle}/messages`}>
              <input type="hidden" name="_return" value={here} />
              <input type="hidden" name="_for" value="message" />
              <TextArea
                label="They read it in their inbox; nothing is restricted"
                name="words"
                rows={3}
                required
                maxLength={2_000}
                defaultValue={kept._for === "message" ? kept.words : undefined}
              />
              <Button look="primary">Send</Button>
            </form>
          </details>
          {SANCTION_KINDS.map((kind) => (
            <details key={kind} className={folds.fold} open={kept.kind === kind}>
              <summary>{OFFERS[kind]}</summary>
              <SanctionForm
                handle={author.handle}
                kind={kind}
                rules={rules}
                back={here}
                kept={kept.kind === kind ? kept : {}}
              />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

function Sanction({ sanction, back, may }: { sanction: SanctionView; back: string; may: boolean }) {
  const { id, kind, reason, from, until, liftedAt, by, inForce } = sanction;
  // A warning is never in force, and can still have been wrong.
  const mayEnd = inForce || (kind === "warning" && liftedAt === null);
  return (
    <li>
      <p>
        <Time at={from} exact />: {by ?? "somebody"} {SANCTION_WORDS[kind]} them
        {until !== null && (
          <>
            {" "}
            until <Time at={until} exact />
          </>
        )}
        {liftedAt !== null && (
          <>
            , {kind === "warning" ? "taken back" : "lifted"} <Time at={liftedAt} exact />
          </>
        )}
        . “{reason}”
      </p>
      {mayEnd && may && (
        <form method="post" action={`/api/v1/sanctions/${id}`}>
          <input type="hidden" name="_method" value="DELETE" />
          <input type="hidden" name="_return" value={back} />
          {kind === "ban" && <Choice label="Bring back the comments it took down" name="restore" />}
          <Button>{kind === "warning" ? "Take it back" : "Lift it"}</Button>
        </form>
      )}
    </li>
  );
}
