import { Button } from "@/components/ui/button";
import { Choice, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { NEW_BELOW, RAID_HOURS, type Raid } from "@/domain/moderation/raid/raid";
import folds from "@/components/ui/fold.module.css";
import styles from "./raid-form.module.css";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";
import * as t from "#messages/desk";

const HOURS = [RAID_HOURS.least, RAID_HOURS.usual, 24, RAID_HOURS.most];

/** Says that the site is in raid mode and ends it; otherwise starts it, one fold away. */
export function RaidForm({ raid }: { raid: Raid | null }) {
  if (raid)
    return (
      <Notice kind="problem">
        <p>
          {rich(raid.signUpClosed ? t.raidModeOnAndSignUpClosed : t.raidModeOn, {
            until: <Time at={raid.until} exact />,
            by: raid.by,
          })}
        </p>
        <form method="post" action="/api/v1/moderation/raid" className={styles.end}>
          <input type="hidden" name="_method" value="DELETE" />
          <input type="hidden" name="_return" value="/moderation" />
          <Button>{t.endRaidMode}</Button>
        </form>
      </Notice>
    );
  return (
    <details className={folds.fold}>
      <summary>{t.raidMode}</summary>
      <p>{say(t.whatRaidModeDoes, { count: NEW_BELOW })}</p>
      <form method="post" action="/api/v1/moderation/raid" className={styles.start}>
        <input type="hidden" name="_method" value="PUT" />
        <input type="hidden" name="_return" value="/moderation" />
        <Select label={t.forHowLong} name="hours" defaultValue={RAID_HOURS.usual}>
          {HOURS.map((hours) => (
            <option key={hours} value={hours}>
              {say(t.hoursLong, { hours })}
            </option>
          ))}
        </Select>
        <Choice name="signUpClosed" value="yes" label={t.closeSignUpToo} />
        <Button>{t.startRaidMode}</Button>
      </form>
    </details>
  );
}
