import { Button } from "@/components/ui/button";
import { Choice, Select, TextArea } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import type { ProfileAtTheDesk, ProfileReport } from "@/domain/moderation/profiles/profile";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { RuleOptions } from "./rule-options";
import { ruleTitle } from "./sentences";
import lists from "@/components/ui/list.module.css";
import textStyles from "@/components/ui/text.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

type Props = { profile: ProfileAtTheDesk; rules: HouseRule[]; back: string; kept?: Record<string, string> };

/** A member's name and bio with what was reported of them; what comes down, or that it stands; and what came down, to take back. */
export function ProfileForm({ profile, rules, back, kept = {} }: Props) {
  const { handle, name, bio, reports, taken, can, seen } = profile;
  return (
    <>
      <p dir="auto">
        <strong>{name}</strong> <span className={textStyles.muted}>@{handle}</span>
      </p>
      {bio === "" ? <p className={textStyles.muted}>{t.theBioIsEmpty}</p> : <p dir="auto">{bio}</p>}
      {reports.length > 0 && (
        <ul className={lists.ruled}>
          {reports.map((report) => (
            <Reported key={report.id} report={report} rules={rules} />
          ))}
        </ul>
      )}
      {can.decide && (
        <form method="post" action={`/api/v1/members/${handle}/profile-decisions`}>
          <input type="hidden" name="_return" value={back} />
          <input type="hidden" name="_for" value={handle} />
          <input type="hidden" name="seen" value={seen} />
          <Choice
            name="name"
            label={t.removeTheName}
            hint={say(t.usernameIsShownInstead, { handle })}
            defaultChecked={kept.name === "on"}
          />
          <Choice name="bio" label={t.removeTheBio} defaultChecked={kept.bio === "on"} />
          <Select label={t.ruleItBreaks} name="ground" defaultValue={kept.ground ?? ""}>
            <RuleOptions rules={rules} />
          </Select>
          <TextArea label={t.toTheMember} name="explanation" rows={2} defaultValue={kept.explanation} />
          <p>
            <Button look="primary" name="action" value="reset">
              {t.removeProfile}
            </Button>{" "}
            {reports.length > 0 && (
              <Button name="action" value="keep">
                {t.keepProfile}
              </Button>
            )}
          </p>
        </form>
      )}
      {taken.map(({ decision, at, ...words }) => (
        <form key={decision} method="post" action={`/api/v1/profile-decisions/${decision}`}>
          <input type="hidden" name="_method" value="DELETE" />
          <input type="hidden" name="_return" value={back} />
          <p dir="auto">
            {t.removed} <Time at={at} exact />:{" "}
            {[words.name, words.bio].filter((one) => one !== null).join("\u00a0· ")}
          </p>
          <Button>{t.restoreProfile}</Button>
        </form>
      ))}
    </>
  );
}

function Reported({ report, rules }: { report: ProfileReport; rules: HouseRule[] }) {
  const { reason, detail, at, by, notice, words } = report;
  return (
    <li>
      <p>
        {by ?? t.somebodyNotSignedIn}, <Time at={at} exact />: {ruleTitle(rules, reason)}
      </p>
      {detail !== "" && <p dir="auto">“{detail}”</p>}
      {notice && (
        <p className={textStyles.muted} dir="auto">
          {[notice.law, notice.name, notice.email].filter((one) => one !== "").join("\u00a0· ")}
        </p>
      )}
      {words && (
        <p className={textStyles.muted} dir="auto">
          {t.itReadThen} {[words.name, words.bio].filter((one) => one !== "").join("\u00a0· ")}
        </p>
      )}
    </li>
  );
}
