import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OwnDataLink, PasswordForm, ProfileForm } from "@/components/members/account-forms";
import {
  AddressForm,
  AddressWithoutMail,
  SecurityList,
  SessionList,
} from "@/components/members/account-safety";
import { ReplyFeedSection } from "@/components/following/reply-feed-section";
import { HandleForm } from "@/components/members/handle-form";
import { ConnectedAccounts, FirstPasswordForm } from "@/components/members/providers";
import { HeldBack } from "@/components/members/keys/held-back";
import { ConfirmFirst } from "@/components/members/confirm-first";
import { MailChoices } from "@/components/members/mail-choices";
import { PendingComments } from "@/components/members/members-comments";
import { Notice } from "@/components/ui/notice";
import sections from "@/components/ui/section.module.css";
import { MetaLine } from "@/components/ui/meta-line";
import { mayWrite } from "@/domain/articles/policy";
import { pendingOf } from "@/domain/comments/comments-of-member";
import { replyFeedPath } from "@/domain/following/reply-feed";
import { mailChoiceOf } from "@/domain/inbox/mails/choices";
import { mailWay } from "@/domain/mail/way";
import { mayGovern, mayModerate, mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { handlesOf } from "@/domain/members/change-handle";
import { hasPassword } from "@/domain/members/providers/first-password";
import { joinableBy, joinedBy } from "@/domain/members/providers/joined";
import { sessionsOf } from "@/domain/members/own-sessions";
import { accountOf } from "@/domain/members/queries";
import { hasFactor } from "@/domain/members/reauthentication";
import { securityEventsOf } from "@/domain/members/security-events";
import { PASSWORD_CHANGED, type SearchParams, signInPath, single } from "@/web/pages/search-params";
import { absoluteUrl } from "@/web/absolute-url";
import { readFormFlash, type FormFlash } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import * as keys from "#messages/keys";
import * as t from "#messages/pages";
import { theSite } from "#messages/site-settings";
import * as providers from "#messages/providers";
import { say } from "@/messages/say";

/** With a feed of replies, its page says where it is. */
export async function generateMetadata(): Promise<Metadata> {
  const viewer = await currentViewer();
  const feed = viewer && (await replyFeedPath(viewer));
  return {
    title: t.account,
    robots: { index: false },
    ...(feed && {
      alternates: { types: { "application/atom+xml": [{ url: absoluteUrl(feed), title: t.repliesToYou }] } },
    }),
  };
}

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  const asked = await searchParams;
  // Whoever chose a new password and still owes a code hears of it then.
  if (!viewer) redirect(signInPath(single(asked.said) === "password" ? PASSWORD_CHANGED : "/account"));
  const [account, mails, sessions, events, pending, feed, kept, joined, joinable, passworded, handles] =
    await Promise.all([
      accountOf(viewer),
      mailChoiceOf(viewer),
      sessionsOf(viewer),
      securityEventsOf(viewer),
      pendingOf(viewer),
      replyFeedPath(viewer),
      readFormFlash(asked.kept),
      joinedBy(viewer),
      joinableBy(viewer),
      hasPassword(viewer),
      handlesOf(viewer),
    ]);
  const sends = mailWay() !== "none";
  const said = kept ? undefined : SAID.get(single(asked.said) ?? "");
  return (
    <>
      <h1>{t.account}</h1>
      <MetaLine>
        <a href={`/members/${account.handle}`}>@{account.handle}</a>
        <span>{account.email}</span>
      </MetaLine>
      <MetaLine>
        <a href="/inbox">{t.inbox}</a>
        <a href="/following">{t.following}</a>
        {mayWrite(viewer) && <a href="/write">{t.articles}</a>}
        {mayModerate(viewer) && <a href="/moderation">{t.moderation}</a>}
        {mayModerate(viewer) && (
          <a href="/moderation/articles">
            {mayModerateEverywhere(viewer) ? t.discussions : t.theDiscussionsYouModerate}
          </a>
        )}
        {mayModerateEverywhere(viewer) && <a href="/moderation/settings">{t.howTheSiteModerates}</a>}
        {mayGovern(viewer) && <a href="/moderation/site">{theSite}</a>}
      </MetaLine>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {said && <Notice>{said}</Notice>}
      {viewer.suspension && (
        <Notice kind="problem">
          {say(t.youCannotWrite, { reason: viewer.suspension.reason })}{" "}
          <a href="/account/decisions">{t.readTheDecisionOrAppeal}</a>
        </Notice>
      )}
      {viewer.heldBack && <HeldBack hasKey={await hasFactor(viewer)} />}
      {account.proven || <ConfirmFirst next="/account" />}
      <PendingComments items={pending} />
      {account.proven && <ProfileForm name={account.name} bio={account.bio} kept={kept} />}
      {account.proven && !account.sample && <HandleForm handle={account.handle} {...handles} kept={kept} />}
      {account.sample || <OwnPassword has={passworded} email={account.email} kept={kept} />}
      <section className={sections.section}>
        <h2>{keys.passkeysAndCodes}</h2>
        <p>{keys.moreThanAPassword}</p>
        <p>
          <a href="/account/keys">{keys.setUpOrChange}</a>
        </p>
      </section>
      {account.proven && !account.sample && sends && (
        <AddressForm email={account.email} refused={account.mailRefusedAt !== null} kept={kept} />
      )}
      {account.proven && !account.sample && !sends && <AddressWithoutMail email={account.email} />}
      <MailChoices {...mails} sends={sends} said={kept ? undefined : single(asked.said)} />
      <ReplyFeedSection address={feed === null ? null : absoluteUrl(feed)} />
      <ConnectedAccounts joined={joined} joinable={joinable} />
      <SessionList sessions={sessions} />
      <SecurityList events={events} />
      <section className={sections.section}>
        <h2>{t.whatIsYours}</h2>
        <p>
          <a href="/account/decisions">{t.decisionsAboutYou}</a>
        </p>
        <OwnDataLink />
        <p>
          <a href="/account/delete">{t.deleteMyAccount}</a>
        </p>
      </section>
    </>
  );
}

/** What a form that went through says on its way back. */
const SAID: ReadonlyMap<string, string> = new Map(
  Object.entries({
    profile: t.saved,
    password: t.yourPasswordIsChanged,
    address: t.aLinkIsOnItsWay,
    proven: t.yourAddressIsChanged,
    session: t.thatBrowserIsSignedOut,
    sessions: t.allOthersAreSignedOut,
    back: t.yourAccountStays,
    feed: t.theFeedHasAnAddress,
    "no-feed": t.theFeedHasEnded,
    handle: t.saved,
    "password-set": providers.passwordIsSet,
    connected: providers.nowConnected,
    disconnected: providers.nowDisconnected,
    "not-connected": providers.notConnected,
    taken: providers.takenElsewhere,
    confirmed: t.youHaveConfirmed,
  }),
);

const OwnPassword = ({ has, email, kept }: { has: boolean; email: string; kept: FormFlash | null }) =>
  has ? <PasswordForm email={email} kept={kept} /> : <FirstPasswordForm email={email} kept={kept} />;
