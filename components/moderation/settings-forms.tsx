import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Field, Select, TextArea } from "@/components/ui/field";
import { CHECK_ACTIVITY_DAYS, type CheckActivity } from "@/domain/moderation/checks/check-activity";
import type { HouseRules } from "@/domain/moderation/rules/rules";
import { SETTINGS_MOST, type Settings } from "@/domain/moderation/settings/settings";
import { ButtonRow } from "@/components/ui/button-row";
import fieldsets from "@/components/ui/fieldset.module.css";
import { returnTo, Saved } from "@/components/ui/saved";
import listStyles from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./settings-forms.module.css";
import { EDIT_RULES } from "./rule-form";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

type Words = {
  version: number;
  block: string;
  hold: string;
  mark: string;
  entries: number;
  editable: boolean;
};
type Props = {
  settings: Settings;
  words: Words;
  rules: HouseRules;
  checks: { key: string; title: string; why: string; lately: CheckActivity }[];
  may: boolean;
  kept: FormFlash;
  said: string | undefined;
};

const HERE = "/moderation/settings";

/** What waits, what each check does, and which words are watched; the house rules have a page of their own. Every check can be tried on the past first. */
export function SettingsForms({ settings, words, rules, checks, may, kept, said }: Props) {
  return (
    <>
      {!may && <p className={textStyles.muted}>{t.adminsChangeThis}</p>}
      <section className={sections.section}>
        <h2>{t.heldComments}</h2>
        <Saved part="settings" said={said} />
        <WhatWaits settings={settings} may={may} kept={kept} />
      </section>
      <section className={sections.section}>
        <h2>{t.checks}</h2>
        <Saved part="checks" said={said} />
        <p>{t.theyReadEachComment}</p>
        <Checks checks={checks} off={settings.off} may={may} />
      </section>
      <section className={sections.section}>
        <h2>{t.watchedWords}</h2>
        <Saved part="words" said={said} />
        <WatchedWords words={words} may={may} kept={kept} />
      </section>
      {may && (
        <section className={sections.section}>
          <h2>{t.houseRules}</h2>
          <p>
            <a href={EDIT_RULES}>{say(t.editTheRules, { count: rules.rules.length })}</a>
          </p>
        </section>
      )}
    </>
  );
}

function WhatWaits({ settings, may, kept }: { settings: Settings; may: boolean; kept: FormFlash }) {
  const yes = (value: boolean) => (value ? "yes" : "no");
  const on = (name: string, value: string | number) => flashField(kept, name, String(value));
  return (
    <form method="post" action="/api/v1/moderation/settings">
      <input type="hidden" name="_method" value="PATCH" />
      <input type="hidden" name="_return" value={returnTo(HERE, "settings")} />
      <fieldset className={fieldsets.bare} disabled={!may}>
        <Select label={t.comments} {...on("mode", settings.mode)}>
          <option value="post">{t.appearAtOnceAndAreLooked}</option>
          <option value="pre">{t.needApprovalFirst}</option>
        </Select>
        <Field
          label={t.holdNewcomersUntil}
          hint={t.zeroNeverHold}
          type="number"
          min={0}
          max={SETTINGS_MOST.holdNewcomersUntil}
          {...on("holdNewcomersUntil", settings.holdNewcomersUntil)}
        />
        <Field
          label={t.holdLinksUntil}
          type="number"
          min={0}
          max={SETTINGS_MOST.holdLinksUntil}
          {...on("holdLinksUntil", settings.holdLinksUntil)}
        />
        <Select label={t.everyCommentWithALink} {...on("holdEveryLink", yes(settings.holdEveryLink))}>
          <option value="no">{t.appear}</option>
          <option value="yes">{t.alwaysNeedApproval}</option>
        </Select>
        <Field
          label={t.holdMoreLinksThan}
          type="number"
          min={0}
          max={SETTINGS_MOST.mostLinks}
          {...on("mostLinks", settings.mostLinks)}
        />
        <Field
          label={t.secondsBetweenTwoComments}
          hint={t.zeroNoPause}
          type="number"
          min={0}
          max={SETTINGS_MOST.slowSeconds}
          {...on("slowSeconds", settings.slowSeconds)}
        />
        <Field
          label={t.discussionsCloseAfterSoMany}
          hint={t.zeroNever}
          type="number"
          min={0}
          max={SETTINGS_MOST.closeAfterDays}
          {...on("closeAfterDays", settings.closeAfterDays)}
        />
        <Field
          label={t.moderatorsAreToldAfter}
          hint={t.zeroNever}
          type="number"
          min={0}
          max={SETTINGS_MOST.tellAfterHours}
          {...on("tellAfterHours", settings.tellAfterHours)}
        />
        <Select label={t.theLogOfModeration} {...on("publicLog", yes(settings.publicLog))}>
          <option value="yes">{t.isPublic}</option>
          <option value="no">{t.isForModerators}</option>
        </Select>
        {may && <Button look="primary">{t.saveSettings}</Button>}
      </fieldset>
    </form>
  );
}

