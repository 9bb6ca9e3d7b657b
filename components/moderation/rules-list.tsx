import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { HouseRules } from "@/domain/moderation/rules/rules";
import textStyles from "@/components/ui/text.module.css";
import styles from "./rules-list.module.css";

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
          This is version {version}. <a href="/rules">The rules in force</a> are version {current}.
        </Notice>
      )}
      <p>
        Moderators act on these and on nothing else. Every decision names its rule, says why, and can be
        appealed.
      </p>
      <dl className={styles.rules}>
        {rules.map(({ key, title, sentence }) => (
          <div key={key} id={key}>
            <dt>{title}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
      <p className={textStyles.muted}>
        Version {version}
        {at !== null && (
          <>
            {" "}
            of <Time at={at} />
          </>
        )}
        .{" "}
        {versions.length > 1 && (
          <>
            All versions:{" "}
            {versions.map((one, index) => (
              <span key={one}>
                {index > 0 && ", "}
                <a href={`/rules?version=${one}`}>{one}</a>
              </span>
            ))}
          </>
        )}
      </p>
      <p>
        <a href="/moderation/log">Log of moderation</a>
      </p>
    </>
  );
}
