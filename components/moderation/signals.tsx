import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import type { DeskItem } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { ruleTitle } from "./sentences";
import styles from "./signals.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

/** Why this is here: what people reported, and which check asked for a look, in its own words. */
export function Signals({ item, rules }: { item: DeskItem; rules: HouseRule[] }) {
  if (item.reports.length + item.findings.length === 0) return null;
  return (
    <ul className={styles.signals}>
      {item.reports.map(({ id, reason, detail, at, by, revision, notice }) => (
        <li key={id}>
          <p>
            <strong>{ruleTitle(rules, reason)}</strong>
            {notice && <> {say(t.reportedAsIllegal, { law: notice.law })}</>}
          </p>
          {detail !== "" && <p dir="auto">“{detail}”</p>}
          <MetaLine>
            <span>
              {say(t.reportedBy, {
                by: by ?? (notice && notice.name !== "" ? notice.name : t.aFormerMember),
              })}
            </span>
            <Time at={at} exact />
            {revision !== item.comment?.revision && <span>{say(t.aboutVersion, { revision })}</span>}
          </MetaLine>
        </li>
      ))}
      {item.findings.map(({ rule, title, reason, effect, revision }) => (
        <li key={`${rule} ${revision}`}>
          <p>
            <strong>{title}</strong> {effect === "hold" ? t.heldIt : t.flaggedIt}
          </p>
          <p>{reason}</p>
        </li>
      ))}
    </ul>
  );
}
