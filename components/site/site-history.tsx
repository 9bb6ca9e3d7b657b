import { EmptyState } from "@/components/ui/empty-state";
import listStyles from "@/components/ui/list.module.css";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { PAGE_TITLES, type SiteChange, type SiteSettings } from "@/domain/site/site";
import * as t from "#messages/site-settings";
import { say } from "@/messages/say";

const NAMES: Record<keyof SiteSettings, string> = {
  name: t.theName,
  tagline: t.theTagline,
  accent: t.theAccent,
  announcement: t.theAnnouncement,
  announcementLink: t.theAnnouncementsLink,
  results: t.theResults,
  minimumAge: t.theMinimumAge,
  language: t.theLanguage,
  logo: t.theLogo,
  icon: t.theIcon,
};

/** Who changed what, the newest first. */
export function SiteHistory({ history }: { history: SiteChange[] }) {
  if (history.length === 0) return <EmptyState>{t.nothingHasChanged}</EmptyState>;
  return (
    <ul className={listStyles.ruled}>
      {history.map(({ part, version, at, by, changes }) => (
        <li key={`${part} ${version}`}>
          <MetaLine>
            <strong>
              {part === "settings"
                ? say(t.settingsVersion, { version })
                : say(t.pageVersion, { page: PAGE_TITLES[part], version })}
            </strong>
            <bdi>{by?.name ?? t.somebody}</bdi>
            <Time at={at} exact />
          </MetaLine>
          {changes.map(({ setting, before, after }) => (
            <p key={setting} dir="auto">
              {setting === "logo" || setting === "icon"
                ? say(t.pictureChanged, { setting: NAMES[setting], what: whatBecame(before, after) })
                : say(t.fromTo, {
                    setting: NAMES[setting],
                    before: before || t.nothing,
                    after: after || t.nothing,
                  })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** An address of a picture tells nobody what it shows. */
function whatBecame(before: string, after: string): string {
  if (after === "") return t.pictureRemoved;
  return before === "" ? t.pictureUploaded : t.pictureReplaced;
}