function Checks({ checks, off, may }: { checks: Props["checks"]; off: string[]; may: boolean }) {
  return (
    <ul className={listStyles.ruled}>
      {checks.map(({ key, title, why, lately }) => {
        const isOff = off.includes(key);
        return (
          <li key={key}>
            <details>
              <summary className={styles.check}>
                <strong>{title}</strong> <span data-off={isOff || undefined}>{isOff ? t.off : t.on}</span>{" "}
                <span className={styles.lately}>{whatItDid(lately)}</span>
              </summary>
              <p>{why}</p>
              <ButtonRow>
                <a href={`/moderation/try?check=${key}`}>{t.testOnPastComments}</a>
                <a href={`/moderation/bulk?rule=${key}`}>{t.whatItHoldsNow}</a>
                <a href={`/moderation/undo-check?check=${key}`}>{t.undoItsHoldsAndFlags}</a>
                {may && (
                  <form method="post" action="/api/v1/moderation/settings">
                    <input type="hidden" name="_method" value="PATCH" />
                    <input type="hidden" name="_return" value={returnTo(HERE, "checks")} />
                    <input
                      type="hidden"
                      name="off"
                      value={listed(isOff ? off.filter((one) => one !== key) : [...off, key])}
                    />
                    <Button look="quiet">{isOff ? t.switchOn : t.switchOff}</Button>
                  </form>
                )}
              </ButtonRow>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** At a glance, of the last month. */
function whatItDid({ held, flagged, more }: CheckActivity): string {
  const days = CHECK_ACTIVITY_DAYS;
  if (more) return say(t.checkDidMuch, { days, count: held + flagged });
  return held + flagged === 0 ? say(t.checkDidNothing, { days }) : say(t.checkDid, { days, held, flagged });
}

/** A form's list; none is said by a comma, for a field without a value means "as it is". */
const listed = (keys: string[]): string => (keys.length === 0 ? "," : keys.join(","));

function WatchedWords({ words, may, kept }: { words: Words; may: boolean; kept: FormFlash }) {
  if (!words.editable) return <p>{say(t.thereAreEntries, { entries: words.entries })}</p>;
  const lists = [
    ["block", t.refuseTheAuthorSeesIt, words.block],
    ["hold", t.holdForAModerator, words.hold],
    ["mark", t.flagForModerators, words.mark],
  ] as const;
  return (
    <form method="post" action="/api/v1/moderation/words">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value={returnTo(HERE, "words")} />
      <fieldset className={fieldsets.bare} disabled={!may}>
        <p className={textStyles.muted}>{t.wordsAndPhrases}</p>
        {lists.map(([name, label, value]) => (
          <TextArea key={name} label={label} rows={3} {...flashField(kept, name, value)} />
        ))}
        {may && <Button look="primary">{t.saveLists}</Button>}
      </fieldset>
    </form>
  );
}
