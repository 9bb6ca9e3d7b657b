import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { HouseRules } from "@/domain/moderation/rules/rules";
import textStyles from "@/components/ui/text.module.css";
import styles from "./rules-list.module.css";
import * as t from "#messages/house-rules";
import { rich } from "@/messages/rich";

/** Each rule has an address of its own, which decisions link to. */
export function RulesList({
  rules: { version, at, rules },
  current,
  versions,
}: {
  rules: HouseRules;
  current: number;
  versions: number[];
}) {
  return (
    <>
      {version !== current && (
        <Notice>
          {rich(t.thisIsVersion, { version, link: (words) => <a href="/rules">{words}</a>, current })}
        </Notice>
      )}
      <p>{t.moderatorsActOnThese}</p>
      <dl className={styles.rules}>
        {rules.map(({ key, title, sentence }) => (
          <div key={key} id={key}>
            <dt>{title}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
      <p className={textStyles.muted}>
        {rich(t.versionVersionAt, {
          version,
          at: at !== null && <> {rich(t.ofWhen, { when: <Time at={at} /> })}</>,
          count: versions.length > 1 && (
            <>
              {rich(t.allVersions, {
                map: versions.map((one, index) => (
                  <span key={one}>
                    {index > 0 && ", "}
                    <a href={`/rules?version=${one}`}>{one}</a>
                  </span>
                )),
              })}
            </>
          ),
        })}
      </p>
      <p>
        <a href="/moderation/log">{t.logOfModeration}</a>
      </p>
    </>
  );
}
