import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Field, Select, TextArea } from "@/components/ui/field";
import type { HouseRules } from "@/domain/moderation/rules/rules";
import type { Settings } from "@/domain/moderation/settings/settings";
import buttonRow from "@/components/ui/button-row.module.css";
import fieldsets from "@/components/ui/fieldset.module.css";
import listStyles from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";

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
  checks: { key: string; title: string; why: string }[];
  may: boolean;
  kept: FormFlash;
};

const HERE = "/moderation/settings";

/** Three forms: what waits, which words are watched, and the house rules. Every check can be tried on the past first. */
export function SettingsForms({ settings, words, rules, checks, may, kept }: Props) {
  return (
    <>
      {!may && <p className={textStyles.muted}>Admins change this; moderators read it and try the checks.</p>}
      <section className={sections.section}>
        <h2>What waits</h2>
        <WhatWaits settings={settings} may={may} kept={kept} />
      </section>
      <section className={sections.section}>
        <h2>Checks</h2>
        <p>
          They read each comment before it is posted, in this order. None decides: they hold for a person, or
          mark.
        </p>
        <Checks checks={checks} off={settings.off} may={may} />
      </section>
      <section className={sections.section}>
        <h2>Watched words</h2>
        <WatchedWords words={words} may={may} kept={kept} />
      </section>
      {may && (
        <section className={sections.section}>
          <h2>House rules</h2>
          <RulesForm rules={rules} kept={kept} />
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
      <input type="hidden" name="_return" value={HERE} />
      <fieldset className={fieldsets.bare} disabled={!may}>
        <Select label="Comments" {...on("mode", settings.mode)}>
          <option value="post">appear at once and are looked at afterwards</option>
          <option value="pre">wait for a moderator</option>
        </Select>
        <Field
          label="A newcomer's comments wait until so many stand"
          hint="0: they do not wait."
          type="number"
          min={0}
          max={50}
          {...on("holdNewcomersUntil", settings.holdNewcomersUntil)}
        />
        <Field
          label="Comments with a link wait until so many of the author's stand"
          type="number"
          min={0}
          max={50}
          {...on("holdLinksUntil", settings.holdLinksUntil)}
        />
        <Select label="Every comment with a link" {...on("holdEveryLink", yes(settings.holdEveryLink))}>
          <option value="no">appears</option>
          <option value="yes">waits</option>
        </Select>
        <Field
          label="More links than this wait"
          type="number"
          min={0}
          max={100}
          {...on("mostLinks", settings.mostLinks)}
        />
        <Field
          label="Seconds between two comments of one member"
          hint="0: as fast as they like, within reason."
          type="number"
          min={0}
          max={86_400}
          {...on("slowSeconds", settings.slowSeconds)}
        />
        <Field
          label="Discussions close after so many days"
          hint="0: never."
          type="number"
          min={0}
          max={3_650}
          {...on("closeAfterDays", settings.closeAfterDays)}
        />
        <Select label="The log of moderation, without names" {...on("publicLog", yes(settings.publicLog))}>
          <option value="yes">is public</option>
          <option value="no">is for moderators</option>
        </Select>
        {may && <Button look="primary">Keep these settings</Button>}
      </fieldset>
    </form>
  );
}

function Checks({ checks, off, may }: { checks: Props["checks"]; off: string[]; may: boolean }) {
  return (
    <ul className={listStyles.ruled}>
      {checks.map(({ key, title, why }) => {
        const isOff = off.includes(key);
        return (
          <li key={key}>
            <p>
              <strong>{title}</strong>
              {isOff && " (switched off)"}
            </p>
            <p>{why}</p>
            <div className={buttonRow.row}>
              <a href={`/moderation/try?check=${key}`}>Try it on the past</a>
              <a href={`/moderation/bulk?rule=${key}`}>What it holds now</a>
              <a href={`/moderation/undo-check?check=${key}`}>Undo what it did</a>
              {may && (
                <form method="post" action="/api/v1/moderation/settings">
                  <input type="hidden" name="_method" value="PATCH" />
                  <input type="hidden" name="_return" value={HERE} />
                  <input
                    type="hidden"
                    name="off"
                    value={listed(isOff ? off.filter((one) => one !== key) : [...off, key])}
                  />
                  <Button look="quiet">{isOff ? "Switch on" : "Switch off"}</Button>
                </form>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A form's list; none is said by a comma, for a field without a value means "as it is". */
const listed = (keys: string[]): string => (keys.length === 0 ? "," : keys.join(","));

function WatchedWords({ words, may, kept }: { words: Words; may: boolean; kept: FormFlash }) {
  if (!words.editable)
    return (
      <p>
        There are {words.entries} entries: too many for a page. They are replaced from a file, with “moot
        words”.
      </p>
    );
  const lists = [
    ["block", "Refused: the author is told which word", words.block],
    ["hold", "Held for a moderator", words.hold],
    ["mark", "Marked for moderators", words.mark],
  ] as const;
  return (
    <form method="post" action="/api/v1/moderation/words">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value={HERE} />
      <fieldset className={fieldsets.bare} disabled={!may}>
        <p className={textStyles.muted}>
          Words and phrases as they are, one a line. Case, accents and look-alike letters make no difference.
        </p>
        {lists.map(([name, label, value]) => (
          <TextArea key={name} label={label} rows={3} {...flashField(kept, name, value)} />
        ))}
        {may && <Button look="primary">Keep these words</Button>}
      </fieldset>
    </form>
  );
}

function RulesForm({ rules, kept }: { rules: HouseRules; kept: FormFlash }) {
  const text = rules.rules.map(({ key, title, sentence }) => `${key}\n${title}\n${sentence}`).join("\n\n");
  return (
    <form method="post" action="/api/v1/rules">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value={HERE} />
      <input type="hidden" name="version" value={rules.version} />
      <TextArea
        label="One rule after the other"
        hint="Three lines each: a key that stays the same, a title, a sentence; an empty line between two. Decisions go on naming the version they were taken under."
        rows={12}
        required
        {...flashField(kept, "rules", text)}
      />
      <Button look="primary">Publish version {rules.version + 1}</Button>
    </form>
  );
}
