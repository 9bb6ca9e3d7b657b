import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { flashField, type FormFlash } from "@/components/ui/form-flash";
import { returnTo } from "@/components/ui/saved";
import type { ResultsShown } from "@/domain/polls/poll";
import { LIMITS } from "@/domain/site/schema";
import type { FixedSettings, Site, SiteSettings } from "@/domain/site/site";
import * as t from "#messages/site-settings";
import { say } from "@/messages/say";

const SHOWN: Record<ResultsShown, string> = {
  after_vote: t.afterVote,
  after_close: t.afterClose,
  always: t.always,
};

type Props = { site: Site; fixed: FixedSettings; kept: FormFlash };

/** Everything that admins say about the site. A field that the environment decides shows what holds, and is not sent. */
export function SettingsForm({ site, fixed, kept }: Props) {
  const field = (name: Exclude<keyof SiteSettings, "results" | "minimumAge">, hint?: string) => {
    const by = fixed.find(({ setting }) => setting === name)?.by;
    const said = flashField(by === undefined ? kept : null, name, site[name] ?? "");
    return by === undefined
      ? { hint, ...said }
      : { ...said, hint: say(t.setByTheEnvironment, { variable: by }), disabled: true };
  };
  return (
    <form method="post" action="/api/v1/site/settings">
      <input type="hidden" name="_method" value="PATCH" />
      <input type="hidden" name="_return" value={returnTo("/moderation/site", "settings")} />
      <input type="hidden" name="_back" value="/moderation/site" />
      <input type="hidden" name="version" value={site.version} />
      <Field label={t.name} required dir="auto" {...field("name", t.nameHint)} />
      <Field label={t.tagline} dir="auto" {...field("tagline", t.taglineHint)} />
      <Field
        label={t.accent}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        {...field("accent", t.accentHint)}
      />
      <Field label={t.announcement} dir="auto" {...field("announcement", t.announcementHint)} />
      <Field
        label={t.announcementLink}
        inputMode="url"
        maxLength={LIMITS.link}
        {...field("announcementLink")}
      />
      <Select label={t.results} hint={t.resultsHint} {...flashField(kept, "results", site.results)}>
        {Object.entries(SHOWN).map(([mode, words]) => (
          <option key={mode} value={mode}>
            {words}
          </option>
        ))}
      </Select>
      <Field
        label={t.minimumAge}
        inputMode="numeric"
        required
        maxLength={2}
        hint={t.minimumAgeHint}
        {...flashField(kept, "minimumAge", String(site.minimumAge))}
      />
      <Field
        label={t.language}
        maxLength={35}
        autoCapitalize="none"
        spellCheck={false}
        {...field("language", t.languageHint)}
      />
      <Button look="primary">{t.saveSettings}</Button>
    </form>
  );
}
